//! How long the portal keeps what, in one place: the sweep and the cookies obey it, the privacy page prints it, and the table in
//! `server/docs/operations.md` is held against it by `server/tests/architecture.rs`.
//!
//! Nothing that people submitted and nothing that waits for somebody is ever removed by time.

use super::time::Span;

/// A signed-in browser (session row and cookie).
pub const SESSION: Span = Span::DAY.times(14);
/// The link and the code that confirm an address (feature A1: 24 hours or more).
pub const CONFIRMATION: Span = Span::DAY.times(3);
/// A mail after it was handed over. One that waits is kept until it is.
pub const SENT_MAIL: Span = Span::DAY.times(180);
/// How long an account knows a browser nobody signs in with: as long as the browser keeps the mark.
pub const KNOWN_DEVICE: Span = Span::DAY.times(400);
/// A rate-limit counter nobody touched.
pub const RATE_BUCKET: Span = Span::DAY;
/// What was said of a speaker who may have no login here, after the last day of the session. That the organisation spoke stays.
pub const SPEAKER: Span = Span::DAY.times(90);
/// What a form was answered: as long as somebody may press *send again* on a page that was left open.
pub const FORM_ANSWER: Span = Span::DAY.times(7);
/// That somebody was reminded, after the end they were reminded of.
pub const REMINDER: Span = Span::DAY.times(30);
