//! `/sign-in`.

use super::Fields;
use std::fmt;

#[derive(Clone, Default)]
pub struct SignInForm {
    pub email: String,
    /// Never shown again.
    pub password: String,
    /// The address to go on to: a path of this portal.
    pub next: String,
    /// A form that was sent after the session had ended: carried along, so that nothing typed is lost.
    pub pending: Option<Pending>,
}

/// A form that waits for its sender to sign in again.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Pending {
    /// The address it was posted to, without the language prefix.
    pub path: String,
    pub fields: Vec<(String, String)>,
}

impl SignInForm {
    pub const EMAIL: &str = "email";
    pub const PASSWORD: &str = "password";
    pub const NEXT: &str = "next";
    /// The address of the pending form.
    pub const PENDING: &str = "pending";
    /// What the names of its fields begin with.
    pub const PENDING_FIELD: &str = "pending.";

    pub fn from_fields(fields: &Fields) -> Self {
        Self {
            email: fields.get(Self::EMAIL),
            password: fields.get(Self::PASSWORD),
            next: safe_next(&fields.get(Self::NEXT)),
            pending: pending(fields),
        }
    }
}

fn pending(fields: &Fields) -> Option<Pending> {
    let path = safe_next(&fields.get(SignInForm::PENDING));
    let carried = fields.0.iter().filter_map(|(name, value)| {
        let name = name.strip_prefix(SignInForm::PENDING_FIELD)?;
        Some((name.to_owned(), value.clone()))
    });
    (!path.is_empty()).then(|| Pending { path, fields: carried.collect() })
}

/// Keeps `next` only if it is a path of this portal: never another site's address.
pub fn safe_next(next: &str) -> String {
    let path = next.strip_prefix('/').is_some_and(|rest| !rest.starts_with('/') && !rest.starts_with('\\'));
    let clean = next.len() <= 500 && next.chars().all(|c| c.is_ascii_graphic() && c != '\\');
    if path && clean { next.to_owned() } else { String::new() }
}

impl fmt::Debug for SignInForm {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SignInForm").field("email", &self.email).field("password", &"…").finish_non_exhaustive()
    }
}
