//! The server's side of the preview: the same words on the same way as on the page of a paper.

use super::PreviewWords;
use crate::render::Cx;
use crate::ui;
use model::domain::language::{Language, Locale};
use model::domain::plan::MAX_QUESTIONS;
use model::domain::recommendation::MAX_RECOMMENDATIONS;
use model::domain::validate::MAX_DRAFT_TEXT;
use model::domain::wording::Wording;

pub fn html(cx: &Cx, words: &PreviewWords) -> Option<String> {
    let wording = Wording { text: &words.text, answers: &words.answers, recommendations: &words.recommendations };
    let length: usize = wording.parts().map(|text| text.chars().count()).sum();
    let many = words.answers.len() > MAX_QUESTIONS || words.recommendations.len() > MAX_RECOMMENDATIONS;
    if cx.signed_in().is_none() || many || length > MAX_DRAFT_TEXT {
        return None;
    }
    let l = Locale::from_code(&words.lang).unwrap_or_default();
    let language = Language::from_code(&words.language).unwrap_or(l.language());
    Some(ui::previewed(l, wording, language))
}
