//! What was selected in the paragraph, as words of its text.

use crate::islands::listen;
use leptos::prelude::*;
use leptos::task::spawn_local;
use model::domain::quotation;
use std::cell::RefCell;
use std::ops::Range;
use wasm_bindgen::JsCast;
use web_sys::{Document, DocumentFragment, Element, Event, HtmlTextAreaElement, Node, Range as DomRange};

struct Watched {
    field: String,
    /// The words of the paragraph, and what of them was selected last: pressing a button may end the selection.
    text: String,
    part: Option<Range<usize>>,
}

thread_local! {
    static WATCHED: RefCell<Option<Watched>> = const { RefCell::new(None) };
}

/// Follows what is selected in the paragraph. The button wakes once it does.
pub fn attach(of: &str, field: String, asleep: RwSignal<bool>) {
    let Some(document) = document() else { return };
    let Some(paragraph) = document.get_element_by_id(of) else { return };
    let Some(text) = words(&document, |range| range.select_node_contents(&paragraph).is_ok()) else { return };
    let text = quotation::spaced(&text);
    WATCHED.with_borrow_mut(|watched| *watched = Some(Watched { field, text, part: None }));
    listen(&document, "selectionchange", move |_: Event| {
        let Some(part) = selected(&paragraph) else { return };
        WATCHED.with_borrow_mut(|watched| {
            if let Some(watched) = watched {
                watched.part = Some(part);
            }
        });
    });
    // After hydration, which takes what the server wrote for what the signal holds.
    spawn_local(async move { asleep.set(false) });
}

/// Writes what was selected last into the field, as whole words that stand once. Whether there was anything.
pub fn take() -> bool {
    let taken = WATCHED.with_borrow(|watched| {
        let watched = watched.as_ref()?;
        let words = quotation::around(&watched.text, watched.part.clone()?)?;
        Some((watched.field.clone(), words.to_owned()))
    });
    let Some((field, words)) = taken else { return false };
    let area =
        document().and_then(|document| document.get_element_by_id(&field)).and_then(|field| field.dyn_into::<HtmlTextAreaElement>().ok());
    let Some(area) = area else { return false };
    area.set_value(&words);
    let _ = area.focus();
    true
}

fn document() -> Option<Document> {
    web_sys::window()?.document()
}

/// Which part of the paragraph's words is selected, in bytes; `None` where nothing of them is.
fn selected(paragraph: &Element) -> Option<Range<usize>> {
    let document = document()?;
    let selection = document.get_selection().ok()??;
    if selection.is_collapsed() || selection.range_count() == 0 {
        return None;
    }
    let chosen = selection.get_range_at(0).ok()?;
    let inside = |node: Node| paragraph.contains(Some(&node));
    if !inside(chosen.start_container().ok()?) || !inside(chosen.end_container().ok()?) {
        return None;
    }
    let up_to = |node: Node, at: u32| {
        let part = words(&document, |range| range.select_node_contents(paragraph).is_ok() && range.set_end(&node, at).is_ok())?;
        Some(quotation::spaced(&part).len())
    };
    let start = up_to(chosen.start_container().ok()?, chosen.start_offset().ok()?)?;
    let end = up_to(chosen.end_container().ok()?, chosen.end_offset().ok()?)?;
    (start < end).then_some(start..end)
}

/// The words of a part of the document, without its references to footnotes.
fn words(document: &Document, choose: impl Fn(&DomRange) -> bool) -> Option<String> {
    let range = document.create_range().ok()?;
    if !choose(&range) {
        return None;
    }
    let part: DocumentFragment = range.clone_contents().ok()?;
    let notes = part.query_selector_all("sup").ok()?;
    for at in 0..notes.length() {
        if let Some(note) = notes.get(at).and_then(|note| note.parent_node().map(|above| (above, note))) {
            let _ = note.0.remove_child(&note.1);
        }
    }
    part.text_content()
}
