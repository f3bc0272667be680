//! The way through a list that stands on several pages.

use leptos::prelude::*;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

/// The words of the way.
pub struct PageWords {
    pub label: &'static str,
    pub first: &'static str,
    pub next: &'static str,
}

/// An address with what is asked for behind it.
pub fn with_query(path: &str, pairs: &[(&str, &str)]) -> String {
    let query: Vec<_> = pairs.iter().map(|(name, value)| format!("{name}={}", utf8_percent_encode(value, NON_ALPHANUMERIC))).collect();
    format!("{path}?{}", query.join("&"))
}

/// An address with what is asked for behind it, if anything is.
pub fn asking(path: &str, pairs: &[(&'static str, String)]) -> String {
    let pairs: Vec<(&str, &str)> = pairs.iter().map(|(name, value)| (*name, value.as_str())).collect();
    if pairs.is_empty() { path.to_owned() } else { with_query(path, &pairs) }
}

/// Links to the first and the next page; nothing where everything stands on one.
pub fn pagination(words: &PageWords, label: &str, first: Option<String>, next: Option<String>) -> AnyView {
    if first.is_none() && next.is_none() {
        return ().into_any();
    }
    let label = format!("{}: {label}", words.label);
    let first = first.map(|href| view! { <a href=href>{words.first}</a> });
    let next = next.map(|href| view! { <a href=href rel="next">{words.next}</a> });
    view! { <nav class="pagination" aria-label=label>{first}{next}</nav> }.into_any()
}
