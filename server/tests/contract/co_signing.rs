//! Co-signing on both databases: one name of an organisation under a paper, also when many press at once and when two become one.

use crate::support::{KINDS, ctx, fresh, portal, start};
use engine::demo;
use engine::portal::ServerPortal;
use engine::store::mails;
use model::domain::ids::{OrganisationId, PaperId, RoundId};
use model::domain::round::RoundKind;
use model::portal::{Bodies, CoSigning, Ctx, Deadlines, NewSigningAct, Organisations, Papers, SigningAct};
use tokio::task::JoinSet;

fn own(ctx: &Ctx) -> OrganisationId {
    ctx.actor.signed_in().expect("signed in").memberships[0].organisation
}

/// The round, and the paper with the most names.
async fn open_paper(portal: &ServerPortal, ctx: &Ctx) -> (RoundId, PaperId) {
    let rounds = portal.home(ctx).await.expect("home").rounds;
    let round = rounds.into_iter().find(|line| line.round.kind == RoundKind::CoSigning).expect("a round of co-signing").round.id;
    let papers = portal.round(ctx, round).await.expect("the round").co_signing.papers;
    (round, papers.into_iter().max_by_key(|paper| paper.signatories).expect("an open paper").paper.id)
}

async fn act(
    portal: &ServerPortal,
    ctx: &Ctx,
    (round, paper): (RoundId, PaperId),
    act: SigningAct,
) -> Result<(), model::error::PortalError> {
    let sha256 = portal.co_signing(ctx, round, paper, None).await.expect("the page").sha256.expect("it may be read");
    portal.co_signing_act(ctx, NewSigningAct { round, paper, organisation: None, act, sha256 }).await
}

async fn names(portal: &ServerPortal, ctx: &Ctx, paper: PaperId) -> Vec<OrganisationId> {
    portal.paper(ctx, paper).await.expect("public").signatories.into_iter().map(|one| one.id).collect()
}

#[tokio::test]
async fn of_many_presses_one_name() {
    for kind in KINDS {
        let fresh = fresh(kind).await;
        let portal = portal(&fresh.db);
        demo::seed(&portal, start()).await.expect("seeds");
        let ngo = ctx(&fresh.db, "ngo", start()).await;
        let open = open_paper(&portal, &ngo).await;
        let before = names(&portal, &ngo, open.1).await.len();
        let mut presses = JoinSet::new();
        for _ in 0..8 {
            let (portal, ngo) = (portal.clone(), ngo.clone());
            presses.spawn(async move { act(&portal, &ngo, open, SigningAct::Sign).await });
        }
        let answers = presses.join_all().await;
        assert!(answers.iter().all(Result::is_ok), "{kind:?}: {answers:?}");
        assert_eq!(names(&portal, &ngo, open.1).await.len(), before + 1, "{kind:?}");
        // Taken back and signed again, it is one name, and two records.
        act(&portal, &ngo, open, SigningAct::TakeBack).await.expect("taken back");
        act(&portal, &ngo, open, SigningAct::Sign).await.expect("signed again");
        assert_eq!(names(&portal, &ngo, open.1).await.len(), before + 1, "{kind:?}");
    }
}

#[tokio::test]
async fn two_that_become_one_have_one_name_and_none_under_their_own_paper() {
    for kind in KINDS {
        let fresh = fresh(kind).await;
        let portal = portal(&fresh.db);
        demo::seed(&portal, start()).await.expect("seeds");
        let (ngo, business) = (ctx(&fresh.db, "ngo", start()).await, ctx(&fresh.db, "business", start()).await);
        let secretariat = ctx(&fresh.db, "secretariat", start()).await;
        let open = open_paper(&portal, &ngo).await;
        let before = names(&portal, &ngo, open.1).await;
        act(&portal, &business, open, SigningAct::Sign).await.expect("signs");
        act(&portal, &ngo, open, SigningAct::Sign).await.expect("signs");
        portal.merge_organisations(&secretariat, own(&business), own(&ngo), "One house").await.expect("merges");
        // Its members are told that one of the two names went, and read no more of that where none did.
        let told = mails::to(&mut fresh.db.read().await.expect("reads"), "ngo@demo.example").await.expect("reads");
        let merger = told.iter().find(|mail| mail.body.contains("One house")).expect("the mail of the merger");
        assert!(merger.body.contains("one name stands under it now") && !merger.body.contains("list of speakers"), "{}", merger.body);
        let after = names(&portal, &secretariat, open.1).await;
        assert_eq!(after.len(), before.len() + 1, "{kind:?}: {after:?}");
        assert!(after.contains(&own(&ngo)) && !after.contains(&own(&business)), "{kind:?}");
        // Into the author itself: nobody co-signs their own paper.
        let author = portal.paper(&secretariat, open.1).await.expect("public").organisation.id;
        portal.merge_organisations(&secretariat, own(&ngo), author, "One roof").await.expect("merges");
        assert_eq!(names(&portal, &secretariat, open.1).await, before, "{kind:?}");
    }
}
