//! Where an organisation stands to a proposal: one form for each organisation, told apart by the button.

use super::{Check, Fields, choice, version};
use crate::domain::ids::OrganisationId;
use crate::domain::voice::Voice;
use crate::error::PortalError;

#[derive(Debug, Clone, Default)]
pub struct VoiceForm {
    /// Hidden: who says it.
    pub organisation: String,
    /// The value of the button pressed.
    pub voice: String,
    /// Hidden: the version of the proposal that was read.
    pub version: String,
}

/// The checked values.
#[derive(Debug, Clone, Copy)]
pub struct VoiceValues {
    pub organisation: OrganisationId,
    /// `None`: what was said is taken back.
    pub voice: Option<Voice>,
    pub version: i64,
}

impl VoiceForm {
    pub const ORGANISATION: &str = "organisation";
    pub const VOICE: &str = "voice";
    pub const VERSION: &str = "version";
    /// The button that takes back what was said.
    pub const NOTHING: &str = "nothing";

    pub fn from_fields(fields: &Fields) -> Self {
        Self { organisation: fields.get(Self::ORGANISATION), voice: fields.get(Self::VOICE), version: fields.get(Self::VERSION) }
    }

    /// # Errors
    /// What is said is none of the choices. `NotFound` for an organisation that is not an identifier: the field is hidden.
    pub fn parse(&self) -> Result<VoiceValues, PortalError> {
        let organisation = self.organisation.parse().map_err(|_| PortalError::NotFound)?;
        let mut check = Check::default();
        let said = |code: &str| if code == Self::NOTHING { Some(None) } else { Voice::from_code(code).map(Some) };
        let voice = check.field(Self::VOICE, choice(&self.voice, said));
        check.done(voice.map(|voice| VoiceValues { organisation, voice, version: version(&self.version) }))
    }
}
