//! Identifiers: one type for each kind of thing, so that they cannot be mixed up.
//! All are `UUIDv7`, drawn from the injected clock and entropy of the server, written in lower case with hyphens.

use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};
use uuid::Uuid;

/// The text was not an identifier.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not an identifier")]
pub struct NotAnId;

macro_rules! id {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.hyphenated().fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = NotAnId;

            /// Accepts the one canonical form only: an address has one spelling.
            fn from_str(text: &str) -> Result<Self, NotAnId> {
                let id = Uuid::try_parse(text).map_err(|_| NotAnId)?;
                let mut canonical = Uuid::encode_buffer();
                if &*id.hyphenated().encode_lower(&mut canonical) == text { Ok(Self(id)) } else { Err(NotAnId) }
            }
        }
    )+};
}

id! {
    /// A body: OEWG, Global Mechanism, Ad Hoc Committee, a regional forum.
    BodyId,
    /// A session of a body.
    SessionId,
    /// A consultation round: one call for input of one kind.
    RoundId,
    /// One entry of a round's deadline ledger.
    LedgerEntryId,
    /// The inscription of an organisation on a list of speakers.
    InscriptionId,
    /// The application of an organisation for accreditation.
    AccreditationId,
    /// A step taken with an application.
    StepId,
    /// The signature of an organisation under the paper of another.
    SignatureId,
    /// A corrigendum to a paper.
    CorrigendumId,
    /// A grant: more time for one organisation.
    GrantId,
    /// A thematic subgroup of a body.
    SubgroupId,
    /// An organisation: the actor of the consultation.
    OrganisationId,
    /// A person with a login.
    PersonId,
    /// A signed-in browser of a person.
    LoginId,
    /// A person's function in an organisation.
    MembershipId,
    /// An invitation to an organisation.
    InvitationId,
    /// A person's request to join an organisation.
    JoinRequestId,
    /// A member's claim to become the contact point.
    ClaimId,
    /// A change of an organisation's name.
    ChangeId,
    /// A role: (person, name, scope, term).
    RoleId,
    /// A draft text.
    DraftId,
    /// One immutable issue of a draft text.
    DraftVersionId,
    /// A version of a draft text that is being prepared.
    PreparationId,
    /// A numbered unit of one draft version.
    ProvisionId,
    /// A position paper.
    PaperId,
    /// A comment on a provision.
    CommentId,
    /// A sentence of a chair's summary.
    SentenceId,
    /// A remark beside one.
    RemarkId,
    /// A receipt of an acceptance for the record.
    ReceiptId,
    /// A late attempt, and the receipt of its refusal.
    LateAttemptId,
    /// An act of moderation.
    DecisionId,
    /// An appeal against one.
    AppealId,
    /// Inputs that are nearly the same text. They sort by when they were found.
    FamilyId,
    /// A theme of a queue.
    ThemeId,
    /// Something that was done with the themes of a queue.
    ThemeActId,
    /// A mail in the outbox.
    MailId,
    /// An announcement to the members and followers of a subgroup.
    AnnouncementId,
    /// The secretariat's decision about an organisation that waits for approval.
    ReviewId,
    /// A correction of a person's own name.
    NameChangeId,
    /// An audit event.
    AuditEventId,
}

impl PaperId {
    /// The paper as an item of moderation, receipts and grants.
    pub const fn item(self) -> ItemId {
        ItemId(self.0)
    }
}

impl CommentId {
    /// The comment as an item of moderation, receipts and grants.
    pub const fn item(self) -> ItemId {
        ItemId(self.0)
    }
}

id! {
    /// A paper or a comment, where the rule is the same for both.
    ItemId,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_has_one_spelling() {
        let id = "0192f0c8-0000-7000-8000-000000000001";
        assert_eq!(id.parse::<PaperId>().map(|id| id.to_string()), Ok(id.to_owned()));
        for other in ["0192F0C8-0000-7000-8000-000000000001", "0192f0c8000070008000000000000001", "", "../x"] {
            assert_eq!(other.parse::<PaperId>(), Err(NotAnId), "{other}");
        }
    }
}
