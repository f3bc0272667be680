//! Comments and textual proposals on a provision of a draft version.

use super::ids::{CommentId, LedgerEntryId, OrganisationId, ProvisionId, RoundId};
use super::item::ItemState;
use super::language::Language;
use super::organisation::coded;
use super::permit::Permit;
use super::quotation;
use super::redaction::Redacted;
use super::time::Instant;
use super::validate::Fault;
use crate::policy::{ChangeComment, SendComment, WithdrawComment};
use serde::{Deserialize, Serialize};

coded! {
    /// What a comment is about (after the comment types of ISO and of the drafting rooms of the UN).
    CommentKind {
        // What the provision says.
        Substantive => "substantive",
        // How it says it.
        Editorial => "editorial",
        // Whether it is right in fact.
        Technical => "technical",
        // How it is said in another language.
        Translation => "translation",
    }
}

/// What comments are when they say nothing else, and were before they could.
impl Default for CommentKind {
    fn default() -> Self {
        Self::Substantive
    }
}

coded! {
    /// What an organisation thinks of a provision.
    Stance {
        Support => "support",
        SupportWithChange => "support_with_change",
        Oppose => "oppose",
        Neutral => "neutral",
    }
}

coded! {
    /// What an organisation wants done with a provision (after the ITU's ADD, MOD, SUP, NOC).
    Operation {
        CommentOnly => "comment_only",
        Add => "add",
        Modify => "modify",
        Delete => "delete",
        Keep => "keep",
        Move => "move",
    }
}

impl Operation {
    /// Whether the operation is stated in proposed words.
    pub const fn takes_words(self) -> bool {
        matches!(self, Self::Add | Self::Modify | Self::Move)
    }
}

/// What a comment says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CommentContent {
    pub language: Language,
    #[serde(default)]
    pub kind: CommentKind,
    /// The words it is about, as they stand in the provision, without its references to footnotes; empty: the whole provision.
    #[serde(default)]
    pub quote: String,
    pub stance: Stance,
    pub operation: Operation,
    /// The provision (or the quoted words) as it should read, or where it should go. Empty where the operation takes no words.
    pub proposed_text: String,
    pub reason: String,
    /// The address of something that supports it; empty: none.
    #[serde(default)]
    pub link: String,
}

/// A comment as it stands in the store.
#[derive(Debug, PartialEq, Eq)]
pub struct Comment {
    pub id: CommentId,
    pub organisation: OrganisationId,
    pub round: RoundId,
    pub provision: ProvisionId,
    pub state: ItemState,
    pub content: CommentContent,
    /// What others do not read of it.
    pub redacted: Redacted,
    pub version: i64,
    pub updated_at: Instant,
    /// When it was withdrawn.
    pub ended_at: Option<Instant>,
}

impl CommentContent {
    /// Quotes the words as they stand in `text`, the provision's.
    ///
    /// # Errors
    /// When they do not stand there exactly once.
    pub fn quote_from(&mut self, text: &str) -> Result<(), Fault> {
        self.quote = quotation::quoted(&self.quote, text)?;
        Ok(())
    }

    /// What is wrong with the proposed words for this operation, if anything.
    pub fn proposed_text_fault(&self) -> Option<Fault> {
        match (self.operation.takes_words(), self.proposed_text.trim().is_empty()) {
            (true, true) => Some(Fault::NeedsProposedText),
            (false, false) => Some(Fault::NeedsNoProposedText),
            _ => None,
        }
    }
}

/// A comment that is about to be stored as sent. Made by [`Comment::send`] and [`Comment::change`] alone.
#[derive(Debug)]
pub struct CommentSubmission {
    comment: CommentId,
    from_version: i64,
    at: Instant,
    judged_by: LedgerEntryId,
}

impl CommentSubmission {
    pub const fn comment(&self) -> CommentId {
        self.comment
    }
    pub const fn from_version(&self) -> i64 {
        self.from_version
    }
    pub const fn at(&self) -> Instant {
        self.at
    }
    pub const fn judged_by(&self) -> LedgerEntryId {
        self.judged_by
    }
}

/// A comment that is about to be stored as withdrawn. Made by [`Comment::withdraw`] alone.
#[derive(Debug)]
pub struct CommentWithdrawal {
    comment: CommentId,
    from_version: i64,
    at: Instant,
}

impl CommentWithdrawal {
    pub const fn comment(&self) -> CommentId {
        self.comment
    }
    pub const fn from_version(&self) -> i64 {
        self.from_version
    }
    pub const fn at(&self) -> Instant {
        self.at
    }
}

impl Comment {
    /// Sends the comment as it stands.
    ///
    /// # Errors
    /// What is wrong with its proposed words.
    pub fn send(&self, permit: Permit<SendComment>) -> Result<CommentSubmission, Fault> {
        if let Some(fault) = self.content.proposed_text_fault() {
            return Err(fault);
        }
        let at = permit.at();
        let action = permit.into_action();
        debug_assert_eq!(action.comment, self.id);
        let judged_by = action.window.judged_by(action.organisation, Some(action.comment.item()), at);
        Ok(CommentSubmission { comment: action.comment, from_version: self.version, at, judged_by })
    }

    /// Sends other words in the place of those that were sent. They are at the version after that of the comment.
    ///
    /// # Errors
    /// What is wrong with the proposed words.
    pub fn change(&self, content: &CommentContent, permit: Permit<ChangeComment>) -> Result<CommentSubmission, Fault> {
        if let Some(fault) = content.proposed_text_fault() {
            return Err(fault);
        }
        let at = permit.at();
        let action = permit.into_action();
        debug_assert_eq!(action.comment, self.id);
        let judged_by = action.window.judged_by(action.organisation, None, at);
        Ok(CommentSubmission { comment: action.comment, from_version: self.version + 1, at, judged_by })
    }

    /// Takes it back. The record stays.
    pub fn withdraw(&self, permit: Permit<WithdrawComment>) -> CommentWithdrawal {
        let at = permit.at();
        debug_assert_eq!(permit.into_action().comment, self.id);
        CommentWithdrawal { comment: self.id, from_version: self.version, at }
    }
}
