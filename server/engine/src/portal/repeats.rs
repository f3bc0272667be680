//! The memory of answered forms (ADR 0030).

use super::{ServerPortal, in_tx};
use crate::store::{StoreResult, Tx, answers};
use async_trait::async_trait;
use model::error::{PortalError, PortalResult};
use model::portal::{Ctx, FormAnswer, Repeats};

#[async_trait]
impl Repeats for ServerPortal {
    async fn form_answer(&self, _ctx: &Ctx, form: &str) -> PortalResult<Option<FormAnswer>> {
        let mut tx = self.db.read().await?;
        Ok(answers::get(&mut tx, form).await?)
    }

    async fn note_form_answer(&self, ctx: &Ctx, form: &str, answer: FormAnswer) -> PortalResult<()> {
        let (form, now) = (form.to_owned(), ctx.now);
        in_tx!(self.db, [form, answer], |tx| { Ok::<_, PortalError>(answers::put(tx, &form, &answer, now).await?) }).await
    }
}

impl ServerPortal {
    /// Notes in the transaction of an act that the form that asked for it led to `location`.
    pub(super) async fn note_form(tx: &mut Tx, ctx: &Ctx, location: String) -> StoreResult<()> {
        let Some(note) = &ctx.form else { return Ok(()) };
        let answer = FormAnswer { body_sha256: note.body_sha256.clone(), location };
        answers::put(tx, &note.form, &answer, ctx.now).await
    }
}
