//! Takes the words somebody has selected in a paragraph into the field that quotes them. Without JavaScript they are copied by hand.

use leptos::prelude::*;

#[cfg(feature = "hydrate")]
mod browser;

/// `of`: the id of the paragraph's words; `field`: of the text area. `none` is said where nothing is selected, `taken` once something was taken.
#[island]
pub fn SelectedWords(of: String, field: String, label: String, none: String, taken: String) -> impl IntoView {
    // Unusable before it works, and without JavaScript.
    let asleep = RwSignal::new(true);
    let said = RwSignal::new(String::new());
    let take = RwSignal::new(0_u32);
    #[cfg(feature = "hydrate")]
    {
        browser::attach(&of, field, asleep);
        super::awake::note();
        Effect::new(move |_| {
            if take.get() > 0 {
                said.set(if browser::take() { taken.clone() } else { none.clone() });
            }
        });
    }
    #[cfg(not(feature = "hydrate"))]
    let _ = (of, field, none, taken);
    view! {
        <p class="actions" hidden=move || asleep.get()>
            <button type="button" class="button button--quiet" on:click=move |_| take.update(|times| *times += 1)>{label}</button>
            <span class="hint" role="status">{move || said.get()}</span>
        </p>
    }
}
