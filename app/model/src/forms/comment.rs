//! The comment form on a provision's page.

use super::{Check, Fields, choice, version};
use crate::domain::comment::{CommentContent, CommentKind, Operation, Stance};
use crate::domain::ids::{OrganisationId, RoundId};
use crate::domain::language::Language;
use crate::domain::quotation::{self, MAX_QUOTE};
use crate::domain::validate::{self, Fault, MAX_COMMENT_TEXT};
use crate::error::{FieldError, FieldErrors, PortalError};

#[derive(Debug, Clone, Default)]
pub struct CommentForm {
    /// The language of the comment; the draft's own unless chosen.
    pub language: String,
    /// What it is about; substantive unless chosen.
    pub kind: String,
    /// The words of the provision it is about; empty: all of it.
    pub quote: String,
    pub stance: String,
    pub operation: String,
    pub proposed_text: String,
    pub reason: String,
    /// The address of something that supports it.
    pub link: String,
    /// Hidden: the round it answers.
    pub round: String,
    /// Whom a new comment is made for; empty where the person writes for one organisation only.
    pub organisation: String,
    /// Hidden: the comment being changed; empty for a new one.
    pub comment: String,
    /// Hidden: the version the form was filled from.
    pub version: String,
}

/// The checked values of a comment.
#[derive(Debug, Clone)]
pub struct CommentValues {
    pub content: CommentContent,
    pub organisation: Option<OrganisationId>,
    pub round: RoundId,
    pub version: i64,
}

impl CommentForm {
    pub const LANGUAGE: &str = "language";
    pub const KIND: &str = "kind";
    pub const QUOTE: &str = "quote";
    pub const STANCE: &str = "stance";
    pub const OPERATION: &str = "operation";
    pub const PROPOSED_TEXT: &str = "proposed_text";
    pub const REASON: &str = "reason";
    pub const LINK: &str = "link";
    pub const ROUND: &str = "round";
    pub const ORGANISATION: &str = "organisation";
    pub const COMMENT: &str = "comment";
    pub const VERSION: &str = "version";

    pub fn from_fields(fields: &Fields) -> Self {
        Self {
            language: fields.get(Self::LANGUAGE),
            kind: fields.get(Self::KIND),
            quote: fields.get(Self::QUOTE),
            stance: fields.get(Self::STANCE),
            operation: fields.get(Self::OPERATION),
            proposed_text: fields.get(Self::PROPOSED_TEXT),
            reason: fields.get(Self::REASON),
            link: fields.get(Self::LINK),
            round: fields.get(Self::ROUND),
            organisation: fields.get(Self::ORGANISATION),
            comment: fields.get(Self::COMMENT),
            version: fields.get(Self::VERSION),
        }
    }

    /// The form filled with what is stored.
    pub fn from_content(content: &CommentContent, comment: impl ToString, version: i64) -> Self {
        Self {
            language: content.language.code().to_owned(),
            kind: content.kind.code().to_owned(),
            quote: content.quote.clone(),
            stance: content.stance.code().to_owned(),
            operation: content.operation.code().to_owned(),
            proposed_text: content.proposed_text.clone(),
            reason: content.reason.clone(),
            link: content.link.clone(),
            round: String::new(),
            organisation: String::new(),
            comment: comment.to_string(),
            version: version.to_string(),
        }
    }

    /// What is wrong with the quoted words, as words of a provision with this text.
    pub fn quote_fault(&self, text: &str) -> Option<Fault> {
        let typed = validate::text(&self.quote, MAX_QUOTE).ok()?;
        quotation::quoted(&typed, text).err()
    }

    /// Puts faults, found one after the other, into the order of the fields.
    pub fn sort(errors: &mut FieldErrors) {
        const ORDER: [&str; 9] = [
            CommentForm::ORGANISATION,
            CommentForm::LANGUAGE,
            CommentForm::QUOTE,
            CommentForm::KIND,
            CommentForm::STANCE,
            CommentForm::OPERATION,
            CommentForm::PROPOSED_TEXT,
            CommentForm::REASON,
            CommentForm::LINK,
        ];
        errors.sort_by_key(|error| ORDER.iter().position(|field| *field == error.field));
    }

    /// # Errors
    /// All faults at once. A posted comment without a known round is `NotFound`.
    pub fn parse(&self) -> Result<CommentValues, PortalError> {
        let round = self.round.parse().map_err(|_| PortalError::NotFound)?;
        let mut check = Check::default();
        let language = check.field(Self::LANGUAGE, choice(&self.language, Language::from_code));
        let kind = if self.kind.is_empty() { Ok(CommentKind::default()) } else { choice(&self.kind, CommentKind::from_code) };
        let kind = check.field(Self::KIND, kind);
        // Whether the words stand in the provision is for who has the provision to say.
        let quote = check.field(Self::QUOTE, validate::text(&self.quote, MAX_QUOTE));
        let stance = check.field(Self::STANCE, choice(&self.stance, Stance::from_code));
        let operation = check.field(Self::OPERATION, choice(&self.operation, Operation::from_code));
        let proposed_text = check.field(Self::PROPOSED_TEXT, validate::text(&self.proposed_text, MAX_COMMENT_TEXT));
        let reason = check.field(Self::REASON, validate::required_text(&self.reason, MAX_COMMENT_TEXT));
        let link = check.field(Self::LINK, validate::website(&self.link));
        let organisation = check.field(Self::ORGANISATION, super::organisation_choice(&self.organisation));
        let content = (|| {
            Some(CommentContent {
                language: language?,
                kind: kind?,
                quote: quote?,
                stance: stance?,
                operation: operation?,
                proposed_text: proposed_text?,
                reason: reason?,
                link: link?,
            })
        })();
        if let Some(fault) = content.as_ref().and_then(CommentContent::proposed_text_fault) {
            check.errors.push(FieldError { field: Self::PROPOSED_TEXT, fault });
        }
        Self::sort(&mut check.errors);
        let values = content.zip(organisation).map(|(content, organisation)| CommentValues {
            content,
            organisation,
            round,
            version: version(&self.version),
        });
        check.done(values)
    }
}

impl CommentForm {
    /// Whether the hidden field names a comment; a wrong one is an error, not a new comment.
    ///
    /// # Errors
    /// `NotAChoice` when the field holds something that is not an identifier.
    pub fn comment_id(&self) -> Result<Option<crate::domain::ids::CommentId>, Fault> {
        if self.comment.is_empty() { Ok(None) } else { self.comment.parse().map(Some).map_err(|_| Fault::NotAChoice) }
    }
}
