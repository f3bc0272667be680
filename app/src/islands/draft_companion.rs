//! The companion of the paper editor: counts while one types, and saves two seconds after the last change.

use super::texts::CountTexts;
use leptos::prelude::*;
use model::domain::words::Unit;
use serde::{Deserialize, Serialize};

#[cfg(feature = "hydrate")]
mod autosaver;
#[cfg(feature = "hydrate")]
mod editor;

/// The finished texts of the companion.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DraftTexts {
    /// The page's language: in it the server answers.
    pub lang: String,
    pub words: CountTexts,
    pub characters: CountTexts,
    pub unsaved: String,
    pub saving: String,
    pub saved: String,
    pub conflict: String,
    pub signed_out: String,
    pub invalid: String,
    pub offline: String,
    pub refused: String,
}

impl DraftTexts {
    /// A count in words.
    pub fn count(&self, unit: Unit, count: usize, max: usize) -> String {
        match unit {
            Unit::Words => self.words.say(count, max),
            Unit::Characters => self.characters.say(count, max),
        }
    }
}

/// What changes while one writes.
#[derive(Clone, Copy)]
struct Face {
    counter: RwSignal<String>,
    over: RwSignal<bool>,
    /// What became of the last save; empty before the first.
    saved: RwSignal<String>,
    /// Why it was not saved; empty when it was. Said aloud by screen readers.
    problem: RwSignal<String>,
}

/// Stands inside the form whose id is `form`. `paper` is empty for a new paper. `counter` and `over` are what the server counted.
#[island]
pub fn DraftCompanion(form: String, paper: String, counter: String, over: bool, texts: DraftTexts) -> impl IntoView {
    let face =
        Face { counter: RwSignal::new(counter), over: RwSignal::new(over), saved: RwSignal::default(), problem: RwSignal::default() };
    #[cfg(feature = "hydrate")]
    {
        autosaver::attach(&form, paper, face, texts);
        super::awake::note();
    }
    #[cfg(not(feature = "hydrate"))]
    let _ = (form, paper, texts);
    view! {
        <p class=move || if face.over.get() { "counter counter--over" } else { "counter" }>
            <span>{face.counter}</span>
            <span class="saved" hidden=move || face.saved.read().is_empty()>{face.saved}</span>
        </p>
        <p class="saved saved--failed" role="status">{face.problem}</p>
    }
}
