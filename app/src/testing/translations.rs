//! The text of the sample portal in other languages.

use super::NOW;
use super::sample::{self, Sample};
use async_trait::async_trait;
use model::domain::drafting::{TranslatedProvision, Translation, TranslationStatus};
use model::domain::ids::*;
use model::domain::language::Language;
use model::domain::round::RoundKind;
use model::error::{PortalError, PortalResult};
use model::portal::*;

/// One of each status.
pub fn all() -> Vec<Translation> {
    let of = |(language, status): (Language, &TranslationStatus)| Translation {
        version: sample::draft().id,
        language,
        status: *status,
        revision: 2,
        added_at: NOW,
    };
    [Language::Ar, Language::Fr, Language::Ru].into_iter().zip(TranslationStatus::ALL).map(of).collect()
}

fn words() -> Vec<TranslatedProvision> {
    let word = |line: ProvisionLine| TranslatedProvision {
        provision: line.provision.id,
        label: line.provision.label,
        text: "Les États [doivent <toujours>] </textarea><script>alert(1)</script>".to_owned(),
    };
    sample::provisions().into_iter().map(word).collect()
}

pub fn of_provision() -> Vec<(Translation, TranslatedProvision)> {
    all().into_iter().filter_map(|translation| Some((translation, words().into_iter().nth(1)?))).collect()
}

#[async_trait]
impl Translations for Sample {
    async fn translations(&self, _: &Ctx, _: DraftVersionId) -> PortalResult<TranslationsPage> {
        let translations = if self.empty { vec![] } else { all() };
        Ok(TranslationsPage { body: self.line(RoundKind::Comments).body, draft: sample::draft(), translations })
    }
    async fn translation_editor(&self, _: &Ctx, _: DraftVersionId, language: Language) -> PortalResult<TranslationEditor> {
        let stored = all().into_iter().find(|translation| !self.empty && translation.language == language);
        Ok(TranslationEditor {
            body: self.line(RoundKind::Comments).body,
            draft: sample::draft(),
            language,
            original: super::drafting::base(),
            stored: stored.map(|translation| (translation, words())),
        })
    }
    async fn save_translation(&self, _: &Ctx, _: DraftVersionId, _: Language, _: NewTranslation) -> PortalResult<()> {
        Err(PortalError::NotFound)
    }
    async fn remove_translation(&self, _: &Ctx, _: DraftVersionId, _: Language, _: i64) -> PortalResult<()> {
        Err(PortalError::NotFound)
    }
    async fn translated(&self, _: &Ctx, _: DraftVersionId, language: Language) -> PortalResult<Option<TranslatedText>> {
        let translation = all().into_iter().find(|translation| !self.empty && translation.language == language);
        let words = || words().into_iter().map(|word| (word.provision, word)).collect();
        Ok(translation.map(|translation| TranslatedText { translation, words: words() }))
    }
}
