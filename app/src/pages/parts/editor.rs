//! The editor of a position paper: new or stored, first time or again after a refusal.

use super::trouble::trouble;
use crate::domain::ids::{OrganisationId, PaperId};
use crate::domain::language::{Language, Locale};
use crate::domain::paper::limit;
use crate::domain::subgroup::Subgroup;
use crate::forms::{FormState, PaperForm, WHOLE_BODY};
use crate::i18n::t::{organisations as o, papers as t};
use crate::portal::SubgroupChoice;
use crate::ui::{self, Button, FieldSpec, labels};
use leptos::prelude::*;

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
    /// The zone of the round, for instants in refusals.
    pub zone: &'a str,
}

/// The labels of the fields, for the summary of what is wrong.
fn editor_fields(l: Locale) -> [(&'static str, &'static str); 5] {
    [
        (PaperForm::ORGANISATION, o::writing_for(l)),
        (PaperForm::TITLE, t::editor_title(l)),
        (PaperForm::LANGUAGE, t::editor_language(l)),
        (PaperForm::SUBGROUP, t::editor_subgroup(l)),
        (PaperForm::TEXT, t::editor_text(l)),
    ]
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

/// The form with what is wrong above it.
pub fn editor(l: Locale, parts: &EditorParts<'_>) -> AnyView {
    let (state, form) = (parts.state, &parts.state.form);
    let language = Language::from_code(&form.language);
    let (words, characters) = (limit(Language::En), limit(Language::Zh));
    let spec = |name: &'static str, label, hint, value, required| FieldSpec {
        name,
        label,
        hint,
        value,
        fault: state.fault(name),
        required,
        ..FieldSpec::default()
    };
    let hint = t::editor_text_hint(l, characters, words);
    let title = spec(PaperForm::TITLE, t::editor_title(l), None, &form.title, false);
    let languages = spec(PaperForm::LANGUAGE, t::editor_language(l), Some(t::editor_language_hint(l)), &form.language, true);
    let subgroups = spec(PaperForm::SUBGROUP, t::editor_subgroup(l), Some(t::editor_subgroup_hint(l)), &form.subgroup, true);
    let text = spec(PaperForm::TEXT, t::editor_text(l), Some(&hint), &form.text, false);
    view! {
        {trouble(l, state, &editor_fields(l), parts.zone)}
        <form class="form" id=FORM method="post" action=parts.action.clone() novalidate>
            {ui::hidden(PaperForm::ROUND, form.round.as_str())}
            {ui::hidden(PaperForm::VERSION, form.version.as_str())}
            {super::writing_for(l, state, parts.organisations, PaperForm::ORGANISATION, &form.organisation)}
            {ui::text_field(l, title)}
            {ui::select(l, languages, &labels::language_options(l))}
            {ui::select(l, subgroups, &subgroup_options(l, parts.subgroups, parts.whole_body))}
            {ui::text_area(l, text, 24, language, true)}
            {ui::draft_companion(l, FORM, parts.paper, &form.text, language)}
            <div class="actions">
                {ui::button(t::editor_save(l), Button::Secondary, Some((PaperForm::ACTION, "save")))}
                {ui::button(t::editor_check(l), Button::Primary, Some((PaperForm::ACTION, PaperForm::CHECK)))}
            </div>
        </form>
    }
    .into_any()
}
