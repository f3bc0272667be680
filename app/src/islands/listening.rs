//! Listening to what happens in the page.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::convert::FromWasmAbi;
use web_sys::EventTarget;

/// Listens for as long as the page lives.
pub fn listen<E: FromWasmAbi + 'static>(target: &EventTarget, name: &str, act: impl Fn(E) + 'static) {
    let closure = Closure::<dyn Fn(E)>::new(act);
    let _ = target.add_event_listener_with_callback(name, closure.as_ref().unchecked_ref());
    closure.forget();
}
