//! The companion of the paper editor: counts while one types, saves two seconds after the last change, keeps on the device what it
//! could not save, and shows what readers will see.

use super::local_copy::CopyOf;
use super::texts::CountTexts;
use leptos::prelude::*;
use model::domain::words::Unit;
use serde::{Deserialize, Serialize};

#[cfg(feature = "hydrate")]
mod autosaver;
#[cfg(feature = "hydrate")]
mod previewer;

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

/// Stands inside the form whose id is `form`. `counter` and `over` are what the server counted; `preview` is the id of the part that
/// shows the words as readers will see them.
#[island]
pub fn DraftCompanion(form: String, of: CopyOf, preview: String, counter: String, over: bool, texts: DraftTexts) -> impl IntoView {
    let face =
        Face { counter: RwSignal::new(counter), over: RwSignal::new(over), saved: RwSignal::default(), problem: RwSignal::default() };
    #[cfg(feature = "hydrate")]
    {
        previewer::attach(&form, &preview, texts.lang.clone());
        autosaver::attach(&form, of, face, texts);
        super::awake::note();
    }
    #[cfg(not(feature = "hydrate"))]
    let _ = (form, of, preview, texts);
    view! {
        <p class=move || if face.over.get() { "counter counter--over" } else { "counter" }>
            <span>{face.counter}</span>
            <span class="saved" hidden=move || face.saved.read().is_empty()>{face.saved}</span>
        </p>
        <p class="saved saved--failed" role="status">{face.problem}</p>
    }
}
