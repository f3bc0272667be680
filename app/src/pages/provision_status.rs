//! How far a provision has come: what was set by whom and when, and the chair's form.

use super::parts;
use crate::render::{Cx, PageResult};
use crate::ui::{self, Button, FieldSpec};
use leptos::prelude::*;
use model::domain::ids::ProvisionId;
use model::domain::language::Locale;
use model::domain::provision_status::{ProvisionStatus, StatusEntry};
use model::error::PortalError;
use model::forms::{FormState, StatusForm};
use model::i18n::t::statuses as t;
use model::labels;
use model::portal::StatusPage;
use model::routes;

/// `/provisions/{id}/status`
pub async fn page(cx: &Cx, id: ProvisionId, state: Option<FormState<StatusForm>>) -> PageResult {
    let page = cx.portal.provision_status(&cx.ctx, id).await?;
    let l = cx.locale();
    let draft = format!("{}, {}", page.draft.title.get(l), page.draft.label.get(l));
    let citation = page.provision.citation.as_str();
    let head = parts::head_in_body(l, t::provision_status_title(l, citation), &page.body)
        .crumb(draft, routes::draft(l, page.draft.id))
        .crumb(labels::provision_name(l, &page.provision), routes::provision(l, id));
    let status = state.as_ref().map_or(200, parts::status_of_form);
    Ok(ui::page(cx, status, head, || content(l, &page, state.as_ref())))
}

fn content(l: Locale, page: &StatusPage, state: Option<&FormState<StatusForm>>) -> AnyView {
    let eyebrow = format!("{} · {}", page.draft.title.get(l), page.draft.label.get(l));
    let rows: Vec<_> = page.entries.iter().map(|entry| row(l, entry)).collect();
    let history = if rows.is_empty() {
        ui::empty(t::provision_status_none(l), view! { <p>{t::provision_status_none_what(l)}</p> }.into_any())
    } else {
        view! { <ul class="rows">{rows}</ul> }.into_any()
    };
    view! {
        {ui::page_head_with(Some(eyebrow), t::provision_status_title(l, page.provision.citation.as_str()), None, ().into_any())}
        {parts::provision_quote(l, &page.provision, page.draft.language)}
        {page.set.is_ok().then(|| form(l, page, state))}
        <section class="section"><h2>{t::provision_status_history(l)}</h2>{history}</section>
    }
    .into_any()
}

fn row(l: Locale, entry: &StatusEntry) -> AnyView {
    let note = (!entry.note.is_empty()).then(|| view! { <p dir="auto">{entry.note.clone()}</p> });
    view! {
        <li class="row">
            <h3 class="row__title">{labels::provision_status(l, entry.status)}</h3>
            <p class="row__meta"><span>{labels::role(l, entry.by)}</span>{ui::time(l, entry.set_at.to_second(), "UTC")}</p>
            {note}
        </li>
    }
    .into_any()
}

fn form(l: Locale, page: &StatusPage, state: Option<&FormState<StatusForm>>) -> AnyView {
    let newest = page.entries.first();
    let fresh = FormState::fresh(StatusForm {
        status: newest.map_or(ProvisionStatus::Open, |entry| entry.status).code().to_owned(),
        // What was said with the one before was said of it.
        note: String::new(),
        after: String::new(),
    });
    let state = state.unwrap_or(&fresh);
    // What stands now is shown below: pressing again is then a choice.
    let after = newest.map_or(0, |entry| entry.number).to_string();
    let status = FieldSpec::of(state, StatusForm::STATUS, t::provision_status_field(l), None, &state.form.status);
    let note =
        FieldSpec::of(state, StatusForm::NOTE, t::provision_status_note(l), Some(t::provision_status_note_hint(l)), &state.form.note)
            .optional();
    let options = labels::options(ProvisionStatus::ALL, ProvisionStatus::code, |value| labels::provision_status(l, value));
    let names = [(StatusForm::STATUS, t::provision_status_field(l)), (StatusForm::NOTE, t::provision_status_note(l))];
    let trouble = if state.refusal == Some(PortalError::Conflict) {
        parts::alert(ui::Notice::Warning, t::provision_status_changed(l))
    } else {
        parts::trouble(l, state, &names, "UTC")
    };
    view! {
        <section class="section" id="set">
            <h2>{t::provision_status_set(l)}</h2>
            {trouble}
            <form class="form" method="post" action=routes::provision_status(l, page.provision.id) novalidate>
                {ui::hidden(StatusForm::AFTER, after)}
                {ui::select(l, status, &options)}
                {ui::text_field(l, note)}
                <p class="hint">{t::provision_status_what(l)}</p>
                <div class="actions">
                    {ui::button(t::provision_status_button(l), Button::Primary, None)}
                    <a href=routes::provision(l, page.provision.id)>{t::provision_status_back(l)}</a>
                </div>
            </form>
        </section>
    }
    .into_any()
}
