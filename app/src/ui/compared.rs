//! A text with what was put in and taken out since an earlier one.

use super::diff::{Change, diff_within};
use super::marked::{Marks, marked};
use leptos::prelude::*;
use model::domain::language::{Language, Locale};
use model::domain::words;
use std::time::Duration;

/// How long one page of comparisons thinks at most.
const PATIENCE: Duration = Duration::from_millis(200);

/// How many words were put in and taken out.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counted {
    pub added: usize,
    pub removed: usize,
    /// Something was changed, and if it was a space.
    pub any: bool,
}

/// `new`, marked against `old`; each with its language, which says how words are counted. Adds to `count`. `parts`: how many comparisons
/// the page has.
pub fn compared(l: Locale, (old, before): (&str, Language), (new, language): (&str, Language), parts: u32, count: &mut Counted) -> AnyView {
    let changes = diff_within(PATIENCE / parts.max(1), old, new);
    for change in &changes {
        match change {
            Change::Same(_) => continue,
            Change::In(text) => count.added += words::count(text, language),
            Change::Out(text) => count.removed += words::count(text, before),
        }
        count.any = true;
    }
    let pieces = marked(l, &changes, (before, language), Marks::Both);
    view! { <div class="prose compared" lang=language.code() dir=language.direction().as_str()>{pieces}</div> }.into_any()
}
