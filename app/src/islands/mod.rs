//! What runs in the browser: only `#[island]`s, each a nicety over a page that works without it.
//! May use: `api`, `domain`. Props are plain values and finished texts: no locale file reaches the browser.
#![cfg_attr(feature = "hydrate", expect(clippy::needless_pass_by_value, reason = "the props of an island are owned values"))]

#[cfg(feature = "hydrate")]
mod awake;
mod countdown;
mod draft_companion;
#[cfg(feature = "hydrate")]
mod editor;
#[cfg(feature = "hydrate")]
mod listening;
mod local_copy;
mod markdown_bar;
#[cfg(feature = "hydrate")]
mod own_time;
mod proposed_text;
mod queue_keys;
mod selected_words;
mod texts;

#[cfg(feature = "hydrate")]
use listening::listen;

pub use countdown::{Countdown, CountdownTexts, Moment, Stage};
pub use draft_companion::{DraftCompanion, DraftTexts};
pub use local_copy::{CopyOf, LocalCopy, LocalCopyTexts};
pub use markdown_bar::{Mark, MarkButton, MarkdownBar};
pub use proposed_text::ProposedTextToggle;
pub use queue_keys::QueueKeys;
pub use selected_words::SelectedWords;
pub use texts::{CountTexts, SLOTS, fill};
