//! Server functions: what islands may call. Each is a few lines over the portal; none changes anything by GET.
//! They stand at [`model::routes::pattern::API`]; the server provides [`ServerNow`] and `ApiContext` to them.
#![cfg_attr(feature = "ssr", expect(clippy::unused_async, reason = "server functions are asynchronous"))]

use leptos::prelude::*;
use model::domain::recommendation::Recommendation;
use serde::{Deserialize, Serialize};

#[cfg(feature = "ssr")]
mod preview;
#[cfg(feature = "ssr")]
mod save;
#[cfg(feature = "ssr")]
pub use save::{ApiContext, ServerNow};

/// The fields of the paper editor, as they stand in the form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AutosaveDraft {
    /// Empty for a new paper.
    pub paper: String,
    /// The language the answer's words and addresses are in.
    pub lang: String,
    pub round: String,
    /// Whom a new paper is written for; empty where the form does not ask.
    pub organisation: String,
    pub version: String,
    pub title: String,
    pub language: String,
    pub subgroup: String,
    pub text: String,
    /// What is answered to the guiding questions, in their order; nothing where the round has none.
    #[serde(default)]
    pub answers: Vec<String>,
    #[serde(default)]
    pub recommendations: Vec<Recommendation>,
    /// What may be published; empty: not said yet.
    #[serde(default)]
    pub consent: String,
    /// The mark of the questions a new paper's form was drawn with; empty where the form has none.
    #[serde(default)]
    pub asked: String,
}

/// What became of an autosave.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Autosaved {
    Saved {
        id: String,
        version: i64,
        /// `12:03:07 UTC`.
        saved_at: String,
        edit_url: String,
    },
    /// Someone else changed the draft since the form was filled.
    Conflict,
    SignedOut,
    /// A field is wrong; *Save draft* says which.
    Invalid,
    /// For another reason, in words.
    Refused {
        reason: String,
    },
    /// Cannot be reached at the moment; worth trying again.
    Unavailable,
}

/// The words of the paper editor that are to be shown as readers will see them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PreviewWords {
    /// The language of the page.
    pub lang: String,
    /// The language of the words.
    pub language: String,
    pub text: String,
    #[serde(default)]
    pub answers: Vec<String>,
    #[serde(default)]
    pub recommendations: Vec<Recommendation>,
}

/// The server's clock, in milliseconds since 1970.
///
/// # Errors
/// When the server cannot be reached.
#[server(prefix = "/api", endpoint = "time")]
pub async fn server_time() -> Result<i64, ServerFnError> {
    let now = use_context::<ServerNow>().ok_or_else(|| ServerFnError::new("no clock"))?;
    Ok(now.0)
}

/// Saves a draft while it is being written.
///
/// # Errors
/// When the server cannot be reached.
#[server(prefix = "/api", endpoint = "autosave")]
pub async fn autosave(draft: AutosaveDraft) -> Result<Autosaved, ServerFnError> {
    let context = use_context::<ApiContext>().ok_or_else(|| ServerFnError::new("no portal"))?;
    Ok(save::save(&context.0, draft).await)
}

/// The words as readers will see them, in HTML that is safe. Nothing for whoever is signed out, and of more than one text may hold.
///
/// # Errors
/// When the server cannot be reached.
#[server(prefix = "/api", endpoint = "preview")]
pub async fn preview(words: PreviewWords) -> Result<Option<String>, ServerFnError> {
    let context = use_context::<ApiContext>().ok_or_else(|| ServerFnError::new("no portal"))?;
    Ok(preview::html(&context.0, &words))
}
