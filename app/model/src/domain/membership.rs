//! How people come into an organisation, and how its contact point changes hands.

use super::organisation::coded;
use super::time::{Instant, Span};
use serde::{Deserialize, Serialize};

coded! {
    /// What became of an invitation.
    InvitationState { Open => "open", Accepted => "accepted", Revoked => "revoked" }
}

coded! {
    /// What became of a request to join.
    RequestState { Open => "open", Accepted => "accepted", Declined => "declined", Withdrawn => "withdrawn" }
}

coded! {
    /// What became of a claim to be the contact point.
    ///
    /// `Open → {Objected | Confirmed | Declined | Withdrawn}`, and `Objected → {Confirmed | Declined | Withdrawn}`: an objection ends
    /// nothing by itself, the secretariat decides between the two.
    ClaimState {
        Open => "open",
        Objected => "objected",
        Confirmed => "confirmed",
        Declined => "declined",
        Withdrawn => "withdrawn",
    }
}

impl ClaimState {
    /// The secretariat has not decided yet.
    pub const fn is_pending(self) -> bool {
        matches!(self, Self::Open | Self::Objected)
    }
}

/// How long an invitation can be accepted.
pub const INVITATION_TIME: Span = Span::DAY.times(14);
/// How long the contact point may object to a claim before the secretariat may confirm it.
pub const OBJECTION_TIME: Span = Span::DAY.times(7);
/// A contact point who has not signed in for so long is taken to have left.
pub const INACTIVE_AFTER: Span = Span::DAY.times(90);

/// From when on the secretariat may confirm a claim: at once where no contact point can be reached, otherwise after the time to object.
pub fn decidable_from(claimed_at: Instant, contact_point_reachable: bool) -> Instant {
    if contact_point_reachable { claimed_at + OBJECTION_TIME } else { claimed_at }
}

/// A contact point who can be expected to read a mail: signed in within 90 days, and mails to them are handed over.
pub fn is_reachable(last_signed_in: Instant, mails_fail: bool, now: Instant) -> bool {
    !mails_fail && now - last_signed_in < INACTIVE_AFTER
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_contact_point_who_can_be_reached_has_seven_days() {
        let at = Instant(1_000_000_000_000_000);
        assert_eq!(decidable_from(at, true), at + Span::DAY.times(7));
        assert_eq!(decidable_from(at, false), at);
        assert!(is_reachable(at, false, at + Span::DAY.times(89)));
        assert!(!is_reachable(at, false, at + Span::DAY.times(90)), "the ninetieth day is over");
        assert!(!is_reachable(at, true, at), "mails that fail reach nobody");
    }
}
