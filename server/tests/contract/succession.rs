//! Papers that end, on both databases, also when two act at once.

use crate::support::{KINDS, ctx, new_paper, paper_words, papers_round, seeded, start};
use engine::portal::ServerPortal;
use engine::store::{mails, people};
use model::domain::ids::PaperId;
use model::domain::item::ItemState;
use model::domain::moderation::Outcome;
use model::domain::person::Actor;
use model::domain::round::RoundKind;
use model::error::PortalError;
use model::portal::{Bodies, CoSigning, Ctx, Deadlines, Moderation, NewDecision, NewSigningAct, Papers, SigningAct};
use tokio::task::JoinSet;

/// A submitted paper of the NGO to the whole body, at version 2.
async fn submitted(portal: &ServerPortal, ngo: &Ctx, title: &str) -> PaperId {
    let round = papers_round(portal, ngo).await.round.id;
    let saved = portal.save_paper(ngo, new_paper(round, paper_words(title, "Words."))).await.expect("saves");
    portal.submit_paper(ngo, saved.id, saved.version).await.expect("submits");
    saved.id
}

#[tokio::test]
async fn withdrawn_or_decided_never_both() {
    for kind in KINDS {
        let (fresh, portal) = seeded(kind).await;
        let (ngo, secretariat) = (ctx(&fresh.db, "ngo", start()).await, ctx(&fresh.db, "secretariat", start()).await);
        for n in 0..6 {
            let paper = submitted(&portal, &ngo, &format!("T {n}")).await;
            let accept = NewDecision { outcome: Outcome::Accept, code: None, reason: String::new(), version: 2 };
            let (withdrawn, decided) =
                tokio::join!(portal.withdraw_paper(&ngo, paper, 2), portal.decide_paper(&secretariat, paper, accept));
            let state = portal.paper(&ngo, paper).await.expect("own").paper.state;
            match (withdrawn, decided) {
                (Ok(()), Err(PortalError::Conflict | PortalError::Denied(_))) => assert_eq!(state, ItemState::Withdrawn, "{kind:?}"),
                (Err(PortalError::Conflict), Ok(_)) => assert_eq!(state, ItemState::Accepted, "{kind:?}"),
                other => panic!("{kind:?}: {other:?}"),
            }
        }
    }
}

#[tokio::test]
async fn of_many_who_begin_one_version_is_begun_and_takes_the_place_once() {
    for kind in KINDS {
        let (fresh, portal) = seeded(kind).await;
        let ngo = ctx(&fresh.db, "ngo", start()).await;
        let old = submitted(&portal, &ngo, "T").await;
        let mut begun = JoinSet::new();
        for _ in 0..8 {
            let (portal, ngo) = (portal.clone(), ngo.clone());
            begun.spawn(async move { portal.replace_paper(&ngo, old).await });
        }
        let mut ids: Vec<_> = begun.join_all().await.into_iter().map(|id| id.expect("begins")).collect();
        ids.dedup();
        assert_eq!(ids.len(), 1, "{kind:?}");
        // Submitted while the old one is withdrawn: either way one of the two stands at the end.
        let new = ids[0];
        let (taken, withdrawn) = tokio::join!(portal.submit_paper(&ngo, new, 1), portal.withdraw_paper(&ngo, old, 2));
        taken.expect("submits");
        let state = portal.paper(&ngo, old).await.expect("own").paper.state;
        assert_eq!(state, if withdrawn.is_ok() { ItemState::Withdrawn } else { ItemState::Replaced }, "{kind:?}");
        assert_eq!(portal.paper(&ngo, new).await.expect("own").paper.state, ItemState::Submitted, "{kind:?}");
        assert_eq!(portal.successor(&ngo, old).await.expect("reads"), None, "{kind:?}: not public yet");
        portal.check_log().await.expect("the log holds");
    }
}

#[tokio::test]
async fn names_under_a_paper_end_with_it_and_their_organisations_are_told() {
    for kind in KINDS {
        let (fresh, portal) = seeded(kind).await;
        let ngo = ctx(&fresh.db, "ngo", start()).await;
        let rounds = portal.home(&ngo).await.expect("home").rounds;
        let round = rounds.into_iter().find(|line| line.round.kind == RoundKind::CoSigning).expect("a round of co-signing").round.id;
        let papers = portal.round(&ngo, round).await.expect("the round").co_signing.papers;
        let open = papers.into_iter().max_by_key(|paper| paper.signatories).expect("an open paper").paper;
        let sha256 = portal.co_signing(&ngo, round, open.id, None).await.expect("the page").sha256.expect("it may be read");
        let sign = NewSigningAct { round, paper: open.id, organisation: None, act: SigningAct::Sign, sha256 };
        portal.co_signing_act(&ngo, sign).await.expect("signs");
        // Its author, whose round is open for them.
        let mut tx = fresh.db.read().await.expect("reads");
        let member = people::of_organisation(&mut tx, open.organisation.id).await.expect("reads").remove(0).id;
        let member = people::reload(&mut tx, member).await.expect("reads").expect("is there");
        drop(tx);
        let author = Ctx::below_http(Actor::Person(Box::new(member)), start());
        let version = portal.paper(&author, open.id).await.expect("own").paper.version;
        portal.withdraw_paper(&author, open.id, version).await.expect("withdraws");
        assert!(portal.own_input(&ngo).await.expect("reads").signatures.iter().all(|own| own.paper != open.id), "{kind:?}");
        let told = mails::to(&mut fresh.db.read().await.expect("reads"), "ngo@demo.example").await.expect("reads");
        assert!(told.iter().any(|mail| mail.subject.starts_with("Co-signing has ended")), "{kind:?}");
        assert!(portal.round(&ngo, round).await.expect("the round").co_signing.papers.iter().all(|paper| paper.paper.id != open.id));
    }
}
