//! The editor of a position paper: new or stored, first time or again after a refusal.

use super::recommendations::{self, Labels};
use super::trouble::trouble;
use crate::islands::CopyOf;
use crate::render::Cx;
use crate::ui::{self, Button, FieldSpec, Notice};
use leptos::prelude::*;
use model::domain::ids::{OrganisationId, PaperId, PersonId, RoundId};
use model::domain::language::{Language, Locale, LocalizedText};
use model::domain::paper::{Consent, limit, mark_of};
use model::domain::recommendation::Recommended;
use model::domain::subgroup::Subgroup;
use model::domain::wording::Wording;
use model::error::PortalError;
use model::forms::{FormState, PaperForm, WHOLE_BODY};
use model::i18n::t::{consents as c, organisations as o, papers as t, questions as q};
use model::labels;
use model::portal::{PaperPage, SubgroupChoice, Targets};

/// Id of the form, by which its companion finds it.
const FORM: &str = "paper-form";

/// What the editor shows.
pub struct EditorParts<'a> {
    pub state: &'a FormState<PaperForm>,
    pub subgroups: &'a [SubgroupChoice],
    /// The round takes papers to the whole body too.
    pub whole_body: bool,
    /// Whom the paper may be written for, where there is a choice.
    pub organisations: &'a [(OrganisationId, String)],
    /// Where the form goes.
    pub action: String,
    /// `None` for a paper that is not stored yet.
    pub paper: Option<PaperId>,
    /// The mark of what is stored; empty: nothing is.
    pub stored: String,
    /// The round it is for.
    pub round: RoundId,
    /// Who writes.
    pub owner: Option<PersonId>,
    /// The guiding questions of the round.
    pub questions: &'a [LocalizedText],
    /// What recommendations may point at.
    pub targets: &'a Targets,
    /// What is stored, with what it points at.
    pub recommended: &'a [Recommended],
    /// The zone of the round, for instants in refusals.
    pub zone: &'a str,
}

/// The labels of the fields, for the summary of what is wrong.
fn editor_fields<'a>(l: Locale, questions: &'a [(&'static str, String)]) -> Vec<(&'static str, &'a str)> {
    let mut fields = vec![
        (PaperForm::ORGANISATION, o::writing_for(l)),
        (PaperForm::TITLE, t::editor_title(l)),
        (PaperForm::LANGUAGE, t::editor_language(l)),
        (PaperForm::SUBGROUP, t::editor_subgroup(l)),
        (PaperForm::TEXT, t::editor_text(l)),
        (PaperForm::CONSENT, c::consent_question(l)),
    ];
    fields.extend(questions.iter().map(|(name, label)| (*name, label.as_str())));
    fields
}

/// The fields of the guiding questions: name and label.
fn question_fields(l: Locale, questions: &[LocalizedText]) -> Vec<(&'static str, String)> {
    let label = |(at, question): (usize, &LocalizedText)| q::question_numbered(l, at + 1, question.get(l));
    PaperForm::ANSWERS.into_iter().zip(questions.iter().enumerate().map(label)).collect()
}

/// Answers whose question is gone: the name of the field each came from, words for it, and what was answered.
fn left_over(l: Locale, answers: &[String], questions: usize) -> Vec<(&'static str, String, &str)> {
    PaperForm::ANSWERS
        .into_iter()
        .zip(answers)
        .enumerate()
        .skip(questions)
        .filter(|(_, (_, answer))| !answer.trim().is_empty())
        .map(|(at, (name, answer))| (name, q::question_gone_answer(l, at + 1), answer.as_str()))
        .collect()
}

/// What has no field any more stands there to be read and copied: nothing that was written is lost.
fn without_question(l: Locale, answers: &[(&'static str, String, &str)], language: Option<Language>) -> Vec<AnyView> {
    let language = language.unwrap_or(l.language());
    answers
        .iter()
        .map(|(name, label, answer)| {
            let content = view! {
                <p><strong>{label.clone()}</strong></p>
                <p>{q::question_gone(l)}</p>
                <blockquote>{ui::prose(answer, language)}</blockquote>
            };
            view! { <div id=*name>{ui::notice(Notice::Warning, content.into_any())}</div> }.into_any()
        })
        .collect()
}

/// What is wrong. A new paper is no one else's: a conflict means that other questions are asked by now, and nothing found, that these are
/// the words of a draft that is gone.
fn trouble_of(l: Locale, parts: &EditorParts<'_>, fields: &[(&'static str, &str)]) -> AnyView {
    let words = match &parts.state.refusal {
        Some(PortalError::Conflict) if parts.paper.is_none() => q::questions_changed(l),
        Some(PortalError::NotFound) if parts.paper.is_none() => t::editor_gone(l),
        _ => return trouble(l, parts.state, fields, parts.zone),
    };
    let content = view! { <p>{words}</p> };
    view! { <div role="alert" class="stack">{ui::notice(Notice::Danger, content.into_any())}</div> }.into_any()
}

/// One field for each guiding question, besides the text.
fn answers(l: Locale, state: &FormState<PaperForm>, questions: &[(&'static str, String)], language: Option<Language>) -> AnyView {
    if questions.is_empty() {
        return ().into_any();
    }
    let fields: Vec<_> = questions
        .iter()
        .enumerate()
        .map(|(at, (name, label))| {
            let value = state.form.answers.get(at).map_or("", String::as_str);
            let answer = FieldSpec { name, label, value, fault: state.fault(name), ..FieldSpec::default() };
            ui::text_area(l, answer, 6, language, false)
        })
        .collect();
    view! {
        <h2>{q::questions_title(l)}</h2>
        <p class="hint">{q::questions_answer(l)}</p>
        {fields}
    }
    .into_any()
}

/// Where a paper is addressed to, in words.
pub fn subgroup_name(l: Locale, subgroup: Option<&Subgroup>) -> String {
    subgroup.map_or_else(
        || t::editor_whole_body(l).to_owned(),
        |subgroup| t::editor_subgroup_option(l, subgroup.code.as_str(), subgroup.name.get(l)),
    )
}

fn subgroup_options(l: Locale, choices: &[SubgroupChoice], whole_body: bool) -> Vec<(String, String)> {
    let named = |choice: &SubgroupChoice| {
        let subgroup = &choice.subgroup;
        let words = if choice.joined {
            subgroup_name(l, Some(subgroup))
        } else {
            t::editor_subgroup_not_joined(l, subgroup.code.as_str(), subgroup.name.get(l))
        };
        (subgroup.id.to_string(), words)
    };
    let mut options: Vec<_> = choices.iter().filter(|choice| choice.joined).map(named).collect();
    if whole_body {
        options.push((WHOLE_BODY.to_owned(), t::editor_whole_body(l).to_owned()));
    }
    options.extend(choices.iter().filter(|choice| !choice.joined).map(named));
    options
}

/// Forgets on the device what the server holds of a paper by now, on a page that does not show its form.
pub fn stored_words(cx: &Cx, page: &PaperPage) -> AnyView {
    let of = CopyOf {
        owner: cx.signed_in().map(|person| person.person.to_string()).unwrap_or_default(),
        paper: page.paper.id.to_string(),
        round: page.paper.round.to_string(),
        stored: PaperForm::from_content(&page.paper.content, page.paper.version).mark(),
    };
    ui::local_copy(cx.locale(), "", of)
}

/// The form with what is wrong above it.
pub fn editor(l: Locale, parts: &EditorParts<'_>) -> AnyView {
    let (state, form) = (parts.state, &parts.state.form);
    let language = Language::from_code(&form.language);
    let (words, characters) = (limit(Language::En), limit(Language::Zh));
    let spec = |name, label, hint, value| FieldSpec::of(state, name, label, hint, value);
    let hint = t::editor_text_hint(l, characters, words);
    let title = spec(PaperForm::TITLE, t::editor_title(l), None, &form.title).optional();
    let languages = spec(PaperForm::LANGUAGE, t::editor_language(l), Some(t::editor_language_hint(l)), &form.language);
    let subgroups = spec(PaperForm::SUBGROUP, t::editor_subgroup(l), Some(t::editor_subgroup_hint(l)), &form.subgroup);
    let text = spec(PaperForm::TEXT, t::editor_text(l), Some(&hint), &form.text).optional();
    let consent = spec(PaperForm::CONSENT, c::consent_question(l), Some(c::consent_hint(l)), &form.consent).optional();
    let consents = labels::options(Consent::ALL, Consent::code, |consent| labels::consent(l, consent));
    let questions = question_fields(l, parts.questions);
    let gone = left_over(l, &form.answers, questions.len());
    let rows = Labels::of(l, &form.recommendations);
    let of = CopyOf {
        owner: parts.owner.map(|id| id.to_string()).unwrap_or_default(),
        paper: parts.paper.map(|id| id.to_string()).unwrap_or_default(),
        round: parts.round.to_string(),
        stored: parts.stored.clone(),
    };
    let recommended = form.recommended();
    let words = Wording { text: &form.text, answers: &form.answers, recommendations: &recommended };
    let mut fields = editor_fields(l, &questions);
    fields.extend(rows.fields());
    fields.extend(gone.iter().map(|(name, label, _)| (*name, label.as_str())));
    view! {
        {trouble_of(l, parts, &fields)}
        <form class="form" id=FORM method="post" action=parts.action.clone() novalidate>
            {ui::default_button(t::editor_save(l), PaperForm::ACTION, "save")}
            {ui::local_copy(l, FORM, of.clone())}
            {ui::hidden(PaperForm::ROUND, form.round.as_str())}
            {ui::hidden(PaperForm::VERSION, form.version.as_str())}
            {parts.paper.is_none().then(|| ui::hidden(PaperForm::ASKED, mark_of(parts.questions)))}
            {super::writing_for(l, state, parts.organisations, PaperForm::ORGANISATION, &form.organisation)}
            {ui::text_field(l, title)}
            {ui::select(l, languages, &labels::language_options(l))}
            {ui::select(l, subgroups, &subgroup_options(l, parts.subgroups, parts.whole_body))}
            {ui::markdown_area(l, text, 24, language)}
            {answers(l, state, &questions, language)}
            {without_question(l, &gone, language)}
            {recommendations::rows(l, state, &rows, parts.targets, parts.recommended, language)}
            {ui::draft_companion(l, FORM, of, &words.all(), language)}
            {ui::preview(l, words, language.unwrap_or(l.language()))}
            {ui::select(l, consent, &consents)}
            <div class="actions">
                {ui::button(t::editor_save(l), Button::Secondary, Some((PaperForm::ACTION, "save")))}
                {ui::button(t::editor_check(l), Button::Primary, Some((PaperForm::ACTION, PaperForm::CHECK)))}
            </div>
        </form>
    }
    .into_any()
}
