//! The words of a paper as readers will see them, below the field they are written in.

use super::markup::Markup;
use leptos::prelude::*;
use model::domain::language::{Language, Locale};
use model::domain::wording::Wording;
use model::i18n::t::{recommendations, writing as t};

/// Id of the part, by which the companion of the editor finds it.
pub(super) const PREVIEW: &str = "preview";

/// Text, answers and recommendations, in HTML.
pub fn previewed(l: Locale, words: Wording<'_>, language: Language) -> String {
    let text = words.text;
    let mut html = Markup::of(text.len() + text.len() / 4);
    if !text.trim().is_empty() {
        html.prose(text, language);
    }
    for (at, answer) in words.answers.iter().enumerate().filter(|(_, answer)| !answer.trim().is_empty()) {
        html.raw("<h3>").text(&t::preview_answer(l, at + 1)).raw("</h3>").prose(answer, language);
    }
    let said = words.recommendations.iter().filter(|one| !one.is_empty());
    for (at, one) in said.enumerate() {
        html.raw("<h3>").text(&recommendations::recommendation_numbered(l, at + 1)).raw("</h3>").prose(&one.text, language);
    }
    let html = html.into_html();
    if html.is_empty() {
        return format!("<p class=\"hint\">{}</p>", html_escape::encode_text(t::preview_empty(l)));
    }
    html
}

/// The part of the page, closed at first. The companion of the editor keeps it at what is typed; without JavaScript it shows what the
/// page was made with.
pub fn preview(l: Locale, words: Wording<'_>, language: Language) -> AnyView {
    view! {
        <details class="preview" id=PREVIEW>
            <summary>{t::preview_title(l)}</summary>
            <noscript><p class="hint">{t::preview_saved(l)}</p></noscript>
            <div data-preview="" inner_html=previewed(l, words, language)></div>
        </details>
    }
    .into_any()
}
