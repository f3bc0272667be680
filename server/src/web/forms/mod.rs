//! Posted forms: each parses its form of `app::forms`, calls the portal, and answers `303` to the next page, or the same page
//! again with `422` (or what fits the refusal), what was typed, and what is wrong.

pub mod account;
pub mod announcement;
pub mod comment;
pub mod confirm;
pub mod deadline;
pub mod decision;
pub mod grant;
pub mod late;
pub mod members;
pub mod office;
pub mod organisation;
pub mod own_data;
pub mod paper;
pub mod paper_submit;
mod pending;
pub mod register;
pub mod secretariat;
pub mod sign_in;
pub mod subgroup;

use app::error::PortalError;
use app::policy::Denied;

/// Whether the page of the form can show this error above what was typed. Otherwise the page of the error is shown: where
/// there is no such thing, there is no form either.
fn stays_on_form(error: &PortalError) -> bool {
    !matches!(error, PortalError::NotFound | PortalError::Internal(_))
}

/// Someone whose session ended while writing: the form must not be lost, see `layers::context`.
fn is_signed_out(error: &PortalError) -> bool {
    matches!(error, PortalError::Denied(Denied::NotSignedIn))
}
