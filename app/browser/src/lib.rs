//! What a page with an island loads: the islands of `app`, and the call that brings them to life. Empty for other targets.
#![cfg(target_arch = "wasm32")]

/// Entry point of the browser part: islands find their elements from here on.
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn hydrate() {
    app::hydrate();
}
