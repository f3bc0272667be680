//! The editor of a position paper, and `/papers/{id}/submit`.

use super::{Check, Fields, choice, version};
use crate::domain::ids::{OrganisationId, RoundId, SubgroupId};
use crate::domain::language::Language;
use crate::domain::paper::{Consent, PaperContent, kept_answers};
use crate::domain::plan::MAX_QUESTIONS;
use crate::domain::recommendation::{About, MAX_RECOMMENDATIONS, Rearrangement, Recommendation, kept_recommendations};
use crate::domain::validate::{self, Fault, MAX_DRAFT_TEXT, MAX_TITLE};
use crate::domain::wording::{Wording, mark_of_draft};
use crate::error::PortalError;

/// What the subgroup field holds for a paper to the whole body.
pub const WHOLE_BODY: &str = "whole_body";

/// A recommendation as the form holds it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RecommendationFields {
    pub text: String,
    /// See [`About::code`]; empty: nothing in particular.
    pub about: String,
}

impl From<Recommendation> for RecommendationFields {
    fn from(one: Recommendation) -> Self {
        Self { text: one.text, about: one.about.map_or_else(String::new, String::from) }
    }
}

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
    /// The recommendations, in their order.
    pub recommendations: Vec<RecommendationFields>,
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
    /// The words of each recommendation, and what it is about.
    pub const RECOMMENDATIONS: [&str; MAX_RECOMMENDATIONS] = [
        "recommendation_1",
        "recommendation_2",
        "recommendation_3",
        "recommendation_4",
        "recommendation_5",
        "recommendation_6",
        "recommendation_7",
        "recommendation_8",
        "recommendation_9",
        "recommendation_10",
        "recommendation_11",
        "recommendation_12",
        "recommendation_13",
        "recommendation_14",
        "recommendation_15",
        "recommendation_16",
        "recommendation_17",
        "recommendation_18",
        "recommendation_19",
        "recommendation_20",
    ];
    pub const ABOUT: [&str; MAX_RECOMMENDATIONS] = [
        "about_1", "about_2", "about_3", "about_4", "about_5", "about_6", "about_7", "about_8", "about_9", "about_10", "about_11",
        "about_12", "about_13", "about_14", "about_15", "about_16", "about_17", "about_18", "about_19", "about_20",
    ];
    pub const ROUND: &str = "round";
    pub const ORGANISATION: &str = "organisation";
    pub const VERSION: &str = "version";
    pub const ASKED: &str = "asked";
    pub const ACTION: &str = "action";
    /// The value of the button *Check before submitting*.
    pub const CHECK: &str = "check";
    /// The value of the button *Save and add a recommendation*.
    pub const ADD: &str = "add";

    /// What was posted, with its recommendations as the pressed button arranges them.
    pub fn from_fields(fields: &Fields) -> Self {
        let action = fields.get(Self::ACTION);
        let rows = Self::RECOMMENDATIONS.iter().zip(Self::ABOUT);
        let mut recommendations: Vec<_> =
            rows.map(|(text, about)| RecommendationFields { text: fields.get(text), about: fields.get(about) }).collect();
        if let Some(act) = Rearrangement::from_code(&action) {
            act.apply(&mut recommendations);
        }
        recommendations.retain(|row| !row.text.trim().is_empty() || !row.about.is_empty());
        Self {
            title: fields.get(Self::TITLE),
            language: fields.get(Self::LANGUAGE),
            subgroup: fields.get(Self::SUBGROUP),
            text: fields.get(Self::TEXT),
            consent: fields.get(Self::CONSENT),
            answers: kept_answers(Self::ANSWERS.iter().map(|name| fields.get(name)).collect()),
            recommendations,
            round: fields.get(Self::ROUND),
            organisation: fields.get(Self::ORGANISATION),
            version: fields.get(Self::VERSION),
            asked: fields.get(Self::ASKED),
            action,
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
            recommendations: content.recommendations.iter().cloned().map(RecommendationFields::from).collect(),
            version: version.to_string(),
            ..Self::default()
        }
    }

    /// The recommendations of the form; what is about nothing known is about nothing.
    pub fn recommended(&self) -> Vec<Recommendation> {
        let read = |row: &RecommendationFields| Recommendation { text: row.text.clone(), about: About::from_code(&row.about) };
        kept_recommendations(self.recommendations.iter().map(read).collect())
    }

    /// What the limit is about.
    pub fn all_words(&self) -> String {
        Wording { text: &self.text, answers: &self.answers, recommendations: &self.recommended() }.all()
    }

    /// What stands for the words of the form, see [`mark_of_draft`].
    pub fn mark(&self) -> String {
        let words = Wording { text: &self.text, answers: &self.answers, recommendations: &self.recommended() };
        mark_of_draft(&self.title, &self.language, &self.subgroup, &self.consent, words)
    }

    /// The mark of the questions the form was drawn with, where it carries one.
    pub fn asked(&self) -> Option<String> {
        (!self.asked.is_empty()).then(|| self.asked.clone())
    }

    pub fn wants_check(&self) -> bool {
        self.action == Self::CHECK
    }

    /// The row of the recommendations the editor opens at again, counted from 1, where one of their buttons was pressed.
    pub fn wants_recommendation(&self) -> Option<usize> {
        if self.action == Self::ADD {
            return Some((self.recommendations.len() + 1).min(MAX_RECOMMENDATIONS));
        }
        match Rearrangement::from_code(&self.action)? {
            Rearrangement::Up(row) => Some(row),
            Rearrangement::Remove(row) => Some(row + 1),
        }
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
        let recommendations = self.parse_recommendations(&mut check);
        let organisation = check.field(Self::ORGANISATION, super::organisation_choice(&self.organisation));
        let values = (|| {
            Some(PaperValues {
                content: PaperContent {
                    title: title?,
                    language: language?,
                    subgroup: subgroup?,
                    text: text?,
                    answers: kept_answers(answers),
                    recommendations: kept_recommendations(recommendations),
                    consent: consent?,
                },
                organisation: organisation?,
                version: version(&self.version),
            })
        })();
        check.done(values)
    }

    fn parse_recommendations(&self, check: &mut Check) -> Vec<Recommendation> {
        let rows = Self::RECOMMENDATIONS.iter().zip(Self::ABOUT).zip(&self.recommendations);
        rows.filter_map(|((name, about_name), row)| {
            let text = check.field(name, validate::text(&row.text, MAX_DRAFT_TEXT));
            let about = match row.about.as_str() {
                "" => Ok(None),
                code => choice(code, About::from_code).map(Some),
            };
            Some(Recommendation { text: text?, about: check.field(about_name, about)? })
        })
        .collect()
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
    /// Hidden, beside the last step: the paper whose place this one is to take.
    pub const PAPER: &str = "paper";

    pub fn from_fields(fields: &Fields) -> Self {
        Self { version: fields.get(Self::VERSION) }
    }

    pub fn version(&self) -> i64 {
        version(&self.version)
    }
}
