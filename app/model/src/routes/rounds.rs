//! Addresses below a round that name more than one thing.

use super::{applications, apply, fill, ledger, localized, new_round, pattern, rehearsal, speak};
use crate::domain::language::Locale;
use std::fmt::Display;

/// Asking to speak for one of several organisations.
pub fn speak_for(l: Locale, round: impl Display, organisation: impl Display) -> String {
    format!("{}?organisation={organisation}", speak(l, round))
}

/// Applying for accreditation for one of several organisations.
pub fn apply_for(l: Locale, round: impl Display, organisation: impl Display) -> String {
    format!("{}?organisation={organisation}", apply(l, round))
}

/// The applications of a round that stand at `status`.
pub fn applications_at(l: Locale, round: impl Display, status: &str) -> String {
    format!("{}?status={status}", applications(l, round))
}

/// A paper in a round of co-signing.
pub fn co_sign(l: Locale, round: impl Display, paper: impl Display) -> String {
    localized(l, &fill(&fill(pattern::CO_SIGN, &round), &paper))
}

/// The same for one of several organisations.
pub fn co_sign_for(l: Locale, round: impl Display, paper: impl Display, organisation: impl Display) -> String {
    format!("{}?organisation={organisation}", co_sign(l, round, paper))
}

/// One entry in the ledger of a round.
pub fn ledger_entry(l: Locale, round: impl Display, number: i64) -> String {
    format!("{}#entry-{number}", ledger(l, round))
}

/// One sight of a rehearsal.
pub fn rehearsed(l: Locale, round: impl Display, moment: &str, sight: &str) -> String {
    format!("{}/{moment}/{sight}", rehearsal(l, round))
}

/// The form of a new round with a usual closing filled in.
pub fn new_round_by(l: Locale, session: impl Display, template: &str) -> String {
    format!("{}?template={template}", new_round(l, session))
}

/// The editor of a new paper for a round.
pub fn new_paper(l: Locale, round: impl Display) -> String {
    format!("{}?round={round}", localized(l, pattern::NEW_PAPER))
}
