//! The editor of what an organisation says of itself.

use super::parts::{self, trouble};
use crate::render::{Cx, PageResult};
use crate::ui::{self, Button, FieldSpec, Head};
use leptos::prelude::*;
use model::domain::ids::OrganisationId;
use model::domain::language::Locale;
use model::domain::organisation::{Affiliation, Organisation, Region, StakeholderType};
use model::error::PortalError;
use model::forms::{FormState, OrganisationForm as F};
use model::i18n::t::{auth, organisations as t};
use model::labels;
use model::routes;

/// `/organisations/{id}/edit`
pub async fn page(cx: &Cx, id: OrganisationId, state: Option<FormState<F>>) -> PageResult {
    let organisation = cx.portal.organisation_profile(&cx.ctx, id).await?;
    let mut state = state.unwrap_or_else(|| FormState::fresh(F::of(&organisation)));
    if state.refusal == Some(PortalError::Conflict) {
        // Saving again is then a choice: the form holds what was typed, the version what is stored.
        state.form.version = organisation.version.to_string();
    }
    let l = cx.locale();
    let head = Head::new(t::edit_title(l))
        .crumb(t::organisations_title(l), routes::organisations(l))
        .crumb(organisation.profile.name.as_str(), routes::organisation(l, id));
    Ok(ui::page(cx, parts::status_of_form(&state), head, || {
        view! {
            {ui::page_head(Some(organisation.profile.name.clone()), t::edit_title(l), Some(t::edit_lede(l).to_owned()))}
            {trouble(l, &state, &labels_of(l), "UTC")}
            {form(l, &organisation, &state)}
        }
        .into_any()
    }))
}

const fn labels_of(l: Locale) -> [(&'static str, &'static str); 11] {
    [
        (F::NAME, t::edit_name(l)),
        (F::SHORT_NAME, t::organisation_short_name(l)),
        (F::REASON, t::edit_reason(l)),
        (F::STAKEHOLDER_TYPE, auth::register_stakeholder_type(l)),
        (F::COUNTRY, t::organisation_country(l)),
        (F::REGION, auth::register_region(l)),
        (F::AFFILIATIONS, t::organisation_affiliations(l)),
        (F::LANGUAGES, t::organisation_languages(l)),
        (F::WEBSITE, t::organisation_website(l)),
        (F::ECOSOC, t::organisation_ecosoc(l)),
        (F::DESCRIPTION, t::edit_description(l)),
    ]
}

fn form(l: Locale, organisation: &Organisation, state: &FormState<F>) -> AnyView {
    let typed = &state.form;
    let [name, short, reason, of_type, country, region, affiliations, languages, website, ecosoc, description] =
        labels_of(l).map(|(name, label)| FieldSpec { name, label, fault: state.fault(name), ..FieldSpec::default() });
    let types = labels::options(StakeholderType::ALL, StakeholderType::code, |value| labels::stakeholder_type(l, value));
    let regions = labels::options(Region::ALL, Region::code, |value| labels::region(l, value));
    let all = labels::options(Affiliation::ALL, Affiliation::code, |value| labels::affiliation(l, value));
    let country_value = if typed.country.is_empty() { model::forms::NO_COUNTRY } else { typed.country.as_str() };
    // A reason is asked for only where a name is public already.
    let why = organisation
        .approved_at
        .map(|_| ui::text_field(l, FieldSpec { value: &typed.reason, hint: Some(t::edit_reason_hint(l)), ..reason }));
    let technical = FieldSpec {
        name: F::TECHNICAL_COMMUNITY,
        label: t::technical_community(l),
        hint: Some(t::edit_technical_hint(l)),
        ..FieldSpec::default()
    };
    view! {
        <form class="form" method="post" action=routes::edit_organisation(l, organisation.id) novalidate>
            {ui::hidden(F::VERSION, typed.version.as_str())}
            {ui::text_field(l, FieldSpec { value: &typed.name, hint: Some(t::edit_name_hint(l)), required: true, ..name })}
            {ui::text_field(l, FieldSpec { value: &typed.short_name, hint: Some(t::edit_short_hint(l)), ..short })}
            {why}
            {ui::select(l, FieldSpec { value: &typed.stakeholder_type, required: true, ..of_type }, &types)}
            {ui::checkbox(technical, typed.technical_community)}
            {ui::select(l, FieldSpec { value: country_value, ..country }, &ui::country_options(l, t::edit_no_country(l)))}
            {ui::select(l, FieldSpec { value: &typed.region, required: true, hint: Some(auth::register_region_hint(l)), ..region }, &regions)}
            {ui::checkboxes(l, FieldSpec { hint: Some(t::edit_affiliations_hint(l)), ..affiliations }, &all, &typed.affiliations)}
            {ui::checkboxes(l, languages, &labels::language_options(l), &typed.languages)}
            {ui::text_field(l, FieldSpec { value: &typed.website, hint: Some(t::edit_website_hint(l)), autocomplete: Some("url"), ..website })}
            {ui::text_field(l, FieldSpec { value: &typed.ecosoc, hint: Some(t::edit_ecosoc_hint(l)), ..ecosoc })}
            {ui::text_area(l, FieldSpec { value: &typed.description, hint: Some(t::edit_description_hint(l)), ..description }, 6, None, false)}
            <div class="actions">
                {ui::button(t::edit_save(l), Button::Primary, None)}
                <a href=routes::organisation(l, organisation.id)>{t::edit_cancel(l)}</a>
            </div>
        </form>
    }
    .into_any()
}
