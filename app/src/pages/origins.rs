//! Where the provisions of a new version come from, as the chair confirms it.

use super::parts;
use super::text_edit::head;
use crate::render::{Cx, PageResult};
use crate::ui::{self, Button, FieldSpec, Marks, Notice};
use leptos::prelude::*;
use model::domain::drafting::{Alignment, Compared, Fate, OriginsMark, Unit, compare, outline, propose};
use model::domain::ids::PreparationId;
use model::domain::language::{Language, Locale};
use model::error::PortalError;
use model::forms::{FormState, OriginsForm};
use model::i18n::t::drafting as t;
use model::portal::PreparationPage;
use model::routes;
use std::collections::BTreeSet;

/// What the page is made of.
struct Parts<'a> {
    page: &'a PreparationPage,
    state: FormState<OriginsForm>,
    /// Nothing was confirmed yet for these words, and nothing typed.
    proposed: bool,
    base_label: String,
    old: &'a [Unit],
    new: &'a [Unit],
    /// What another has confirmed meanwhile, in the fields' own words.
    replaced: Option<Vec<String>>,
    /// As the fields say it.
    lines: Vec<Compared>,
    troubles: AnyView,
    /// A time stands until which nothing changes, and nothing was typed: it is shown, not asked.
    locked: bool,
}

/// `/preparations/{id}/origins`
pub async fn page(cx: &Cx, id: PreparationId, state: Option<FormState<OriginsForm>>) -> PageResult {
    let page = cx.portal.preparation(&cx.ctx, id).await?;
    let l = cx.locale();
    let (base, provisions) = page.base.as_ref().ok_or(PortalError::NotFound)?;
    let old = Unit::all(provisions);
    let read = outline(&page.preparation.words.source);
    let confirmed = page.preparation.confirmed(&old, &read.units);
    let from = OriginsMark::of(&page.preparation);
    // Fields that were filled for other words are of no use any more: that is said, and these words are asked for.
    let stale = state.as_ref().is_some_and(|state| state.form.from.words != from.words);
    let typed = state.filter(|_| !stale);
    let proposed = confirmed.is_none() && typed.is_none();
    let stored = confirmed.unwrap_or_else(|| propose(&old, &read.units));
    let fresh = OriginsForm::of(stored.origins(), &old, from.clone());
    let mut replaced = None;
    let state = match typed {
        Some(mut typed) => {
            // One field for each provision, whatever was sent.
            typed.form.origins.resize(read.units.len(), String::new());
            if typed.refusal == Some(PortalError::Conflict) {
                // What another confirmed stands beside what was typed; confirming again is then a choice.
                typed.form.from = from;
                replaced = Some(fresh.origins);
            }
            typed
        }
        None if stale => FormState::refused(fresh, PortalError::Conflict),
        None => FormState::fresh(fresh),
    };
    let said = state.form.parse(&old).ok().and_then(|origins| Alignment::new(origins, old.len(), read.units.len()));
    let parts = Parts {
        page: &page,
        proposed,
        replaced,
        base_label: base.label.get(l).to_owned(),
        old: &old,
        new: &read.units,
        lines: compare(&old, &read.units, said.as_ref().unwrap_or(&stored)),
        locked: page.change.is_err() && !state.is_refused(),
        troubles: if read.flaws.is_empty() { ().into_any() } else { parts::troubles(l, &read) },
        state,
    };
    let status = parts::status_of_form(&parts.state);
    let head = head(l, t::origins_title(l).to_owned(), &page);
    Ok(ui::page(cx, status, head, || content(l, parts)))
}

fn content(l: Locale, parts: Parts<'_>) -> AnyView {
    let preparation = &parts.page.preparation;
    let label = preparation.words.label.get(l);
    let names: Vec<_> = parts.state.errors.iter().map(|error| (error.field, t::origins_from(l))).collect();
    let trouble = if parts.state.refusal == Some(PortalError::Conflict) {
        let words = if parts.replaced.is_some() { t::origins_replaced(l) } else { t::origins_stale(l) };
        parts::alert(Notice::Warning, words)
    } else {
        parts::trouble(l, &parts.state, &names, "UTC")
    };
    let standing = if parts.proposed { t::origins_proposed(l) } else { t::origins_confirmed(l) };
    let standing = (!parts.state.is_refused()).then(|| ui::notice(Notice::Info, view! { <p>{standing}</p> }.into_any()));
    let (sure, open): (Vec<_>, Vec<_>) =
        parts.lines.iter().filter_map(|line| line.new.map(|unit| (unit, line))).partition(|(unit, line)| {
            let differs = parts.replaced.as_ref().is_some_and(|other| other.get(*unit) != parts.state.form.origins.get(*unit));
            line.is_same() && !differs && parts.state.fault(OriginsForm::name(*unit)).is_none()
        });
    let rows = |lines: &[(usize, &Compared)]| lines.iter().map(|(unit, line)| row(l, &parts, *unit, line)).collect::<Vec<_>>();
    let open_rows = if open.is_empty() {
        view! { <p>{t::origins_none_open(l)}</p> }.into_any()
    } else {
        view! { <ul class="rows">{rows(&open)}</ul> }.into_any()
    };
    let sure_rows = (!sure.is_empty()).then(|| {
        view! { <details class="section"><summary>{t::origins_sure(l, sure.len())}</summary><ul class="rows">{rows(&sure)}</ul></details> }
    });
    let time = parts::issue_time(l, preparation, true);
    let confirm = (!parts.locked).then(|| ui::button(t::origins_confirm(l), Button::Primary, None));
    let lede = t::origins_lede(l, parts.base_label.as_str(), label);
    let gone = gone(l, &parts);
    view! {
        {trouble}
        {ui::page_head(Some(label.to_owned()), t::origins_title(l), Some(lede))}
        {parts.troubles}
        {time}
        {standing}
        <form method="post" action=routes::origins(l, preparation.id) novalidate>
            {ui::hidden(OriginsForm::WORDS, parts.state.form.from.words.as_str())}
            {ui::hidden(OriginsForm::CONFIRMED, parts.state.form.from.confirmed.as_str())}
            <section class="section"><h2>{t::origins_open(l)}</h2>{open_rows}</section>
            {sure_rows}
            {gone}
            <div class="actions">
                {confirm}
                <a href=routes::preparation(l, preparation.id)>{t::origins_back(l)}</a>
            </div>
        </form>
    }
    .into_any()
}

fn row(l: Locale, parts: &Parts<'_>, unit: usize, line: &Compared) -> AnyView {
    let name = OriginsForm::name(unit);
    let beside = format!("unit-{unit}");
    let words = &parts.new[unit];
    let value = parts.state.form.origins.get(unit).map_or("", String::as_str);
    let field = FieldSpec {
        name,
        label: t::origins_from(l),
        value,
        fault: parts.state.fault(name),
        beside: Some(&beside),
        autocomplete: Some("off"),
        ..FieldSpec::default()
    };
    let field = if parts.locked {
        let from = if value.is_empty() { t::fate_added(l) } else { value };
        view! { <p class="hint">{format!("{}: {from}", t::origins_from(l))}</p> }.into_any()
    } else {
        ui::text_field(l, field).into_any()
    };
    let other = parts.replaced.as_ref().and_then(|all| all.get(unit)).filter(|other| *other != value).map(|other| {
        let other = if other.is_empty() { t::fate_added(l) } else { other };
        view! { <p class="hint">{t::origins_other(l, other)}</p> }
    });
    let language = parts.page.preparation.words.language;
    view! {
        <li class="row">
            <div id=beside.clone()>
                <h3 class="row__title">{cite(language, &words.citation)}</h3>
                <p class="row__meta"><span>{parts::fate(l, line, parts.old, parts.new)}</span></p>
                <p>{against_origin(l, parts, line, words)}</p>
            </div>
            {field}
            {other}
        </li>
    }
    .into_any()
}

/// The words of a provision, marked against those it comes from.
fn against_origin(l: Locale, parts: &Parts<'_>, line: &Compared, unit: &Unit) -> AnyView {
    let new = parts.page.preparation.words.language;
    let old = parts.page.base.as_ref().map_or(new, |(base, _)| base.language);
    if line.old.is_empty() || line.fate == Fate::Split {
        return in_language(new, &unit.text);
    }
    let before = line.old.iter().map(|at| parts.old[*at].text.as_str()).collect::<Vec<_>>().join(" ");
    let words = ui::marked(l, &ui::diff_on_page(parts.lines.len(), &before, &unit.text), (old, new), Marks::Both);
    view! { <bdi lang=new.code() dir=new.direction().as_str()>{words}</bdi> }.into_any()
}

fn cite(language: Language, citation: &str) -> AnyView {
    view! { <bdi lang=language.code()>{citation.to_owned()}</bdi> }.into_any()
}

fn in_language(language: Language, text: &str) -> AnyView {
    view! { <bdi lang=language.code() dir=language.direction().as_str()>{text.to_owned()}</bdi> }.into_any()
}

/// What is left behind.
fn gone(l: Locale, parts: &Parts<'_>) -> AnyView {
    let Some((base, _)) = &parts.page.base else { return ().into_any() };
    let left: BTreeSet<usize> =
        parts.lines.iter().filter(|line| line.fate == Fate::Deleted).flat_map(|line| line.old.iter().copied()).collect();
    let label = parts.base_label.as_str();
    let list = if left.is_empty() {
        view! { <p>{t::origins_gone_none(l, label)}</p> }.into_any()
    } else {
        let rows: Vec<_> = left
            .into_iter()
            .map(|at| {
                let unit = &parts.old[at];
                view! {
                    <li class="row">
                        <h3 class="row__title">{cite(base.language, &unit.citation)}</h3>
                        <p>{in_language(base.language, &unit.text)}</p>
                    </li>
                }
            })
            .collect();
        view! { <p>{t::origins_gone_what(l, label)}</p><ul class="rows">{rows}</ul> }.into_any()
    };
    view! { <section class="section"><h2>{t::origins_gone(l)}</h2>{list}</section> }.into_any()
}
