//! Invented applications for accreditation, made and brought as far as the data says through the portal's own use cases.

use super::input::ctx_of;
use super::{SeedError, data, people};
use crate::portal::ServerPortal;
use crate::store::accreditations;
use model::domain::accreditation::{AccreditationStatus, Objection, Step};
use model::domain::ids::RoundId;
use model::domain::time::{Instant, Span};
use model::portal::{Accreditations as _, NewApplication, NewStep};

/// The applications came in over three days; each step follows a day after the one before it.
pub async fn seed(portal: &ServerPortal, round: RoundId, now: Instant) -> Result<(), SeedError> {
    for (n, application) in (0..).zip(data::applications()?) {
        seed_one(portal, round, application, now - Span::DAY.times(8) + Span::MINUTE.times(n * 370), now).await?;
    }
    Ok(())
}

async fn seed_one(
    portal: &ServerPortal,
    round: RoundId,
    application: data::Application,
    at: Instant,
    now: Instant,
) -> Result<(), SeedError> {
    let ctx = ctx_of(portal, &people::address_of(&application.organisation), at).await?;
    let organisation = super::input::own_organisation(&ctx)?;
    let stored = {
        let mut tx = portal.db.read().await?;
        accreditations::of_organisation(&mut tx, round, organisation).await?
    };
    if stored.is_none() {
        let new = NewApplication { round, organisation: None, content: application.content.clone(), version: 0 };
        portal.apply(&ctx, new).await?;
    }
    // An interrupted seeding may have brought it some of the way.
    for (n, step) in (1..).zip(way(application.status, application.content.consultative.is_held())) {
        let stored = {
            let mut tx = portal.db.read().await?;
            accreditations::of_organisation(&mut tx, round, organisation).await?
        };
        let Some(stored) = stored.filter(|stored| step.from(stored.status, stored.content.consultative).is_some()) else { continue };
        let office = if step.is_of_chair() { "chair@demo.example" } else { "secretariat@demo.example" };
        let then = Instant((at + Span::DAY.times(n)).0.min(now.0));
        let ctx = ctx_of(portal, office, then).await?;
        let last = step.from(stored.status, stored.content.consultative) == Some(application.status);
        let new = NewStep {
            step,
            applications: vec![(stored.id, stored.version)],
            reason: if last { application.reason.clone() } else { String::new() },
            objection: step.is_of_chair().then(|| Objection { state: application.state.clone(), grounds: String::new() }),
        };
        portal.decide_accreditations(&ctx, round, new).await?;
    }
    Ok(())
}

/// The steps that lead to where an application stands.
fn way(status: AccreditationStatus, consultative: bool) -> Vec<Step> {
    match status {
        AccreditationStatus::InterestExpressed | AccreditationStatus::Withdrawn => vec![],
        AccreditationStatus::Returned => vec![Step::Return],
        AccreditationStatus::Circulated => vec![Step::Circulate],
        AccreditationStatus::Accredited if consultative => vec![Step::Accredit],
        AccreditationStatus::Accredited => vec![Step::Circulate, Step::Accredit],
        AccreditationStatus::Objected => vec![Step::Circulate, Step::Object],
    }
}
