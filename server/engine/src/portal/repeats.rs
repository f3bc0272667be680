//! The memory of answered forms (ADR 0030).

use super::{ServerPortal, in_tx};
use crate::store::answers;
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
