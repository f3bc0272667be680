//! The copies in the browser's own store. What cannot be stored, because the store is full or forbidden, is not: the page says
//! anyway that nothing was saved.

use super::CopyOf;
use crate::api::AutosaveDraft;
use serde::{Deserialize, Serialize};
use web_sys::Storage;

/// How long a copy is kept (ms): thirty days.
const LONGEST: f64 = 30.0 * 24.0 * 60.0 * 60.0 * 1_000.0;

/// All that is ours begins with this.
const OURS: &str = "openfloor/";

/// What was typed, and when (ms since 1970, by the device's clock).
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Kept {
    pub at: f64,
    pub draft: AutosaveDraft,
}

/// Where the words of one page are kept. Each page has a place of its own, so that no window overwrites the words of another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place(String);

impl Place {
    /// A place nothing is kept at yet.
    pub fn new(of: &CopyOf) -> Self {
        let what = if of.paper.is_empty() { &of.round } else { &of.paper };
        let random = js_sys::Math::random().to_string();
        Self(format!("{}{}", prefix(of, what), random.trim_start_matches("0.")))
    }

    pub fn keep(&self, draft: AutosaveDraft) {
        let kept = Kept { at: js_sys::Date::now(), draft };
        if let (Some(storage), Ok(text)) = (storage(), serde_json::to_string(&kept)) {
            let _ = storage.set_item(&self.0, &text);
        }
    }

    fn get(&self) -> Option<Kept> {
        serde_json::from_str(&storage()?.get_item(&self.0).ok()??).ok()
    }

    pub fn forget(&self) {
        if let Some(storage) = storage() {
            let _ = storage.remove_item(&self.0);
        }
    }

    /// Forgets these words, and no others that were kept since.
    pub fn forget_saved(&self, draft: &AutosaveDraft) {
        if self.get().is_some_and(|kept| kept.draft == *draft) {
            self.forget();
        }
    }
}

/// What is kept of a paper, or was while it was new, the newest last. What is too old is forgotten, whosesoever it is.
pub fn all(of: &CopyOf) -> Vec<(Place, Kept)> {
    let Some(storage) = storage() else { return Vec::new() };
    let names: Vec<String> =
        (0..storage.length().unwrap_or(0)).filter_map(|at| storage.key(at).ok()?).filter(|name| name.starts_with(OURS)).collect();
    let prefixes = [prefix(of, &of.paper), prefix(of, &of.round)];
    let oldest = js_sys::Date::now() - LONGEST;
    let mut found = Vec::new();
    for place in names.into_iter().map(Place) {
        match place.get() {
            Some(kept) if kept.at >= oldest => {
                if prefixes.iter().any(|prefix| place.0.starts_with(prefix)) {
                    found.push((place, kept));
                }
            }
            _ => place.forget(),
        }
    }
    found.sort_by(|(_, a), (_, b)| a.at.total_cmp(&b.at));
    found
}

/// `what`: a paper, or the round a new one is for.
fn prefix(of: &CopyOf, what: &str) -> String {
    format!("{OURS}{}/{what}/", of.owner)
}

fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok()?
}
