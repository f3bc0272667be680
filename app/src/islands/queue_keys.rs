//! Keys in the moderator's queue: down and up, open, choose, accept, the reason, the themes, the next one. They can be switched off.

use leptos::prelude::*;

/// `title`, `what` and `label`: the words of the part that explains the keys and switches them; without JavaScript it is not there.
#[island]
pub fn QueueKeys(title: String, what: String, label: String) -> impl IntoView {
    #[cfg(feature = "hydrate")]
    {
        leptos::task::spawn_local(async {
            browser::attach();
            super::awake::note();
        });
    }
    view! {
        <details class="no-print" data-queue-keys hidden>
            <summary>{title}</summary>
            <p>{what}</p>
            <p><label><input type="checkbox" data-queue-keys-use checked/>" "{label}</label></p>
        </details>
    }
}

#[cfg(feature = "hydrate")]
mod browser {
    use crate::islands::listen;
    use std::cell::Cell;
    use wasm_bindgen::JsCast;
    use web_sys::{Document, Element, Event, HtmlElement, HtmlInputElement, KeyboardEvent, Storage};

    /// What is kept in the browser where somebody does not want the keys.
    const KEPT: &str = "openfloor-queue-keys";

    pub fn attach() {
        let Some(document) = document() else { return };
        let Some(part) = find(&document, "[data-queue-keys]") else { return };
        part.set_hidden(false);
        let Some(switch) = find(&document, "[data-queue-keys-use]").and_then(|found| found.dyn_into::<HtmlInputElement>().ok()) else {
            return;
        };
        if storage().and_then(|kept| kept.get_item(KEPT).ok().flatten()).as_deref() == Some("off") {
            switch.set_checked(false);
        }
        let watched = switch.clone();
        listen(&switch, "change", move |_: Event| {
            if let Some(kept) = storage() {
                let _ = kept.set_item(KEPT, if watched.checked() { "on" } else { "off" });
            }
        });
        let page = document.clone();
        // A page is left by one press: what is held down or pressed twice decides nothing that nobody has read.
        let left = Cell::new(false);
        listen(&document, "keydown", move |event: KeyboardEvent| {
            let for_others = event.repeat() || event.default_prevented() || event.is_composing() || is_typing(&event);
            if left.get() || for_others || !switch.checked() {
                return;
            }
            match act(&page, &letter(&event)) {
                Done::Nothing => return,
                Done::Stayed => {}
                Done::Left => left.set(true),
            }
            event.prevent_default();
        });
    }

    fn document() -> Option<Document> {
        web_sys::window()?.document()
    }

    fn storage() -> Option<Storage> {
        web_sys::window()?.local_storage().ok().flatten()
    }

    fn find(document: &Document, selector: &str) -> Option<HtmlElement> {
        document.query_selector(selector).ok().flatten()?.dyn_into().ok()
    }

    /// What is typed into a field, or together with another key, is for somebody else.
    fn is_typing(event: &KeyboardEvent) -> bool {
        let field = event.target().and_then(|target| target.dyn_into::<Element>().ok()).is_some_and(|element| {
            matches!(element.tag_name().as_str(), "TEXTAREA" | "SELECT")
                || element.dyn_ref::<HtmlInputElement>().is_some_and(|input| input.type_() != "checkbox")
        });
        field || event.ctrl_key() || event.alt_key() || event.meta_key()
    }

    /// The letter of a key: where the keyboard writes another script, that of the key at its place.
    fn letter(event: &KeyboardEvent) -> String {
        let key = event.key();
        if key.is_ascii() { key } else { event.code().trim_start_matches("Key").to_lowercase() }
    }

    /// What a key did.
    enum Done {
        Nothing,
        Stayed,
        Left,
    }

    /// Does what a key is for.
    fn act(document: &Document, key: &str) -> Done {
        let leaves = |left: bool| if left { Done::Left } else { Done::Nothing };
        let stays = |stayed: bool| if stayed { Done::Stayed } else { Done::Nothing };
        match key {
            "j" if step(document, 1) => Done::Stayed,
            "j" => leaves(next(document)),
            "k" => stays(step(document, -1)),
            "x" => stays(choose(document)),
            "a" => leaves(press(document, "button[name='outcome'][value='accept']")),
            "r" => stays(find(document, "select[name='code']").is_some_and(|field| field.focus().is_ok())),
            "t" => themes(document),
            "u" => leaves(press(document, "[data-queue-up]")),
            _ => Done::Nothing,
        }
    }

    /// Goes on: to the next page of the queue the focus is in, or to the next input.
    fn next(document: &Document) -> bool {
        let selector = "[rel='next']";
        let around = row(document).and_then(|row| row.closest("section").ok().flatten());
        let found = match around {
            Some(section) => section.query_selector(selector).ok().flatten().and_then(|found| found.dyn_into::<HtmlElement>().ok()),
            None => find(document, selector),
        };
        if let Some(link) = &found {
            link.click();
        }
        found.is_some()
    }

    /// Goes to the themes: of the input that is read, or of the one whose row the focus is in.
    fn themes(document: &Document) -> Done {
        if let Some(here) = find(document, "#themes input[type='checkbox']").or_else(|| find(document, "#themes")) {
            return if here.focus().is_ok() { Done::Stayed } else { Done::Nothing };
        }
        let link = row(document).and_then(|row| row.query_selector(".row__title a").ok().flatten());
        let address = link.and_then(|link| link.get_attribute("href"));
        let gone = address
            .zip(web_sys::window())
            .is_some_and(|(address, window)| window.location().set_href(&format!("{address}#themes")).is_ok());
        if gone { Done::Left } else { Done::Nothing }
    }

    fn press(document: &Document, selector: &str) -> bool {
        let found = find(document, selector);
        if let Some(element) = &found {
            element.click();
        }
        found.is_some()
    }

    /// The row the focus is in.
    fn row(document: &Document) -> Option<Element> {
        document.active_element()?.closest("[data-queue-row]").ok().flatten()
    }

    /// Goes to the row so many further, from none to the first; not beyond the last.
    fn step(document: &Document, by: i32) -> bool {
        let Ok(links) = document.query_selector_all("[data-queue-row] .row__title a") else { return false };
        let rows: Vec<HtmlElement> = (0..links.length()).filter_map(|at| links.item(at)?.dyn_into().ok()).collect();
        if rows.is_empty() {
            return false;
        }
        let here = row(document).and_then(|row| rows.iter().position(|link| row.contains(Some(link))));
        let to = match here {
            None => 0,
            Some(at) if by < 0 => at.saturating_sub(1),
            Some(at) => at + 1,
        };
        rows.get(to).is_some_and(|link| link.focus().is_ok())
    }

    fn choose(document: &Document) -> bool {
        let the_box = row(document).and_then(|row| row.query_selector("input[type='checkbox']").ok().flatten());
        let Some(the_box) = the_box.and_then(|found| found.dyn_into::<HtmlInputElement>().ok()) else { return false };
        the_box.click();
        true
    }
}
