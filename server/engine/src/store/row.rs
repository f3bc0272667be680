//! Columns: reading identifiers, codes and JSON texts straight into the types of the domain.

use model::domain::accreditation::{AccreditationStatus, ConsultativeStatus, Reach, Step};
use model::domain::comment::{CommentKind, Operation, Stance};
use model::domain::draft::Level;
use model::domain::ids;
use model::domain::item::{ItemKind, ItemState};
use model::domain::language::{Language, LocalizedText};
use model::domain::late::LateState;
use model::domain::membership::{ClaimState, InvitationState, RequestState};
use model::domain::moderation::{ModerationAct, ReasonCode};
use model::domain::organisation::{Affiliation, ChangeKind, Office, Region, StakeholderType};
use model::domain::person::Function;
use model::domain::provision_status::ProvisionStatus;
use model::domain::recommendation::Recommendation;
use model::domain::redaction::Redacted;
use model::domain::role::RoleName;
use model::domain::round::{LedgerKind, RoundKind};
use model::domain::voice::Voice;
use sqlx::error::BoxDynError;
use sqlx::{Database, Decode, Type};

/// A TEXT column that holds a `T`.
#[derive(Debug, Clone)]
pub struct Text<T>(pub T);

/// Types that are stored as text.
pub trait FromText: Sized {
    /// # Errors
    /// The text is none that the program writes: the row is corrupt.
    fn from_text(text: &str) -> Result<Self, String>;
}

impl<DB: Database, T> Type<DB> for Text<T>
where
    String: Type<DB>,
{
    fn type_info() -> DB::TypeInfo {
        <String as Type<DB>>::type_info()
    }

    fn compatible(ty: &DB::TypeInfo) -> bool {
        <String as Type<DB>>::compatible(ty)
    }
}

impl<'r, DB: Database, T: FromText> Decode<'r, DB> for Text<T>
where
    &'r str: Decode<'r, DB>,
{
    fn decode(value: DB::ValueRef<'r>) -> Result<Self, BoxDynError> {
        let text = <&str as Decode<DB>>::decode(value)?;
        T::from_text(text).map(Text).map_err(Into::into)
    }
}

macro_rules! from_text {
    (ids: $($id:ident),+; codes: $($code:ty),+ $(,)?) => {
        $(impl FromText for ids::$id {
            fn from_text(text: &str) -> Result<Self, String> {
                text.parse().map_err(|_| format!("corrupt {}: {text}", stringify!($id)))
            }
        })+
        $(impl FromText for $code {
            fn from_text(text: &str) -> Result<Self, String> {
                Self::from_code(text).ok_or_else(|| format!("corrupt {}: {text}", stringify!($code)))
            }
        })+
    };
}

from_text! {
    ids: BodyId, SessionId, RoundId, LedgerEntryId, SubgroupId, OrganisationId, PersonId, LoginId, DraftId, DraftVersionId,
         ProvisionId, PaperId, CommentId, ReceiptId, AppealId, DecisionId, FamilyId, MailId, ItemId, InvitationId, JoinRequestId, ClaimId, RoleId, AnnouncementId, LateAttemptId,
         InscriptionId, AccreditationId, SignatureId, CorrigendumId, PreparationId, ThemeId, ThemeActId, SentenceId, RemarkId;
    codes: Language, model::domain::language::Locale, StakeholderType, Region, Function, RoleName, RoundKind, LedgerKind, Level, Stance, Operation, CommentKind, Voice, ProvisionStatus, model::domain::provision_link::LinkKind, ItemKind,
           ItemState, ModerationAct, ReasonCode, model::domain::body::Mode, Affiliation, ChangeKind, Office, InvitationState, RequestState, ClaimState,
           model::domain::subgroup::Joining, model::portal::Verdict, LateState, Reach, ConsultativeStatus, AccreditationStatus, Step,
           crate::proof::receipt::Outcome, model::domain::paper::Consent,
           model::domain::corrigendum::CorrigendumState, model::domain::anchor::AnchorState,
           model::domain::drafting::Hindrance, model::domain::drafting::TranslationStatus,
           model::domain::themes::ThemeAct, model::domain::themes::ThemeEnding, model::domain::summary::Part
}

impl FromText for LocalizedText {
    fn from_text(text: &str) -> Result<Self, String> {
        serde_json::from_str(text).map_err(|error| format!("corrupt text in languages: {error}"))
    }
}

/// A text in several languages as it is stored.
pub fn localized(text: &LocalizedText) -> String {
    serde_json::to_string(text).unwrap_or_else(|_| "{}".to_owned())
}

impl FromText for Vec<LocalizedText> {
    fn from_text(text: &str) -> Result<Self, String> {
        serde_json::from_str(text).map_err(|error| format!("corrupt list of texts in languages: {error}"))
    }
}

/// A list of texts in several languages as it is stored.
pub fn localized_list(texts: &[LocalizedText]) -> String {
    serde_json::to_string(texts).unwrap_or_else(|_| "[]".to_owned())
}

impl FromText for Vec<String> {
    fn from_text(text: &str) -> Result<Self, String> {
        serde_json::from_str(text).map_err(|error| format!("corrupt list of texts: {error}"))
    }
}

/// A list of texts as it is stored.
pub fn text_list(texts: &[String]) -> String {
    serde_json::to_string(texts).unwrap_or_else(|_| "[]".to_owned())
}

impl FromText for Redacted {
    fn from_text(text: &str) -> Result<Self, String> {
        // Most inputs by far: no list is read for them.
        if text == "[]" {
            return Ok(Self::default());
        }
        Vec::from_text(text).map(Self::new)
    }
}

impl FromText for Vec<Recommendation> {
    fn from_text(text: &str) -> Result<Self, String> {
        serde_json::from_str(text).map_err(|error| format!("corrupt list of recommendations: {error}"))
    }
}

/// Recommendations as they are stored.
pub fn recommendation_list(recommendations: &[Recommendation]) -> String {
    serde_json::to_string(recommendations).unwrap_or_else(|_| "[]".to_owned())
}

/// A list of identifiers as one JSON text, for `IN` over a list.
pub fn id_list<T: ToString>(ids: impl IntoIterator<Item = T>) -> String {
    let ids: Vec<String> = ids.into_iter().map(|id| id.to_string()).collect();
    serde_json::to_string(&ids).unwrap_or_else(|_| "[]".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::domain::recommendation::About;

    #[test]
    fn recommendations_are_read_as_they_were_written() {
        let stored = r#"[{"text":"Do.","about":"norm:N-C"},{"text":"Don’t."}]"#;
        let read = Vec::<Recommendation>::from_text(stored).expect("recommendations");
        assert_eq!(read[0].about, Some(About::Norm("N-C".to_owned())));
        assert_eq!(recommendation_list(&read), stored);
        assert!(Vec::<Recommendation>::from_text(r#"[{"text":"Do.","about":"nothing"}]"#).is_err(), "corrupt");
    }
}
