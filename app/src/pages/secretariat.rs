//! The secretariat's desk: finding, what waits (claims on contact points, organisations), and the files of persons and organisations.

mod claims;
mod factor;
mod organisation;
mod person;

use super::parts;
use crate::render::{Cx, PageResult};
use crate::ui::{self, Button, FieldSpec, Head};
use leptos::prelude::*;
use model::calendar;
use model::domain::language::Locale;
use model::forms::{QUERY, query};
use model::i18n::t::offices as t;
use model::labels;
use model::portal::{ClaimLine, Found, PersonLine, SecretariatDesk, WaitingOrganisation};
use model::routes;

pub use factor::{REMOVED, after as after_removing_factor, remove_factor};
pub use organisation::organisation;
pub use person::{Done, person};

/// `/secretariat`
pub async fn desk(cx: &Cx, cursor: Option<&str>) -> PageResult {
    let desk = cx.portal.secretariat_desk(&cx.ctx, cursor).await?;
    // Claims stand at the head of the first page; the pages after it only go on with the organisations.
    let claims = if cursor.is_none() { Some(cx.portal.open_claims(&cx.ctx).await?) } else { None };
    let l = cx.locale();
    Ok(ui::page(cx, 200, Head::new(t::desk_secretariat_title(l)), || desk_content(cx, &desk, claims.as_deref())))
}

/// `claims`: on the first page.
fn desk_content(cx: &Cx, desk: &SecretariatDesk, claims: Option<&[ClaimLine]>) -> AnyView {
    let l = cx.locale();
    let none = ui::empty(t::desk_secretariat_waiting_none(l), view! { <p>{t::desk_secretariat_waiting_none_what(l)}</p> }.into_any());
    let here = routes::secretariat(l);
    let next = desk.waiting.next.as_deref().map(|cursor| parts::with_query(&here, &[("after", cursor)]));
    let label = t::desk_secretariat_waiting(l);
    view! {
        {ui::page_head(None, t::desk_secretariat_title(l), Some(t::desk_secretariat_lede(l).to_owned()))}
        {search(l, "")}
        {claims.map(|claims| claims::section(cx, claims))}
        <section class="section">
            <h2>{label}</h2>
            {organisations(l, &desk.waiting.rows, none)}
            {parts::pagination(&page_words(l), label, claims.is_none().then_some(here), next)}
        </section>
    }
    .into_any()
}

/// The words under lists of the desk.
const fn page_words(l: Locale) -> parts::PageWords {
    parts::PageWords { label: t::desk_secretariat_pages(l), first: t::desk_secretariat_first(l), next: t::desk_secretariat_next(l) }
}

/// The search form; looking changes nothing, so it is a GET.
fn search(l: Locale, value: &str) -> AnyView {
    let spec = FieldSpec {
        name: QUERY,
        label: t::desk_secretariat_find(l),
        hint: Some(t::desk_secretariat_find_hint(l)),
        value,
        autocomplete: Some("off"),
        ..FieldSpec::default()
    };
    view! {
        <form class="form" method="get" action=routes::find(l) role="search">
            {ui::search_field(l, spec)}
            <div class="actions">{ui::button(t::desk_secretariat_find_button(l), Button::Primary, None)}</div>
        </form>
    }
    .into_any()
}

/// `/secretariat/find?q=…`
pub async fn find(cx: &Cx, asked: &str, people_after: Option<&str>, organisations_after: Option<&str>) -> PageResult {
    let l = cx.locale();
    let Some(query) = query(asked) else {
        // Nothing to look for: the desk with its form, for those who keep it.
        return desk(cx, None).await;
    };
    let found = cx.portal.find(&cx.ctx, &query, people_after, organisations_after).await?;
    let title = t::find_results_title(l, query.as_str());
    let head = Head::new(title.clone()).crumb(t::desk_secretariat_title(l), routes::secretariat(l));
    Ok(ui::page(cx, 200, head, || found_content(l, &found, title, &query, (people_after.is_none(), organisations_after.is_none()))))
}

fn found_content(l: Locale, found: &Found, title: String, query: &str, first: (bool, bool)) -> AnyView {
    let no_people = ui::empty(t::find_people_none(l), view! { <p>{t::find_people_none_what(l)}</p> }.into_any());
    let no_organisations = ui::empty(t::find_organisations_none(l), view! { <p>{t::find_organisations_none_what(l)}</p> }.into_any());
    let here = routes::find(l);
    let start = |first: bool| (!first).then(|| parts::with_query(&here, &[(QUERY, query)]));
    let next = |name: &str, cursor: Option<&str>| cursor.map(|cursor| parts::with_query(&here, &[(QUERY, query), (name, cursor)]));
    let words = page_words(l);
    view! {
        {ui::page_head(None, title, None)}
        {search(l, query)}
        <section class="section">
            <h2>{t::find_people(l)}</h2>
            {people(l, &found.people.rows, no_people)}
            {parts::pagination(&words, t::find_people(l), start(first.0), next("people", found.people.next.as_deref()))}
        </section>
        <section class="section">
            <h2>{t::find_organisations(l)}</h2>
            {organisations(l, &found.organisations.rows, no_organisations)}
            {parts::pagination(&words, t::find_organisations(l), start(first.1), next("organisations", found.organisations.next.as_deref()))}
        </section>
    }
    .into_any()
}

fn people(l: Locale, list: &[PersonLine], empty: AnyView) -> AnyView {
    if list.is_empty() {
        return empty;
    }
    let rows: Vec<_> = list.iter().map(|person| view! { <li class="row">{person_row(l, person)}</li> }).collect();
    view! { <ul class="rows">{rows}</ul> }.into_any()
}

/// A person in a list: name, address, whether it is confirmed.
fn person_row(l: Locale, person: &PersonLine) -> impl IntoView + use<> {
    view! {
        <h3 class="row__title"><a href=routes::person_file(l, person.id)><bdi>{ui::person_name(l, &person.full_name)}</bdi></a></h3>
        <p class="row__meta"><bdi>{person.email.clone()}</bdi></p>
        <p class="row__aside">{confirmed(l, person.confirmed)}</p>
    }
}

fn confirmed(l: Locale, confirmed: bool) -> AnyView {
    let (class, words) = if confirmed { ("accepted", t::find_confirmed(l)) } else { ("draft", t::find_unconfirmed(l)) };
    view! { <span class=format!("status status--{class}")>{words}</span> }.into_any()
}

fn organisations(l: Locale, list: &[WaitingOrganisation], empty: AnyView) -> AnyView {
    if list.is_empty() {
        return empty;
    }
    let rows: Vec<_> = list
        .iter()
        .map(|line| {
            let organisation = &line.organisation;
            let registered = t::desk_secretariat_registered(l, calendar::full(l, line.created_at.to_second(), "UTC"));
            view! {
                <li class="row">
                    <h3 class="row__title"><a href=routes::organisation_file(l, organisation.id)><bdi>{organisation.name.clone()}</bdi></a></h3>
                    <p class="row__meta">
                        <span>{labels::stakeholder_type(l, organisation.stakeholder_type)}</span>
                        <span>{labels::region(l, organisation.region)}</span>
                        <span>{registered}</span>
                    </p>
                    <p class="row__aside">{state(l, line)}</p>
                </li>
            }
        })
        .collect();
    view! { <ul class="rows">{rows}</ul> }.into_any()
}

/// Where an organisation stands with the secretariat.
fn state(l: Locale, line: &WaitingOrganisation) -> AnyView {
    let (class, words) = match (line.approved_at, line.declined) {
        (Some(_), _) => ("accepted", t::organisation_public(l)),
        (None, true) => ("declined", t::organisation_declined(l)),
        (None, false) => ("upcoming", t::organisation_waiting(l)),
    };
    view! { <span class=format!("status status--{class}")>{words}</span> }.into_any()
}
