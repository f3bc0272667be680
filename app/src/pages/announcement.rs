//! Announcements to a subgroup: writing one, looking at it once more, sending it, reading it.

use super::parts;
use crate::render::{Cx, Page, PageResult};
use crate::ui::{self, Button, FieldSpec, Head, Notice};
use leptos::prelude::*;
use model::calendar;
use model::domain::ids::AnnouncementId;
use model::domain::language::Locale;
use model::error::PortalError;
use model::forms::{AnnouncementForm, FormState, SendForm};
use model::i18n::t::{papers, subgroups as t};
use model::labels;
use model::portal::AnnouncementPage;
use model::routes;

/// `/subgroups/{code}/announcements/new`
pub async fn new(cx: &Cx, code: &str, state: Option<FormState<AnnouncementForm>>) -> PageResult {
    let desk = cx.portal.subgroup_desk(&cx.ctx, code).await?;
    let l = cx.locale();
    let code = desk.subgroup.code.to_lowercase();
    let back = routes::subgroup(l, &code);
    let head = parts::head_in_body(l, t::announce_title(l), &desk.body).crumb(desk.subgroup.name.get(l), back.clone());
    let mut state = state.unwrap_or_default();
    if state.form.language.is_empty() {
        l.code().clone_into(&mut state.form.language);
    }
    Ok(editor(cx, head, routes::new_announcement(l, &code), &back, &state))
}

/// `/announcements/{id}/edit`
pub async fn edit(cx: &Cx, id: AnnouncementId, state: Option<FormState<AnnouncementForm>>) -> PageResult {
    let page = cx.portal.announcement(&cx.ctx, id).await?;
    if page.announcement.sent_at.is_some() {
        return Err(PortalError::NotFound);
    }
    let l = cx.locale();
    let mut state = state.unwrap_or_else(|| FormState::fresh(AnnouncementForm::from_announcement(&page.announcement)));
    if matches!(state.refusal, Some(PortalError::Conflict)) {
        // Saving again is a choice: the notice says so, and the newest version goes along.
        state.form.version = page.announcement.version.to_string();
    }
    let back = routes::announcement(l, id);
    Ok(editor(cx, head(l, t::announce_title(l), &page), routes::edit_announcement(l, id), &back, &state))
}

fn head(l: Locale, title: impl Into<String>, page: &AnnouncementPage) -> Head {
    let address = routes::subgroup(l, page.subgroup.code.to_lowercase());
    parts::head_in_body(l, title, &page.body).crumb(page.subgroup.name.get(l), address)
}

fn editor(cx: &Cx, head: Head, here: String, back: &str, state: &FormState<AnnouncementForm>) -> Page {
    let l = cx.locale();
    let typed = &state.form;
    let names = [
        (AnnouncementForm::SUBJECT, t::announce_subject(l)),
        (AnnouncementForm::LANGUAGE, papers::editor_language(l)),
        (AnnouncementForm::TEXT, papers::editor_text(l)),
    ];
    ui::page(cx, parts::status_of_form(state), head, || {
        let [subject, language, text] =
            names.map(|(name, label)| FieldSpec { name, label, fault: state.fault(name), required: true, ..FieldSpec::default() });
        view! {
            {parts::trouble(l, state, &names, "UTC")}
            {ui::page_head(None, t::announce_title(l), Some(t::announce_lede(l).to_owned()))}
            <form class="form" method="post" action=here novalidate>
                {ui::text_field(l, FieldSpec { value: &typed.subject, autocomplete: Some("off"), ..subject })}
                {ui::select(l, FieldSpec { value: &typed.language, ..language }, &labels::language_options(l))}
                {ui::text_area(l, FieldSpec { value: &typed.text, ..text }, 10, None, false)}
                {ui::hidden(AnnouncementForm::VERSION, typed.version.clone())}
                <div class="actions">
                    {ui::button(t::announce_button(l), Button::Primary, None)}
                    <a href=back.to_owned()>{t::announce_cancel(l)}</a>
                </div>
            </form>
        }
        .into_any()
    })
}

/// `/announcements/{id}`: a draft with its last button for those in charge; what was sent for everyone.
pub async fn page(cx: &Cx, id: AnnouncementId, error: Option<PortalError>) -> PageResult {
    let page = cx.portal.announcement(&cx.ctx, id).await?;
    let l = cx.locale();
    let status = error.as_ref().map_or(200, parts::status_of);
    let head = head(l, page.announcement.words.subject.clone(), &page);
    Ok(ui::page(cx, status, head, || content(cx, &page, error.as_ref())))
}

fn content(cx: &Cx, page: &AnnouncementPage, error: Option<&PortalError>) -> AnyView {
    let l = cx.locale();
    let announcement = &page.announcement;
    let words = &announcement.words;
    let eyebrow = t::announcement_by(l, labels::role(l, announcement.by), page.subgroup.code.as_str());
    let sent =
        announcement.sent_at.map(|at| view! { <p class="meta">{t::announcement_sent(l, calendar::full(l, at.to_second(), "UTC"))}</p> });
    let paragraphs: Vec<_> = words.text.split("\n\n").map(|text| view! { <p>{lines(text)}</p> }).collect();
    view! {
        {error.map(|error| parts::refusal_notice(l, error, None, "UTC"))}
        {ui::page_head(Some(eyebrow), words.subject.clone(), None)}
        {sent}
        <article class="prose measure" lang=words.language.code() dir=words.language.direction().as_str()>{paragraphs}</article>
        {announcement.sent_at.is_none().then(|| last_step(l, page))}
    }
    .into_any()
}

/// A paragraph with its line breaks.
fn lines(text: &str) -> AnyView {
    let mut lines: Vec<AnyView> = Vec::new();
    for line in text.split('\n') {
        if !lines.is_empty() {
            lines.push(view! { <br/> }.into_any());
        }
        lines.push(line.to_owned().into_any());
    }
    lines.into_any()
}

fn last_step(l: Locale, page: &AnnouncementPage) -> AnyView {
    let announcement = &page.announcement;
    let words = view! { <p>{t::announcement_recipients(l, page.recipients)}</p><p>{t::announcement_limit(l)}</p> };
    view! {
        <section class="section">
            <h2>{t::announcement_check(l)}</h2>
            {ui::notice(Notice::Info, words.into_any())}
            <form method="post" action=routes::announcement(l, announcement.id)>
                {ui::hidden(SendForm::VERSION, announcement.version.to_string())}
                <div class="actions">
                    {ui::button(t::announcement_send(l), Button::Primary, None)}
                    <a href=routes::edit_announcement(l, announcement.id)>{t::announcement_change(l)}</a>
                </div>
            </form>
        </section>
    }
    .into_any()
}
