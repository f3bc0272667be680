//! Accreditation on both databases: one application for each organisation, also when many press at once and when two become one.

use crate::support::{KINDS, ctx, fresh, portal, start};
use engine::demo;
use engine::portal::ServerPortal;
use model::domain::accreditation::{AccreditationStatus, ApplicationContent, ConsultativeStatus, Objection, Step};
use model::domain::ids::{AccreditationId, OrganisationId, RoundId};
use model::domain::round::RoundKind;
use model::error::PortalError;
use model::portal::{Accreditations, ApplicationLine, Bodies, Ctx, NewApplication, NewStep, Organisations};
use tokio::task::JoinSet;

fn new(round: RoundId, purpose: &str, version: i64) -> NewApplication {
    let content = ApplicationContent { consultative: ConsultativeStatus::None, purpose: purpose.to_owned(), activities: "Many".to_owned() };
    NewApplication { round, organisation: None, content, version }
}

fn own(ctx: &Ctx) -> OrganisationId {
    ctx.actor.signed_in().expect("signed in").memberships[0].organisation
}

async fn round_of_accreditation(portal: &ServerPortal, ctx: &Ctx) -> RoundId {
    let rounds = portal.home(ctx).await.expect("home").rounds;
    rounds.into_iter().find(|line| line.round.kind == RoundKind::Accreditation).expect("a round for accreditation").round.id
}

async fn of(portal: &ServerPortal, reader: &Ctx, round: RoundId, organisation: OrganisationId) -> Vec<ApplicationLine> {
    let page = portal.applications(reader, round, None).await.expect("the list");
    page.applications.into_iter().filter(|line| line.organisation.id == organisation).collect()
}

fn step(step: Step, applications: Vec<(AccreditationId, i64)>) -> NewStep {
    NewStep { step, applications, reason: "Because.".to_owned(), objection: None }
}

#[tokio::test]
async fn of_many_presses_one_application_and_one_step() {
    for kind in KINDS {
        let fresh = fresh(kind).await;
        let portal = portal(&fresh.db);
        demo::seed(&portal, start()).await.expect("seeds");
        let (ngo, secretariat) = (ctx(&fresh.db, "ngo", start()).await, ctx(&fresh.db, "secretariat", start()).await);
        let round = round_of_accreditation(&portal, &ngo).await;
        let mut presses = JoinSet::new();
        for n in 0..8 {
            let (portal, ngo) = (portal.clone(), ngo.clone());
            presses.spawn(async move { portal.apply(&ngo, new(round, &format!("Purpose {n}"), 0)).await });
        }
        let answers = presses.join_all().await;
        assert!(answers.iter().all(|answer| matches!(answer, Ok(()) | Err(PortalError::Conflict))), "{kind:?}: {answers:?}");
        assert_eq!(answers.iter().filter(|answer| answer.is_ok()).count(), 1, "{kind:?}: different words do not overwrite each other");
        let lines = of(&portal, &secretariat, round, own(&ngo)).await;
        let [line] = lines.as_slice() else { panic!("{kind:?}: {lines:?}") };

        // Two who press at once: one step is taken.
        let chosen = (line.accreditation.id, line.accreditation.version);
        let mut presses = JoinSet::new();
        for _ in 0..4 {
            let (portal, secretariat) = (portal.clone(), secretariat.clone());
            presses.spawn(async move { portal.decide_accreditations(&secretariat, round, step(Step::Circulate, vec![chosen])).await });
        }
        let answers = presses.join_all().await;
        assert!(answers.iter().all(|answer| matches!(answer, Ok(()) | Err(PortalError::Conflict))), "{kind:?}: {answers:?}");
        assert_eq!(answers.iter().filter(|answer| answer.is_ok()).count(), 1, "{kind:?}");
        assert_eq!(portal.accreditation(&secretariat, chosen.0).await.expect("the page").steps.len(), 1, "{kind:?}");

        // One of another round, or one that is not there, and nothing happens with the others.
        let business = ctx(&fresh.db, "business", start()).await;
        portal.apply(&business, new(round, "Ours", 0)).await.expect("applies");
        let theirs = of(&portal, &secretariat, round, own(&business)).await.remove(0).accreditation;
        let both = step(Step::Circulate, vec![(theirs.id, theirs.version), (AccreditationId(uuid::Uuid::nil()), 1)]);
        assert_eq!(portal.decide_accreditations(&secretariat, round, both).await, Err(PortalError::NotFound), "{kind:?}");
        let status = of(&portal, &secretariat, round, own(&business)).await.remove(0).accreditation.status;
        assert_eq!(status, AccreditationStatus::InterestExpressed, "{kind:?}");
    }
}

#[tokio::test]
async fn of_two_that_become_one_the_accredited_application_stays() {
    for kind in KINDS {
        let fresh = fresh(kind).await;
        let portal = portal(&fresh.db);
        demo::seed(&portal, start()).await.expect("seeds");
        let (ngo, business) = (ctx(&fresh.db, "ngo", start()).await, ctx(&fresh.db, "business", start()).await);
        let secretariat = ctx(&fresh.db, "secretariat", start()).await;
        let round = round_of_accreditation(&portal, &ngo).await;
        portal.apply(&business, new(round, "Of the one", 0)).await.expect("applies");
        portal.apply(&ngo, new(round, "Of the other", 0)).await.expect("applies");
        let accredited = of(&portal, &secretariat, round, own(&business)).await.remove(0).accreditation;
        for (n, taken) in (0..).zip([Step::Circulate, Step::Accredit]) {
            let chosen = vec![(accredited.id, accredited.version + n)];
            portal.decide_accreditations(&secretariat, round, step(taken, chosen)).await.expect("a step");
        }
        portal.merge_organisations(&secretariat, own(&business), own(&ngo), "One house").await.expect("merges");
        let lines = of(&portal, &secretariat, round, own(&ngo)).await;
        let [line] = lines.as_slice() else { panic!("{kind:?}: {lines:?}") };
        assert_eq!((line.accreditation.id, line.accreditation.status), (accredited.id, AccreditationStatus::Accredited), "{kind:?}");
        // What ended stays as a record.
        let ended = portal.applications(&secretariat, round, Some(AccreditationStatus::Withdrawn)).await.expect("the list").applications;
        assert!(matches!(ended.as_slice(), [line] if line.accreditation.content.purpose == "Of the other"), "{kind:?}: {ended:?}");

        // Into one whose application was returned, in the data of the demonstration: the accredited one stays again.
        let academia = ctx(&fresh.db, "academia", start()).await;
        portal.merge_organisations(&secretariat, own(&ngo), own(&academia), "One roof").await.expect("merges");
        let lines = of(&portal, &secretariat, round, own(&academia)).await;
        assert!(matches!(lines.as_slice(), [line] if line.accreditation.id == accredited.id), "{kind:?}: {lines:?}");
    }
}

#[tokio::test]
async fn a_merger_does_not_set_an_objection_aside() {
    for kind in KINDS {
        let fresh = fresh(kind).await;
        let portal = portal(&fresh.db);
        demo::seed(&portal, start()).await.expect("seeds");
        let (ngo, business) = (ctx(&fresh.db, "ngo", start()).await, ctx(&fresh.db, "business", start()).await);
        let (chair, secretariat) = (ctx(&fresh.db, "chair", start()).await, ctx(&fresh.db, "secretariat", start()).await);
        let academia = ctx(&fresh.db, "academia", start()).await;
        let round = round_of_accreditation(&portal, &ngo).await;
        portal.apply(&business, new(round, "Of the one", 0)).await.expect("applies");
        portal.apply(&ngo, new(round, "Of the other", 0)).await.expect("applies");
        let objected = of(&portal, &secretariat, round, own(&business)).await.remove(0).accreditation;
        portal
            .decide_accreditations(&secretariat, round, step(Step::Circulate, vec![(objected.id, objected.version)]))
            .await
            .expect("circulated");
        let object = NewStep {
            objection: Some(Objection { state: "Ruritania".to_owned(), grounds: String::new() }),
            ..step(Step::Object, vec![(objected.id, objected.version + 1)])
        };
        portal.decide_accreditations(&chair, round, object).await.expect("objected");
        // Into one whose application waits, and on into one whose application was returned.
        for (from, into) in [(&business, &ngo), (&ngo, &academia)] {
            portal.merge_organisations(&secretariat, own(from), own(into), "One house").await.expect("merges");
            let lines = of(&portal, &secretariat, round, own(into)).await;
            let [line] = lines.as_slice() else { panic!("{kind:?}: {lines:?}") };
            assert_eq!((line.accreditation.id, line.accreditation.status), (objected.id, AccreditationStatus::Objected), "{kind:?}");
        }
    }
}
