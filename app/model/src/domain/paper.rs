//! Position papers: whole documents by organisations.

use super::ids::{LedgerEntryId, OrganisationId, PaperId, RoundId, SubgroupId};
use super::item::ItemState;
use super::language::{Language, LocalizedText};
use super::organisation::coded;
use super::permit::Permit;
use super::recommendation::Recommendation;
use super::redaction::Redacted;
use super::time::Instant;
use super::validate::{MAX_PAPER_CHARACTERS_ZH, MAX_PAPER_WORDS};
use super::wording::Wording;
use super::words::{self, Unit};
use crate::policy::{DiscardDraft, SubmitPaper, WithdrawPaper};
use serde::{Deserialize, Serialize};
use std::hash::{DefaultHasher, Hash, Hasher};

coded! {
    /// What may be published of a paper (feature D9).
    Consent {
        // The paper, and the name of the person who submitted it.
        Public => "public",
        // The paper, and no person's name.
        WithoutName => "without_name",
        // Nothing: the chair and the secretariat read it, and nobody else but its authors.
        ChairOnly => "chair_only",
    }
}

/// The words of a paper, as its authors last saved them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PaperContent {
    pub title: String,
    pub language: Language,
    /// `None`: to the whole body.
    pub subgroup: Option<SubgroupId>,
    pub text: String,
    /// What is answered to the guiding questions of the round, in their order; the last one is never empty.
    #[serde(default)]
    pub answers: Vec<String>,
    /// What should be done, in this order; none is empty.
    #[serde(default)]
    pub recommendations: Vec<Recommendation>,
    /// `None`: not said yet; without it nothing is submitted.
    #[serde(default)]
    pub consent: Option<Consent>,
}

/// A guiding question with what a paper answers to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answered {
    /// 1, 2, 3 … as the round asks.
    pub number: usize,
    pub question: LocalizedText,
    pub answer: String,
}

/// The answers that say something, each with its question.
pub fn answered(questions: &[LocalizedText], answers: &[String]) -> Vec<Answered> {
    answers
        .iter()
        .enumerate()
        .filter(|(_, answer)| !answer.trim().is_empty())
        .map(|(at, answer)| Answered { number: at + 1, question: questions.get(at).cloned().unwrap_or_default(), answer: answer.clone() })
        .collect()
}

/// Answers as they are kept: what says nothing is empty, and none that are empty stand at the end, so that no answers and empty answers
/// are the same.
pub fn kept_answers(mut answers: Vec<String>) -> Vec<String> {
    for answer in answers.iter_mut().filter(|answer| answer.trim().is_empty()) {
        answer.clear();
    }
    while answers.last().is_some_and(String::is_empty) {
        answers.pop();
    }
    answers
}

/// What stands for the questions a form was drawn with, so that answers do not come to stand under other questions unnoticed.
/// It lives for as long as a form is open, and is not stored.
pub fn mark_of(questions: &[LocalizedText]) -> String {
    let mut hasher = DefaultHasher::new();
    for question in questions {
        question.0.hash(&mut hasher);
    }
    format!("{:016x}", hasher.finish())
}

/// A paper as it stands in the store.
#[derive(Debug, PartialEq, Eq)]
pub struct Paper {
    pub id: PaperId,
    pub organisation: OrganisationId,
    pub round: RoundId,
    pub state: ItemState,
    pub content: PaperContent,
    /// What others do not read of it.
    pub redacted: Redacted,
    /// The paper of the same authors whose place it takes, or took.
    pub replaces: Option<PaperId>,
    /// Grows with every change; a form carries the one it was filled from.
    pub version: i64,
    pub updated_at: Instant,
}

/// What stands between a draft and its submission, apart from permission.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PaperProblem {
    NoTitle,
    NoText,
    TooLong {
        unit: Unit,
        max: usize,
        count: usize,
    },
    /// A recommendation is about something, and says nothing.
    EmptyRecommendation {
        number: usize,
    },
    /// It is not said what may be published.
    NoConsent,
}

/// The limit on the text of a paper in `language`.
pub const fn limit(language: Language) -> usize {
    match words::unit(language) {
        Unit::Words => MAX_PAPER_WORDS,
        Unit::Characters => MAX_PAPER_CHARACTERS_ZH,
    }
}

/// A paper that is about to be stored as submitted. Made by [`Paper::submit`] alone.
#[derive(Debug)]
pub struct PaperSubmission {
    paper: PaperId,
    from_version: i64,
    at: Instant,
    judged_by: LedgerEntryId,
    state: ItemState,
}

impl PaperSubmission {
    /// The state it has from now on.
    pub const fn state(&self) -> ItemState {
        self.state
    }
    pub const fn paper(&self) -> PaperId {
        self.paper
    }
    /// The stored version this transition starts from; any other in the store is a conflict.
    pub const fn from_version(&self) -> i64 {
        self.from_version
    }
    pub const fn at(&self) -> Instant {
        self.at
    }
    pub const fn judged_by(&self) -> LedgerEntryId {
        self.judged_by
    }
}

/// A paper that is about to be stored as withdrawn. Made by [`Paper::withdraw`] alone.
#[derive(Debug)]
pub struct Withdrawal {
    paper: PaperId,
    from_version: i64,
    at: Instant,
}

impl Withdrawal {
    pub const fn paper(&self) -> PaperId {
        self.paper
    }
    /// See [`PaperSubmission::from_version`].
    pub const fn from_version(&self) -> i64 {
        self.from_version
    }
    pub const fn at(&self) -> Instant {
        self.at
    }
}

/// A draft that is about to be deleted. Made by [`Paper::discard`] alone.
#[derive(Debug)]
pub struct Discarding {
    paper: PaperId,
    from_version: i64,
}

impl Discarding {
    pub const fn paper(&self) -> PaperId {
        self.paper
    }
    /// See [`PaperSubmission::from_version`].
    pub const fn from_version(&self) -> i64 {
        self.from_version
    }
}

/// It is, or was, submitted for the chair only: no moderator reads it, also after its end.
pub fn is_for_the_chair(state: ItemState, consent: Option<Consent>) -> bool {
    match state {
        ItemState::ForTheChair => true,
        ItemState::Withdrawn | ItemState::Replaced => consent == Some(Consent::ChairOnly),
        ItemState::Draft | ItemState::Submitted | ItemState::Accepted | ItemState::Returned | ItemState::Declined => false,
    }
}

impl PaperContent {
    /// Nothing, in `language`.
    pub const fn empty(language: Language) -> Self {
        Self {
            title: String::new(),
            language,
            subgroup: None,
            text: String::new(),
            answers: Vec::new(),
            recommendations: Vec::new(),
            consent: None,
        }
    }

    /// Text, answers and recommendations.
    pub fn wording(&self) -> Wording<'_> {
        Wording { text: &self.text, answers: &self.answers, recommendations: &self.recommendations }
    }

    /// The state it has once it is submitted.
    pub fn submitted_state(&self) -> ItemState {
        if self.consent == Some(Consent::ChairOnly) { ItemState::ForTheChair } else { ItemState::Submitted }
    }

    /// What the limit is about.
    pub fn all_words(&self) -> String {
        self.wording().all()
    }

    /// Everything that would stop a submission.
    pub fn problems(&self) -> Vec<PaperProblem> {
        let mut problems = Vec::new();
        if self.title.trim().is_empty() {
            problems.push(PaperProblem::NoTitle);
        }
        if self.wording().is_empty() {
            problems.push(PaperProblem::NoText);
        }
        let silent = self.recommendations.iter().enumerate().filter(|(_, one)| one.text.trim().is_empty());
        problems.extend(silent.map(|(at, _)| PaperProblem::EmptyRecommendation { number: at + 1 }));
        let (count, max) = (words::count(&self.all_words(), self.language), limit(self.language));
        if count > max {
            problems.push(PaperProblem::TooLong { unit: words::unit(self.language), max, count });
        }
        if self.consent.is_none() {
            problems.push(PaperProblem::NoConsent);
        }
        problems
    }
}

impl Paper {
    /// See [`is_for_the_chair`].
    pub fn is_for_the_chair(&self) -> bool {
        is_for_the_chair(self.state, self.content.consent)
    }

    /// Takes the paper back.
    pub fn withdraw(&self, permit: Permit<WithdrawPaper>) -> Withdrawal {
        let at = permit.at();
        debug_assert_eq!(permit.into_action().paper, self.id);
        Withdrawal { paper: self.id, from_version: self.version, at }
    }

    /// Throws a draft away.
    pub fn discard(&self, permit: Permit<DiscardDraft>) -> Discarding {
        debug_assert_eq!(permit.into_action().paper, self.id);
        Discarding { paper: self.id, from_version: self.version }
    }

    /// Submits the paper as it stands.
    ///
    /// # Errors
    /// What is still missing or too long.
    pub fn submit(&self, permit: Permit<SubmitPaper>) -> Result<PaperSubmission, Vec<PaperProblem>> {
        let problems = self.content.problems();
        if !problems.is_empty() {
            return Err(problems);
        }
        let at = permit.at();
        let action = permit.into_action();
        debug_assert_eq!(action.paper, self.id);
        let judged_by = action.window.judged_by(action.organisation, Some(action.paper.item()), at);
        let state = self.content.submitted_state();
        Ok(PaperSubmission { paper: action.paper, from_version: self.version, at, judged_by, state })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::recommendation::About;

    fn content(text: &str, answers: &[&str]) -> PaperContent {
        let answers = kept_answers(answers.iter().map(|answer| (*answer).to_owned()).collect());
        PaperContent {
            title: "T".to_owned(),
            text: text.to_owned(),
            answers,
            consent: Some(Consent::WithoutName),
            ..PaperContent::empty(Language::En)
        }
    }

    #[test]
    fn answers_count_with_the_text() {
        assert_eq!(content("", &["", " "]).problems(), [PaperProblem::NoText]);
        assert_eq!(content("", &["", "Yes."]).problems(), []);
        let half = "word ".repeat(MAX_PAPER_WORDS / 2);
        assert_eq!(content(&half, &[&half]).problems(), []);
        let over = [PaperProblem::TooLong { unit: Unit::Words, max: MAX_PAPER_WORDS, count: MAX_PAPER_WORDS + 1 }];
        assert_eq!(content(&half, &[&half, "", "more"]).problems(), over);
    }

    #[test]
    fn recommendations_count_and_say_something() {
        let with = |texts: &[&str]| {
            let about = About::from_code("norm:N-C");
            let recommendations = texts.iter().map(|text| Recommendation { text: (*text).to_owned(), about: about.clone() }).collect();
            PaperContent { recommendations, ..content("", &[]) }.problems()
        };
        assert_eq!(with(&["Do."]), []);
        assert_eq!(with(&["Do.", " "]), [PaperProblem::EmptyRecommendation { number: 2 }]);
        let long = "word ".repeat(MAX_PAPER_WORDS);
        let over = [PaperProblem::TooLong { unit: Unit::Words, max: MAX_PAPER_WORDS, count: MAX_PAPER_WORDS + 1 }];
        assert_eq!(with(&[&long, "more"]), over);
    }

    #[test]
    fn nothing_is_submitted_before_its_authors_say_what_may_be_published() {
        assert_eq!(PaperContent { consent: None, ..content("Words.", &[]) }.problems(), [PaperProblem::NoConsent]);
    }

    #[test]
    fn other_questions_have_another_mark() {
        let asked = |words: &[&str]| mark_of(&words.iter().map(|words| LocalizedText::english(words)).collect::<Vec<_>>());
        assert_eq!(asked(&["Why?", "How?"]), asked(&["Why?", "How?"]));
        for other in [asked(&["How?", "Why?"]), asked(&["Why?"]), asked(&[]), asked(&["Why?", "How?", "When?"])] {
            assert_ne!(other, asked(&["Why?", "How?"]));
        }
    }

    #[test]
    fn an_answer_keeps_its_question() {
        let questions = [LocalizedText::english("Why?"), LocalizedText::english("How?")];
        let told = answered(&questions, &content("", &["", "So."]).answers);
        assert_eq!(told, [Answered { number: 2, question: questions[1].clone(), answer: "So.".to_owned() }]);
        assert!(content("x", &["", "  "]).answers.is_empty(), "empty answers are none");
        assert_eq!(content("x", &[" \n", "So.", "  "]).answers, ["", "So."], "also before others");
    }
}
