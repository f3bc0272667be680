//! A rehearsal of a deadline (feature C10): the instants the chair looks at, and what of the portal is looked at there.

use super::organisation::coded;
use super::time::{Instant, Span};
use serde::{Deserialize, Serialize};

coded! {
    /// An instant around the closing of a round.
    Moment {
        DayBefore => "day-before",
        MinuteBefore => "minute-before",
        Closing => "closing",
        SecondAfter => "second-after",
        // Right after the chair has extended a deadline that had passed.
        Extended => "extended",
    }
}

coded! {
    /// What is looked at.
    Sight {
        // The page of the round, as everybody reads it.
        Round => "round",
        // The desk of an author who holds something unsubmitted.
        Desk => "desk",
        // The last page before the author submits.
        Submit => "submit",
        // What the author is answered on pressing the button.
        Answer => "answer",
        // What the author is written by mail, up to that answer.
        Mails => "mails",
    }
}

/// How long after the closing the rehearsed extension is made.
const EXTENDED_AFTER: Span = Span::HOUR;

/// By how much the rehearsed extension moves the closing.
const EXTENSION: Span = Span::DAY.times(7);

impl Moment {
    /// The instant, for a round that closes at `closes_at`.
    pub fn at(self, closes_at: Instant) -> Instant {
        match self {
            Self::DayBefore => closes_at - Span::DAY,
            Self::MinuteBefore => closes_at - Span::MINUTE,
            Self::Closing => closes_at,
            Self::SecondAfter => closes_at + Span::SECOND,
            Self::Extended => closes_at + EXTENDED_AFTER,
        }
    }

    /// The closing that holds at the moment, for a round that closes at `closes_at` now.
    pub fn closing(self, closes_at: Instant) -> Instant {
        if self == Self::Extended { closes_at + EXTENSION } else { closes_at }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_moments_follow_one_another_around_the_closing() {
        let closes_at = Instant(1_800_000_000_000_000);
        let at: Vec<_> = Moment::ALL.iter().map(|moment| moment.at(closes_at)).collect();
        assert!(at.is_sorted(), "{at:?}");
        assert_eq!(at[2], closes_at);
        for moment in Moment::ALL {
            let open = moment.at(closes_at) < moment.closing(closes_at);
            assert_eq!(open, !matches!(moment, Moment::Closing | Moment::SecondAfter), "{moment:?}");
        }
    }
}
