//! The chair's form of a session: a new one, or one that is there.

use super::parts;
use crate::render::{Cx, Page, PageResult};
use crate::ui::{self, Button, FieldSpec};
use leptos::prelude::*;
use model::calendar;
use model::domain::body::{Mode, Session};
use model::domain::ids::SessionId;
use model::domain::language::Locale;
use model::error::PortalError;
use model::forms::{FormState, SessionForm};
use model::i18n::t::{planning as t, rounds, sessions};
use model::labels;
use model::portal::SessionEditor;
use model::routes;

/// `/bodies/{code}/sessions/new`
pub async fn new(cx: &Cx, code: &str, state: Option<FormState<SessionForm>>) -> PageResult {
    let editor = cx.portal.new_session(&cx.ctx, code).await?;
    let l = cx.locale();
    let (here, back) = (routes::new_session(l, &editor.body.code), routes::body(l, &editor.body.code));
    let state = state.unwrap_or_else(|| FormState::fresh(SessionForm::fresh()));
    Ok(render(cx, &editor, &state, here, back))
}

/// `/sessions/{id}/edit`
pub async fn edit(cx: &Cx, id: SessionId, state: Option<FormState<SessionForm>>) -> PageResult {
    let editor = cx.portal.session_editor(&cx.ctx, id).await?;
    let session = editor.session.as_ref().ok_or(PortalError::NotFound)?;
    let mut state = state.unwrap_or_else(|| FormState::fresh(SessionForm::from_session(session, editor.version)));
    if matches!(state.refusal, Some(PortalError::Conflict)) {
        // What is stored stands beside the form; saving again is then a choice.
        state.form.version = editor.version.to_string();
    }
    let l = cx.locale();
    Ok(render(cx, &editor, &state, routes::edit_session(l, id), routes::session(l, id)))
}

fn names(l: Locale) -> [(&'static str, &'static str); 9] {
    [
        (SessionForm::CODE, t::plan_code(l)),
        (SessionForm::TITLE, t::plan_title(l)),
        (SessionForm::TITLE_AR, t::plan_title_ar(l)),
        (SessionForm::STARTS_ON, t::plan_starts_on(l)),
        (SessionForm::ENDS_ON, t::plan_ends_on(l)),
        (SessionForm::CITY, t::plan_city(l)),
        (SessionForm::CITY_AR, t::plan_city_ar(l)),
        (SessionForm::TIME_ZONE, rounds::move_time_zone(l)),
        (SessionForm::MODE, sessions::session_page_mode(l)),
    ]
}

fn render(cx: &Cx, editor: &SessionEditor, state: &FormState<SessionForm>, here: String, back: String) -> Page {
    let l = cx.locale();
    let title = if editor.session.is_some() { t::plan_session_edit(l) } else { t::plan_session_new(l) };
    let mut head = parts::head_in_body(l, title, &editor.body);
    if let Some(session) = &editor.session {
        head = head.crumb(session.title.get(l), routes::session(l, session.id));
    }
    ui::page(cx, parts::status_of_form(state), head, || {
        view! {
            {ui::page_head(Some(editor.body.short_name.get(l).to_owned()), title, Some(t::plan_session_lede(l).to_owned()))}
            <div class="columns">
                <div>{parts::trouble(l, state, &names(l), "UTC")}{form(l, editor, state, here, back)}</div>
                <aside>
                    {editor.session.as_ref().map(|session| stored(l, session, state.refusal == Some(PortalError::Conflict)))}
                    <section class="section">
                        <h2>{t::plan_rules(l)}</h2>
                        <ul class="stack">
                            <li>{t::plan_session_rule_public(l)}</li>
                            <li>{t::plan_session_rule_code(l)}</li>
                            <li>{t::plan_session_rule_rounds(l)}</li>
                        </ul>
                    </section>
                </aside>
            </div>
        }
        .into_any()
    })
}

/// What is stored: the form may hold something else by now. `compare`: somebody else changed it, so it stands in both languages.
fn stored(l: Locale, session: &Session, compare: bool) -> AnyView {
    let words = |text| if compare { parts::both_languages(text) } else { parts::local(l, text) };
    let facts = vec![
        (t::plan_code(l).to_owned(), session.code.clone().into_any()),
        (t::plan_title(l).to_owned(), words(&session.title)),
        (sessions::session_page_dates(l).to_owned(), calendar::days_in_words(l, &session.starts_on, &session.ends_on).into_any()),
        (sessions::session_page_place(l).to_owned(), words(&session.city)),
        (rounds::move_time_zone(l).to_owned(), session.time_zone.clone().into_any()),
        (sessions::session_page_mode(l).to_owned(), labels::mode(l, session.mode).into_any()),
    ];
    view! { <section class="section" id="stored"><h2>{t::plan_stored(l)}</h2>{ui::facts(facts)}</section> }.into_any()
}

fn form(l: Locale, editor: &SessionEditor, state: &FormState<SessionForm>, here: String, back: String) -> AnyView {
    let form = &state.form;
    let spec = |name: &'static str, label, hint, value| FieldSpec {
        name,
        label,
        hint,
        value,
        fault: state.fault(name),
        required: !matches!(name, SessionForm::TITLE_AR | SessionForm::CITY_AR),
        autocomplete: Some("off"),
        ..FieldSpec::default()
    };
    let fixed = editor.session.as_ref().filter(|_| editor.code_fixed);
    let code = if let Some(session) = fixed {
        // The stored one, whatever was typed: it is the only one that can be sent.
        let hint = t::plan_code_fixed(l, session.code.as_str());
        view! { <p class="hint" id=SessionForm::CODE tabindex="-1">{hint}</p>{ui::hidden(SessionForm::CODE, session.code.as_str())} }
            .into_any()
    } else {
        ui::text_field(l, spec(SessionForm::CODE, t::plan_code(l), Some(t::plan_code_hint(l)), &form.code))
    };
    let time_zone = spec(SessionForm::TIME_ZONE, rounds::move_time_zone(l), Some(t::plan_zone_hint(l)), &form.time_zone);
    let mode = spec(SessionForm::MODE, sessions::session_page_mode(l), Some(t::plan_mode_hint(l)), &form.mode);
    view! {
        <form class="form" method="post" action=here novalidate>
            {ui::hidden(SessionForm::VERSION, form.version.as_str())}
            {code}
            {ui::text_field(l, spec(SessionForm::TITLE, t::plan_title(l), Some(t::plan_in_english(l)), &form.title))}
            {ui::text_field(l, spec(SessionForm::TITLE_AR, t::plan_title_ar(l), None, &form.title_ar))}
            {ui::date_field(l, spec(SessionForm::STARTS_ON, t::plan_starts_on(l), None, &form.starts_on))}
            {ui::date_field(l, spec(SessionForm::ENDS_ON, t::plan_ends_on(l), None, &form.ends_on))}
            {ui::text_field(l, spec(SessionForm::CITY, t::plan_city(l), Some(t::plan_in_english(l)), &form.city))}
            {ui::text_field(l, spec(SessionForm::CITY_AR, t::plan_city_ar(l), None, &form.city_ar))}
            {ui::select(l, time_zone, &parts::zones(l, &[&form.time_zone]))}
            {ui::select(l, mode, &labels::options(Mode::ALL, Mode::code, |mode| labels::mode(l, mode)))}
            <div class="actions">
                {ui::button(t::plan_session_button(l), Button::Primary, None)}
                <a href=back>{rounds::move_cancel(l)}</a>
            </div>
        </form>
    }
    .into_any()
}
