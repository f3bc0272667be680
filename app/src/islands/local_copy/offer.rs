//! Looks whether words were kept that neither the server nor the form holds, and puts them back.

use super::store::{self, Kept, Place};
use super::{CopyOf, Face, LocalCopyTexts};
use crate::islands::editor::{Editor, mark};
use crate::islands::own_time::own_time;
use crate::islands::{fill, listen};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::cell::RefCell;
use std::rc::Rc;
use std::time::Duration;
use web_sys::Event;

/// How long after they were put back words are forgotten: their companion has kept or saved them by then. It keeps them too when
/// the page is left before that.
const KEPT_AGAIN: Duration = Duration::from_secs(5);

/// Offers, one after the other, each open until it is decided.
#[derive(Clone)]
pub struct Offers {
    editor: Option<Editor>,
    of: CopyOf,
    /// The one that is offered stands last.
    open: Rc<RefCell<Vec<(Place, Kept)>>>,
    face: Face,
    texts: LocalCopyTexts,
}

/// Looks for what was kept of this paper. What the server holds is forgotten; what the form shows is not offered.
pub fn look(form: &str, of: CopyOf, face: Face, texts: LocalCopyTexts) -> Offers {
    let editor = Editor::find(form);
    let shown = editor.as_ref().map(|editor| mark(&editor.draft(String::new(), String::new())));
    let mut open = store::all(&of);
    open.retain(|(place, kept)| {
        let kept_mark = mark(&kept.draft);
        if kept_mark == of.stored {
            place.forget();
        }
        // Words for a new paper are offered where one is begun, not in another one of the round.
        kept_mark != of.stored && kept.draft.paper == of.paper && shown.as_ref().is_some_and(|shown| *shown != kept_mark)
    });
    let offers = Offers { editor, of, open: Rc::new(RefCell::new(open)), face, texts };
    // Only after hydration, which takes what the server wrote for what the signals hold.
    let after = offers.clone();
    spawn_local(async move { after.show() });
    offers
}

impl Offers {
    fn show(&self) {
        let found = self.open.borrow().last().map(|(_, kept)| fill(&self.texts.found, &[&own_time(&self.texts.lang, kept.at, false)]));
        self.face.found.set(found.unwrap_or_default());
    }

    /// The words stand in the form again, and are saved like words that were typed. Where somebody else has saved meanwhile, that is
    /// a conflict like any other. What stood there and is not saved is offered next.
    pub fn put_back(&self) {
        let Some((place, kept)) = self.open.borrow_mut().pop() else { return };
        let Some(editor) = &self.editor else { return };
        let shown = editor.draft(self.of.paper.clone(), self.texts.lang.clone());
        if !editor.is_empty() && mark(&shown) != self.of.stored {
            let place = Place::new(&self.of);
            place.keep(shown.clone());
            self.open.borrow_mut().push((place, Kept { at: js_sys::Date::now(), draft: shown }));
        }
        // What has no field any more is offered again on the next page.
        if editor.put_back(&kept.draft) {
            if let Some(window) = web_sys::window() {
                let left = place.clone();
                listen(&window, "pagehide", move |_: Event| left.forget());
            }
            set_timeout(move || place.forget(), KEPT_AGAIN);
        }
        editor.focus();
        self.face.said.set(self.texts.done.clone());
        self.show();
    }

    pub fn leave(&self) {
        let Some((place, _)) = self.open.borrow_mut().pop() else { return };
        place.forget();
        if let Some(editor) = &self.editor {
            editor.focus();
        }
        self.face.said.set(self.texts.left.clone());
        self.show();
    }
}
