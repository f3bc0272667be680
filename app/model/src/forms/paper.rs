//! The editor of a position paper, and `/papers/{id}/submit`.

use super::{Check, Fields, choice, version};
use crate::domain::ids::{OrganisationId, RoundId, SubgroupId};
use crate::domain::language::Language;
use crate::domain::paper::{Consent, PaperContent, all_words, kept_answers, mark_of_draft};
use crate::domain::plan::MAX_QUESTIONS;
use crate::domain::validate::{self, Fault, MAX_DRAFT_TEXT, MAX_TITLE};
use crate::error::PortalError;

/// What the subgroup field holds for a paper to the whole body.
pub const WHOLE_BODY: &str = "whole_body";

#[derive(Debug, Clone, Default)]
pub struct PaperForm {
    pub title: String,
    pub language: String,
    pub subgroup: String,
    pub text: String,
    /// What may be published; empty: not said yet.
    pub consent: String,
    /// The answers to the guiding questions, in their order.
    pub answers: Vec<String>,
    /// Hidden: the round of a new paper.
    pub round: String,
    /// Whom a new paper is written for; empty where the person writes for one organisation only.
    pub organisation: String,
    /// Hidden: the version the form was filled from.
    pub version: String,
    /// Hidden: the mark of the questions a new paper's form was drawn with, see [`crate::domain::paper::mark_of`]; may be empty.
    pub asked: String,
    /// Which button was pressed.
    pub action: String,
}

/// The checked values of the editor.
#[derive(Debug, Clone)]
pub struct PaperValues {
    pub content: PaperContent,
    pub organisation: Option<OrganisationId>,
    pub version: i64,
}

impl PaperForm {
    pub const TITLE: &str = "title";
    pub const LANGUAGE: &str = "language";
    pub const SUBGROUP: &str = "subgroup";
    pub const TEXT: &str = "text";
    pub const CONSENT: &str = "consent";
    /// One field for each guiding question a round may have.
    pub const ANSWERS: [&str; MAX_QUESTIONS] = [
        "answer_1",
        "answer_2",
        "answer_3",
        "answer_4",
        "answer_5",
        "answer_6",
        "answer_7",
        "answer_8",
        "answer_9",
        "answer_10",
        "answer_11",
        "answer_12",
        "answer_13",
        "answer_14",
        "answer_15",
        "answer_16",
        "answer_17",
        "answer_18",
        "answer_19",
        "answer_20",
    ];
    pub const ROUND: &str = "round";
    pub const ORGANISATION: &str = "organisation";
    pub const VERSION: &str = "version";
    pub const ASKED: &str = "asked";
    pub const ACTION: &str = "action";
    /// The value of the button *Check before submitting*.
    pub const CHECK: &str = "check";

    pub fn from_fields(fields: &Fields) -> Self {
        Self {
            title: fields.get(Self::TITLE),
            language: fields.get(Self::LANGUAGE),
            subgroup: fields.get(Self::SUBGROUP),
            text: fields.get(Self::TEXT),
            consent: fields.get(Self::CONSENT),
            answers: kept_answers(Self::ANSWERS.iter().map(|name| fields.get(name)).collect()),
            round: fields.get(Self::ROUND),
            organisation: fields.get(Self::ORGANISATION),
            version: fields.get(Self::VERSION),
            asked: fields.get(Self::ASKED),
            action: fields.get(Self::ACTION),
        }
    }

    /// The form filled with what is stored.
    pub fn from_content(content: &PaperContent, version: i64) -> Self {
        Self {
            title: content.title.clone(),
            language: content.language.code().to_owned(),
            subgroup: content.subgroup.map_or_else(|| WHOLE_BODY.to_owned(), |id| id.to_string()),
            text: content.text.clone(),
            consent: content.consent.map_or("", Consent::code).to_owned(),
            answers: content.answers.clone(),
            version: version.to_string(),
            ..Self::default()
        }
    }

    /// Text and answers: what the limit is about.
    pub fn all_words(&self) -> String {
        all_words(&self.text, &self.answers)
    }

    /// What stands for the words of the form, see [`crate::domain::paper::mark_of_draft`].
    pub fn mark(&self) -> String {
        mark_of_draft(&self.title, &self.language, &self.subgroup, &self.consent, &self.text, &self.answers)
    }

    /// The mark of the questions the form was drawn with, where it carries one.
    pub fn asked(&self) -> Option<String> {
        (!self.asked.is_empty()).then(|| self.asked.clone())
    }

    pub fn wants_check(&self) -> bool {
        self.action == Self::CHECK
    }

    /// The round of a new paper, if the hidden field holds one.
    pub fn round_id(&self) -> Option<RoundId> {
        self.round.parse().ok()
    }

    /// Lenient: a draft may be unfinished, so title and text may be empty; they may not be unstorable.
    ///
    /// # Errors
    /// All faults at once.
    pub fn parse(&self) -> Result<PaperValues, PortalError> {
        let mut check = Check::default();
        let title = match validate::line(&self.title, MAX_TITLE) {
            Err(Fault::Missing) => Ok(String::new()),
            other => other,
        };
        let title = check.field(Self::TITLE, title);
        let language = check.field(Self::LANGUAGE, choice(&self.language, Language::from_code));
        let subgroup = match self.subgroup.as_str() {
            "" => Err(Fault::Missing),
            WHOLE_BODY => Ok(None),
            id => id.parse::<SubgroupId>().map(Some).map_err(|_| Fault::NotAChoice),
        };
        let subgroup = check.field(Self::SUBGROUP, subgroup);
        let text = check.field(Self::TEXT, validate::text(&self.text, MAX_DRAFT_TEXT));
        let consent = match self.consent.as_str() {
            "" => Ok(None),
            code => choice(code, Consent::from_code).map(Some),
        };
        let consent = check.field(Self::CONSENT, consent);
        let answers: Vec<_> = Self::ANSWERS
            .iter()
            .zip(&self.answers)
            .filter_map(|(name, answer)| check.field(name, validate::text(answer, MAX_DRAFT_TEXT)))
            .collect();
        let organisation = check.field(Self::ORGANISATION, super::organisation_choice(&self.organisation));
        let values = (|| {
            Some(PaperValues {
                content: PaperContent {
                    title: title?,
                    language: language?,
                    subgroup: subgroup?,
                    text: text?,
                    answers: kept_answers(answers),
                    consent: consent?,
                },
                organisation: organisation?,
                version: version(&self.version),
            })
        })();
        check.done(values)
    }

    /// The organisation chosen, if the field holds one.
    pub fn organisation_id(&self) -> Option<OrganisationId> {
        self.organisation.parse().ok()
    }
}

/// The tiny form of the last step: which version is submitted.
#[derive(Debug, Clone, Default)]
pub struct SubmitForm {
    pub version: String,
}

impl SubmitForm {
    pub const VERSION: &str = "version";

    pub fn from_fields(fields: &Fields) -> Self {
        Self { version: fields.get(Self::VERSION) }
    }

    pub fn version(&self) -> i64 {
        version(&self.version)
    }
}
