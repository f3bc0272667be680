//! The sample's applications for accreditation.

use super::sample::Sample;
use super::{NOW, organisation};
use async_trait::async_trait;
use model::domain::accreditation::{
    Accreditation, AccreditationStatus, ApplicationContent, ConsultativeStatus, Objection, Reach, Standing, Step,
};
use model::domain::ids::*;
use model::domain::item::ItemState;
use model::domain::role::RoleName;
use model::domain::round::RoundKind;
use model::error::{PortalError, PortalResult};
use model::portal::*;

/// How its organisation stands to the session.
pub const STANDING: Standing = Standing { status: AccreditationStatus::Accredited, consultative: ConsultativeStatus::Special };

fn application(status: AccreditationStatus) -> Accreditation {
    Accreditation {
        id: super::sample::ACCREDITATION,
        round: super::sample::ACCREDITATION_ROUND,
        organisation: organisation().id,
        content: ApplicationContent {
            consultative: ConsultativeStatus::None,
            purpose: "Safer <b>networks</b>".to_owned(),
            activities: "تدريب \"المستجيبين\"\n\nSecond paragraph.".to_owned(),
        },
        status,
        version: 3,
        received_at: NOW,
        updated_at: NOW,
        judged_by: LedgerEntryId(uuid::Uuid::nil()),
    }
}

fn steps() -> Vec<StepLine> {
    let step = |step, leads_to, reason: &str, by| StepLine { step, leads_to, reason: reason.to_owned(), by, at: NOW };
    vec![
        step(Step::Object, AccreditationStatus::Objected, "A Member State <objects>.", RoleName::Chair),
        step(Step::Circulate, AccreditationStatus::Circulated, "", RoleName::Secretariat),
    ]
}

/// Who is accredited, as everybody reads it.
pub fn public() -> RoundAccreditation {
    RoundAccreditation { accredited: vec![(organisation(), ConsultativeStatus::Roster)], count: 3, may_read: true, waiting: 1, own: true }
}

/// What its person's organisation applied for.
pub fn own() -> OwnApplication {
    OwnApplication { round: super::sample::ROUND, organisation: organisation().id, status: AccreditationStatus::Returned }
}

impl Sample {
    fn accreditation_line(self) -> RoundLine {
        let mut line = self.line(RoundKind::Accreditation);
        line.round.reach = Some(Reach::Body);
        line
    }
}

#[async_trait]
impl Accreditations for Sample {
    async fn application(&self, _: &Ctx, _: RoundId, _: Option<OrganisationId>) -> PortalResult<ApplicationEditor> {
        let (one, other) = (organisation(), OrganisationId(uuid::Uuid::from_u128(71)));
        let status = if self.paper == ItemState::Returned { AccreditationStatus::Returned } else { AccreditationStatus::Objected };
        Ok(ApplicationEditor {
            line: self.accreditation_line(),
            organisation: one.id,
            organisation_name: one.name.clone(),
            organisations: vec![(one.id, one.name), (other, "Other <b>body</b>".to_owned())],
            own: (!self.empty).then(|| application(status)),
            steps: if self.empty { vec![] } else { steps() },
        })
    }
    async fn apply(&self, _: &Ctx, _: NewApplication) -> PortalResult<()> {
        Err(PortalError::NotFound)
    }
    async fn withdraw_application(&self, _: &Ctx, _: RoundId, _: Option<OrganisationId>) -> PortalResult<()> {
        Err(PortalError::NotFound)
    }
    async fn applications(&self, _: &Ctx, _: RoundId, _: Option<AccreditationStatus>) -> PortalResult<ApplicationsPage> {
        let line = |status| ApplicationLine { accreditation: application(status), organisation: organisation() };
        let applications = if self.empty { vec![] } else { vec![line(AccreditationStatus::InterestExpressed)] };
        let counts = if self.empty { vec![] } else { vec![(AccreditationStatus::InterestExpressed, 1)] };
        Ok(ApplicationsPage { line: self.accreditation_line(), counts, applications })
    }
    async fn accreditation(&self, _: &Ctx, _: AccreditationId) -> PortalResult<AccreditationPage> {
        let objection = Objection { state: "Ruritania <i>".to_owned(), grounds: String::new() };
        Ok(AccreditationPage {
            line: self.accreditation_line(),
            application: ApplicationLine { accreditation: application(AccreditationStatus::Circulated), organisation: organisation() },
            steps: steps(),
            objections: (!self.own).then(|| vec![(objection, NOW)]),
            may: if self.own { vec![] } else { vec![Step::Accredit, Step::Object] },
        })
    }
    async fn decide_accreditations(&self, _: &Ctx, _: RoundId, _: NewStep) -> PortalResult<()> {
        Err(PortalError::NotFound)
    }
}
