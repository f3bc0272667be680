//! What was typed and could not be saved is kept on the device, and offered back when one returns. Its companion writes it
//! (`draft_companion`); here it is found again. Without JavaScript nothing is kept but what was sent.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

#[cfg(feature = "hydrate")]
mod offer;
#[cfg(feature = "hydrate")]
pub mod store;

/// The finished texts of the offer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LocalCopyTexts {
    /// The page's language: in it times are said.
    pub lang: String,
    pub title: String,
    /// With a slot for when they were typed.
    pub found: String,
    pub put_back: String,
    pub leave: String,
    /// They stand in the form again.
    pub done: String,
    /// They were deleted.
    pub left: String,
}

/// What the offer shows.
#[derive(Clone, Copy)]
struct Face {
    /// Empty while there is nothing to offer.
    found: RwSignal<String>,
    /// What became of the offer; empty before.
    said: RwSignal<String>,
}

/// Whose words they are, and of what.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CopyOf {
    /// Who writes: another person on the same device is offered nothing.
    pub owner: String,
    /// Empty for a new paper.
    pub paper: String,
    /// The round it is for.
    pub round: String,
    /// The mark of what the server holds; empty while it holds nothing. What was kept of that is forgotten.
    pub stored: String,
}

/// Stands at the head of the form whose id is `form`. Where there is no such form nothing is offered; what the server holds is forgotten
/// all the same.
#[island]
pub fn LocalCopy(form: String, of: CopyOf, texts: LocalCopyTexts) -> impl IntoView {
    let face = Face { found: RwSignal::default(), said: RwSignal::default() };
    #[cfg(feature = "hydrate")]
    let (put_back, leave) = {
        let offers = offer::look(&form, of, face, texts.clone());
        super::awake::note();
        let again = offers.clone();
        (move |_| offers.put_back(), move |_| again.leave())
    };
    #[cfg(not(feature = "hydrate"))]
    let (put_back, leave) = {
        let _ = (form, of, &texts.lang, &texts.done, &texts.left);
        (|_| (), |_| ())
    };
    view! {
        <div role="status">
            <div class="notice notice--warning" hidden=move || face.found.read().is_empty()>
                <h2>{texts.title}</h2>
                <p>{face.found}</p>
                <p class="actions">
                    <button type="button" class="button button--small" on:click=put_back>{texts.put_back}</button>
                    <button type="button" class="button button--small" on:click=leave>{texts.leave}</button>
                </p>
            </div>
        </div>
        <p role="status" class="saved">{face.said}</p>
    }
}
