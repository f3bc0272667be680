//! The time at which a version is issued by itself, as the chair states it beforehand.

use crate::domain::organisation::coded;
use crate::domain::time::Instant;
use serde::{Deserialize, Serialize};

coded! {
    /// Why a version was not issued when its time had come.
    Hindrance {
        // Another version was issued since this one was begun.
        Overtaken => "overtaken",
        // It reads as something with which no text is issued, or as nothing.
        Flawed => "flawed",
        // Where its provisions come from is not confirmed for how they are read now.
        Unconfirmed => "unconfirmed",
    }
}

/// An instant as it was stated: with the zone in which it was meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatedTime {
    pub at: Instant,
    /// IANA zone.
    pub time_zone: String,
}

/// When a version is to be issued by itself, and what became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IssueTime {
    pub stated: StatedTime,
    /// It was tried then, in vain. The time does not stand any more; what hindered it is kept for the chair.
    pub hindered: Option<(Instant, Hindrance)>,
}

impl IssueTime {
    /// Nothing of the version changes until then.
    pub const fn stands(&self) -> bool {
        self.hindered.is_none()
    }

    /// It is issued at the next opportunity.
    pub fn is_due(&self, now: Instant) -> bool {
        self.stands() && self.stated.at <= now
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_due_from_its_instant_on_until_it_was_tried() {
        let stated = StatedTime { at: Instant(10), time_zone: "UTC".to_owned() };
        let mut time = IssueTime { stated, hindered: None };
        assert_eq!([9, 10, 11].map(|now| time.is_due(Instant(now))), [false, true, true]);
        assert!(time.stands());
        time.hindered = Some((Instant(11), Hindrance::Overtaken));
        assert!(!time.stands() && !time.is_due(Instant(12)));
    }
}
