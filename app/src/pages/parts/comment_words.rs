//! What one comment says, on pages of its own.

use crate::ui;
use leptos::prelude::*;
use model::domain::comment::CommentContent;
use model::domain::language::{Language, Locale};
use model::labels;

/// The words a proposal is held against: those it quotes, or all of the provision; the text as a whole has none.
pub fn original_for<'a>(content: &'a CommentContent, text: &'a str) -> Option<&'a str> {
    let original = if content.quote.is_empty() { text } else { content.quote.as_str() };
    (!original.is_empty()).then_some(original)
}

/// Stance, operation, the words it is about, proposed words, reason. `of`: the language of the text.
pub fn comment_words(l: Locale, content: &CommentContent, original: Option<&str>, of: Language) -> AnyView {
    let (lang, dir) = (content.language.code(), content.language.direction().as_str());
    view! {
        <div class="comment">
            <p class="comment__head">
                <span class=format!("stance stance--{}", content.stance.code().replace('_', "-"))>{labels::stance(l, content.stance)}</span>
                " "
                <span class="operation">{labels::operation(l, content.operation)}</span>
                " "
                {ui::comment_kind(l, content)}
            </p>
            {ui::quoted(l, content, of)}
            {ui::proposal(l, content, original, of)}
            <p class="reason" lang=lang dir=dir>{content.reason.clone()}</p>
            {ui::supporting_link(l, content)}
        </div>
    }
    .into_any()
}
