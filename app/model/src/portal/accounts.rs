//! The account of whoever is signed in: its sessions, second factor, password and address; and the way back in.

use super::{Ctx, SessionToken};
use crate::domain::device::{Device, DeviceToken};
use crate::domain::ids::{LoginId, PersonId};
use crate::domain::language::Locale;
use crate::domain::time::Instant;
use crate::error::PortalResult;
use async_trait::async_trait;
use std::fmt;

/// A browser that has just signed in, or has proved itself anew.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewLogin {
    /// The new secret of the session; the one before it, if any, is worth nothing any more.
    pub token: SessionToken,
    /// A mark for this browser to keep, if it brought none.
    pub device: Option<DeviceToken>,
    pub step: SignInStep,
}

/// What signing in still asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SignInStep {
    /// Nothing: the person is signed in.
    Done,
    /// A code of the second factor; nobody is signed in before.
    Code,
    /// The person is signed in, but their office needs a second factor that they have not set up yet.
    SetUpFactor,
}

/// What a person says of themselves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnDetails {
    /// One line, at most `MAX_NAME` characters.
    pub full_name: String,
    /// The language the portal writes to them in.
    pub mail_language: Locale,
}

/// The account at a glance.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AccountPage {
    pub email: String,
    pub confirmed: bool,
    /// A new address that waits for its confirmation.
    pub new_email: Option<String>,
    pub factor: Option<FactorState>,
    /// The person holds an office, and offices need a second factor here.
    pub factor_required: bool,
    /// Signed-in browsers, this one among them.
    pub logins: usize,
}

/// A second factor that is set up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FactorState {
    pub enrolled_at: Instant,
    pub recovery_codes_left: i64,
}

/// A signed-in browser.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LoginLine {
    pub id: LoginId,
    pub device: Device,
    pub created_at: Instant,
    /// Exact to a few minutes.
    pub seen_at: Instant,
    /// The one that asks.
    pub current: bool,
}

/// What an authenticator needs to be set up: offered to one session, worth nothing before a code confirms it.
#[derive(Clone, PartialEq, Eq)]
pub struct FactorOffer {
    /// Base 32.
    pub secret: String,
    /// `otpauth://…`, for the QR code.
    pub uri: String,
    /// There is a second factor already; it holds until the new one is confirmed.
    pub replaces: Option<FactorState>,
    /// The person holds an office, and offices need a second factor here.
    pub required: bool,
}

impl fmt::Debug for FactorOffer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FactorOffer").field("required", &self.required).finish_non_exhaustive()
    }
}

/// A second factor that has just been set up.
#[derive(Clone, PartialEq, Eq)]
pub struct Enrolled {
    pub login: NewLogin,
    /// Shown this once.
    pub recovery_codes: Vec<String>,
}

impl fmt::Debug for Enrolled {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Enrolled(…)")
    }
}

/// Somebody with a second factor, for those who may remove it when it is lost.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LostFactor {
    pub person: PersonId,
    pub full_name: String,
    pub email: String,
    pub enrolled_at: Instant,
}

/// How a change of address goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EmailChanged {
    /// The address was not confirmed yet: the new one took its place, and its confirmation is on the way.
    AtOnce,
    /// A code and a link are on the way to the new address; the old one holds until then.
    ToConfirm,
}

/// What protects an account. All acts but those that say otherwise, signing in and the forgotten password are judged by `policy::ManageOwnAccount`.
#[async_trait]
pub trait Accounts {
    async fn account(&self, ctx: &Ctx) -> PortalResult<AccountPage>;
    /// Corrects the own name and the language of mails. The name before stays in the file the secretariat reads; nothing is written
    /// where nothing changes. Judged by `policy::CorrectOwnDetails`.
    async fn correct_details(&self, ctx: &Ctx, details: OwnDetails) -> PortalResult<()>;
    /// The signed-in browsers, the last used first.
    async fn logins(&self, ctx: &Ctx) -> PortalResult<Vec<LoginLine>>;
    /// Signs one browser out. Somebody else's is `NotFound`.
    async fn end_login(&self, ctx: &Ctx, login: LoginId) -> PortalResult<()>;
    /// Signs all browsers out but this one.
    async fn end_other_logins(&self, ctx: &Ctx) -> PortalResult<()>;

    /// Whether this token's session waits for the second factor; `NotSignedIn` if it does not.
    async fn code_awaited(&self, ctx: &Ctx, token: &SessionToken) -> PortalResult<()>;
    /// Finishes signing in with a code of the second factor, or a recovery code.
    async fn enter_code(&self, ctx: &Ctx, token: &SessionToken, code: &str) -> PortalResult<NewLogin>;
    /// Proves again who is there: the password, and the second factor where there is one.
    async fn prove(&self, ctx: &Ctx, password: &str, code: &str) -> PortalResult<NewLogin>;

    async fn factor_offer(&self, ctx: &Ctx) -> PortalResult<FactorOffer>;
    /// Sets the offered second factor up; all other sessions end.
    async fn set_up_factor(&self, ctx: &Ctx, code: &str) -> PortalResult<Enrolled>;
    /// Makes new recovery codes; the old ones are void.
    async fn renew_recovery_codes(&self, ctx: &Ctx) -> PortalResult<Vec<String>>;
    /// Turns the own second factor off. Who needs one must set one up again before acting.
    async fn turn_factor_off(&self, ctx: &Ctx) -> PortalResult<()>;
    /// Whose second factor it is that is said to be lost, before it is removed. `NotFound` for who has none.
    async fn lost_factor(&self, ctx: &Ctx, person: PersonId) -> PortalResult<LostFactor>;
    /// Removes the lost second factor of somebody, with a reason: an act of the secretariat or an administrator.
    async fn remove_factor(&self, ctx: &Ctx, person: PersonId, reason: &str) -> PortalResult<()>;

    /// Sets a new password; all other sessions end.
    async fn change_password(&self, ctx: &Ctx, password: &str) -> PortalResult<()>;
    /// Sends a link to set a new password, if there is such an account. The same answer and the same work either way.
    async fn forgotten(&self, ctx: &Ctx, email: &str) -> PortalResult<()>;
    /// Whether a link for a forgotten password can be used; `NotFound` if not.
    async fn reset_link(&self, ctx: &Ctx, token: &str) -> PortalResult<()>;
    /// Sets a new password by the link; all sessions end. The link serves once.
    async fn reset_password(&self, ctx: &Ctx, token: &str, password: &str) -> PortalResult<()>;

    /// Begins a change of address.
    async fn change_email(&self, ctx: &Ctx, email: &str) -> PortalResult<EmailChanged>;
    /// Confirms the new address by the six-digit code.
    async fn confirm_new_email(&self, ctx: &Ctx, code: &str) -> PortalResult<()>;
    /// Confirms the new address by the link of the mail, on whatever device.
    async fn confirm_new_email_link(&self, ctx: &Ctx, token: &str) -> PortalResult<()>;
}
