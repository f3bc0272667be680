//! Joint papers: inviting organisations, and what an invited one answers.

use super::{Check, Fields, choice, organisation_choice};
use crate::domain::ids::{OrganisationId, PaperId};
use crate::error::PortalError;
use crate::portal::{JointAct, NewJointAct};

/// What is done with an invitation by those who write the paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Inviting {
    Invite(OrganisationId),
    Uninvite(OrganisationId),
    /// All that have not confirmed are asked.
    Ask,
}

/// One form for each act of those who write a joint paper.
#[derive(Debug, Clone, Default)]
pub struct JointForm {
    pub act: String,
    pub organisation: String,
    /// Hidden: what was looked for, so that it is found again.
    pub search: String,
}

impl JointForm {
    pub const ACT: &str = "act";
    pub const ORGANISATION: &str = "organisation";
    /// What organisations are looked for by, in the address and in the form.
    pub const SEARCH: &str = "search";
    pub const INVITE: &str = "invite";
    pub const UNINVITE: &str = "uninvite";
    pub const ASK: &str = "ask";

    pub fn from_fields(fields: &Fields) -> Self {
        Self { act: fields.get(Self::ACT), organisation: fields.get(Self::ORGANISATION), search: fields.get(Self::SEARCH) }
    }

    /// # Errors
    /// The act, or the organisation, is none.
    pub fn parse(&self) -> Result<Inviting, PortalError> {
        let act: fn(OrganisationId) -> Inviting = match self.act.as_str() {
            Self::ASK => return Ok(Inviting::Ask),
            Self::UNINVITE => Inviting::Uninvite,
            _ => Inviting::Invite,
        };
        let mut check = Check::default();
        let known = check.field(Self::ACT, choice(&self.act, |act| [Self::INVITE, Self::UNINVITE].contains(&act).then_some(())));
        let organisation = check.field(Self::ORGANISATION, choice(&self.organisation, |id| id.parse().ok()));
        check.done(known.and(organisation).map(act))
    }
}

/// What an invited organisation answers, told apart by the button.
#[derive(Debug, Clone, Default)]
pub struct JointAnswerForm {
    /// Hidden: for whom.
    pub organisation: String,
    /// The value of the button pressed.
    pub act: String,
    /// Hidden: SHA-256 of the words that were read.
    pub sha256: String,
}

impl JointAnswerForm {
    pub const ORGANISATION: &str = "organisation";
    pub const ACT: &str = "act";
    pub const SHA256: &str = "sha256";

    pub fn from_fields(fields: &Fields) -> Self {
        Self { organisation: fields.get(Self::ORGANISATION), act: fields.get(Self::ACT), sha256: fields.get(Self::SHA256) }
    }

    /// How a button names its act.
    pub const fn code(act: JointAct) -> &'static str {
        match act {
            JointAct::Confirm => "confirm",
            JointAct::Decline => "decline",
            JointAct::Leave => "leave",
        }
    }

    fn act(code: &str) -> Option<JointAct> {
        [JointAct::Confirm, JointAct::Decline, JointAct::Leave].into_iter().find(|act| Self::code(*act) == code)
    }

    /// Which button was pressed, if it was one of these.
    pub fn joint_act(&self) -> Option<JointAct> {
        Self::act(&self.act)
    }

    /// For whom.
    ///
    /// # Errors
    /// `NotFound` for something that is not an identifier: the field is hidden.
    pub fn organisation_id(&self) -> Result<Option<OrganisationId>, PortalError> {
        organisation_choice(&self.organisation).map_err(|_| PortalError::NotFound)
    }

    /// # Errors
    /// The act is none.
    pub fn parse(&self, paper: PaperId) -> Result<NewJointAct, PortalError> {
        let organisation = self.organisation_id()?;
        let mut check = Check::default();
        let act = check.field(Self::ACT, choice(&self.act, Self::act));
        check.done(act.map(|act| NewJointAct { paper, organisation, act, sha256: self.sha256.clone() }))
    }
}
