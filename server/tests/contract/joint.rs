//! Joint papers on both databases: whoever confirms and whoever changes or submits at once find what the other has done; and two organisations
//! that become one.

use crate::support::{KINDS, ctx, new_paper, paper_words, papers_round, seeded, start};
use engine::portal::ServerPortal;
use engine::store::DbKind;
use model::domain::ids::{OrganisationId, PaperId, RoundId};
use model::domain::joint::Answer;
use model::error::PortalError;
use model::portal::{Ctx, JointAct, JointPapers, NewJointAct, Organisations, Papers, SavePaper};

fn own(ctx: &Ctx) -> OrganisationId {
    ctx.actor.signed_in().expect("signed in").memberships[0].organisation
}

/// A draft of the NGO to the whole body, to which the others are invited.
async fn begun(portal: &ServerPortal, ngo: &Ctx, invited: &[OrganisationId]) -> (RoundId, PaperId) {
    let round = papers_round(portal, ngo).await.round.id;
    let paper = portal.save_paper(ngo, new_paper(round, paper_words("Together", "Words."))).await.expect("saves").id;
    for organisation in invited {
        portal.invite_to_joint(ngo, paper, *organisation).await.expect("invites");
    }
    (round, paper)
}

/// Confirms the words as they are now.
async fn confirm(portal: &ServerPortal, ctx: &Ctx, paper: PaperId) -> Result<(), PortalError> {
    let sha256 = words(portal, ctx, paper).await;
    portal.answer_joint(ctx, NewJointAct { paper, organisation: None, act: JointAct::Confirm, sha256 }).await
}

/// SHA-256 of the words as an invited organisation reads them.
async fn words(portal: &ServerPortal, ctx: &Ctx, paper: PaperId) -> String {
    portal.joint_request(ctx, paper, None).await.expect("invited").words.expect("a draft").sha256
}

/// Two things at once; in every other turn the second is begun first, so that on `SQLite`, where writers stand in line, each wins.
async fn both<A, B>(turn: usize, one: impl Future<Output = A>, other: impl Future<Output = B>) -> (A, B) {
    if turn.is_multiple_of(2) {
        tokio::join!(one, other)
    } else {
        let (other, one) = tokio::join!(other, one);
        (one, other)
    }
}

#[tokio::test]
async fn what_is_confirmed_is_what_is_stored_whoever_saves_meanwhile() {
    for kind in KINDS {
        let (fresh, portal) = seeded(kind).await;
        let (ngo, business) = (ctx(&fresh.db, "ngo", start()).await, ctx(&fresh.db, "business", start()).await);
        let (round, paper) = begun(&portal, &ngo, &[own(&business)]).await;
        let mut in_time = Vec::new();
        for n in 0..8 {
            let version = portal.paper(&ngo, paper).await.expect("own").paper.version;
            let save = SavePaper { id: Some(paper), version, ..new_paper(round, paper_words("Together", &format!("Words {n}."))) };
            let sha256 = words(&portal, &business, paper).await;
            let act = NewJointAct { paper, organisation: None, act: JointAct::Confirm, sha256 };
            let (saved, confirmed) = both(n, portal.save_paper(&ngo, save), portal.answer_joint(&business, act)).await;
            saved.expect("saves");
            let answer = portal.joint_request(&business, paper, None).await.expect("invited").answer;
            match &confirmed {
                // Before it was saved: that has ended it.
                Ok(()) => assert!(matches!(answer, Answer::Changed { .. }), "{kind:?}: {answer:?}"),
                // Too late to be confirmed.
                Err(PortalError::Conflict) => assert!(!matches!(answer, Answer::Confirmed { .. }), "{kind:?}"),
                Err(other) => panic!("{kind:?}: {other:?}"),
            }
            in_time.push(confirmed.is_ok());
        }
        assert!(kind == DbKind::Postgres || in_time.contains(&true) && in_time.contains(&false), "{kind:?}: {in_time:?}");
    }
}

#[tokio::test]
async fn who_confirmed_before_it_was_submitted_is_named_and_nobody_else() {
    for kind in KINDS {
        let (fresh, portal) = seeded(kind).await;
        let (ngo, business) = (ctx(&fresh.db, "ngo", start()).await, ctx(&fresh.db, "business", start()).await);
        let academia = ctx(&fresh.db, "academia", start()).await;
        let mut in_time = Vec::new();
        for n in 0..6 {
            let (round, paper) = begun(&portal, &ngo, &[own(&business), own(&academia)]).await;
            // Another one each time, or it is the same draft.
            let version = portal.paper(&ngo, paper).await.expect("own").paper.version;
            let save = SavePaper { id: Some(paper), version, ..new_paper(round, paper_words("Together", &format!("Paper {n}."))) };
            let version = portal.save_paper(&ngo, save).await.expect("saves").version;
            confirm(&portal, &academia, paper).await.expect("confirms");
            let act = NewJointAct { paper, organisation: None, act: JointAct::Confirm, sha256: words(&portal, &business, paper).await };
            let (submitted, confirmed) = both(n, portal.submit_paper(&ngo, paper, version), portal.answer_joint(&business, act)).await;
            submitted.expect("submits");
            let page = portal.paper(&ngo, paper).await.expect("own");
            let named: Vec<_> = page.joint.iter().map(|one| one.id).collect();
            assert_eq!(named.contains(&own(&business)), confirmed.is_ok(), "{kind:?}: {confirmed:?}");
            assert!(named.contains(&own(&academia)), "{kind:?}");
            let record: serde_json::Value = serde_json::from_str(&page.receipts[0].content).expect("JSON");
            assert_eq!(record["co_signatories"].as_array().map(Vec::len), Some(named.len()), "{kind:?}: the receipt names the same");
            in_time.push(confirmed.is_ok());
        }
        assert!(kind == DbKind::Postgres || in_time.contains(&true) && in_time.contains(&false), "{kind:?}: {in_time:?}");
    }
}

#[tokio::test]
async fn of_two_that_become_one_there_is_one_invitation_and_none_to_the_own_paper() {
    for kind in KINDS {
        let (fresh, portal) = seeded(kind).await;
        let (ngo, business) = (ctx(&fresh.db, "ngo", start()).await, ctx(&fresh.db, "business", start()).await);
        let (academia, secretariat) = (ctx(&fresh.db, "academia", start()).await, ctx(&fresh.db, "secretariat", start()).await);
        let (_, paper) = begun(&portal, &ngo, &[own(&business), own(&academia)]).await;
        confirm(&portal, &academia, paper).await.expect("confirms");
        portal.merge_organisations(&secretariat, own(&business), own(&academia), "One house").await.expect("merges");
        let invited = portal.joint_paper(&ngo, paper, "").await.expect("own").invited;
        assert_eq!(invited.iter().map(|one| one.organisation.id).collect::<Vec<_>>(), [own(&academia)], "{kind:?}");
        assert!(invited[0].confirmed.is_some(), "{kind:?}: what was confirmed stays");
        portal.merge_organisations(&secretariat, own(&academia), own(&ngo), "One roof").await.expect("merges");
        assert!(portal.joint_paper(&ngo, paper, "").await.expect("own").invited.is_empty(), "{kind:?}");
    }
}
