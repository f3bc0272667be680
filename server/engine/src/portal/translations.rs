//! Issued versions in other languages.

use super::texts::frame;
use super::{ServerPortal, actor_now, in_tx, permitted, person_of};
use crate::store::{audit, drafts, translations};
use async_trait::async_trait;
use model::domain::audit::AuditAct;
use model::domain::draft::{DraftVersion, Provision};
use model::domain::drafting::{TranslatedProvision, Translation, Unit, mismatches, outline};
use model::domain::ids::DraftVersionId;
use model::domain::language::Language;
use model::domain::validate::Fault;
use model::error::{FieldError, PortalError, PortalResult};
use model::forms::TranslationForm;
use model::policy::{self, TranslateText};
use model::portal::{Ctx, NewTranslation, TranslatedText, TranslationEditor, Translations, TranslationsPage};

#[async_trait]
impl Translations for ServerPortal {
    async fn translations(&self, ctx: &Ctx, version: DraftVersionId) -> PortalResult<TranslationsPage> {
        let mut tx = self.db.read().await?;
        let (draft, body, _) = frame(&mut tx, version).await?;
        policy::check(&ctx.actor, &TranslateText { body: body.id }, ctx.now)?;
        let translations = translations::of_version(&mut tx, version).await?;
        Ok(TranslationsPage { body, draft, translations })
    }

    async fn translation_editor(&self, ctx: &Ctx, version: DraftVersionId, language: Language) -> PortalResult<TranslationEditor> {
        let mut tx = self.db.read().await?;
        let (draft, body, _) = frame(&mut tx, version).await?;
        policy::check(&ctx.actor, &TranslateText { body: body.id }, ctx.now)?;
        other_than_its_own(&draft, language)?;
        let original = drafts::provisions(&mut tx, version).await?;
        let stored = match translations::one_of(&mut tx, version, language).await? {
            Some(translation) => Some((translation, translations::words(&mut tx, version, language).await?)),
            None => None,
        };
        Ok(TranslationEditor { body, draft, language, original, stored })
    }

    async fn save_translation(&self, ctx: &Ctx, version: DraftVersionId, language: Language, new: NewTranslation) -> PortalResult<()> {
        // Compared before the writer is held: an issued version never changes.
        let original = self.translation_editor(ctx, version, language).await?.original;
        self.limit_planning(ctx).await?;
        let words = words_of(&original, &new.source)?;
        let this = self.clone();
        in_tx!(self.db, [this, ctx, new, words], |tx| {
            let draft = drafts::by_id(tx, version).await?.ok_or(PortalError::NotFound)?;
            let actor = actor_now(tx, &ctx).await?;
            permitted(&actor, TranslateText { body: draft.body }, ctx.now)?;
            drafts::lock(tx, draft.draft).await?;
            let stored = translations::one_of(tx, version, language).await?;
            if stored.as_ref().is_some_and(|stored| stored.status == new.status)
                && translations::words(tx, version, language).await? == words
            {
                // The same click again, or nothing new.
                return Ok(());
            }
            let translation = Translation { version, language, status: new.status, revision: ctx.now.0, added_at: ctx.now };
            translations::put(tx, &translation, new.replaces, &words, person_of(&actor)?).await?;
            let act = if new.replaces == 0 { AuditAct::TranslationAdded } else { AuditAct::TranslationReplaced };
            let detail = serde_json::json!({ "which": version.to_string(), "language": language.code(), "status": new.status.code() });
            Ok(audit::insert(tx, &this.event(&ctx, act, "draft", draft.draft, detail)).await?)
        })
        .await
    }

    async fn remove_translation(&self, ctx: &Ctx, version: DraftVersionId, language: Language, revision: i64) -> PortalResult<()> {
        let this = self.clone();
        in_tx!(self.db, [this, ctx], |tx| {
            let draft = drafts::by_id(tx, version).await?.ok_or(PortalError::NotFound)?;
            let actor = actor_now(tx, &ctx).await?;
            permitted(&actor, TranslateText { body: draft.body }, ctx.now)?;
            drafts::lock(tx, draft.draft).await?;
            // The same click again.
            let Some(stored) = translations::one_of(tx, version, language).await? else { return Ok(()) };
            translations::remove(tx, version, language, revision).await?;
            let detail = serde_json::json!({ "which": version.to_string(), "language": language.code(), "status": stored.status.code() });
            Ok(audit::insert(tx, &this.event(&ctx, AuditAct::TranslationRemoved, "draft", draft.draft, detail)).await?)
        })
        .await
    }

    async fn translated(&self, _ctx: &Ctx, version: DraftVersionId, language: Language) -> PortalResult<Option<TranslatedText>> {
        let mut tx = self.db.read().await?;
        let Some(translation) = translations::one_of(&mut tx, version, language).await? else { return Ok(None) };
        let words = translations::words(&mut tx, version, language).await?;
        Ok(Some(TranslatedText { translation, words: words.into_iter().map(|word| (word.provision, word)).collect() }))
    }
}

fn other_than_its_own(draft: &DraftVersion, language: Language) -> PortalResult<()> {
    if draft.language == language { Err(PortalError::NotFound) } else { Ok(()) }
}

/// What is pasted, provision by provision: only if it has those of the original, one to one.
fn words_of(original: &[Provision], source: &str) -> PortalResult<Vec<TranslatedProvision>> {
    let read = outline(source);
    if !read.flaws.is_empty() || read.units.is_empty() || !mismatches(&Unit::all(original), &read.units).is_empty() {
        return Err(PortalError::Invalid(vec![FieldError { field: TranslationForm::SOURCE, fault: Fault::DoesNotMatch }]));
    }
    let word = |(provision, unit): (&Provision, Unit)| TranslatedProvision { provision: provision.id, label: unit.label, text: unit.text };
    Ok(original.iter().zip(read.units).map(word).collect())
}
