//! A provision as it stands in a draft text: its number in the margin, its words, brackets marked.

use leptos::prelude::*;
use model::domain::draft::{DraftVersion, Level, Piece, Provision, pieces};
use model::domain::language::Language;

/// The anchor of a provision within its text: the same in all versions.
pub fn anchor(provision: &Provision) -> String {
    let id: String = provision.stable_id.chars().map(|c| if c.is_ascii_alphanumeric() || c == '-' { c } else { '-' }).collect();
    format!("p-{id}")
}

const fn level_class(level: Level) -> &'static str {
    match level {
        Level::Heading => "provision provision--heading",
        Level::Paragraph => "provision provision--1",
        Level::Subparagraph => "provision provision--2",
        Level::Item => "provision provision--3",
    }
}

/// The words, with what is not agreed marked. The brackets are part of the words.
fn words(text: &str) -> Vec<AnyView> {
    pieces(text)
        .into_iter()
        .map(|piece| match piece {
            Piece::Plain(words) => words.to_owned().into_any(),
            Piece::Bracketed(words) => view! { <span class="bracketed">{words.to_owned()}</span> }.into_any(),
        })
        .collect()
}

/// A provision in its text; `tools` stand beside it, or below it on a phone.
pub fn provision_block(draft: &DraftVersion, provision: &Provision, tools: AnyView) -> AnyView {
    let (lang, dir) = (draft.language.code(), draft.language.direction().as_str());
    let id = anchor(provision);
    let label = view! { <a href=format!("#{id}") lang=lang dir=dir>{provision.label.clone()}</a> };
    let text = if provision.level == Level::Heading {
        view! { <h2 class="provision__text" lang=lang dir=dir>{words(&provision.text)}</h2> }.into_any()
    } else {
        view! { <div class="provision__text" lang=lang dir=dir>{words(&provision.text)}</div> }.into_any()
    };
    view! { <div class=level_class(provision.level) id=id><span class="provision__label">{label}</span>{text}{tools}</div> }.into_any()
}

/// A provision on a page of its own, by its full citation.
pub fn provision_quote(provision: &Provision, language: Language) -> AnyView {
    let (lang, dir) = (language.code(), language.direction().as_str());
    view! {
        <div class="draft" dir=dir>
            <div class="provision provision--1">
                <span class="provision__label" lang=lang dir=dir>{provision.citation.clone()}</span>
                <div class="provision__text" lang=lang dir=dir>{words(&provision.text)}</div>
            </div>
        </div>
    }
    .into_any()
}
