//! When to save, and what to say about it.

use super::{DraftTexts, Face};
use crate::api::{AutosaveDraft, Autosaved, autosave};
use crate::islands::editor::{Editor, mark};
use crate::islands::local_copy::CopyOf;
use crate::islands::local_copy::store::Place;
use crate::islands::{fill, listen};
use leptos::prelude::*;
use leptos::task::spawn_local;
use model::domain::paper::limit;
use model::domain::recommendation::Rearrangement;
use model::domain::words;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::time::Duration;
use wasm_bindgen::JsValue;
use web_sys::{BeforeUnloadEvent, Event, EventTarget, HtmlElement, SubmitEvent};

/// How long after the last change it is saved, and how long after a failure it is tried again.
const PAUSE: Duration = Duration::from_secs(2);
const RETRY: Duration = Duration::from_secs(10);
/// How long a pressed button waits for a save that is under way.
const PATIENCE: Duration = Duration::from_secs(5);

struct Autosaver {
    editor: Editor,
    face: Face,
    texts: DraftTexts,
    of: RefCell<CopyOf>,
    /// Where what could not be saved is kept.
    place: RefCell<Place>,
    /// There are changes no save has begun to carry.
    changed: Cell<bool>,
    /// A save is under way.
    saving: Cell<bool>,
    /// A button was pressed, or someone else changed the draft: nothing is saved by itself any more.
    stopped: Cell<bool>,
    /// The page is being left by a button of the form.
    leaving: Cell<bool>,
    /// A button was pressed while a save was under way; it waits for the version that save brings.
    held: Cell<bool>,
    button: RefCell<Option<HtmlElement>>,
    timer: Cell<Option<TimeoutHandle>>,
}

/// Attaches the companion to the form.
pub fn attach(form: &str, of: CopyOf, face: Face, texts: DraftTexts) {
    let Some(editor) = Editor::find(form) else { return };
    let this = Rc::new(Autosaver {
        editor,
        face,
        texts,
        place: RefCell::new(Place::new(&of)),
        changed: Cell::new(false),
        of: RefCell::new(of),
        saving: Cell::new(false),
        stopped: Cell::new(false),
        leaving: Cell::new(false),
        held: Cell::new(false),
        button: RefCell::new(None),
        timer: Cell::new(None),
    });
    // Only after hydration, which takes what the server wrote for what the signals hold; browsers may have restored other words.
    let after = Rc::clone(&this);
    spawn_local(async move { after.begin() });
    let form: EventTarget = this.editor.form.clone().into();
    listen(&form, "input", {
        let this = Rc::clone(&this);
        move |_: Event| this.on_change()
    });
    listen(&form, "submit", {
        let this = Rc::clone(&this);
        move |event: SubmitEvent| this.on_submit(&event)
    });
    if let Some(window) = web_sys::window() {
        // Some browsers say only this much.
        listen(&window, "pagehide", {
            let this = Rc::clone(&this);
            move |_: Event| this.keep()
        });
        listen(&window, "beforeunload", move |event: BeforeUnloadEvent| this.on_leave(&event));
    }
}

impl Autosaver {
    /// What the form shows may have been refused, or restored by the browser: then the server does not have it.
    fn begin(&self) {
        self.count();
        let of = self.of.borrow();
        let unsaved = if of.stored.is_empty() { !self.editor.is_empty() } else { mark(&self.draft()) != of.stored };
        self.changed.set(self.changed.get() || unsaved);
    }

    /// Keeps on the device what no save has begun to carry.
    fn keep(&self) {
        self.keep_as(None);
    }

    /// As a pressed button arranges it: the next page compares it with what the server got.
    fn keep_as(&self, act: Option<Rearrangement>) {
        if self.changed.get() && !self.leaving.get() {
            let mut draft = self.draft();
            if let Some(act) = act {
                act.apply(&mut draft.recommendations);
            }
            self.place.borrow().keep(draft);
        }
    }

    fn count(&self) {
        let language = self.editor.language();
        let (count, max) = (words::count(&self.editor.all_words(), language), limit(language));
        self.face.counter.set(self.texts.count(words::unit(language), count, max));
        self.face.over.set(count > max);
    }

    fn on_change(self: &Rc<Self>) {
        self.count();
        self.changed.set(true);
        if !self.stopped.get() {
            self.face.saved.set(self.texts.unsaved.clone());
        }
        self.save_in(PAUSE);
    }

    fn save_in(self: &Rc<Self>, pause: Duration) {
        let this = Rc::clone(self);
        let timer = set_timeout_with_handle(move || this.save(), pause).ok();
        if let Some(earlier) = self.timer.replace(timer) {
            earlier.clear();
        }
    }

    fn save(self: &Rc<Self>) {
        let idle = !self.saving.get() && !self.stopped.get();
        if !idle || !self.changed.get() || !self.editor.is_savable() {
            // Also what cannot be saved yet, or not any more, is kept.
            return self.keep();
        }
        self.saving.set(true);
        self.changed.set(false);
        self.face.saved.set(self.texts.saving.clone());
        let this = Rc::clone(self);
        spawn_local(async move {
            let draft = this.draft();
            // Kept until the server says that it has them: no answer may ever come.
            this.place.borrow().keep(draft.clone());
            let answer = autosave(draft.clone()).await;
            if matches!(answer, Ok(Autosaved::Saved { .. })) {
                this.place.borrow().forget_saved(&draft);
            }
            this.saving.set(false);
            this.hear(answer.unwrap_or(Autosaved::Unavailable));
            this.release();
        });
    }

    fn draft(&self) -> AutosaveDraft {
        self.editor.draft(self.of.borrow().paper.clone(), self.texts.lang.clone())
    }

    fn hear(self: &Rc<Self>, answer: Autosaved) {
        let problem = match answer {
            Autosaved::Saved { id, version, saved_at, edit_url } => return self.hear_saved(id, version, &saved_at, &edit_url),
            Autosaved::Conflict => {
                self.stopped.set(true);
                self.texts.conflict.clone()
            }
            Autosaved::SignedOut => self.texts.signed_out.clone(),
            Autosaved::Invalid => self.texts.invalid.clone(),
            Autosaved::Refused { reason } => fill(&self.texts.refused, &[&reason]),
            Autosaved::Unavailable => {
                self.save_in(RETRY);
                self.texts.offline.clone()
            }
        };
        self.changed.set(true);
        self.face.saved.set(String::new());
        self.face.problem.set(problem);
    }

    fn hear_saved(self: &Rc<Self>, id: String, version: i64, saved_at: &str, edit_url: &str) {
        self.editor.set_version(version);
        if std::mem::replace(&mut self.of.borrow_mut().paper, id).is_empty() {
            self.editor.move_to(edit_url);
            // What is kept from now on is found at that address.
            self.place.replace(Place::new(&self.of.borrow())).forget();
            self.keep();
        }
        self.face.problem.set(String::new());
        if self.changed.get() {
            self.face.saved.set(self.texts.unsaved.clone());
            self.save_in(PAUSE);
        } else {
            self.face.saved.set(fill(&self.texts.saved, &[saved_at]));
        }
    }

    /// A plain button takes over: no more saving by itself. While a save is under way the button waits for it, or its form
    /// would carry a version that is no longer the stored one.
    fn on_submit(self: &Rc<Self>, event: &SubmitEvent) {
        self.stopped.set(true);
        // The line may be down: what the server gets is forgotten on the next page.
        let button = event.submitter().and_then(|button| button.get_attribute("value"));
        self.keep_as(button.and_then(|value| Rearrangement::from_code(&value)));
        if !self.saving.get() {
            return self.leaving.set(true);
        }
        event.prevent_default();
        self.button.replace(event.submitter());
        if !self.held.replace(true) {
            let this = Rc::clone(self);
            set_timeout(move || this.release(), PATIENCE);
        }
    }

    fn release(&self) {
        if self.held.replace(false) {
            self.saving.set(false);
            self.editor.submit(self.button.take().as_ref());
        }
    }

    fn on_leave(&self, event: &BeforeUnloadEvent) {
        if (self.changed.get() || self.saving.get()) && !self.leaving.get() {
            self.place.borrow().keep(self.draft());
            event.prevent_default();
            // Older browsers ask only when something is returned.
            let _ = js_sys::Reflect::set(event, &JsValue::from_str("returnValue"), &JsValue::TRUE);
        }
    }
}
