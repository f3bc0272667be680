//! Shows the words as readers will see them, made by the server: whenever that part of the page is open, a moment after each change.

use crate::api::{PreviewWords, preview};
use crate::islands::editor::{Editor, document};
use crate::islands::listen;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlDetailsElement};

/// How long after the last change.
const PAUSE: Duration = Duration::from_millis(700);

struct Previewer {
    editor: Editor,
    part: HtmlDetailsElement,
    /// Where the words stand.
    words: Element,
    lang: String,
    timer: Cell<Option<TimeoutHandle>>,
    /// Which asking it is: an answer that was overtaken says nothing any more.
    asked: Cell<u32>,
}

pub fn attach(form: &str, preview: &str, lang: String) {
    let Some(editor) = Editor::find(form) else { return };
    let part = document().and_then(|document| document.get_element_by_id(preview));
    let Some(part) = part.and_then(|part| part.dyn_into::<HtmlDetailsElement>().ok()) else { return };
    let Ok(Some(words)) = part.query_selector("[data-preview]") else { return };
    let this = Rc::new(Previewer { editor, part, words, lang, timer: Cell::new(None), asked: Cell::new(0) });
    for (target, name) in [(this.editor.form.clone().into(), "input"), (web_sys::EventTarget::from(this.part.clone()), "toggle")] {
        let this = Rc::clone(&this);
        listen(&target, name, move |_: Event| this.soon());
    }
}

impl Previewer {
    fn soon(self: &Rc<Self>) {
        if !self.part.open() {
            return;
        }
        let this = Rc::clone(self);
        let timer = set_timeout_with_handle(move || this.ask(), PAUSE).ok();
        if let Some(earlier) = self.timer.replace(timer) {
            earlier.clear();
        }
    }

    fn ask(self: &Rc<Self>) {
        let asked = self.asked.get().wrapping_add(1);
        self.asked.set(asked);
        let this = Rc::clone(self);
        spawn_local(async move {
            let words = PreviewWords {
                lang: this.lang.clone(),
                language: this.editor.language().code().to_owned(),
                text: this.editor.text(),
                answers: this.editor.answers(),
                recommendations: this.editor.recommendations(),
            };
            // Without an answer it stays as it is: what stands there was right a moment ago, and saving says that the line is down.
            if let Ok(Some(html)) = preview(words).await
                && this.asked.get() == asked
            {
                this.words.set_inner_html(&html);
            }
        });
    }
}
