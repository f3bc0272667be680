//! Looks whether words were kept that the form does not hold, and puts them back.

use super::store::{self, Kept, Place};
use super::{CopyOf, Face, LocalCopyTexts};
use crate::islands::draft_companion::Editor;
use crate::islands::fill;
use crate::islands::own_time::own_time;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::cell::RefCell;
use std::rc::Rc;

/// Offers, one after the other, each open until it is decided.
#[derive(Clone)]
pub struct Offers {
    editor: Option<Editor>,
    /// The one that is offered stands last.
    open: Rc<RefCell<Vec<(Place, Kept)>>>,
    face: Face,
    texts: LocalCopyTexts,
}

/// Looks for what was kept of this form. What the server has is forgotten: the form shows it, or a later version than the one it was
/// sent for.
pub fn look(form: &str, of: &CopyOf, face: Face, texts: LocalCopyTexts) -> Offers {
    let editor = Editor::find(form);
    let mut open = store::all(of);
    open.reverse();
    open.retain(|(place, kept)| {
        let Some(editor) = &editor else { return false };
        let shown = editor.says_the_same(&kept.draft);
        let arrived = kept.sent && editor.version() > kept.draft.version.parse().unwrap_or(0);
        // Of a form that shows what was refused nothing is on the server.
        if of.stored && (shown || arrived) {
            place.forget();
        }
        !(shown || (of.stored && arrived))
    });
    let offers = Offers { editor, open: Rc::new(RefCell::new(open)), face, texts };
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
    /// a conflict like any other.
    pub fn put_back(&self) {
        let Some(kept) = self.take() else { return };
        if let Some(editor) = &self.editor {
            editor.put_back(&kept.draft);
            editor.focus();
        }
        self.face.said.set(self.texts.done.clone());
        self.show();
    }

    pub fn leave(&self) {
        if self.take().is_none() {
            return;
        }
        if let Some(editor) = &self.editor {
            editor.focus();
        }
        self.face.said.set(self.texts.left.clone());
        self.show();
    }

    fn take(&self) -> Option<Kept> {
        let (place, kept) = self.open.borrow_mut().pop()?;
        place.forget();
        Some(kept)
    }
}
