//! What the chair lays down: a session, a round, and what may be changed of them.

use super::accreditation::Reach;
use super::body::{Day, Mode};
use super::ids::{DraftVersionId, SubgroupId};
use super::language::LocalizedText;
use super::organisation::coded;
use super::round::RoundKind;
use super::time::Instant;
use super::validate::Fault;
use serde::{Deserialize, Serialize};

/// The longest a session lasts, in days.
pub const MAX_SESSION_DAYS: i64 = 366;
/// The longest code of a session.
pub const MAX_SESSION_CODE: usize = 12;
/// The most guiding questions of one round.
pub const MAX_QUESTIONS: usize = 20;
/// The longest guiding question, in characters.
pub const MAX_QUESTION: usize = 500;

coded! {
    /// Usual closings, counted from the session; all at 18:00 in the zone of its place.
    RoundTemplate { Weeks8 => "weeks-8", Weeks4 => "weeks-4", Weeks2 => "weeks-2", LastDay => "last-day" }
}

/// A session as the chair lays it down.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SessionPlan {
    /// Upper-case letters, digits and hyphens.
    pub code: String,
    pub title: LocalizedText,
    pub starts_on: Day,
    pub ends_on: Day,
    pub city: LocalizedText,
    pub time_zone: String,
    pub mode: Mode,
}

/// What a round asks for, and of whom: settled once somebody has begun to write.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoundAbout {
    pub kind: RoundKind,
    /// The text commented on; only of a call for comments, and always there.
    pub draft_version: Option<DraftVersionId>,
    /// Only of a call for position papers, or a list of speakers. `None`: all of the body.
    pub subgroup: Option<SubgroupId>,
    /// Only of a round for accreditation, and always there.
    pub reach: Option<Reach>,
    /// Only of a call for position papers.
    pub questions: Vec<LocalizedText>,
}

/// The words of a round: corrected at any time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoundWords {
    pub title: LocalizedText,
    pub call: LocalizedText,
}

/// The window of a round: settled by its form until it opens, by the ledger afterwards.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoundWindow {
    /// `None`: at once.
    pub opens_at: Option<Instant>,
    pub closes_at: Instant,
    /// IANA zone both were set in.
    pub time_zone: String,
}

/// The code of a session: upper-case letters, digits and hyphens. It is part of receipt numbers and of addresses people type.
///
/// # Errors
/// Empty, too long, or with other characters.
pub fn session_code(text: &str) -> Result<String, Fault> {
    let code = text.trim().to_uppercase();
    if code.is_empty() {
        return Err(Fault::Missing);
    }
    if code.chars().count() > MAX_SESSION_CODE {
        return Err(Fault::TooLong { max: MAX_SESSION_CODE });
    }
    let allowed = |c: char| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '-';
    let ends_well = !code.starts_with('-') && !code.ends_with('-');
    if ends_well && code.chars().all(allowed) { Ok(code) } else { Err(Fault::NotACode) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes() {
        assert_eq!(session_code(" s12 "), Ok("S12".to_owned()));
        assert_eq!(session_code("INTER-2"), Ok("INTER-2".to_owned()));
        for bad in ["S 12", "-S", "S-", "S/1", "الدورة", "S\u{0}"] {
            assert_eq!(session_code(bad), Err(Fault::NotACode), "{bad}");
        }
        assert_eq!(session_code("  "), Err(Fault::Missing));
        assert_eq!(session_code("ABCDEFGHIJKLM"), Err(Fault::TooLong { max: 12 }));
    }
}
