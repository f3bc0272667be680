//! The bar in the browser: clicks, keys, and changes that can be undone.

use super::edit::apply;
use super::{Mark, MarkButton};
use crate::islands::editor::document;
use crate::islands::listen;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlDocument, HtmlElement, HtmlTextAreaElement, KeyboardEvent};

struct Bar {
    area: HtmlTextAreaElement,
    buttons: Vec<MarkButton>,
}

pub fn attach(area: &str, buttons: &[MarkButton], asleep: RwSignal<bool>) {
    let Some(document) = document() else { return };
    let Some(found) = document.get_element_by_id(area).and_then(|found| found.dyn_into::<HtmlTextAreaElement>().ok()) else { return };
    let Ok(Some(element)) = document.query_selector(&format!("[role='toolbar'][aria-controls='{area}']")) else { return };
    let bar = Rc::new(Bar { area: found, buttons: buttons.to_vec() });
    listen(&element, "click", {
        let bar = Rc::clone(&bar);
        move |event: Event| {
            if let Some(mark) = pressed(&event) {
                bar.make(mark);
            }
        }
    });
    listen(&element, "keydown", {
        let element = element.clone();
        move |event: KeyboardEvent| walk(&element, &event)
    });
    listen(&bar.area.clone(), "keydown", move |event: KeyboardEvent| {
        let mark = match event.key().as_str() {
            "b" => Mark::Bold,
            "i" => Mark::Italic,
            _ => return,
        };
        if (event.ctrl_key() || event.meta_key()) && !event.alt_key() && !event.shift_key() {
            event.prevent_default();
            bar.make(mark);
        }
    });
    // After hydration, which takes what the server wrote for what the signal holds.
    spawn_local(async move { asleep.set(false) });
}

/// The button an event comes from.
fn pressed(event: &Event) -> Option<Mark> {
    let button = event.target()?.dyn_into::<Element>().ok()?.closest("[data-mark]").ok()??;
    Mark::from_code(&button.get_attribute("data-mark")?)
}

impl Bar {
    fn make(&self, mark: Mark) {
        let area = &self.area;
        let place = |found: Result<Option<u32>, _>| found.ok().flatten().unwrap_or(0);
        let chosen = (place(area.selection_start()), place(area.selection_end()));
        let sample = self.buttons.iter().find(|button| button.mark == mark).map_or("", |button| button.sample.as_str());
        let edit = apply(mark, &area.value(), chosen, sample);
        let _ = area.focus();
        let _ = area.set_selection_range(edit.from, edit.to);
        if !typed(&edit.with) {
            let _ = area.set_range_text_with_start_and_end(&edit.with, edit.from, edit.to);
            // Whoever counts and saves listens at the form, and an event made here does not rise to it.
            if let (Ok(event), Some(form)) = (Event::new("input"), area.form()) {
                let _ = form.dispatch_event(&event);
            }
        }
        let _ = area.set_selection_range(edit.chosen.0, edit.chosen.1);
    }
}

/// Types the words where one writes. Out of fashion, but the only way that the browser can undo.
fn typed(words: &str) -> bool {
    let document = document().and_then(|document| document.dyn_into::<HtmlDocument>().ok());
    document.is_some_and(|document| document.exec_command_with_show_ui_and_value("insertText", false, words).unwrap_or(false))
}

/// The arrows go from button to button, in the direction the page is read in.
fn walk(bar: &Element, event: &KeyboardEvent) {
    let Ok(found) = bar.query_selector_all("[data-mark]") else { return };
    let buttons: Vec<HtmlElement> = (0..found.length()).filter_map(|at| found.item(at)?.dyn_into().ok()).collect();
    let Some(here) = buttons.iter().position(|button| button.tab_index() == 0) else { return };
    let mirrored = bar.closest("[dir]").ok().flatten().and_then(|around| around.get_attribute("dir")).is_some_and(|dir| dir == "rtl");
    let count = buttons.len();
    let there = match event.key().as_str() {
        "Home" => 0,
        "End" => count - 1,
        "ArrowRight" if !mirrored => (here + 1) % count,
        "ArrowLeft" if mirrored => (here + 1) % count,
        "ArrowLeft" | "ArrowRight" => (here + count - 1) % count,
        _ => return,
    };
    event.prevent_default();
    buttons[here].set_tab_index(-1);
    buttons[there].set_tab_index(0);
    let _ = buttons[there].focus();
}
