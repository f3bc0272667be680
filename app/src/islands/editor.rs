//! The form of the paper editor as the islands beside it see it.

use crate::api::AutosaveDraft;
use model::domain::language::Language;
use model::domain::plan::MAX_QUESTIONS;
use model::domain::recommendation::{About, MAX_RECOMMENDATIONS, Recommendation, kept_recommendations};
use model::domain::wording::{Wording, mark_of_draft};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, HtmlElement, HtmlFormElement, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement};

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

    pub fn text(&self) -> String {
        self.value("text")
    }

    /// The answers to the guiding questions, in their order.
    pub fn answers(&self) -> Vec<String> {
        (1..=MAX_QUESTIONS)
            .map(|number| format!("answer_{number}"))
            .take_while(|name| self.field(name).is_some())
            .map(|name| self.value(&name))
            .collect()
    }

    /// The rows of the recommendations, those that are empty among them.
    pub fn recommendations(&self) -> Vec<Recommendation> {
        (1..=MAX_RECOMMENDATIONS)
            .map(|number| (format!("recommendation_{number}"), format!("about_{number}")))
            .take_while(|(name, _)| self.field(name).is_some())
            .map(|(name, about)| Recommendation { text: self.value(&name), about: About::from_code(&self.value(&about)) })
            .collect()
    }

    /// What the limit is about.
    pub fn all_words(&self) -> String {
        Wording { text: &self.text(), answers: &self.answers(), recommendations: &self.recommendations() }.all()
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
            recommendations: self.recommendations(),
            consent: self.value("consent"),
        }
    }

    /// Nothing was written yet.
    pub fn is_empty(&self) -> bool {
        self.value("title").trim().is_empty() && self.all_words().trim().is_empty()
    }

    /// Puts words into the form, as if they were typed: for whom they were written, and under the questions they answer. Whether all of
    /// them have a place there.
    pub fn put_back(&self, draft: &AutosaveDraft) -> bool {
        let words = [
            ("version", &draft.version),
            ("asked", &draft.asked),
            ("organisation", &draft.organisation),
            ("title", &draft.title),
            ("language", &draft.language),
            ("subgroup", &draft.subgroup),
            ("consent", &draft.consent),
        ];
        for (name, value) in words.into_iter().filter(|(_, value)| !value.is_empty()) {
            self.set(name, value);
        }
        self.set("text", &draft.text);
        let mut all = true;
        for (at, answer) in draft.answers.iter().enumerate() {
            let name = format!("answer_{}", at + 1);
            all &= answer.trim().is_empty() || self.field(&name).is_some();
            self.set(&name, answer);
        }
        let kept = kept_recommendations(draft.recommendations.clone());
        all &= kept.len() <= self.recommendations().len();
        for at in 0..MAX_RECOMMENDATIONS {
            // Rows that say more by now than what is put back would mix with it.
            let one = kept.get(at).cloned().unwrap_or_default();
            self.set(&format!("recommendation_{}", at + 1), &one.text);
            self.choose(&format!("about_{}", at + 1), one.about.map(String::from).unwrap_or_default().as_str());
        }
        if let Ok(event) = Event::new("input") {
            let _ = self.form.dispatch_event(&event);
        }
        all
    }

    fn set(&self, name: &str, value: &str) {
        let Some(field) = self.field(name) else { return };
        if let Some(area) = field.dyn_ref::<HtmlTextAreaElement>() {
            area.set_value(value);
        } else if let Some(select) = field.dyn_ref::<HtmlSelectElement>() {
            // A choice there is no more stays as the form has it.
            let before = select.value();
            select.set_value(value);
            if select.value().is_empty() {
                select.set_value(&before);
            }
        } else if let Some(input) = field.dyn_ref::<HtmlInputElement>() {
            input.set_value(value);
        }
    }

    /// Chooses in a list that may hold nothing.
    fn choose(&self, name: &str, value: &str) {
        if let Some(select) = self.field(name).and_then(|field| field.dyn_into::<HtmlSelectElement>().ok()) {
            select.set_value(value);
        }
    }

    /// Language and subgroup are chosen: before that there is nothing the server could keep.
    pub fn is_savable(&self) -> bool {
        !self.value("language").is_empty() && !self.value("subgroup").is_empty()
    }

    /// Where one writes.
    pub fn focus(&self) {
        if let Some(text) = self.field("text").and_then(|field| field.dyn_into::<HtmlElement>().ok()) {
            let _ = text.focus();
        }
    }

    /// The version the next save starts from.
    pub fn set_version(&self, version: i64) {
        self.set("version", &version.to_string());
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

pub fn document() -> Option<web_sys::Document> {
    web_sys::window()?.document()
}

/// What stands for the words of a draft.
pub fn mark(draft: &AutosaveDraft) -> String {
    let words = Wording { text: &draft.text, answers: &draft.answers, recommendations: &draft.recommendations };
    mark_of_draft(&draft.title, &draft.language, &draft.subgroup, &draft.consent, words)
}
