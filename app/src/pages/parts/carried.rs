//! What is carried from page to page while a person proves who they are.

use crate::ui;
use leptos::prelude::*;
use model::forms::Onward;

/// The hidden fields of where to go on: an address, or a form that waits.
pub fn carried(onward: &Onward) -> AnyView {
    onward.hidden().into_iter().map(|(name, value)| ui::hidden(name, value)).collect_view().into_any()
}
