//! The page between registering and confirming, and later for whoever looks for an organisation: join one that is there, or register one.

use super::parts::{organisation_meta, status_of_form, trouble};
use crate::render::{Cx, PageResult};
use crate::ui::{self, Button, FieldSpec, Head};
use leptos::prelude::*;
use model::domain::language::Locale;
use model::domain::membership::RequestState;
use model::domain::organisation::{Region, StakeholderType};
use model::forms::{FormState, NewOrganisationForm as F};
use model::i18n::t::{auth, members as m, organisations as t};
use model::labels;
use model::policy::Denied;
use model::portal::{FindOrganisation, Likeness, NewOrganisation, OrganisationFilter, OrganisationLine, OwnRequest, Suggestion};
use model::routes;

/// `/register/organisation`; `search` looks for a public organisation by name.
pub async fn page(cx: &Cx, search: &str, state: Option<FormState<F>>) -> PageResult {
    if cx.signed_in().is_none() {
        return Err(Denied::NotSignedIn.into());
    }
    let found = cx.portal.find_organisation(&cx.ctx).await?;
    let results = if search.trim().is_empty() {
        None
    } else {
        let filter = OrganisationFilter { search: search.to_owned(), ..OrganisationFilter::default() };
        Some(cx.portal.organisations(&cx.ctx, &filter, None).await?.rows)
    };
    let state = state.unwrap_or_default();
    let l = cx.locale();
    let title = if found.typed.is_some() { m::find_choice_title(l) } else { m::find_title(l) };
    Ok(ui::page(cx, status_of_form(&state), Head::new(title), || {
        let lede = if found.typed.is_some() { m::find_choice_lede(l) } else { m::find_lede(l) };
        let body = match &found.typed {
            Some(typed) => choice(l, &found, typed),
            None => view! {
                {suggestions(l, &found.suggestions)}
                {requests(l, &found.requests)}
                {look(l, search, results.as_deref())}
                {new(l, &state)}
            }
            .into_any(),
        };
        view! {
            {trouble(l, &state, &labels_of(l), "UTC")}
            {ui::page_head(None, title, Some(lede.to_owned()))}
            {body}
        }
        .into_any()
    }))
}

/// After registering: join one of these, or register what was typed. The primary button goes on with what was typed.
fn choice(l: Locale, found: &FindOrganisation, typed: &NewOrganisation) -> AnyView {
    view! {
        {suggestions(l, &found.suggestions)}
        <form class="section" method="post" action=routes::find_organisation(l)>
            {ui::hidden("typed", "yes")}
            <div class="actions">{ui::button(m::find_none_of_these(l, typed.name.as_str()), Button::Primary, None)}</div>
            <p class="hint">{m::find_none_hint(l)}</p>
        </form>
    }
    .into_any()
}

fn suggestions(l: Locale, suggestions: &[Suggestion]) -> AnyView {
    if suggestions.is_empty() {
        return ().into_any();
    }
    let rows: Vec<_> = suggestions
        .iter()
        .map(|suggestion| {
            let why = match suggestion.why {
                Likeness::Name => m::find_why_name(l),
                Likeness::Domain => m::find_why_domain(l),
            };
            asking_row(l, &suggestion.line, Some(why))
        })
        .collect();
    view! { <section class="section"><h2>{m::find_suggestions(l)}</h2><ul class="rows">{rows}</ul></section> }.into_any()
}

/// An organisation with the button that asks to join it.
fn asking_row(l: Locale, line: &OrganisationLine, why: Option<&'static str>) -> AnyView {
    let name = line.organisation.name.clone();
    let why = why.map(|why| view! { <p class="hint">{why}</p> });
    view! {
        <li class="row">
            <h3 class="row__title"><bdi>{name.clone()}</bdi></h3>
            <div class="row__meta">{organisation_meta(l, line)}</div>
            {why}
            <form class="row__aside" method="post" action=routes::join_organisation(l, line.organisation.id)>
                {ui::button(m::find_ask(l, name), Button::Secondary, None)}
            </form>
        </li>
    }
    .into_any()
}

/// One's own requests: open ones can be taken back, declined ones say why.
pub fn requests(l: Locale, requests: &[OwnRequest]) -> AnyView {
    if requests.is_empty() {
        return ().into_any();
    }
    let rows: Vec<_> = requests
        .iter()
        .map(|request| {
            let open = request.state == RequestState::Open;
            let words = if open { m::request_open(l) } else { m::request_declined(l) };
            let reason = (!request.reason.is_empty()).then(|| view! { <p class="hint" dir="auto">{request.reason.clone()}</p> });
            let back = open.then(|| {
                view! {
                    <form class="row__aside" method="post" action=routes::withdraw_request(l)>
                        {ui::hidden("request", request.id.to_string())}
                        {ui::button(m::request_withdraw(l), Button::Quiet, None)}
                    </form>
                }
            });
            view! {
                <li class="row">
                    <h3 class="row__title"><bdi>{request.organisation_name.clone()}</bdi></h3>
                    <p class="row__meta"><span>{words}</span></p>
                    {reason}
                    {back}
                </li>
            }
        })
        .collect();
    view! { <section class="section"><h2>{m::requests_own(l)}</h2><ul class="rows">{rows}</ul></section> }.into_any()
}

fn look(l: Locale, search: &str, results: Option<&[OrganisationLine]>) -> AnyView {
    let results = results.map(|lines| {
        if lines.is_empty() {
            return ui::empty(t::organisations_none_match(l), view! { <p>{m::find_not_found_what(l)}</p> }.into_any());
        }
        let rows: Vec<_> = lines.iter().map(|line| asking_row(l, line, None)).collect();
        view! { <ul class="rows">{rows}</ul> }.into_any()
    });
    view! {
        <section class="section">
            <h2>{m::find_search(l)}</h2>
            <form class="filters" method="get" action=routes::find_organisation(l) role="search">
                <div class="filters__search">
                    <label for="search">{t::organisations_search(l)}</label>
                    <input type="search" id="search" name="search" value=search.to_owned() dir="auto"/>
                </div>
                {ui::button(t::organisations_filter(l), Button::Secondary, None)}
            </form>
            {results}
        </section>
    }
    .into_any()
}

const fn labels_of(l: Locale) -> [(&'static str, &'static str); 3] {
    [
        (F::ORGANISATION_NAME, auth::register_organisation_name(l)),
        (F::STAKEHOLDER_TYPE, auth::register_stakeholder_type(l)),
        (F::REGION, auth::register_region(l)),
    ]
}

fn new(l: Locale, state: &FormState<F>) -> AnyView {
    let typed = &state.form;
    let [name, of_type, region] =
        labels_of(l).map(|(name, label)| FieldSpec { name, label, fault: state.fault(name), required: true, ..FieldSpec::default() });
    let types = labels::options(StakeholderType::ALL, StakeholderType::code, |value| labels::stakeholder_type(l, value));
    let regions = labels::options(Region::ALL, Region::code, |value| labels::region(l, value));
    view! {
        <section class="section">
            <h2>{m::find_new(l)}</h2>
            <form class="form" method="post" action=routes::find_organisation(l) novalidate>
                {ui::text_field(l, FieldSpec { value: &typed.organisation_name, hint: Some(auth::register_organisation_hint(l)), ..name })}
                {ui::select(l, FieldSpec { value: &typed.stakeholder_type, ..of_type }, &types)}
                {ui::select(l, FieldSpec { value: &typed.region, hint: Some(auth::register_region_hint(l)), ..region }, &regions)}
                <div class="actions">{ui::button(m::find_register(l), Button::Primary, None)}</div>
            </form>
        </section>
    }
    .into_any()
}
