//! Forms that are sent again: after a time-out, by a double click, from a second tab.

use super::Ctx;
use crate::error::PortalResult;
use async_trait::async_trait;

/// What a form was answered that did its work.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormAnswer {
    /// SHA-256 of what was posted.
    pub body_sha256: String,
    /// Where it led: an address of the portal.
    pub location: String,
}

/// A form that is to be noted with what it does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormNote {
    /// Its sender, its key and its address in one hash.
    pub form: String,
    /// SHA-256 of what was posted.
    pub body_sha256: String,
}

/// The memory of answered forms. `form` names the sender, the key of the form and its address in one hash.
#[async_trait]
pub trait Repeats {
    async fn form_answer(&self, ctx: &Ctx, form: &str) -> PortalResult<Option<FormAnswer>>;
    async fn note_form_answer(&self, ctx: &Ctx, form: &str, answer: FormAnswer) -> PortalResult<()>;
}
