//! The form of the editor as the companion sees it.

use crate::api::AutosaveDraft;
use model::domain::language::Language;
use model::domain::paper;
use model::domain::plan::MAX_QUESTIONS;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement, HtmlFormElement, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement};

/// The form with its fields, found by name.
#[derive(Clone)]
pub struct Editor {
    pub form: HtmlFormElement,
}

impl Editor {
    pub fn find(id: &str) -> Option<Self> {
        let form = document()?.get_element_by_id(id)?.dyn_into().ok()?;
        Some(Self { form })
    }

    fn field(&self, name: &str) -> Option<Element> {
        self.form.query_selector(&format!("[name='{name}']")).ok().flatten()
    }

    fn value(&self, name: &str) -> String {
        let Some(field) = self.field(name) else { return String::new() };
        if let Some(area) = field.dyn_ref::<HtmlTextAreaElement>() {
            area.value()
        } else if let Some(select) = field.dyn_ref::<HtmlSelectElement>() {
            select.value()
        } else {
            field.dyn_ref::<HtmlInputElement>().map(HtmlInputElement::value).unwrap_or_default()
        }
    }

    fn text(&self) -> String {
        self.value("text")
    }

    /// The answers to the guiding questions, in their order.
    fn answers(&self) -> Vec<String> {
        (1..=MAX_QUESTIONS)
            .map(|number| format!("answer_{number}"))
            .take_while(|name| self.field(name).is_some())
            .map(|name| self.value(&name))
            .collect()
    }

    /// Text and answers: what the limit is about.
    pub fn all_words(&self) -> String {
        paper::all_words(&self.text(), &self.answers())
    }

    /// The language chosen in the form; English counts as every language written in words.
    pub fn language(&self) -> Language {
        Language::from_code(&self.value("language")).unwrap_or(Language::En)
    }

    /// What the form holds now.
    pub fn draft(&self, paper: String, lang: String) -> AutosaveDraft {
        AutosaveDraft {
            paper,
            lang,
            round: self.value("round"),
            organisation: self.value("organisation"),
            version: self.value("version"),
            asked: self.value("asked"),
            title: self.value("title"),
            language: self.value("language"),
            subgroup: self.value("subgroup"),
            text: self.text(),
            answers: self.answers(),
        }
    }

    /// Language and subgroup are chosen: before that there is nothing the server could keep.
    pub fn is_savable(&self) -> bool {
        !self.value("language").is_empty() && !self.value("subgroup").is_empty()
    }

    /// The version the next save starts from.
    pub fn set_version(&self, version: i64) {
        if let Some(field) = self.field("version").and_then(|field| field.dyn_into::<HtmlInputElement>().ok()) {
            field.set_value(&version.to_string());
        }
    }

    /// A new paper has got its own address: plain saving and going back lead there from now on.
    pub fn move_to(&self, address: &str) {
        self.form.set_action(address);
        if let Some(history) = web_sys::window().and_then(|window| window.history().ok()) {
            let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(address));
        }
    }

    /// Presses the button again that was held back.
    pub fn submit(&self, button: Option<&HtmlElement>) {
        if self.form.request_submit_with_submitter(button).is_err() {
            let _ = self.form.submit();
        }
    }
}

fn document() -> Option<web_sys::Document> {
    web_sys::window()?.document()
}
