//! What runs in the browser: only `#[island]`s, each a nicety over a page that works without it.
//! May use: `api`, `domain`. Props are plain values and finished texts: no locale file reaches the browser.
#![cfg_attr(feature = "hydrate", expect(clippy::needless_pass_by_value, reason = "the props of an island are owned values"))]

#[cfg(feature = "hydrate")]
mod awake;
mod countdown;
mod draft_companion;
mod proposed_text;
mod texts;

pub use countdown::{Countdown, CountdownTexts, Moment, Stage};
pub use draft_companion::{DraftCompanion, DraftTexts};
pub use proposed_text::ProposedTextToggle;
pub use texts::{CountTexts, SLOTS, fill};
