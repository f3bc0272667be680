//! The one home of the deadline: is this act, by this organisation, at this instant, in time?
//!
//! Policy asks it for permission, pages ask it for display; nothing else compares a window's instants with now.

use super::ids::{ItemId, LedgerEntryId, OrganisationId};
use super::time::{Instant, Span};

/// How far the end of a request may lie behind its head before it is judged by its end: see [`stamp_of`].
pub const BODY_TIME: Span = Span::SECOND.times(30);

/// Where a window stands at an instant. Exactly one holds for every instant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Phase {
    Upcoming { opens: Instant },
    Open { until: Instant },
    Closed { since: Instant },
}

/// More time for one organisation, for everything in the round or for one item that was returned for revision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grant {
    pub organisation: OrganisationId,
    /// `None`: whatever the organisation leads in this round.
    pub item: Option<ItemId>,
    pub until: Instant,
    /// The entry of the ledger by which it was given: what was received under it names it.
    pub entry: LedgerEntryId,
}

/// The half-open span in which a round takes input, as of one ledger entry, with the grants given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Window {
    /// The ledger entry in force for everybody; see [`Window::judged_by`] for what an act is judged by.
    pub entry: LedgerEntryId,
    pub opens_at: Instant,
    pub closes_at: Instant,
    pub grants: Vec<Grant>,
}

/// How much time is left, as people feel it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Urgency {
    Upcoming,
    Open,
    /// Under 24 hours.
    Soon,
    /// Under one hour.
    LastHour,
    Closed,
}

impl Phase {
    pub fn urgency(self, now: Instant) -> Urgency {
        match self {
            Self::Upcoming { .. } => Urgency::Upcoming,
            Self::Closed { .. } => Urgency::Closed,
            Self::Open { until } if until - now < Span::HOUR => Urgency::LastHour,
            Self::Open { until } if until - now < Span::DAY => Urgency::Soon,
            Self::Open { .. } => Urgency::Open,
        }
    }

    pub const fn is_open(self) -> bool {
        matches!(self, Self::Open { .. })
    }
}

impl Window {
    /// The phase for everybody, grants apart: accepted iff `opens_at <= now < closes_at`.
    pub fn public_phase(&self, now: Instant) -> Phase {
        between(self.opens_at, self.closes_at, now)
    }

    /// The phase for `item` of `organisation`, after the grants it holds. A grant only ever moves the end, and only later.
    pub fn phase(&self, organisation: OrganisationId, item: Option<ItemId>, now: Instant) -> Phase {
        between(self.opens_at, self.longest(organisation, item).map_or(self.closes_at, |grant| grant.until), now)
    }

    /// The ledger entry an act at `now` is judged by, whether it is taken or refused: the one in force for everybody while that lasts;
    /// afterwards the grant that lasts longest, where there is one.
    pub fn judged_by(&self, organisation: OrganisationId, item: Option<ItemId>, now: Instant) -> LedgerEntryId {
        match self.longest(organisation, item) {
            Some(grant) if now >= self.closes_at => grant.entry,
            _ => self.entry,
        }
    }

    /// Whether `entry` is that of a grant: of whom it is, the chair alone knows.
    pub fn is_grant(&self, entry: LedgerEntryId) -> bool {
        self.grants.iter().any(|grant| grant.entry == entry)
    }

    /// Whether a grant until `until` would give `organisation` more time for `item` than it has.
    pub fn is_longer(&self, organisation: OrganisationId, item: Option<ItemId>, until: Instant) -> bool {
        matches!(self.phase(organisation, item, until), Phase::Closed { since } if since < until)
    }

    /// The grant that gives `item` of `organisation` the most time beyond the closing for everybody; `None`: there is none that gives any.
    pub fn longest(&self, organisation: OrganisationId, item: Option<ItemId>) -> Option<&Grant> {
        let serves = |grant: &&Grant| grant.organisation == organisation && (grant.item.is_none() || grant.item == item);
        self.grants.iter().filter(serves).filter(|grant| grant.until > self.closes_at).max_by_key(|grant| (grant.until, grant.entry))
    }
}

/// The instant a request is judged at: the arrival of its head, if its whole body has arrived within [`BODY_TIME`] of it; otherwise
/// the arrival of the last of its body.
pub fn stamp_of(head: Instant, body: Instant) -> Instant {
    if body - head <= BODY_TIME { head } else { body }
}

/// The instant a final act is judged at: the arrival of its head, but only for words that were there by then. What was saved
/// later is judged by its saving, so that a head sent in time carries no words written after the deadline.
pub fn judged_at(stamp: Instant, words_saved_at: Instant) -> Instant {
    stamp.max(words_saved_at)
}

fn between(opens_at: Instant, closes_at: Instant, now: Instant) -> Phase {
    if now >= closes_at {
        Phase::Closed { since: closes_at }
    } else if now < opens_at {
        Phase::Upcoming { opens: opens_at }
    } else {
        Phase::Open { until: closes_at }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use uuid::Uuid;

    const ORG: OrganisationId = OrganisationId(Uuid::from_u128(1));
    const OTHER: OrganisationId = OrganisationId(Uuid::from_u128(2));
    const ITEM: ItemId = ItemId(Uuid::from_u128(3));

    fn window(opens: i64, closes: i64, grants: Vec<Grant>) -> Window {
        Window { entry: LedgerEntryId(Uuid::nil()), opens_at: Instant(opens), closes_at: Instant(closes), grants }
    }

    const GRANTED: LedgerEntryId = LedgerEntryId(Uuid::from_u128(4));

    fn grant(item: Option<ItemId>, until: i64) -> Grant {
        Grant { organisation: ORG, item, until: Instant(until), entry: GRANTED }
    }

    #[test]
    fn an_act_is_judged_by_the_entry_that_decides_on_it() {
        let public = LedgerEntryId(Uuid::nil());
        let w = window(10, 20, vec![grant(None, 30), Grant { entry: LedgerEntryId(Uuid::from_u128(9)), ..grant(None, 25) }]);
        assert_eq!(w.judged_by(ORG, None, Instant(19)), public);
        assert_eq!([w.judged_by(ORG, None, Instant(20)), w.judged_by(ORG, Some(ITEM), Instant(31))], [GRANTED; 2]);
        assert_eq!(w.judged_by(OTHER, None, Instant(25)), public);
        assert_eq!(window(10, 20, vec![grant(None, 20)]).judged_by(ORG, None, Instant(20)), public, "it gave nothing");
    }

    #[test]
    fn a_body_far_behind_its_head_is_judged_by_its_end() {
        let head = Instant(1_000_000_000);
        assert_eq!(stamp_of(head, head), head);
        assert_eq!(stamp_of(head, head + BODY_TIME), head);
        assert_eq!(stamp_of(head, head + BODY_TIME + Span::MICROSECOND), head + BODY_TIME + Span::MICROSECOND);
    }

    #[test]
    fn the_boundaries_hold_to_the_microsecond() {
        let w = window(10, 20, vec![]);
        assert_eq!(w.phase(ORG, None, Instant(9)), Phase::Upcoming { opens: Instant(10) });
        assert_eq!(w.phase(ORG, None, Instant(10)), Phase::Open { until: Instant(20) });
        assert_eq!(w.phase(ORG, None, Instant(19)), Phase::Open { until: Instant(20) });
        assert_eq!(w.phase(ORG, None, Instant(20)), Phase::Closed { since: Instant(20) });
    }

    #[test]
    fn a_grant_serves_its_organisation_and_its_item_only() {
        let w = window(10, 20, vec![grant(Some(ITEM), 30)]);
        assert!(w.phase(ORG, Some(ITEM), Instant(29)).is_open());
        assert!(!w.phase(ORG, Some(ITEM), Instant(30)).is_open());
        assert!(!w.phase(ORG, None, Instant(29)).is_open());
        assert!(!w.phase(OTHER, Some(ITEM), Instant(29)).is_open());
        assert!(!w.public_phase(Instant(29)).is_open());
    }

    #[test]
    fn a_grant_that_gives_nothing_is_known() {
        let w = window(10, 20, vec![grant(None, 25), grant(Some(ITEM), 30)]);
        assert!(!w.is_longer(ORG, None, Instant(24)) && !w.is_longer(ORG, None, Instant(25)) && w.is_longer(ORG, None, Instant(26)));
        assert!(!w.is_longer(ORG, Some(ITEM), Instant(30)) && w.is_longer(ORG, Some(ITEM), Instant(31)));
        assert!(w.is_longer(OTHER, None, Instant(21)));
    }

    #[test]
    fn a_grant_never_shortens() {
        let w = window(10, 20, vec![grant(None, 15)]);
        assert!(w.phase(ORG, None, Instant(19)).is_open());
    }

    proptest! {
        #[test]
        fn time_only_moves_a_window_forward(opens in -1000i64..1000, length in 1i64..1000, a in -3000i64..3000, b in -3000i64..3000, until in -3000i64..3000) {
            let rank = |phase| match phase { Phase::Upcoming { .. } => 0, Phase::Open { .. } => 1, Phase::Closed { .. } => 2 };
            let w = window(opens, opens + length, vec![grant(None, until)]);
            let (early, late) = (a.min(b), a.max(b));
            prop_assert!(rank(w.phase(ORG, None, Instant(early))) <= rank(w.phase(ORG, None, Instant(late))));
            prop_assert!(rank(w.phase(ORG, None, Instant(a))) <= rank(w.public_phase(Instant(a))), "a grant never takes time away");
            let without = window(opens, opens + length, vec![]);
            prop_assert_eq!(w.phase(OTHER, Some(ITEM), Instant(a)), without.phase(OTHER, Some(ITEM), Instant(a)), "nor changes anyone else's");
            prop_assert_eq!(w.public_phase(Instant(a)), without.public_phase(Instant(a)));
        }
    }
}
