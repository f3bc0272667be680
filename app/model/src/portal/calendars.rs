//! Deadlines and sessions for people's own calendars (feature C9): a feed for each body and subgroup, and one for each person.

use super::{Ctx, RoundLine};
use crate::domain::body::Session;
use crate::domain::ids::{ItemId, OrganisationId};
use crate::domain::language::LocalizedText;
use crate::domain::time::Instant;
use crate::error::PortalResult;
use async_trait::async_trait;
use std::fmt;

/// The secret part of the address of somebody's own feed.
#[derive(Clone, PartialEq, Eq)]
pub struct CalendarToken(pub String);

impl fmt::Debug for CalendarToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("CalendarToken")
    }
}

/// The end of a round as a feed tells of it: by which entry of the ledger, and since when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FeedEnd {
    pub closes_at: Instant,
    /// The number of the entry it was set by; of a moved deadline, a higher one.
    pub number: i64,
    pub recorded_at: Instant,
}

/// The end that holds for one organisation by a grant: in a person's own feed only.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnEnd {
    pub organisation: OrganisationId,
    pub organisation_name: String,
    /// What was returned for revision has an end of its own; `None`: all that the organisation leads in the round.
    pub item: Option<ItemId>,
    pub end: FeedEnd,
}

/// A round in a feed.
#[derive(Debug)]
pub struct FeedRound {
    pub line: RoundLine,
    pub end: FeedEnd,
    pub own: Vec<OwnEnd>,
}

/// A session in a feed.
#[derive(Debug)]
pub struct FeedSession {
    pub session: Session,
    /// From 1 on; one more with each change.
    pub version: i64,
}

/// What a feed holds.
#[derive(Debug)]
pub struct CalendarFeed {
    /// What it is of; `None`: one person's own.
    pub of: Option<LocalizedText>,
    pub rounds: Vec<FeedRound>,
    pub sessions: Vec<FeedSession>,
}

/// Calendars. Those of bodies and subgroups are the same for everybody, whoever asks, and at every
/// hour until something changes.
#[async_trait]
pub trait Calendars {
    async fn body_calendar(&self, ctx: &Ctx, code: &str) -> PortalResult<CalendarFeed>;
    async fn subgroup_calendar(&self, ctx: &Ctx, code: &str) -> PortalResult<CalendarFeed>;
    /// The rounds of the bodies in which the person who holds this token takes part, with the grants of their organisations. Whoever
    /// has the token reads it: no session is asked for.
    ///
    /// # Errors
    /// `NotFound` for a token that is not, or no more, somebody's; `TooMany` for one who tries many.
    async fn own_calendar(&self, ctx: &Ctx, token: &CalendarToken) -> PortalResult<CalendarFeed>;
    /// Since when the signed-in person has an address; `None`: has none.
    async fn calendar_address(&self, ctx: &Ctx) -> PortalResult<Option<Instant>>;
    /// Makes a new address and ends the one before; it is told this once.
    async fn renew_calendar(&self, ctx: &Ctx) -> PortalResult<CalendarToken>;
    /// Ends the address.
    async fn stop_calendar(&self, ctx: &Ctx) -> PortalResult<()>;
}
