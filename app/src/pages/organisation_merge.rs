//! The secretariat merges a duplicate into the organisation that stays.

use super::parts::{organisation_meta, status_of_form, trouble};
use crate::render::{Cx, PageResult};
use crate::ui::{self, Button, FieldSpec, Head, Notice};
use leptos::prelude::*;
use model::domain::ids::OrganisationId;
use model::domain::language::Locale;
use model::forms::{FormState, MergeForm};
use model::i18n::t::organisations as t;
use model::portal::MergePage;
use model::routes;

/// `/organisations/{id}/merge`; `search` looks for another name than the close ones.
pub async fn page(cx: &Cx, id: OrganisationId, search: &str, state: Option<FormState<MergeForm>>) -> PageResult {
    let page = cx.portal.merge_page(&cx.ctx, id, search).await?;
    let state = state.unwrap_or_default();
    let l = cx.locale();
    let name = page.organisation.profile.name.as_str();
    let head = Head::new(t::merge_title(l, name))
        .crumb(t::organisations_title(l), routes::organisations(l))
        .crumb(name, routes::organisation(l, id));
    let labels = [(MergeForm::INTO, t::merge_into(l)), (MergeForm::REASON, t::merge_reason(l))];
    Ok(ui::page(cx, status_of_form(&state), head, || {
        view! {
            {ui::page_head(None, t::merge_title(l, name), Some(t::merge_lede(l).to_owned()))}
            {trouble(l, &state, &labels, "UTC")}
            {ui::notice(Notice::Warning, view! { <p>{t::merge_what(l, page.members)}</p><p>{t::merge_no_undo(l)}</p> }.into_any())}
            {look(l, id, search)}
            {form(l, &page, search, &state)}
        }
        .into_any()
    }))
}

fn look(l: Locale, id: OrganisationId, search: &str) -> AnyView {
    view! {
        <form class="filters" method="get" action=routes::merge_organisation(l, id) role="search">
            <div class="filters__search">
                <label for="search">{t::organisations_search(l)}</label>
                <input type="search" id="search" name="search" value=search.to_owned() dir="auto"/>
            </div>
            {ui::button(t::organisations_filter(l), Button::Secondary, None)}
        </form>
    }
    .into_any()
}

fn form(l: Locale, page: &MergePage, search: &str, state: &FormState<MergeForm>) -> AnyView {
    if page.close.is_empty() {
        return ui::empty(t::merge_none(l), view! { <p>{t::merge_none_what(l)}</p> }.into_any());
    }
    let id = page.organisation.id;
    let options: Vec<_> = page.close.iter().map(|line| (line.organisation.id.to_string(), line.organisation.name.clone())).collect();
    let rows: Vec<_> = page
        .close
        .iter()
        .map(|line| {
            let name = line.organisation.name.clone();
            view! { <li class="row"><p class="row__title"><bdi>{name}</bdi></p><p class="row__meta">{organisation_meta(l, line)}</p></li> }
        })
        .collect();
    let into = FieldSpec {
        name: MergeForm::INTO,
        label: t::merge_into(l),
        hint: Some(t::merge_into_hint(l)),
        value: &state.form.into,
        fault: state.fault(MergeForm::INTO),
        required: true,
        ..FieldSpec::default()
    };
    let reason = FieldSpec {
        name: MergeForm::REASON,
        label: t::merge_reason(l),
        hint: Some(t::edit_reason_hint(l)),
        value: &state.form.reason,
        fault: state.fault(MergeForm::REASON),
        required: true,
        ..FieldSpec::default()
    };
    view! {
        <ul class="rows">{rows}</ul>
        <form class="form" method="post" action=routes::merge_organisation(l, id) novalidate>
            {ui::hidden("search", search)}
            {ui::select(l, into, &options)}
            {ui::text_field(l, reason)}
            <div class="actions">{ui::button(t::merge_button(l), Button::Danger, None)}</div>
        </form>
    }
    .into_any()
}
