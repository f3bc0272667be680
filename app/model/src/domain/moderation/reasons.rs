//! The public list of reasons for which an input is not accepted as it is.

use super::super::organisation::coded;
use super::Outcome;
use serde::{Deserialize, Serialize};

coded! {
    /// A reason of the public list. The list is about scope and rules, never about opinions: nothing on it lets a moderator judge what
    /// an input argues for. Codes are stored, published and exported; one that is no longer used stays in the list of old decisions.
    ReasonCode {
        Unclear => "unclear",
        Incomplete => "incomplete",
        OffTopic => "off_topic",
        Duplicate => "duplicate",
        PersonalData => "personal_data",
        Confidential => "confidential",
        Abusive => "abusive",
        Unlawful => "unlawful",
        Advertising => "advertising",
        NoMandate => "no_mandate",
        Other => "other",
    }
}

impl ReasonCode {
    /// Whether it is a reason for such a decision. What its authors can mend is no reason to decline.
    pub const fn serves(self, outcome: Outcome) -> bool {
        match outcome {
            Outcome::Accept => false,
            Outcome::Return => !matches!(self, Self::Duplicate | Self::Unlawful | Self::NoMandate),
            Outcome::Decline => !matches!(self, Self::Unclear | Self::Incomplete),
        }
    }

    /// Whether it is a reason to redact words: only what must not be read by others goes, never what is wrong, long or beside the point.
    pub const fn serves_redaction(self) -> bool {
        matches!(self, Self::PersonalData | Self::Confidential | Self::Abusive | Self::Unlawful | Self::Other)
    }

    /// It says nothing without words of the moderator.
    pub const fn needs_words(self) -> bool {
        matches!(self, Self::Other)
    }

    /// The reasons for such a decision, in the order of the list.
    pub fn of(outcome: Outcome) -> impl Iterator<Item = Self> {
        Self::ALL.iter().copied().filter(move |reason| reason.serves(outcome))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_reason_is_one_to_return_or_to_decline_and_none_to_accept() {
        for reason in ReasonCode::ALL {
            assert!(reason.serves(Outcome::Return) || reason.serves(Outcome::Decline), "{}", reason.code());
            assert!(!reason.serves(Outcome::Accept));
        }
        for outcome in [Outcome::Return, Outcome::Decline] {
            assert!(ReasonCode::of(outcome).any(ReasonCode::needs_words), "there is always another reason");
        }
    }
}
