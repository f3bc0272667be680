//! Every component in every state.

use super::samples;
use crate::ui::{self, Button, DeadlineStyle, FieldSpec, Notice};
use leptos::prelude::*;
use model::domain::item::ItemState;
use model::domain::language::{Language, Locale};
use model::domain::time::Instant;
use model::domain::validate::Fault;
use model::error::PortalError;
use model::i18n::t::{auth, common, desk, errors};
use model::labels;
use model::policy::Denied;
use model::portal::PaperLine;

/// Ids must be unique on a page: the second showing has its own names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ids {
    Plain,
    Second,
}

impl Ids {
    const fn pick(self, plain: &'static str, second: &'static str) -> &'static str {
        match self {
            Self::Plain => plain,
            Self::Second => second,
        }
    }
}

/// All components, in the language `l`.
pub fn all(l: Locale, now: Instant, ids: Ids) -> AnyView {
    view! {
        {specimen("button", buttons(l))}
        {specimen("deadline", deadlines(l, now))}
        {specimen("status, badge", states(l))}
        {specimen("notice", notices(l))}
        {specimen("error_summary", summary(l, ids))}
        {specimen("fields", fields(l, ids))}
        {specimen("paper_rows", papers(l, now))}
        {specimen("round_cards", ui::round_cards(l, &samples::rounds(now), now))}
        {specimen("comment", comments(l, now, ids))}
        {specimen("facts, time, organisation", facts(l, now))}
        {specimen("empty", ui::empty(desk::desk_no_papers(l), view! { <p>{desk::desk_no_papers_what(l)}</p> }.into_any()))}
        {specimen("prose", ui::prose(samples::MARKDOWN, Language::En))}
    }
    .into_any()
}

fn specimen(name: &'static str, content: AnyView) -> AnyView {
    view! { <section class="specimen"><h3 lang="en" dir="ltr">{name}</h3>{content}</section> }.into_any()
}

fn buttons(l: Locale) -> AnyView {
    view! {
        <form class="actions">
            {ui::button(auth::register_button(l), Button::Primary, None)}
            {ui::button(auth::confirm_resend(l), Button::Secondary, None)}
            {ui::button(model::i18n::t::labels::outcome_decline(l), Button::Danger, None)}
            {ui::button(common::nav_sign_out(l), Button::Quiet, None)}
            {ui::link_button(common::nav_desk(l), "#main", Button::Secondary)}
        </form>
    }
    .into_any()
}

fn deadlines(l: Locale, now: Instant) -> AnyView {
    let rounds = samples::rounds(now);
    let show = |style| rounds.iter().map(|line| view! { <div>{ui::deadline(l, &line.round, now, style)}</div> }).collect_view();
    view! { <div class="stack">{show(DeadlineStyle::Full)}{show(DeadlineStyle::Compact)}{show(DeadlineStyle::Live)}</div> }.into_any()
}

fn states(l: Locale) -> AnyView {
    let states = ItemState::ALL.iter().map(|state| ui::status(l, *state)).collect_view();
    view! { <div class="actions">{states}{ui::badge("OEWG")}{ui::demonstration_badge(l)}</div> }.into_any()
}

fn notices(l: Locale) -> AnyView {
    let kinds = [Notice::Info, Notice::Success, Notice::Warning, Notice::Danger];
    let notices = kinds.map(|kind| ui::notice(kind, view! { <p>{auth::confirm_meanwhile(l)}</p> }.into_any()));
    view! { <div class="stack">{notices.into_iter().collect_view()}</div> }.into_any()
}

/// The summary as it looks. On a real page it takes the focus; here it must not, and there must be one of it only.
fn summary(l: Locale, ids: Ids) -> AnyView {
    let name = ids.pick("sample_email", "second_email");
    let words = format!("{}: {}", auth::register_email(l), ui::fault_words(l, Fault::NotAnEmail));
    let (refusal, _) = ui::refusal_words(l, &PortalError::Denied(Denied::Closed { since: Instant(0) }), "America/New_York");
    view! {
        <div class="error-summary">
            <h2>{common::error_summary_title(l)}</h2>
            <p>{refusal}</p>
            <ul><li><a href=format!("#{name}")>{words}</a></li></ul>
        </div>
    }
    .into_any()
}

fn fields(l: Locale, ids: Ids) -> AnyView {
    let spec = |plain, second, label| FieldSpec { name: ids.pick(plain, second), label, ..FieldSpec::default() };
    let wrong = |spec| FieldSpec { fault: Some(Fault::Missing), ..spec };
    let choices = labels::language_options(l);
    let text = errors::refused_conflict(l);
    view! {
        <form class="form" novalidate>
            {ui::text_field(l, FieldSpec { value: "Amina", ..spec("sample_name", "second_name", auth::register_full_name(l)) })}
            {ui::email_field(l, FieldSpec { value: "amina@", hint: Some(auth::register_email_hint(l)), fault: Some(Fault::NotAnEmail), ..spec("sample_email", "second_email", auth::register_email(l)) })}
            {ui::password_field(l, wrong(spec("sample_password", "second_password", auth::register_password(l))))}
            {ui::code_field(l, FieldSpec { hint: Some(auth::confirm_code_hint(l)), ..spec("sample_code", "second_code", auth::confirm_code(l)) })}
            {ui::datetime_field(l, FieldSpec { value: "2026-12-11T18:00", ..spec("sample_time", "second_time", common::time_received(l)) })}
            {ui::select(l, spec("sample_choice", "second_choice", auth::register_region(l)), &choices)}
            {ui::select(l, FieldSpec { value: "ar", fault: Some(Fault::NotAChoice), ..spec("sample_set", "second_set", common::nav_languages(l)) }, &choices)}
            {ui::text_area(l, FieldSpec { value: text, ..spec("sample_text", "second_text", common::comment_proposed(l)) }, 4, Some(l.language()), false)}
            {ui::text_area(l, FieldSpec { fault: Some(Fault::TooManyWords { max: 2000, count: 2100 }), ..spec("sample_long", "second_long", common::comment_reason(l)) }, 8, None, true)}
        </form>
    }
    .into_any()
}

fn papers(l: Locale, now: Instant) -> AnyView {
    let papers: Vec<PaperLine> = samples::papers(now);
    ui::paper_rows(l, &papers, ().into_any())
}

fn comments(l: Locale, now: Instant, ids: Ids) -> AnyView {
    let series = if ids == Ids::Plain { 4 } else { 5 };
    samples::comments(now, series)
        .iter()
        .map(|line| ui::comment(l, line, Some(samples::PROVISION), Language::En, &[]))
        .collect_view()
        .into_any()
}

fn facts(l: Locale, now: Instant) -> AnyView {
    let papers = samples::papers(now);
    let organisation = papers.first().map(|paper| ui::organisation(l, &paper.organisation));
    ui::facts(vec![
        (auth::register_organisation_name(l).to_owned(), organisation.into_any()),
        (common::time_received(l).to_owned(), ui::time(l, now, "America/New_York")),
        (
            "SHA-256".to_owned(),
            view! { <code class="hash">"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"</code> }.into_any(),
        ),
    ])
}
