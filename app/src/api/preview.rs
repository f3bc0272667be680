//! The server's side of the preview: the same words on the same way as on the page of a paper.

use super::PreviewWords;
use crate::render::Cx;
use crate::ui;
use model::domain::language::{Language, Locale};
use model::domain::paper::kept_answers;
use model::domain::plan::MAX_QUESTIONS;
use model::domain::validate::MAX_DRAFT_TEXT;

pub fn html(cx: &Cx, words: &PreviewWords) -> Option<String> {
    let length: usize = std::iter::once(&words.text).chain(&words.answers).map(|text| text.chars().count()).sum();
    if cx.signed_in().is_none() || words.answers.len() > MAX_QUESTIONS || length > MAX_DRAFT_TEXT {
        return None;
    }
    let l = Locale::from_code(&words.lang).unwrap_or_default();
    let language = Language::from_code(&words.language).unwrap_or(l.language());
    Some(ui::previewed(l, &words.text, &kept_answers(words.answers.clone()), language))
}
