//! Accreditation: applications of organisations, and what becomes of them.

use super::{Ctx, RoundLine};
use crate::domain::accreditation::{Accreditation, AccreditationStatus, ApplicationContent, Objection, Standing, Step};
use crate::domain::ids::{AccreditationId, OrganisationId, RoundId};
use crate::domain::language::LocalizedText;
use crate::domain::organisation::OrganisationRef;
use crate::domain::role::RoleName;
use crate::domain::time::Instant;
use crate::error::PortalResult;
use async_trait::async_trait;

/// A step as it was taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StepLine {
    pub step: Step,
    pub leads_to: AccreditationStatus,
    /// Told to the organisation; may be empty.
    pub reason: String,
    pub by: RoleName,
    pub at: Instant,
}

/// The form of an organisation that applies.
#[derive(Debug, Clone)]
pub struct ApplicationEditor {
    /// With the grants of the organisation.
    pub line: RoundLine,
    pub organisation: OrganisationId,
    pub organisation_name: String,
    /// Whom the person can apply for, where there is a choice.
    pub organisations: Vec<(OrganisationId, String)>,
    /// What the organisation applied with, unless it took it back.
    pub own: Option<Accreditation>,
    /// What was done with it, the last first.
    pub steps: Vec<StepLine>,
}

/// An application to be made or changed.
#[derive(Debug, Clone)]
pub struct NewApplication {
    pub round: RoundId,
    /// `None`: the organisation acted for last.
    pub organisation: Option<OrganisationId>,
    pub content: ApplicationContent,
    /// The version the form was filled from; 0 where there was none.
    pub version: i64,
}

/// One line of the list of those who decide.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ApplicationLine {
    pub accreditation: Accreditation,
    pub organisation: OrganisationRef,
}

/// The applications of a round.
#[derive(Debug, Clone)]
pub struct ApplicationsPage {
    pub line: RoundLine,
    /// How many stand where, in the order of [`AccreditationStatus::ALL`]; without those nobody has.
    pub counts: Vec<(AccreditationStatus, i64)>,
    /// At most [`MAX_APPLICATIONS`](crate::domain::accreditation::MAX_APPLICATIONS), by the time they came in.
    pub applications: Vec<ApplicationLine>,
}

/// One application, for those who decide.
#[derive(Debug, Clone)]
pub struct AccreditationPage {
    pub line: RoundLine,
    pub application: ApplicationLine,
    /// The last first.
    pub steps: Vec<StepLine>,
    /// For the chair alone: who objects, and when it was put down; the last first.
    pub objections: Option<Vec<(Objection, Instant)>>,
    /// What the reader can do with it now.
    pub may: Vec<Step>,
}

/// A step to be taken.
#[derive(Debug, Clone)]
pub struct NewStep {
    pub step: Step,
    /// With the version each was read at. Either the step is taken with all of them, or with none.
    pub applications: Vec<(AccreditationId, i64)>,
    pub reason: String,
    /// Of an objection.
    pub objection: Option<Objection>,
}

/// An application of an organisation of the reader, for their desk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnApplication {
    pub round: RoundId,
    pub organisation: OrganisationId,
    pub status: AccreditationStatus,
}

/// How an organisation stands to a body, or to one session of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StandingLine {
    pub round: RoundId,
    /// The short name of the body, or the title of the session.
    pub of: LocalizedText,
    pub standing: Standing,
    /// Of the last step, or of the application.
    pub since: Instant,
}

/// Applying, and what becomes of it.
#[async_trait]
pub trait Accreditations {
    /// The form for one's own organisation. `organisation`: for whom; `None`: the one acted for last.
    async fn application(&self, ctx: &Ctx, round: RoundId, organisation: Option<OrganisationId>) -> PortalResult<ApplicationEditor>;
    /// Applies, or changes what was said. The same words again are the same request.
    async fn apply(&self, ctx: &Ctx, new: NewApplication) -> PortalResult<()>;
    /// Takes the application back; nothing happens where there is none.
    async fn withdraw_application(&self, ctx: &Ctx, round: RoundId, organisation: Option<OrganisationId>) -> PortalResult<()>;
    /// The applications of a round; `status`: only those that stand there.
    async fn applications(&self, ctx: &Ctx, round: RoundId, status: Option<AccreditationStatus>) -> PortalResult<ApplicationsPage>;
    /// One application.
    async fn accreditation(&self, ctx: &Ctx, id: AccreditationId) -> PortalResult<AccreditationPage>;
    /// Takes a step with applications of one round.
    async fn decide_accreditations(&self, ctx: &Ctx, round: RoundId, new: NewStep) -> PortalResult<()>;
}
