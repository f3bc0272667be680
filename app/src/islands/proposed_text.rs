//! Hides the field for proposed words while the chosen operation takes none.

use leptos::prelude::*;

/// `select` and `field` are ids; `without_words` are the operations that take no words. Shows nothing of its own.
#[island]
pub fn ProposedTextToggle(select: String, field: String, without_words: Vec<String>) -> impl IntoView {
    #[cfg(feature = "hydrate")]
    {
        browser::attach(&select, &field, without_words);
        super::awake::note();
    }
    #[cfg(not(feature = "hydrate"))]
    let _ = (select, field, without_words);
    view! { <span hidden></span> }
}

#[cfg(feature = "hydrate")]
mod browser {
    use crate::islands::listen;
    use wasm_bindgen::JsCast;
    use web_sys::{Element, Event, HtmlElement, HtmlSelectElement, HtmlTextAreaElement};

    pub fn attach(select: &str, field: &str, without_words: Vec<String>) {
        let Some((select, area)) = find(select, field) else { return };
        let Some(around) = around(&area) else { return };
        // A field with an error is not hidden before the choice is changed: the summary of errors links to it.
        if !around.class_list().contains("field--error") {
            show(&select, &area, &around, &without_words);
        }
        let watched = select.clone();
        listen(&watched, "change", move |_: Event| show(&select, &area, &around, &without_words));
    }

    fn find(select: &str, field: &str) -> Option<(HtmlSelectElement, HtmlTextAreaElement)> {
        let document = web_sys::window()?.document()?;
        let select = document.get_element_by_id(select)?.dyn_into().ok()?;
        Some((select, document.get_element_by_id(field)?.dyn_into().ok()?))
    }

    fn around(area: &Element) -> Option<HtmlElement> {
        area.closest(".field").ok().flatten()?.dyn_into().ok()
    }

    /// What is hidden is not posted either, but stays typed for whoever changes their mind.
    fn show(select: &HtmlSelectElement, area: &HtmlTextAreaElement, around: &HtmlElement, without_words: &[String]) {
        let hide = without_words.contains(&select.value());
        around.set_hidden(hide);
        area.set_disabled(hide);
    }
}
