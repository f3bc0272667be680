//! What one comment says, on pages of its own.

use crate::ui;
use leptos::prelude::*;
use model::domain::comment::CommentContent;
use model::domain::draft::{DraftVersion, Provision};
use model::domain::language::Locale;
use model::labels;

/// The words a proposal is held against: those of the provision, if it is written in the same language.
pub fn original_for<'a>(content: &CommentContent, draft: &DraftVersion, provision: &'a Provision) -> Option<&'a str> {
    (content.language == draft.language).then_some(provision.text.as_str())
}

/// Stance, operation, proposed words, reason.
pub fn comment_words(l: Locale, content: &CommentContent, original: Option<&str>) -> AnyView {
    let (lang, dir) = (content.language.code(), content.language.direction().as_str());
    view! {
        <div class="comment">
            <p class="comment__head">
                <span class=format!("stance stance--{}", content.stance.code().replace('_', "-"))>{labels::stance(l, content.stance)}</span>
                " "
                <span class="operation">{labels::operation(l, content.operation)}</span>
            </p>
            {ui::proposal(l, content, original)}
            <p class="reason" lang=lang dir=dir>{content.reason.clone()}</p>
        </div>
    }
    .into_any()
}
