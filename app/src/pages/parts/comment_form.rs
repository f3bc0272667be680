//! The comment form: for a new comment, for an own one that is unsent or was returned, or for other words in the place of those sent.

use super::frame::sign_in_and_return;
use super::trouble::{alert, trouble};
use crate::render::Cx;
use crate::ui::{self, Button, FieldSpec, Notice};
use leptos::prelude::*;
use model::calendar;
use model::domain::comment::{CommentContent, CommentKind, Operation, Stance};
use model::domain::draft::{DraftVersion, Level, Provision};
use model::domain::ids::OrganisationId;
use model::domain::item::ItemState;
use model::domain::language::{Language, Locale};
use model::domain::late::{LateState, Refusal};
use model::domain::window::Phase;
use model::error::PortalError;
use model::forms::{CommentForm, FormState};
use model::i18n::t::{comment_ends as e, comments as t, late, organisations as o};
use model::labels;
use model::policy::Denied;
use model::routes;

/// What the form shows.
pub struct CommentFormParts<'a> {
    pub state: &'a FormState<CommentForm>,
    pub provision: &'a Provision,
    pub draft: &'a DraftVersion,
    pub organisation_name: &'a str,
    /// Whom a new comment may be made for, where there is a choice.
    pub organisations: &'a [(OrganisationId, String)],
    /// The zone of the round, for instants in refusals.
    pub zone: &'a str,
    pub confirmed: bool,
    /// What is stored, when someone else changed it meanwhile.
    pub stored: Option<&'a CommentContent>,
    /// Of the round, for what is written.
    pub phase: Phase,
    /// Its deadline is its own, by a grant, and the page does not say so elsewhere.
    pub granted: bool,
    pub stage: CommentStage,
}

/// How far what the form is about has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CommentStage {
    Unsent,
    /// An attempt with it is kept sealed.
    Sealed,
    /// It was sent: what is typed takes the place of what was.
    Sent,
}

impl CommentStage {
    /// Of a comment that stands so; `refusals`: its late attempts, the newest first.
    pub fn of(state: ItemState, refusals: &[Refusal]) -> Self {
        match state {
            ItemState::Submitted | ItemState::Accepted => Self::Sent,
            _ if refusals.first().is_some_and(|newest| newest.state == LateState::Sealed) => Self::Sealed,
            _ => Self::Unsent,
        }
    }
}

fn fields(l: Locale) -> [(&'static str, &'static str); 9] {
    [
        (CommentForm::ORGANISATION, o::writing_for(l)),
        (CommentForm::LANGUAGE, t::comment_form_language(l)),
        (CommentForm::QUOTE, t::comment_form_quote(l)),
        (CommentForm::KIND, t::comment_form_kind(l)),
        (CommentForm::STANCE, t::comment_form_stance(l)),
        (CommentForm::OPERATION, t::comment_form_operation(l)),
        (CommentForm::PROPOSED_TEXT, t::comment_form_proposed(l)),
        (CommentForm::REASON, t::comment_form_reason(l)),
        (CommentForm::LINK, t::comment_form_link(l)),
    ]
}

/// The form with what is wrong above it. The page must load islands.
pub fn comment_form(cx: &Cx, parts: &CommentFormParts<'_>) -> AnyView {
    let l = cx.locale();
    let (state, form) = (parts.state, &parts.state.form);
    let language = Language::from_code(&form.language);
    let spec = |name, label, hint, value| FieldSpec::of(state, name, label, hint, value);
    let kind = if form.kind.is_empty() && !state.is_refused() { CommentKind::default().code() } else { form.kind.as_str() };
    let kind = spec(CommentForm::KIND, t::comment_form_kind(l), None, kind);
    let kinds = labels::options(CommentKind::ALL, CommentKind::code, |value| labels::comment_kind(l, value));
    // What is said on the text as a whole is said on no words of it.
    let quote = (parts.provision.level != Level::Whole).then(|| {
        let quote = spec(CommentForm::QUOTE, t::comment_form_quote(l), Some(t::comment_form_quote_hint(l)), &form.quote).optional();
        let companion = ui::selected_words(l, super::PROVISION_WORDS, CommentForm::QUOTE);
        ui::text_area_with(l, quote, 2, Some(parts.draft.language), companion)
    });
    let link = spec(CommentForm::LINK, t::comment_form_link(l), Some(t::comment_form_link_hint(l)), &form.link).optional();
    let stance = spec(CommentForm::STANCE, t::comment_form_stance(l), None, &form.stance);
    let operation = spec(CommentForm::OPERATION, t::comment_form_operation(l), Some(t::comment_form_operation_hint(l)), &form.operation);
    let proposed =
        spec(CommentForm::PROPOSED_TEXT, t::comment_form_proposed(l), Some(t::comment_form_proposed_hint(l)), &form.proposed_text)
            .optional();
    let reason = spec(CommentForm::REASON, t::comment_form_reason(l), Some(t::comment_form_reason_hint(l)), &form.reason);
    let languages = spec(CommentForm::LANGUAGE, t::comment_form_language(l), None, &form.language);
    let stances = labels::options(Stance::ALL, Stance::code, |value| labels::stance(l, value));
    let operations = labels::options(Operation::ALL, Operation::code, |value| labels::operation(l, value));
    view! {
        {(parts.stage == CommentStage::Sent).then(|| closed(l, state, parts.zone)).flatten().unwrap_or_else(|| trouble(l, state, &fields(l), parts.zone))}
        {parts.stored.map(|content| stored(l, content, parts.draft.language))}
        {(!parts.confirmed).then(|| unconfirmed(l))}
        {(parts.organisations.len() < 2).then(|| view! { <p>{t::comment_form_for(l, parts.organisation_name)}</p> })}
        {parts.granted.then(|| super::own_deadline(l, parts.organisation_name, parts.phase, parts.zone, cx.ctx.now))}
        <form class="form" method="post" action=routes::provision(l, parts.provision.id) novalidate>
            {ui::hidden(CommentForm::ROUND, form.round.as_str())}
            {ui::hidden(CommentForm::COMMENT, form.comment.as_str())}
            {ui::hidden(CommentForm::VERSION, form.version.as_str())}
            {super::writing_for(l, state, parts.organisations, CommentForm::ORGANISATION, &form.organisation)}
            {ui::select(l, languages, &labels::language_options(l))}
            {quote}
            {ui::select(l, kind, &kinds)}
            {ui::select(l, stance, &stances)}
            {ui::select(l, operation, &operations)}
            {ui::proposed_text_toggle(CommentForm::OPERATION, CommentForm::PROPOSED_TEXT)}
            {ui::text_area(l, proposed, 6, language, false)}
            {ui::text_area(l, reason, 8, language, false)}
            {ui::text_field(l, link)}
            {last_step(l, parts)}
        </form>
    }
    .into_any()
}

/// What the button does: after the closing it hands in what is kept sealed.
fn last_step(l: Locale, parts: &CommentFormParts<'_>) -> AnyView {
    let (class, words, button) = match parts.phase {
        _ if parts.stage == CommentStage::Sent => ("hint", e::change_comment_what(l), e::change_comment_button(l)),
        Phase::Closed { .. } if parts.stage == CommentStage::Sealed => ("measure", late::late_again_what(l), late::late_again(l)),
        Phase::Closed { .. } => ("measure", late::late_hand_in_what(l), late::late_hand_in(l)),
        Phase::Open { .. } | Phase::Upcoming { .. } => ("hint", t::comment_form_kept(l), t::comment_form_send(l)),
    };
    view! { <p class=class>{words}</p><div class="actions">{ui::button(button, Button::Primary, None)}</div> }.into_any()
}

/// After the deadline, of what was sent: it stays as it is. The common words speak of a draft.
fn closed(l: Locale, state: &FormState<CommentForm>, zone: &str) -> Option<AnyView> {
    let Some(PortalError::Denied(Denied::Closed { since })) = state.refusal else { return None };
    Some(alert(Notice::Danger, e::change_comment_closed(l, calendar::full(l, since, zone))))
}

fn stored(l: Locale, content: &CommentContent, of: Language) -> AnyView {
    let content = view! {
        <h3>{t::comment_form_conflict(l)}</h3>
        <p>{t::comment_form_conflict_what(l)}</p>
        <h3>{t::comment_form_stored(l)}</h3>
        {super::comment_words::comment_words(l, content, None, of)}
    };
    ui::notice(Notice::Warning, content.into_any())
}

fn unconfirmed(l: Locale) -> AnyView {
    let content = view! {
        <p>{t::comment_form_unconfirmed(l)}</p>
        <p><a href=routes::confirm(l)>{t::comment_form_confirm(l)}</a></p>
    };
    ui::notice(Notice::Warning, content.into_any())
}

/// Instead of the form, for those who cannot comment as an organisation.
pub fn invitation(cx: &Cx) -> AnyView {
    let l = cx.locale();
    if cx.signed_in().is_some() {
        return ui::notice(Notice::Info, view! { <p>{t::comment_form_not_a_writer(l)}</p> }.into_any());
    }
    view! {
        <p>{t::comment_form_sign_in_what(l)}</p>
        <div class="actions">
            {ui::link_button(t::comment_form_sign_in(l), sign_in_and_return(cx), Button::Primary)}
            {ui::link_button(t::comment_form_register(l), routes::register(l), Button::Quiet)}
        </div>
    }
    .into_any()
}
