//! Says on the document how many islands do their work: `<html data-awake="2">`. Whoever drives the page by a program waits for
//! that instead of guessing; nothing of the portal depends on it.

use leptos::task::spawn_local;

/// Counts one more island, once hydration is through.
pub fn note() {
    spawn_local(async {
        let Some(root) = web_sys::window().and_then(|window| window.document()).and_then(|document| document.document_element()) else {
            return;
        };
        let before: u32 = root.get_attribute("data-awake").and_then(|count| count.parse().ok()).unwrap_or(0);
        // Cannot fail: the name of the attribute is valid.
        let _ = root.set_attribute("data-awake", &(before + 1).to_string());
    });
}
