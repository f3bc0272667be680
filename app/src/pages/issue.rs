//! The last look before a version is issued; and before one is dropped.

use super::parts;
use super::text_edit::head;
use crate::render::{Cx, PageResult};
use crate::ui::{self, Button, FieldSpec, Notice};
use leptos::prelude::*;
use model::domain::drafting::{Outline, Unit, compare, outline};
use model::domain::ids::PreparationId;
use model::domain::language::Locale;
use model::error::PortalError;
use model::forms::{FormState, IssueForm, TextForm};
use model::i18n::t::{drafting as t, issuing as i};
use model::labels;
use model::policy::Denied;
use model::portal::PreparationPage;
use model::routes;

/// `/preparations/{id}/issue`
pub async fn page(cx: &Cx, id: PreparationId, state: Option<FormState<IssueForm>>) -> PageResult {
    let page = cx.portal.preparation(&cx.ctx, id).await?;
    let l = cx.locale();
    let title = t::issue_title(l, page.preparation.words.label.get(l));
    let head = head(l, title.clone(), &page);
    let fresh = || FormState::fresh(IssueForm::fresh(page.preparation.issue_time.as_ref(), &page.time_zone));
    let mut state = state.unwrap_or_else(fresh);
    if state.form.time_zone.is_empty() && state.fault(IssueForm::TIME_ZONE).is_none() {
        // Another button was pressed: the form of the time begins as it does.
        state.form.time_zone.clone_from(&page.time_zone);
    }
    Ok(ui::page(cx, parts::status_of_form(&state), head, || content(l, &title, &page, &state)))
}

/// Why it cannot be issued yet, in words.
fn hindrance(l: Locale, denied: Denied, read: &Outline) -> String {
    match denied {
        Denied::NotTheNewest => t::text_overtaken(l).to_owned(),
        Denied::TextHasFlaws if read.flaws.is_empty() => t::issue_empty(l).to_owned(),
        Denied::TextHasFlaws => t::issue_flaws(l, read.flaws.len()),
        Denied::OriginsNotConfirmed => t::issue_unconfirmed(l).to_owned(),
        denied => ui::refusal_words(l, &denied.into(), "UTC").0,
    }
}

fn content(l: Locale, title: &str, page: &PreparationPage, state: &FormState<IssueForm>) -> AnyView {
    let preparation = &page.preparation;
    let read = outline(&preparation.words.source);
    let base = page.base.as_ref().map(|(version, provisions)| (version, Unit::all(provisions)));
    let alignment = base.as_ref().and_then(|(_, old)| preparation.confirmed(old, &read.units));
    let lede = if preparation.standing_time().is_some() { i::issue_timed_lede(l) } else { t::issue_lede(l) };
    let changes = base.zip(alignment).map(|((version, old), alignment)| {
        let lines: Vec<_> = compare(&old, &read.units, &alignment)
            .into_iter()
            .filter(|line| !line.is_same())
            .map(|line| {
                let here = line.new.map_or_else(|| parts::cited(l, &old, &line.old), |unit| read.units[unit].citation.clone());
                view! { <li>{t::compare_texts_paragraph(l, here)}" "{parts::fate(l, &line, &old, &read.units)}</li> }
            })
            .collect();
        view! { <section class="section"><h2>{t::issue_changes(l, version.label.get(l))}</h2><ul class="stack">{lines}</ul></section> }
    });
    view! {
        {trouble(l, state)}
        {ui::page_head(Some(page.body.short_name.get(l).to_owned()), title.to_owned(), Some(lede.to_owned()))}
        {facts(l, page, &read)}
        <div class="section stack">
            {parts::issue_time(l, preparation, false)}
            {acts(l, page, state, &read)}
        </div>
        <div class="section stack">
            {parts::imported(l, &preparation.words.source)}
            {parts::troubles(l, &read)}
        </div>
        {changes}
        <section class="section"><h2>{t::issue_text(l)}</h2>{parts::outlined(preparation.words.language, &read.units)}</section>
    }
    .into_any()
}

/// What can be done: issuing it at once or at a time, or what stands in the way.
fn acts(l: Locale, page: &PreparationPage, state: &FormState<IssueForm>, read: &Outline) -> AnyView {
    let preparation = &page.preparation;
    let back = view! { <a href=routes::preparation(l, preparation.id)>{t::origins_back(l)}</a> };
    match page.issue {
        Ok(()) if page.change.is_err() => view! { <div class="actions">{back}</div> }.into_any(),
        Ok(()) => view! {
            <form method="post" action=routes::issue(l, preparation.id)>
                {ui::hidden(IssueForm::VERSION, preparation.version.to_string())}
                <div class="actions">{ui::button(t::issue_button(l), Button::Primary, Some((IssueForm::ACT, IssueForm::NOW)))}{back}</div>
            </form>
            {later(l, page, state)}
        }
        .into_any(),
        Err(denied) => {
            let confirm = (denied == Denied::OriginsNotConfirmed && page.change.is_ok())
                .then(|| ui::link_button(t::issue_to_origins(l), routes::origins(l, preparation.id), Button::Primary));
            view! {
                {ui::notice(Notice::Warning, view! { <p>{hindrance(l, denied, read)}</p> }.into_any())}
                <div class="actions">{confirm}{back}</div>
            }
            .into_any()
        }
    }
}

/// The form that states a time.
fn later(l: Locale, page: &PreparationPage, state: &FormState<IssueForm>) -> AnyView {
    let (preparation, form) = (&page.preparation, &state.form);
    let at = FieldSpec::of(state, IssueForm::ISSUE_AT, i::issue_at(l), Some(i::issue_at_hint(l)), &form.issue_at);
    let zone = FieldSpec::of(state, IssueForm::TIME_ZONE, i::issue_at_zone(l), None, &form.time_zone);
    view! {
        <section class="section" id="later">
            <h2>{i::issue_later(l)}</h2>
            <p>{i::issue_later_what(l)}</p>
            <form class="form" method="post" action=routes::issue(l, preparation.id) novalidate>
                {ui::hidden(IssueForm::VERSION, preparation.version.to_string())}
                {ui::local_time_field(l, at, IssueForm::ISSUE_AT_CHOICE, &form.time_zone, &form.issue_at_choice)}
                {ui::select(l, zone, &parts::zones(l, &[&page.time_zone, &form.time_zone]))}
                <div class="actions">{ui::button(i::issue_at_button(l), Button::Secondary, Some((IssueForm::ACT, IssueForm::AT)))}</div>
            </form>
        </section>
    }
    .into_any()
}

fn facts(l: Locale, page: &PreparationPage, read: &Outline) -> AnyView {
    let preparation = &page.preparation;
    let fact = |name: &'static str, value: AnyView| (name.to_owned(), value);
    let mut facts = vec![
        fact(t::issue_fact_title(l), parts::local(l, &preparation.about.title)),
        fact(t::issue_fact_version(l), parts::local(l, &preparation.words.label)),
        fact(t::issue_fact_language(l), labels::language_name(l, preparation.words.language).into_any()),
        fact(t::issue_fact_paragraphs(l), parts::numbered(&read.units).to_string().into_any()),
    ];
    facts.extend(page.base.as_ref().map(|(base, _)| fact(t::issue_fact_follows(l), parts::local(l, &base.label))));
    facts.extend(preparation.standing_time().map(|time| fact(i::issue_fact_stated(l), parts::stated_time(l, time).into_any())));
    ui::facts(facts)
}

/// What is wrong with what was asked for.
fn trouble(l: Locale, state: &FormState<IssueForm>) -> AnyView {
    match &state.refusal {
        Some(error) => refusal(l, error),
        None => parts::trouble(l, state, &[(IssueForm::ISSUE_AT, i::issue_at(l)), (IssueForm::TIME_ZONE, i::issue_at_zone(l))], "UTC"),
    }
}

/// Why it was not done. Where somebody went on writing, what is stored now is shown: pressing again is then a choice.
fn refusal(l: Locale, error: &PortalError) -> AnyView {
    match error {
        PortalError::Conflict => parts::alert(Notice::Warning, t::issue_changed(l)),
        error => parts::refusal_notice(l, error, None, "UTC"),
    }
}

/// `/preparations/{id}/drop`; with `error` after it was refused.
pub async fn drop(cx: &Cx, id: PreparationId, error: Option<PortalError>) -> PageResult {
    let page = cx.portal.preparation(&cx.ctx, id).await?;
    let l = cx.locale();
    let title = t::drop_title(l, page.preparation.words.label.get(l));
    let head = head(l, title.clone(), &page);
    let status = error.as_ref().map_or(200, parts::status_of);
    Ok(ui::page(cx, status, head, || {
        view! {
            {error.as_ref().map(|error| refusal(l, error))}
            {ui::page_head(None, title, Some(t::drop_what(l).to_owned()))}
            {parts::issue_time(l, &page.preparation, true)}
            {page.change.is_ok().then(|| drop_form(l, &page))}
        }
        .into_any()
    }))
}

fn drop_form(l: Locale, page: &PreparationPage) -> AnyView {
    let id = page.preparation.id;
    view! {
        <form method="post" action=routes::drop_preparation(l, id)>
            {ui::hidden(TextForm::VERSION, page.preparation.version.to_string())}
            <div class="actions">
                {ui::button(t::drop_button(l), Button::Danger, None)}
                <a href=routes::preparation(l, id)>{t::drop_keep(l)}</a>
            </div>
        </form>
    }
    .into_any()
}
