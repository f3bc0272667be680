//! Reminders before a deadline: at which marks those who hold something unsubmitted are written to.

use super::organisation::coded;
use super::time::{Instant, Span};
use serde::{Deserialize, Serialize};

coded! {
    /// How long before the end a reminder is due.
    Mark { ThreeDays => "72h", OneDay => "24h", TwoHours => "2h" }
}

impl Mark {
    pub const fn before(self) -> Span {
        match self {
            Self::ThreeDays => Span::HOUR.times(72),
            Self::OneDay => Span::HOUR.times(24),
            Self::TwoHours => Span::HOUR.times(2),
        }
    }

    /// The ends that have this mark as the newest one `now` has passed on the way to them, both included, to the microsecond. Older marks
    /// are not made up for.
    pub fn reach(self, now: Instant) -> (Instant, Instant) {
        let nearer = match self {
            Self::ThreeDays => Self::OneDay.before(),
            Self::OneDay => Self::TwoHours.before(),
            Self::TwoHours => Span(0),
        };
        (now + nearer + Span::MICROSECOND, now + self.before())
    }

    /// Whether somebody who has known of the unsubmitted words and of this end since `since` is written to at this mark. What was begun,
    /// returned, or told of later needs no reminder of it: the next mark comes.
    pub fn concerns(self, end: Instant, since: Instant) -> bool {
        since <= end - self.before()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const END: Instant = Instant(1_000_000_000_000_000);

    fn before(span: Span) -> Instant {
        END - span
    }

    /// The newest mark that `now` has passed on the way to the end; `None` before the first, and from the end on.
    fn newest(now: Instant) -> Option<Mark> {
        let within = |mark: &&Mark| {
            let (from, to) = mark.reach(now);
            (from..=to).contains(&END)
        };
        Mark::ALL.iter().find(within).copied()
    }

    #[test]
    fn each_mark_begins_to_the_microsecond_and_gives_way_to_the_next() {
        for mark in Mark::ALL {
            assert_eq!(newest(before(mark.before())), Some(*mark));
            assert_ne!(newest(before(mark.before()) - Span::MICROSECOND), Some(*mark));
        }
        assert_eq!(newest(before(Span::HOUR.times(73))), None);
        assert_eq!(newest(before(Span::MICROSECOND)), Some(Mark::TwoHours));
        assert_eq!(newest(END), None);
    }

    #[test]
    fn what_was_begun_after_a_mark_waits_for_the_next() {
        assert!(Mark::OneDay.concerns(END, before(Span::DAY)));
        assert!(!Mark::OneDay.concerns(END, before(Span::DAY) + Span::MICROSECOND));
        assert!(Mark::TwoHours.concerns(END, before(Span::DAY) + Span::MICROSECOND));
    }

    proptest! {
        #[test]
        fn an_end_lies_within_reach_of_its_newest_mark_alone(left in -10i64..300_000_000_000) {
            let now = Instant(END.0 - left);
            let passed = |mark: &&Mark| END - mark.before() <= now;
            let expected = if now < END { Mark::ALL.iter().rev().find(passed) } else { None };
            for mark in Mark::ALL {
                let (from, to) = mark.reach(now);
                prop_assert_eq!(expected == Some(mark), (from..=to).contains(&END));
            }
        }
    }
}
