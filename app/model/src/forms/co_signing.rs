//! Co-signing: one form for each act, told apart by the button.

use super::{Check, Fields, choice, organisation_choice};
use crate::domain::ids::{OrganisationId, PaperId, RoundId};
use crate::error::PortalError;
use crate::portal::{NewSigningAct, SigningAct};

#[derive(Debug, Clone, Default)]
pub struct CoSigningForm {
    /// Hidden: for whom.
    pub organisation: String,
    /// The value of the button pressed.
    pub act: String,
    /// Hidden: SHA-256 of the words that were read.
    pub sha256: String,
}

impl CoSigningForm {
    pub const ORGANISATION: &str = "organisation";
    pub const ACT: &str = "act";
    pub const SHA256: &str = "sha256";

    pub fn from_fields(fields: &Fields) -> Self {
        Self { organisation: fields.get(Self::ORGANISATION), act: fields.get(Self::ACT), sha256: fields.get(Self::SHA256) }
    }

    /// How a button names its act.
    pub const fn code(act: SigningAct) -> &'static str {
        match act {
            SigningAct::Offer => "offer",
            SigningAct::Close => "close",
            SigningAct::Sign => "sign",
            SigningAct::TakeBack => "take-back",
        }
    }

    fn act(code: &str) -> Option<SigningAct> {
        [SigningAct::Offer, SigningAct::Close, SigningAct::Sign, SigningAct::TakeBack].into_iter().find(|act| Self::code(*act) == code)
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
    pub fn parse(&self, round: RoundId, paper: PaperId) -> Result<NewSigningAct, PortalError> {
        let organisation = self.organisation_id()?;
        let mut check = Check::default();
        let act = check.field(Self::ACT, choice(&self.act, Self::act));
        check.done(act.map(|act| NewSigningAct { round, paper, organisation, act, sha256: self.sha256.clone() }))
    }
}
