//! Errors of the portal: codes only. The words are in the locale files, the HTTP status in the server's web layer.

use crate::domain::validate::Fault;
use crate::policy::Denied;

/// A fault of one field of a form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FieldError {
    pub field: &'static str,
    pub fault: Fault,
}

/// All faults of a form, in the order of its fields.
pub type FieldErrors = Vec<FieldError>;

/// The number under which an internal error stands in the log; all that a reader is shown of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IncidentId(pub String);

/// Everything a call to the portal can end in besides success.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PortalError {
    /// Fields are wrong.
    #[error("invalid input: {0:?}")]
    Invalid(FieldErrors),
    /// Policy said no.
    #[error("denied: {0:?}")]
    Denied(Denied),
    /// There is no such thing, or the asker may not know of it.
    #[error("not found")]
    NotFound,
    /// Someone else changed it since the form was filled.
    #[error("changed by someone else in the meantime")]
    Conflict,
    /// Too many attempts; try again after so many seconds.
    #[error("too many attempts, retry after {retry_after} s")]
    TooMany { retry_after: i64 },
    /// The database cannot be reached or is too busy; try again.
    #[error("temporarily unavailable")]
    Unavailable,
    /// A mistake of ours.
    #[error("internal error, incident {}", .0.0)]
    Internal(IncidentId),
}

impl From<Denied> for PortalError {
    fn from(denied: Denied) -> Self {
        Self::Denied(denied)
    }
}

/// What portal calls answer.
pub type PortalResult<T> = Result<T, PortalError>;
