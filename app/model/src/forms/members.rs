//! `/organisations/{id}/members`, where several small forms are posted to one address; asking to join; accepting an invitation.

use super::{Check, Fields, choice};
use crate::domain::person::Function;
use crate::domain::validate::{self, MAX_MESSAGE, MAX_NAME, MAX_REASON};
use crate::error::PortalError;
use crate::portal::{InvitedPerson, MemberAct};
use std::fmt;
use std::str::FromStr;

/// One of the forms of the members' page: which one (`act`), what it is about (`target`), and what was typed.
#[derive(Debug, Clone, Default)]
pub struct MembersForm {
    pub act: String,
    pub target: String,
    pub email: String,
    pub function: String,
    pub reason: String,
}

impl MembersForm {
    pub const ACT: &str = "act";
    pub const TARGET: &str = "target";
    pub const EMAIL: &str = "email";
    pub const FUNCTION: &str = "function";
    pub const REASON: &str = "reason";

    /// The values of `act`.
    pub const INVITE: &str = "invite";
    pub const RESEND: &str = "resend";
    pub const REVOKE: &str = "revoke";
    pub const ACCEPT: &str = "accept";
    pub const DECLINE: &str = "decline";
    pub const CHANGE: &str = "change";
    pub const REMOVE: &str = "remove";
    pub const LEAVE: &str = "leave";
    pub const HAND_OVER: &str = "hand_over";
    pub const CLAIM: &str = "claim";
    pub const WITHDRAW: &str = "withdraw";
    pub const OBJECT: &str = "object";
    pub const CONFIRM: &str = "confirm";
    pub const REJECT: &str = "reject";

    pub fn from_fields(fields: &Fields) -> Self {
        Self {
            act: fields.get(Self::ACT),
            target: fields.get(Self::TARGET),
            email: fields.get(Self::EMAIL),
            function: fields.get(Self::FUNCTION),
            reason: fields.get(Self::REASON),
        }
    }

    /// Whether this is the form of that act about that thing: the one to show the faults at.
    pub fn is(&self, act: &str, target: &str) -> bool {
        self.act == act && self.target == target
    }

    /// # Errors
    /// All faults at once; an act or a target that no form of ours names is `NotFound`.
    pub fn parse(&self) -> Result<MemberAct, PortalError> {
        let mut check = Check::default();
        let act = match self.act.as_str() {
            Self::INVITE => {
                let email = check.field(Self::EMAIL, validate::email(&self.email));
                let function = self.function(&mut check);
                email.zip(function).map(|(email, function)| MemberAct::Invite { email, function })
            }
            Self::RESEND => Some(MemberAct::Resend { invitation: self.target()? }),
            Self::REVOKE => Some(MemberAct::Revoke { invitation: self.target()? }),
            Self::ACCEPT => {
                let request = self.target()?;
                self.function(&mut check).map(|function| MemberAct::Accept { request, function })
            }
            Self::DECLINE => {
                let request = self.target()?;
                self.reason(&mut check).map(|reason| MemberAct::Decline { request, reason })
            }
            Self::CHANGE => {
                let person = self.target()?;
                self.function(&mut check).map(|function| MemberAct::Change { person, function })
            }
            Self::REMOVE => Some(MemberAct::Remove { person: self.target()? }),
            Self::LEAVE => Some(MemberAct::Leave),
            Self::HAND_OVER => Some(MemberAct::HandOver { person: self.target()? }),
            Self::CLAIM => self.reason(&mut check).map(|reason| MemberAct::Claim { reason }),
            Self::WITHDRAW => Some(MemberAct::Withdraw { claim: self.target()? }),
            Self::OBJECT => {
                let claim = self.target()?;
                self.reason(&mut check).map(|reason| MemberAct::Object { claim, reason })
            }
            Self::CONFIRM | Self::REJECT => {
                let (claim, confirm) = (self.target()?, self.act == Self::CONFIRM);
                self.reason(&mut check).map(|reason| MemberAct::Decide { claim, confirm, reason })
            }
            _ => return Err(PortalError::NotFound),
        };
        check.done(act)
    }

    fn target<T: FromStr>(&self) -> Result<T, PortalError> {
        self.target.parse().map_err(|_| PortalError::NotFound)
    }

    fn function(&self, check: &mut Check) -> Option<Function> {
        check.field(Self::FUNCTION, choice(&self.function, Function::from_code))
    }

    fn reason(&self, check: &mut Check) -> Option<String> {
        check.field(Self::REASON, validate::required_text(&self.reason, MAX_REASON)).map(|reason| reason.trim().to_owned())
    }
}

/// `/organisations/{id}/join`.
#[derive(Debug, Clone, Default)]
pub struct AskForm {
    pub message: String,
}

impl AskForm {
    pub const MESSAGE: &str = "message";

    pub fn from_fields(fields: &Fields) -> Self {
        Self { message: fields.get(Self::MESSAGE) }
    }

    /// A message is not needed.
    ///
    /// # Errors
    /// Too long, or not to be shown.
    pub fn parse(&self) -> Result<String, PortalError> {
        let mut check = Check::default();
        let message = check.field(Self::MESSAGE, validate::text(&self.message, MAX_MESSAGE)).map(|text| text.trim().to_owned());
        check.done(message)
    }
}

/// `/invitations/{token}`, for somebody new.
#[derive(Clone, Default)]
pub struct InvitationForm {
    pub full_name: String,
    /// Never shown again.
    pub password: String,
}

impl InvitationForm {
    pub const FULL_NAME: &str = "full_name";
    pub const PASSWORD: &str = "password";

    pub fn from_fields(fields: &Fields) -> Self {
        Self { full_name: fields.get(Self::FULL_NAME), password: fields.get(Self::PASSWORD) }
    }

    /// The address is not known here: whether the password is the address is checked with the invitation.
    ///
    /// # Errors
    /// All faults at once.
    pub fn parse(&self) -> Result<InvitedPerson, PortalError> {
        let mut check = Check::default();
        let full_name = check.field(Self::FULL_NAME, validate::line(&self.full_name, MAX_NAME));
        let password = check.field(Self::PASSWORD, validate::new_password(&self.password, "", &self.full_name));
        let values = (|| {
            password?;
            Some(InvitedPerson { full_name: full_name?, password: self.password.clone() })
        })();
        check.done(values)
    }
}

impl fmt::Debug for InvitationForm {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("InvitationForm").field("full_name", &self.full_name).finish_non_exhaustive()
    }
}
