//! Issued versions in other languages: the chair adds them, everybody reads them.

use super::Ctx;
use crate::domain::body::Body;
use crate::domain::draft::{DraftVersion, Provision};
use crate::domain::drafting::{TranslatedProvision, Translation, TranslationStatus};
use crate::domain::ids::{DraftVersionId, ProvisionId};
use crate::domain::language::Language;
use crate::error::PortalResult;
use async_trait::async_trait;
use std::collections::HashMap;

/// A version in another language, with its words.
#[derive(Debug, Clone)]
pub struct TranslatedText {
    pub translation: Translation,
    pub words: HashMap<ProvisionId, TranslatedProvision>,
}

/// The translations of a version, for the chair.
#[derive(Debug, Clone)]
pub struct TranslationsPage {
    pub body: Body,
    pub draft: DraftVersion,
    pub translations: Vec<Translation>,
}

/// The form of one translation.
#[derive(Debug, Clone)]
pub struct TranslationEditor {
    pub body: Body,
    pub draft: DraftVersion,
    pub language: Language,
    /// What it has to match.
    pub original: Vec<Provision>,
    /// What there is already, in the order of the version.
    pub stored: Option<(Translation, Vec<TranslatedProvision>)>,
}

/// A translation as it is pasted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewTranslation {
    /// The revision it replaces; 0: there is none yet.
    pub replaces: i64,
    pub status: TranslationStatus,
    pub source: String,
}

/// Adding, replacing, removing and reading translations. A version's own language is none of a translation: there it is not found.
#[async_trait]
pub trait Translations {
    /// Those of a version, for the chair.
    async fn translations(&self, ctx: &Ctx, version: DraftVersionId) -> PortalResult<TranslationsPage>;
    /// The form of one.
    async fn translation_editor(&self, ctx: &Ctx, version: DraftVersionId, language: Language) -> PortalResult<TranslationEditor>;
    /// Saves a translation as a whole, if it matches the version unit by unit.
    async fn save_translation(&self, ctx: &Ctx, version: DraftVersionId, language: Language, new: NewTranslation) -> PortalResult<()>;
    /// Removes `revision` of a translation.
    async fn remove_translation(&self, ctx: &Ctx, version: DraftVersionId, language: Language, revision: i64) -> PortalResult<()>;
    /// A version in this language, for everybody; `None`: there is no such translation.
    async fn translated(&self, ctx: &Ctx, version: DraftVersionId, language: Language) -> PortalResult<Option<TranslatedText>>;
}
