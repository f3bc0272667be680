//! The few icons, as inline SVG. Each stands beside words and says nothing on its own.

use leptos::prelude::*;

/// The mark beside the site's name.
pub fn brand() -> AnyView {
    view! {
        <svg viewBox="0 0 24 24" width="26" height="26" fill="currentColor" aria-hidden="true">
            <path d="M12 2a10 10 0 1 0 10 10h-3a7 7 0 1 1-7-7z"></path>
            <circle cx="12" cy="12" r="3"></circle>
        </svg>
    }
    .into_any()
}

pub fn info() -> AnyView {
    icon("M10 1a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM9 5h2v2H9zm0 4h2v6H9z")
}

pub fn done() -> AnyView {
    icon("M10 1a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM5 10.5l1.5-1.5L9 11.4 13.6 6 15 7.4 9.1 14z")
}

pub fn warning() -> AnyView {
    icon("M10 1 19.5 18H.5zM9 7v5.5h2V7zm0 7v2h2v-2z")
}

fn icon(path: &'static str) -> AnyView {
    view! {
        <svg viewBox="0 0 20 20" width="20" height="20" fill="currentColor" aria-hidden="true">
            <path fill-rule="evenodd" d=path></path>
        </svg>
    }
    .into_any()
}
