//! A provision as it stands in a text: its number in the margin, its words, brackets marked, footnotes linked.

use leptos::prelude::*;
use model::domain::draft::{DraftVersion, Level, Piece, Provision, pieces};
use model::domain::drafting::Unit;
use model::domain::language::{Language, Locale};
use model::routes;

/// The anchor of a provision within its text: the same in all versions.
pub fn anchor(provision: &Provision) -> String {
    let id: String = provision.stable_id.chars().map(|c| if c.is_ascii_alphanumeric() || c == '-' { c } else { '-' }).collect();
    format!("p-{id}")
}

/// The classes of a provision, by how deep it stands.
pub const fn level_class(level: Level) -> &'static str {
    match level {
        Level::Heading => "provision provision--heading",
        Level::Paragraph | Level::Preambular => "provision provision--1",
        Level::Subparagraph => "provision provision--2",
        Level::Item => "provision provision--3",
        Level::Clause => "provision provision--4",
        Level::Subclause => "provision provision--5",
        Level::Note | Level::Whole => "provision provision--note",
    }
}

/// The words, with what is not agreed marked. The brackets are part of the words. `text_address`: of the page its footnotes stand on; empty
/// on that page itself.
pub fn provision_words(text: &str, text_address: &str) -> Vec<AnyView> {
    let note = |label: &str| view! { <sup><a href=format!("{text_address}#note-{label}")>{label.to_owned()}</a></sup> };
    pieces(text)
        .into_iter()
        .map(|piece| match piece {
            Piece::Plain(words) => words.to_owned().into_any(),
            Piece::Bracketed(words) => view! { <span class="bracketed">{words.to_owned()}</span> }.into_any(),
            Piece::Note { label, bracketed: false } => note(label).into_any(),
            Piece::Note { label, bracketed: true } => view! { <span class="bracketed">{note(label)}</span> }.into_any(),
        })
        .collect()
}

/// A provision in its text; `tools` stand beside it, or below it on a phone.
pub fn provision_block(draft: &DraftVersion, provision: &Provision, tools: AnyView) -> AnyView {
    block(draft.language, Some(anchor(provision)), &Unit::from(provision), tools)
}

/// A unit of a text that is not issued yet.
pub fn unit_block(language: Language, unit: &Unit) -> AnyView {
    block(language, None, unit, ().into_any())
}

fn block(language: Language, anchor: Option<String>, unit: &Unit, tools: AnyView) -> AnyView {
    let (lang, dir) = (language.code(), language.direction().as_str());
    let words = provision_words(&unit.text, "");
    let label = match &anchor {
        Some(anchor) if !unit.label.is_empty() => {
            view! { <a href=format!("#{anchor}") lang=lang dir=dir>{unit.label.clone()}</a> }.into_any()
        }
        _ => view! { <span lang=lang dir=dir>{unit.label.clone()}</span> }.into_any(),
    };
    let note = (unit.level == Level::Note).then(|| format!("note-{}", unit.label));
    let text = if unit.level == Level::Heading {
        view! { <h2 class="provision__text" lang=lang dir=dir>{words}</h2> }.into_any()
    } else {
        view! { <div class="provision__text" lang=lang dir=dir>{words}</div> }.into_any()
    };
    view! { <div class=level_class(unit.level) id=anchor><span class="provision__label" id=note>{label}</span>{text}{tools}</div> }
        .into_any()
}

/// The id of the words that can be selected.
pub const PROVISION_WORDS: &str = "provision-words";

/// A provision on a page of its own, by its full citation; of the text as a whole nothing.
pub fn provision_quote(l: Locale, provision: &Provision, language: Language) -> AnyView {
    quote(l, provision, language, None)
}

/// The same, where words of it can be selected to comment on: once on a page.
pub fn provision_to_quote(l: Locale, provision: &Provision, language: Language) -> AnyView {
    quote(l, provision, language, Some(PROVISION_WORDS))
}

fn quote(l: Locale, provision: &Provision, language: Language, id: Option<&'static str>) -> AnyView {
    if provision.level == Level::Whole {
        return ().into_any();
    }
    let (lang, dir) = (language.code(), language.direction().as_str());
    view! {
        <div class="draft" dir=dir>
            <div class="provision provision--1">
                <span class="provision__label" lang=lang dir=dir>{provision.citation.clone()}</span>
                <div class="provision__text" id=id lang=lang dir=dir>
                    {provision_words(&provision.text, &routes::draft(l, provision.draft_version))}
                </div>
            </div>
        </div>
    }
    .into_any()
}
