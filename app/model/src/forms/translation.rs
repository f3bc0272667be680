//! The chair's form of a translation.

use super::{Check, Fields, choice, version};
use crate::domain::draft::Provision;
use crate::domain::drafting::{MAX_SOURCE, TranslatedProvision, Translation, TranslationStatus, Unit, source};
use crate::domain::validate::{self, Fault};
use crate::error::{FieldError, PortalError};
use crate::portal::NewTranslation;
use std::collections::HashMap;

#[derive(Debug, Clone, Default)]
pub struct TranslationForm {
    pub status: String,
    pub source: String,
    /// Hidden: the revision the form was filled from.
    pub revision: String,
    /// The button that was pressed.
    pub act: String,
}

/// What is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TranslationAct {
    Save(NewTranslation),
    /// Of this revision.
    Remove(i64),
}

impl TranslationForm {
    pub const STATUS: &str = "status";
    pub const SOURCE: &str = "source";
    pub const REVISION: &str = "revision";
    pub const ACT: &str = "act";
    pub const REMOVE: &str = "remove";

    pub fn from_fields(fields: &Fields) -> Self {
        Self {
            status: fields.get(Self::STATUS),
            source: fields.get(Self::SOURCE),
            revision: fields.get(Self::REVISION),
            act: fields.get(Self::ACT),
        }
    }

    /// The form filled with what is stored, as a text that reads as this again.
    pub fn of(original: &[Provision], stored: Option<&(Translation, Vec<TranslatedProvision>)>) -> Self {
        let Some((translation, words)) = stored else { return Self { revision: "0".to_owned(), ..Self::default() } };
        let words: HashMap<_, _> = words.iter().map(|word| (word.provision, word)).collect();
        let unit = |provision: &Provision| {
            let word = words.get(&provision.id)?;
            Some(Unit { label: word.label.clone(), text: word.text.clone(), ..Unit::from(provision) })
        };
        let units: Vec<Unit> = original.iter().filter_map(unit).collect();
        Self {
            status: translation.status.code().to_owned(),
            source: source(&units),
            revision: translation.revision.to_string(),
            act: String::new(),
        }
    }

    /// # Errors
    /// All faults at once. A button that the page does not have does nothing.
    pub fn parse(&self) -> Result<TranslationAct, PortalError> {
        match self.act.as_str() {
            "" => {
                let mut check = Check::default();
                let status = check.field(Self::STATUS, choice(&self.status, TranslationStatus::from_code));
                let source = check.field(Self::SOURCE, validate::required_text(&self.source, MAX_SOURCE));
                let replaces = version(&self.revision);
                let new = status.zip(source).map(|(status, source)| TranslationAct::Save(NewTranslation { replaces, status, source }));
                check.done(new)
            }
            Self::REMOVE => Ok(TranslationAct::Remove(version(&self.revision))),
            _ => Err(PortalError::Invalid(vec![FieldError { field: Self::ACT, fault: Fault::NotAChoice }])),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::draft::WHOLE;
    use crate::domain::drafting::{mismatches, outline};
    use crate::domain::ids::{DraftVersionId, ProvisionId};
    use crate::domain::language::Language;
    use crate::domain::time::Instant;
    use uuid::Uuid;

    #[test]
    fn what_is_stored_is_shown_as_a_text_that_reads_as_it_again() {
        let version = DraftVersionId(Uuid::nil());
        let original = outline("# Ground\n\n1. One:\n\n(a) A;\n\n2 bis. Two.[^1]\n\n[^1]: Note.").units;
        let read = outline("# Raisons\n\n1. Un :\n\na) A ;\n\n2 bis. Deux.[^1]\n\n[^1]: Note de bas de page.").units;
        assert_eq!(mismatches(&original, &read), []);
        let provisions: Vec<Provision> = (1_u128..)
            .zip(&original)
            .map(|(n, unit)| Provision {
                id: ProvisionId(Uuid::from_u128(n)),
                draft_version: version,
                stable_id: WHOLE.to_owned(),
                position: 1,
                level: unit.level,
                label: unit.label.clone(),
                citation: unit.citation.clone(),
                text: unit.text.clone(),
            })
            .collect();
        let word = |(provision, unit): (&Provision, &Unit)| TranslatedProvision {
            provision: provision.id,
            label: unit.label.clone(),
            text: unit.text.clone(),
        };
        let words = provisions.iter().zip(&read).map(word).collect();
        let translation =
            Translation { version, language: Language::Fr, status: TranslationStatus::Courtesy, revision: 3, added_at: Instant(0) };
        let form = TranslationForm::of(&provisions, Some(&(translation, words)));
        assert_eq!(outline(&form.source).units, read, "{}", form.source);
        assert_eq!((form.status.as_str(), form.revision.as_str()), ("courtesy", "3"));
        let Ok(TranslationAct::Save(new)) = form.parse() else { panic!("a translation") };
        assert_eq!((new.replaces, new.status), (3, TranslationStatus::Courtesy));
        assert_eq!(TranslationForm::of(&provisions, None).revision, "0");
    }

    #[test]
    fn a_button_nobody_has_seen_does_nothing() {
        let form = |act: &str| TranslationForm { act: act.to_owned(), revision: "2".to_owned(), ..TranslationForm::default() };
        assert_eq!(form(TranslationForm::REMOVE).parse(), Ok(TranslationAct::Remove(2)));
        assert!(matches!(form("drop").parse(), Err(PortalError::Invalid(_))));
        let Err(PortalError::Invalid(errors)) = form("").parse() else { panic!("faults") };
        assert_eq!(errors.iter().map(|error| error.field).collect::<Vec<_>>(), ["status", "source"]);
    }
}
