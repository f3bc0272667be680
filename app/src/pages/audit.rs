//! `/admin/audit`: who did what to what, for those who operate the portal.

use super::parts;
use crate::render::{Cx, PageResult};
use crate::ui::{self, Button, Head};
use leptos::prelude::*;
use model::domain::audit::{AuditAct, AuditFact};
use model::domain::ids::ItemId;
use model::domain::language::Locale;
use model::i18n::t::{audit as t, offices};
use model::labels;
use model::portal::{AuditFilter, AuditLine, AuditObject, AuditWho, FactValue, Slice};
use model::routes;

/// `?act=…&object=…&email=…&after=…`
pub async fn page(cx: &Cx, filter: &AuditFilter, cursor: Option<&str>) -> PageResult {
    let page = cx.portal.audit_log(&cx.ctx, filter, cursor).await?;
    let l = cx.locale();
    let head = Head::new(t::audit_title(l)).crumb(offices::admin_title(l), routes::admin(l));
    Ok(ui::page(cx, 200, head, || content(l, filter, &page, cursor.is_none())))
}

fn content(l: Locale, filter: &AuditFilter, page: &Slice<AuditLine>, first: bool) -> AnyView {
    let list = if page.rows.is_empty() {
        none(l, *filter == AuditFilter::default())
    } else {
        let rows: Vec<_> = page.rows.iter().map(|line| row(l, line)).collect();
        view! { <ul class="rows">{rows}</ul> }.into_any()
    };
    let words = parts::PageWords { label: t::audit_pages(l), first: t::audit_first(l), next: t::audit_next(l) };
    let next = page.next.as_deref().map(|cursor| address(l, filter, Some(cursor)));
    view! {
        {ui::page_head(None, t::audit_title(l), Some(t::audit_lede(l).to_owned()))}
        {filters(l, filter)}
        <section aria-labelledby="events">
            <h2 id="events" class="visually-hidden">{t::audit_list(l)}</h2>
            {list}
        </section>
        {parts::pagination(&words, t::audit_list(l), (!first).then(|| address(l, filter, None)), next)}
        <p class="hint">{t::audit_check(l)}</p>
    }
    .into_any()
}

fn none(l: Locale, unfiltered: bool) -> AnyView {
    if unfiltered {
        return ui::empty(t::audit_none(l), view! { <p>{t::audit_none_what(l)}</p> }.into_any());
    }
    let all = view! { <p>{t::audit_none_match_what(l)}</p><p><a href=routes::audit_log(l)>{t::audit_all(l)}</a></p> };
    ui::empty(t::audit_none_match(l), all.into_any())
}

/// The filter: its values live in the address.
fn filters(l: Locale, filter: &AuditFilter) -> AnyView {
    let chosen = filter.act.map_or("", AuditAct::code);
    let mut acts = labels::options(AuditAct::ALL, AuditAct::code, |act| labels::act(l, act));
    acts.insert(0, (String::new(), t::audit_any(l).to_owned()));
    let options: Vec<_> = acts
        .into_iter()
        .map(|(code, label)| {
            let selected = code == chosen;
            view! { <option value=code selected=selected>{label}</option> }
        })
        .collect();
    view! {
        <form class="filters" method="get" action=routes::audit_log(l) role="search">
            <div><label for="act">{t::audit_act(l)}</label><select id="act" name="act">{options}</select></div>
            <div>
                <label for="email">{t::audit_email(l)}</label>
                <input type="search" id="email" name="email" value=filter.email.clone() dir="ltr" autocomplete="off"/>
            </div>
            <div>
                <label for="object">{t::audit_object(l)}</label>
                <input type="search" id="object" name="object" value=filter.object.clone() dir="ltr" autocomplete="off"/>
            </div>
            {ui::button(t::audit_filter(l), Button::Secondary, None)}
        </form>
    }
    .into_any()
}

/// The list with its filter, from a place on.
fn address(l: Locale, filter: &AuditFilter, cursor: Option<&str>) -> String {
    let pairs = [
        ("act", filter.act.map_or("", AuditAct::code)),
        ("object", filter.object.as_str()),
        ("email", filter.email.as_str()),
        ("after", cursor.unwrap_or_default()),
    ];
    let pairs: Vec<(&str, &str)> = pairs.into_iter().filter(|(_, value)| !value.is_empty()).collect();
    if pairs.is_empty() { routes::audit_log(l) } else { parts::with_query(&routes::audit_log(l), &pairs) }
}

fn row(l: Locale, line: &AuditLine) -> impl IntoView + use<> {
    let act = match &line.act {
        Ok(act) => labels::act(l, *act).to_owned(),
        Err(code) => t::audit_unknown(l, code.as_str()),
    };
    let who = match &line.who {
        AuditWho::Nobody => t::audit_nobody(l).into_any(),
        AuditWho::Person(name) => view! { <bdi>{ui::person_name(l, name)}</bdi> }.into_any(),
        AuditWho::ForTheChair => t::audit_chair(l).into_any(),
    };
    let facts: Vec<_> = line.facts.iter().map(|(name, value)| view! { <span>{fact(l, *name, value)}</span> }).collect();
    let seal = match line.position {
        Some(position) => t::audit_sealed(l, position),
        None => t::audit_unsealed(l).to_owned(),
    };
    view! {
        <li class="row">
            <h3 class="row__title">{act}</h3>
            <p class="row__meta">
                <span>{who}</span>
                {ui::time(l, line.at, "UTC")}
                {line.object.as_ref().map(|about| object(l, about))}
                {facts}
            </p>
            <p class="row__aside">{seal}</p>
        </li>
    }
}

/// What it was about, with the way to everything else about it.
fn object(l: Locale, object: &AuditObject) -> impl IntoView + use<> {
    let words = format!("{} {}", object.kind, object.id);
    let filter = AuditFilter { object: words.clone(), ..AuditFilter::default() };
    let label = format!("{}: {words}", t::audit_of_object(l));
    view! { <bdi dir="ltr"><a href=address(l, &filter, None) aria-label=label>{words}</a></bdi> }
}

fn fact(l: Locale, name: AuditFact, value: &FactValue) -> AnyView {
    let value = match value {
        // An id alone says little: it leads to everything about what it names. An entry of a ledger is nothing an event is about.
        FactValue::Text(text) if !matches!(name, AuditFact::By | AuditFact::JudgedBy) && text.parse::<ItemId>().is_ok() => {
            let filter = AuditFilter { object: text.clone(), ..AuditFilter::default() };
            let label = format!("{}: {text}", t::audit_of_object(l));
            view! { <bdi dir="ltr"><a href=address(l, &filter, None) aria-label=label>{text.clone()}</a></bdi> }.into_any()
        }
        FactValue::Text(text) => view! { <bdi>{text.clone()}</bdi> }.into_any(),
        FactValue::Truth(truth) => if *truth { t::audit_yes(l) } else { t::audit_no(l) }.into_any(),
    };
    view! { {labels::fact(l, name)}": "{value} }.into_any()
}
