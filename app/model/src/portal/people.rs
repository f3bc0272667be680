//! Persons: registration, confirmation, signing in and out.

use super::{Ctx, NewLogin};
use crate::domain::organisation::{Region, StakeholderType};
use crate::error::PortalResult;
use async_trait::async_trait;
use std::fmt;

/// What a person gives to register; checked by `forms::RegisterForm`.
#[derive(Clone)]
pub struct Registration {
    pub email: String,
    pub full_name: String,
    pub password: String,
    pub organisation_name: String,
    pub stakeholder_type: StakeholderType,
    pub region: Region,
    /// The sign of when the form was shown (`Joining::form_stamp`), as it came back.
    pub stamp: String,
    /// The field nobody sees was filled.
    pub trapped: bool,
}

impl fmt::Debug for Registration {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Registration").field("email", &self.email).field("password", &"…").finish_non_exhaustive()
    }
}

/// The secret of a signed-in browser. Goes into the cookie; only its hash is stored.
#[derive(Clone, PartialEq, Eq)]
pub struct SessionToken(pub String);

impl fmt::Debug for SessionToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SessionToken(…)")
    }
}

/// What a registration led to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Registered {
    pub login: NewLogin,
    /// The organisation is not made yet: there are some that may be the same, and the person chooses.
    pub has_to_choose: bool,
}

/// Identity.
#[async_trait]
pub trait People {
    /// Makes a person, sends the confirmation mail, and signs in. Where no known organisation may be the one that was typed, it is
    /// made too, with the person as its contact point; otherwise it waits for the person's choice.
    async fn register(&self, ctx: &Ctx, registration: Registration) -> PortalResult<Registered>;
    /// Confirms the signed-in person's address by the six-digit code.
    async fn confirm_code(&self, ctx: &Ctx, code: &str) -> PortalResult<()>;
    /// Confirms an address by the link of the mail.
    async fn confirm_link(&self, ctx: &Ctx, token: &str) -> PortalResult<()>;
    /// Sends a new code and link.
    async fn resend_confirmation(&self, ctx: &Ctx) -> PortalResult<()>;
    /// `Ok(None)`: no such address or the wrong password; one answer for both, after equal work.
    async fn sign_in(&self, ctx: &Ctx, email: &str, password: &str) -> PortalResult<Option<NewLogin>>;
    async fn sign_out(&self, ctx: &Ctx, token: &SessionToken) -> PortalResult<()>;
}
