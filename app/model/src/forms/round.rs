//! The chair's form of a round: to call one, and to change one as far as it can still be changed.

use super::session::in_arabic;
use super::{Check, Fields, choice, version};
use crate::calendar;
use crate::domain::accreditation::Reach;
use crate::domain::language::{Language, Locale, LocalizedText};
use crate::domain::plan::{MAX_QUESTION, MAX_QUESTIONS, RoundAbout, RoundWindow, RoundWords};
use crate::domain::round::{Round, RoundKind};
use crate::domain::time::Instant;
use crate::domain::validate::{self, Fault, MAX_CALL, MAX_REASON, MAX_TITLE};
use crate::error::PortalError;
use crate::portal::{NewRound, RoundChange};

/// How much of a round the form holds. What the form does not hold stays as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum RoundScope {
    /// Everything: a new round, or one that has not opened and in which nobody writes.
    #[default]
    Whole,
    /// Words and window: somebody has begun to write.
    Begun,
    /// The words alone: it has opened.
    Words,
}

impl RoundScope {
    pub const fn code(self) -> &'static str {
        match self {
            Self::Whole => "whole",
            Self::Begun => "begun",
            Self::Words => "words",
        }
    }

    /// A form without the field holds everything.
    fn from_code(code: &str) -> Self {
        match code {
            "begun" => Self::Begun,
            "words" => Self::Words,
            _ => Self::Whole,
        }
    }
}

#[derive(Debug, Clone, Default)]
pub struct RoundForm {
    /// Hidden.
    pub scope: RoundScope,
    pub kind: String,
    pub title: String,
    /// In Arabic; may be empty, like the others with this ending.
    pub title_ar: String,
    pub call: String,
    pub call_ar: String,
    /// One in each line.
    pub questions: String,
    pub questions_ar: String,
    pub draft_version: String,
    pub subgroup: String,
    /// What one is accredited for; may be empty.
    pub reach: String,
    /// Local date and time; empty: at once.
    pub opens_at: String,
    pub opens_at_choice: String,
    /// Local date and time, `2026-12-11T18:00`.
    pub closes_at: String,
    pub closes_at_choice: String,
    /// IANA zone.
    pub time_zone: String,
    pub reason: String,
    /// Hidden: the version the form was filled from.
    pub version: String,
}

impl RoundForm {
    pub const SCOPE: &str = "scope";
    pub const KIND: &str = "kind";
    pub const TITLE: &str = "title";
    pub const TITLE_AR: &str = "title_ar";
    pub const CALL: &str = "call";
    pub const CALL_AR: &str = "call_ar";
    pub const QUESTIONS: &str = "questions";
    pub const QUESTIONS_AR: &str = "questions_ar";
    pub const DRAFT_VERSION: &str = "draft_version";
    pub const SUBGROUP: &str = "subgroup";
    pub const REACH: &str = "reach";
    pub const OPENS_AT: &str = "opens_at";
    pub const OPENS_AT_CHOICE: &str = "opens_at_choice";
    pub const CLOSES_AT: &str = "closes_at";
    pub const CLOSES_AT_CHOICE: &str = "closes_at_choice";
    pub const TIME_ZONE: &str = "time_zone";
    pub const REASON: &str = "reason";
    pub const VERSION: &str = "version";
    /// The buttons that fill in a usual closing.
    pub const TEMPLATE: &str = "template";
    /// What the subgroup field holds for a call to all of the body.
    pub const WHOLE_BODY: &str = super::WHOLE_BODY;

    pub fn from_fields(fields: &Fields) -> Self {
        Self {
            scope: RoundScope::from_code(&fields.get(Self::SCOPE)),
            kind: fields.get(Self::KIND),
            title: fields.get(Self::TITLE),
            title_ar: fields.get(Self::TITLE_AR),
            call: fields.get(Self::CALL),
            call_ar: fields.get(Self::CALL_AR),
            questions: fields.get(Self::QUESTIONS),
            questions_ar: fields.get(Self::QUESTIONS_AR),
            draft_version: fields.get(Self::DRAFT_VERSION),
            subgroup: fields.get(Self::SUBGROUP),
            reach: fields.get(Self::REACH),
            opens_at: fields.get(Self::OPENS_AT),
            opens_at_choice: fields.get(Self::OPENS_AT_CHOICE),
            closes_at: fields.get(Self::CLOSES_AT),
            closes_at_choice: fields.get(Self::CLOSES_AT_CHOICE),
            time_zone: fields.get(Self::TIME_ZONE),
            reason: fields.get(Self::REASON),
            version: fields.get(Self::VERSION),
        }
    }

    /// The form of a new round in a session at `zone`; with a usual closing, where one was chosen.
    pub fn fresh(zone: &str, closes_at: Option<Instant>) -> Self {
        let fresh = Self {
            kind: RoundKind::PositionPapers.code().to_owned(),
            subgroup: Self::WHOLE_BODY.to_owned(),
            time_zone: zone.to_owned(),
            ..Self::default()
        };
        fresh.closing(zone, closes_at)
    }

    /// The form as it is, with another closing, where there is one.
    #[must_use]
    pub fn closing(mut self, zone: &str, closes_at: Option<Instant>) -> Self {
        if let Some(at) = closes_at {
            self.closes_at = calendar::local_input(at, zone);
            self.closes_at_choice = calendar::choice(at);
            zone.clone_into(&mut self.time_zone);
        }
        self
    }

    /// The form filled with what is stored.
    pub fn from_round(round: &Round, version: i64, scope: RoundScope) -> Self {
        let (window, zone) = (&round.window, round.time_zone.as_str());
        Self {
            scope,
            kind: round.kind.code().to_owned(),
            title: round.title.get(Locale::En).to_owned(),
            title_ar: in_arabic(&round.title),
            call: round.call.get(Locale::En).to_owned(),
            call_ar: in_arabic(&round.call),
            questions: lines(round.questions.iter().map(|question| question.get(Locale::En).to_owned())),
            questions_ar: lines(round.questions.iter().map(in_arabic)).trim().to_owned(),
            draft_version: round.draft_version.map_or_else(String::new, |id| id.to_string()),
            subgroup: round.subgroup.map_or_else(|| Self::WHOLE_BODY.to_owned(), |id| id.to_string()),
            reach: round.reach.map_or("", Reach::code).to_owned(),
            opens_at: calendar::local_input(window.opens_at, zone),
            opens_at_choice: calendar::choice(window.opens_at),
            closes_at: calendar::local_input(window.closes_at, zone),
            closes_at_choice: calendar::choice(window.closes_at),
            time_zone: zone.to_owned(),
            reason: String::new(),
            version: version.to_string(),
        }
    }

    /// A new round.
    ///
    /// # Errors
    /// All faults at once.
    pub fn parse_new(&self) -> Result<NewRound, PortalError> {
        let mut check = Check::default();
        let (about, words, window) = (self.about(&mut check), self.words(&mut check), self.window(&mut check));
        let reason = self.reason(&mut check);
        let new = (|| Some(NewRound { about: about?, words: words?, window: window?, reason: reason? }))();
        check.done(new)
    }

    /// A change, as far as the form goes, and the version it changes.
    ///
    /// # Errors
    /// All faults at once.
    pub fn parse_change(&self) -> Result<(RoundChange, i64), PortalError> {
        let mut check = Check::default();
        let about = (self.scope == RoundScope::Whole).then(|| self.about(&mut check));
        let words = self.words(&mut check);
        let window = (self.scope != RoundScope::Words).then(|| self.window(&mut check));
        let reason = self.reason(&mut check);
        // `Some(None)`: the form holds it, and it is faulty.
        let held = |faulty: bool| if faulty { None } else { Some(()) };
        let change = (|| {
            held(matches!(about, Some(None)) || matches!(window, Some(None)))?;
            Some(RoundChange { about: about.flatten(), words: words?, window: window.flatten(), reason: reason? })
        })();
        check.done(change.map(|change| (change, version(&self.version))))
    }

    fn reason(&self, check: &mut Check) -> Option<String> {
        check.field(Self::REASON, validate::required_text(&self.reason, MAX_REASON)).map(|reason| reason.trim().to_owned())
    }

    fn words(&self, check: &mut Check) -> Option<RoundWords> {
        let title =
            check.in_languages((Self::TITLE, &self.title), (Self::TITLE_AR, &self.title_ar), |text| validate::line(text, MAX_TITLE));
        let call = check.in_languages((Self::CALL, &self.call), (Self::CALL_AR, &self.call_ar), |text| {
            validate::required_text(text, MAX_CALL).map(|text| text.trim().to_owned())
        });
        Some(RoundWords { title: title?, call: call? })
    }

    fn window(&self, check: &mut Check) -> Option<RoundWindow> {
        let zone = (Self::TIME_ZONE, self.time_zone.as_str());
        let closes = check.local_time((Self::CLOSES_AT, &self.closes_at), &self.closes_at_choice, zone);
        let opens_at = if self.opens_at.trim().is_empty() {
            Some(None)
        } else {
            let parsed = calendar::parse_local_or_chosen(&self.opens_at, super::judged_in(zone.1), &self.opens_at_choice);
            check.field(Self::OPENS_AT, parsed).map(Some)
        };
        let (closes_at, time_zone) = closes?;
        Some(RoundWindow { opens_at: opens_at?, closes_at, time_zone })
    }

    fn about(&self, check: &mut Check) -> Option<RoundAbout> {
        let kind = check.field(Self::KIND, choice(&self.kind, RoundKind::from_code))?;
        let draft_version = match (self.draft_version.as_str(), kind.has_text()) {
            ("", false) => Ok(None),
            (_, false) => Err(Fault::NotForThisKind),
            (id, true) => choice(id, |id| id.parse().ok()).map(Some),
        };
        let draft_version = check.field(Self::DRAFT_VERSION, draft_version);
        let subgroup = match (self.subgroup.as_str(), kind.has_subgroup()) {
            ("" | super::WHOLE_BODY, _) => Ok(None),
            (_, false) => Err(Fault::NotForThisKind),
            (id, true) => id.parse().map(Some).map_err(|_| Fault::NotAChoice),
        };
        let subgroup = check.field(Self::SUBGROUP, subgroup);
        let reach = match (self.reach.as_str(), kind.has_reach()) {
            ("", false) => Ok(None),
            (_, false) => Err(Fault::NotForThisKind),
            (code, true) => choice(code, Reach::from_code).map(Some),
        };
        let reach = check.field(Self::REACH, reach);
        let questions = self.parse_questions(check, kind.has_questions());
        Some(RoundAbout { kind, draft_version: draft_version?, subgroup: subgroup?, reach: reach?, questions: questions? })
    }

    fn parse_questions(&self, check: &mut Check, asks: bool) -> Option<Vec<LocalizedText>> {
        let english = questions_in(&self.questions)
            .and_then(|questions| if asks || questions.is_empty() { Ok(questions) } else { Err(Fault::NotForThisKind) });
        let english = check.field(Self::QUESTIONS, english)?;
        let arabic = questions_in(&self.questions_ar)
            .and_then(|arabic| if arabic.is_empty() || arabic.len() == english.len() { Ok(arabic) } else { Err(Fault::UnevenQuestions) });
        let arabic = check.field(Self::QUESTIONS_AR, arabic)?;
        let mut arabic = arabic.into_iter();
        Some(english.into_iter().map(|question| in_languages(question, arabic.next())).collect())
    }
}

fn lines(texts: impl Iterator<Item = String>) -> String {
    texts.collect::<Vec<_>>().join("\n")
}

/// The questions of a field: one in each line, empty lines apart.
fn questions_in(text: &str) -> Result<Vec<String>, Fault> {
    let text = validate::text(text, MAX_QUESTIONS * (MAX_QUESTION + 2))?;
    let questions: Vec<_> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    if questions.len() > MAX_QUESTIONS {
        return Err(Fault::TooManyQuestions { max: MAX_QUESTIONS });
    }
    questions.into_iter().map(|line| validate::line(line, MAX_QUESTION)).collect()
}

/// A text in English and, where there is one, in Arabic.
fn in_languages(english: String, arabic: Option<String>) -> LocalizedText {
    let mut text = LocalizedText::english(&english);
    if let Some(arabic) = arabic.filter(|arabic| !arabic.is_empty()) {
        text.0.insert(Language::Ar.code().to_owned(), arabic);
    }
    text
}

impl Check {
    /// A text in English, which must be there, and in Arabic, which may.
    pub(super) fn in_languages(
        &mut self,
        english: (&'static str, &str),
        arabic: (&'static str, &str),
        checked: impl Fn(&str) -> Result<String, Fault>,
    ) -> Option<LocalizedText> {
        let english = self.field(english.0, checked(english.1));
        let there = !arabic.1.trim().is_empty();
        let arabic = self.field(arabic.0, if there { checked(arabic.1).map(Some) } else { Ok(None) });
        Some(in_languages(english?, arabic?))
    }
}
