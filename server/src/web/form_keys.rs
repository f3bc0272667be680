//! Every form of somebody who has signed in has a key (ADR 0030). The same form sent again gets the answer it got; the same key with other
//! words gets the page of the conflict.
//!
//! Keys are put into the finished page, so no form can be without one; they are taken off before a handler sees the fields.

use super::Deps;
use super::reader::{Reader, answer, respond, see_other};
use app::pages as view;
use axum::http::{StatusCode, header};
use axum::response::Response;
use engine::auth::sha256;
use model::domain::ids::PersonId;
use model::error::PortalError;
use model::forms::{Fields, Pending};
use model::portal::{FormAnswer, FormNote, Repeats as _};
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use tokio::sync::OwnedMutexGuard;

/// The name of the field.
pub const KEY: &str = "key";

/// Puts `key` with its number into every form of a page that posts its fields: two forms of a page are two forms, also where they post to
/// one address. A form in parts keeps nothing (`/verify`), and has none.
pub fn put(html: &str, key: &str) -> String {
    let mut keyed = String::with_capacity(html.len() + 512);
    let (mut rest, mut forms) = (html, 0);
    while let Some((before, form)) = rest.split_once("<form ") {
        let Some((tag, after)) = form.split_once('>') else { break };
        keyed.push_str(before);
        keyed.push_str("<form ");
        keyed.push_str(tag);
        keyed.push('>');
        if tag.contains("method=\"post\"") && !tag.contains("enctype") {
            keyed.push_str("<input type=\"hidden\" name=\"key\" value=\"");
            keyed.push_str(key);
            keyed.push('-');
            keyed.push_str(&forms.to_string());
            keyed.push_str("\">");
            forms += 1;
        }
        rest = after;
    }
    keyed.push_str(rest);
    keyed
}

/// Whether `text` is a key as [`put`] writes them.
fn is_key(text: &str) -> bool {
    let number = |number: &str| (1..=4).contains(&number.len()) && number.bytes().all(|byte| byte.is_ascii_digit());
    text.split_once('-').is_some_and(|(key, form)| key.len() == 32 && key.bytes().all(|byte| byte.is_ascii_hexdigit()) && number(form))
}

/// Where an answer leads, if the form did its work.
pub fn led_to(response: &Response) -> Option<String> {
    let location = response.headers().get(header::LOCATION).filter(|_| response.status() == StatusCode::SEE_OTHER)?;
    location.to_str().ok().map(str::to_owned)
}

/// One lock for each form that is being answered: of two clicks the second waits for the answer of the first.
#[derive(Debug, Clone, Default)]
pub struct Turns(Arc<Mutex<HashMap<String, Arc<tokio::sync::Mutex<()>>>>>);

impl Turns {
    async fn take(&self, form: &str) -> OwnedMutexGuard<()> {
        let turn = {
            let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            // Those nobody waits for any more go.
            all.retain(|_, turn| Arc::strong_count(turn) > 1);
            all.entry(form.to_owned()).or_default().clone()
        };
        turn.lock_owned().await
    }
}

/// A form whose answer is to be noted.
struct Asked {
    form: String,
    body_sha256: String,
    /// The act notes it itself.
    noted: bool,
    _turn: OwnedMutexGuard<()>,
}

/// Where the answer of a request is noted, once there is one. In the extensions of every request.
#[derive(Clone, Default)]
pub struct Slot(Arc<Mutex<Option<Asked>>>);

/// The name of a form: who sends it, its key, its address.
fn name(person: PersonId, key: &str, path: &str) -> String {
    sha256(&format!("{person} {key} {path}"))
}

impl Slot {
    /// Takes the key off the fields. A form that was answered already is answered here.
    pub async fn begin(&self, deps: &Deps, reader: &Reader, body: &[u8], fields: &mut Fields) -> Result<(), Response> {
        let key = fields.get(KEY);
        fields.0.retain(|(name, _)| name != KEY);
        let Some(person) = reader.cx.signed_in().map(|person| person.person).filter(|_| is_key(&key)) else { return Ok(()) };
        let form = name(person, &key, &reader.cx.path);
        let body_sha256 = engine::auth::sha256_of(body);
        let turn = deps.turns.take(&form).await;
        match deps.portal.form_answer(&reader.cx.ctx, &form).await {
            Err(error) => Err(answer(reader, Err(error))),
            Ok(Some(earlier)) if earlier.body_sha256 == body_sha256 => Err(see_other(&earlier.location)),
            Ok(Some(earlier)) => {
                let pending = Pending::of(&reader.cx.path, fields);
                Err(respond(reader, view::repeated::page(&reader.cx, &pending, &earlier.location)))
            }
            Ok(None) => {
                *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(Asked { form, body_sha256, noted: false, _turn: turn });
                Ok(())
            }
        }
    }

    /// For an act that notes in its own transaction where it leads: one commit, and no moment between the two.
    pub fn note(&self) -> Option<FormNote> {
        let mut slot = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let asked = slot.as_mut()?;
        asked.noted = true;
        Some(FormNote { form: asked.form.clone(), body_sha256: asked.body_sha256.clone() })
    }

    /// Notes where the form led, if it did its work. That it did cannot be taken back: an answer that cannot be noted is given all the same.
    pub async fn end(&self, deps: &Deps, reader: &Reader, led_to: Option<String>) {
        let asked = self.0.lock().unwrap_or_else(PoisonError::into_inner).take();
        let (Some(asked), Some(location)) = (asked.filter(|asked| !asked.noted), led_to) else { return };
        let answer = FormAnswer { body_sha256: asked.body_sha256, location };
        if let Err(error) = deps.portal.note_form_answer(&reader.cx.ctx, &asked.form, answer).await {
            match error {
                PortalError::Internal(incident) => tracing::error!(?incident, "the answer of a form was not noted"),
                error => tracing::warn!(?error, "the answer of a form was not noted"),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::put;

    #[test]
    fn every_form_that_posts_its_fields_gets_a_key() {
        let html = "<form class=\"a\" method=\"post\" action=\"/x\"><p></p></form><form action=\"/search\"><form method=\"post\" enctype=\"multipart/form-data\">&lt;form method=\"post\"&gt;";
        let (keyed, field) = (put(html, "k"), "<input type=\"hidden\" name=\"key\" value=\"k-0\">");
        assert_eq!(keyed.matches(field).count(), 1);
        assert!(keyed.starts_with("<form class=\"a\" method=\"post\" action=\"/x\"><input "));
        assert_eq!(keyed.replace(field, ""), html);
        let two = put("<form method=\"post\"></form><form method=\"post\"></form>", "k");
        assert!(two.contains("k-0") && two.contains("k-1"), "{two}");
        assert_eq!(put("no form", "k"), "no form");
        assert_eq!(put("<form never ends", "k"), "<form never ends");
    }
}
