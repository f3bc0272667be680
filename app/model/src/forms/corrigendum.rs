//! Corrigenda: asking for one, taking it back, deciding on it.

use super::{Check, Fields, choice};
use crate::domain::validate::{self, MAX_REASON};
use crate::error::PortalError;
use crate::portal::NewCorrigendumDecision;

/// The most characters that are read; the limit in words is judged with the language of the paper.
const MAX_TEXT: usize = 10_000;

/// What the authors of a paper ask for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CorrigendumAct {
    Ask(String),
    TakeBack,
}

#[derive(Debug, Clone, Default)]
pub struct CorrigendumForm {
    /// The value of the button pressed.
    pub act: String,
    pub text: String,
}

impl CorrigendumForm {
    pub const ACT: &str = "act";
    pub const TEXT: &str = "text";
    pub const ASK: &str = "ask";
    pub const TAKE_BACK: &str = "take-back";

    pub fn from_fields(fields: &Fields) -> Self {
        Self { act: fields.get(Self::ACT), text: fields.get(Self::TEXT) }
    }

    /// # Errors
    /// The act is none; no words, or too many.
    pub fn parse(&self) -> Result<CorrigendumAct, PortalError> {
        let mut check = Check::default();
        if self.act == Self::TAKE_BACK {
            return Ok(CorrigendumAct::TakeBack);
        }
        let act = check.field(Self::ACT, choice(&self.act, |act| (act == Self::ASK).then_some(())));
        let text = check.field(Self::TEXT, validate::required_text(&self.text, MAX_TEXT));
        check.done(act.and(text).map(|text| CorrigendumAct::Ask(text.trim().to_owned())))
    }
}

/// The decision on a corrigendum.
#[derive(Debug, Clone, Default)]
pub struct CorrigendumDecisionForm {
    /// The value of the button pressed.
    pub act: String,
    pub reason: String,
}

impl CorrigendumDecisionForm {
    pub const ACT: &str = "act";
    pub const REASON: &str = "reason";
    pub const PUBLISH: &str = "publish";
    pub const DECLINE: &str = "decline";

    pub fn from_fields(fields: &Fields) -> Self {
        Self { act: fields.get(Self::ACT), reason: fields.get(Self::REASON) }
    }

    /// A reason is required where it is declined.
    ///
    /// # Errors
    /// All faults at once.
    pub fn parse(&self) -> Result<NewCorrigendumDecision, PortalError> {
        let mut check = Check::default();
        let publish = check.field(
            Self::ACT,
            choice(&self.act, |act| match act {
                Self::PUBLISH => Some(true),
                Self::DECLINE => Some(false),
                _ => None,
            }),
        );
        let reason = match publish {
            Some(true) => validate::text(&self.reason, MAX_REASON),
            _ => validate::required_text(&self.reason, MAX_REASON),
        };
        let reason = check.field(Self::REASON, reason);
        check.done(publish.zip(reason).map(|(publish, reason)| NewCorrigendumDecision { publish, reason: reason.trim().to_owned() }))
    }
}
