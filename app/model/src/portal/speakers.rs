//! Lists of speakers.

use super::{Ctx, RoundLine};
use crate::domain::accreditation::Standing;
use crate::domain::ids::{OrganisationId, RoundId};
use crate::domain::inscription::{Inscription, InscriptionContent, Numbers};
use crate::domain::organisation::OrganisationRef;
use crate::error::PortalResult;
use async_trait::async_trait;

/// The form of an organisation that asks to speak.
#[derive(Debug, Clone)]
pub struct InscriptionEditor {
    /// With the grants of the organisation.
    pub line: RoundLine,
    pub organisation: OrganisationId,
    pub organisation_name: String,
    /// Whom the person can ask for, where there is a choice.
    pub organisations: Vec<(OrganisationId, String)>,
    /// The organisation has joined the subgroup whose list it is.
    pub in_subgroup: bool,
    /// What the organisation asked for already.
    pub own: Option<Inscription>,
}

/// An inscription to be made or changed.
#[derive(Debug, Clone)]
pub struct NewInscription {
    pub round: RoundId,
    /// `None`: the organisation acted for last.
    pub organisation: Option<OrganisationId>,
    pub content: InscriptionContent,
    /// The version the form was filled from; 0 where there was none.
    pub version: i64,
}

/// One line of the list as those who lead the body read it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SpeakerLine {
    pub inscription: Inscription,
    pub organisation: OrganisationRef,
    /// How the organisation stands to the session.
    pub standing: Option<Standing>,
}

/// The list of speakers of a round.
#[derive(Debug, Clone)]
pub struct SpeakersPage {
    pub line: RoundLine,
    /// How many have asked; the list shows the first [`MAX_SPEAKERS`](crate::domain::inscription::MAX_SPEAKERS).
    pub count: i64,
    /// In the order of the chair, then those without a place by the time they asked.
    pub speakers: Vec<SpeakerLine>,
    /// How often the list was ordered; a form carries what it was filled from.
    pub version: i64,
    /// The reader orders the list. Otherwise they read it.
    pub may_order: bool,
}

/// What an organisation of the reader asked for in a round, for their desk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnInscription {
    pub round: RoundId,
    pub organisation: OrganisationId,
    pub organisation_name: String,
    pub speaker: String,
}

/// Asking to speak, and the order of those who asked.
#[async_trait]
pub trait Speakers {
    /// The form for one's own organisation. `organisation`: for whom; `None`: the one acted for last.
    async fn inscription(&self, ctx: &Ctx, round: RoundId, organisation: Option<OrganisationId>) -> PortalResult<InscriptionEditor>;
    /// Puts the organisation on the list, or changes what it said. The same words again are the same request.
    async fn inscribe(&self, ctx: &Ctx, new: NewInscription) -> PortalResult<()>;
    /// Takes it off the list; nothing happens where it is not on it.
    async fn leave_speakers(&self, ctx: &Ctx, round: RoundId, organisation: Option<OrganisationId>) -> PortalResult<()>;
    /// The list with names and subjects, for those who lead the body.
    async fn speakers(&self, ctx: &Ctx, round: RoundId) -> PortalResult<SpeakersPage>;
    /// Orders the list. `version`: of the list the form was filled from.
    async fn order_speakers(&self, ctx: &Ctx, round: RoundId, version: i64, numbers: Numbers) -> PortalResult<()>;
}
