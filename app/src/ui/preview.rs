//! The words of a paper as readers will see them, below the field they are written in.

use super::markup::Markup;
use leptos::prelude::*;
use model::domain::language::{Language, Locale};
use model::i18n::t::writing as t;

/// Id of the part, by which the companion of the editor finds it.
pub(super) const PREVIEW: &str = "preview";

/// Text and answers, in HTML.
pub fn previewed(l: Locale, text: &str, answers: &[String], language: Language) -> String {
    let mut html = Markup::of(text.len() + text.len() / 4);
    if !text.trim().is_empty() {
        html.prose(text, language);
    }
    for (at, answer) in answers.iter().enumerate().filter(|(_, answer)| !answer.trim().is_empty()) {
        html.raw("<h3>").text(&t::preview_answer(l, at + 1)).raw("</h3>").prose(answer, language);
    }
    let html = html.into_html();
    if html.is_empty() {
        return format!("<p class=\"hint\">{}</p>", html_escape::encode_text(t::preview_empty(l)));
    }
    html
}

/// The part of the page, closed at first. The companion of the editor keeps it at what is typed; without JavaScript it shows what the
/// page was made with.
pub fn preview(l: Locale, text: &str, answers: &[String], language: Language) -> AnyView {
    view! {
        <details class="preview" id=PREVIEW>
            <summary>{t::preview_title(l)}</summary>
            <noscript><p class="hint">{t::preview_saved(l)}</p></noscript>
            <div data-preview="" inner_html=previewed(l, text, answers, language)></div>
        </details>
    }
    .into_any()
}
