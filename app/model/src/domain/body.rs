//! Bodies and their sessions. A body is data, not code.

use super::ids::{BodyId, SessionId};
use super::language::LocalizedText;
use super::organisation::coded;
use serde::{Deserialize, Serialize};

/// A negotiating body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Body {
    pub id: BodyId,
    /// Lower-case code of its address, e.g. `oewg`.
    pub code: String,
    pub name: LocalizedText,
    pub short_name: LocalizedText,
    pub description: LocalizedText,
}

coded! {
    /// Whether the body met formally; a session can fall back to informal mode when its programme of work is not agreed.
    Mode { Formal => "formal", Informal => "informal" }
}

/// A calendar day `YYYY-MM-DD` at the place of the session.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Day(pub String);

/// Where a session stands, derived from its days and today's day at its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SessionStatus {
    Upcoming,
    InSession,
    Concluded,
}

/// A meeting of a body with dates and place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    pub id: SessionId,
    pub body: BodyId,
    /// Upper-case code within the body, e.g. `S11`; part of receipt numbers.
    pub code: String,
    pub title: LocalizedText,
    pub starts_on: Day,
    pub ends_on: Day,
    pub city: LocalizedText,
    /// IANA name of the zone of the place.
    pub time_zone: String,
    pub mode: Mode,
    /// Invented for demonstration; shown with a mark.
    pub demonstration: bool,
}

impl Session {
    /// `today` is the calendar day at the session's own place. ISO days compare as text.
    pub fn status(&self, today: &Day) -> SessionStatus {
        if *today < self.starts_on {
            SessionStatus::Upcoming
        } else if *today <= self.ends_on {
            SessionStatus::InSession
        } else {
            SessionStatus::Concluded
        }
    }
}
