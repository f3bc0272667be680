//! Joint papers on both databases: whoever confirms and whoever changes or submits at once find what the other has done; and two organisations
//! that become one.

use crate::support::{KINDS, ctx, fresh, new_paper, paper_words, papers_round, portal, start};
use engine::demo;
use engine::portal::ServerPortal;
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
    let sha256 = portal.joint_request(ctx, paper, None).await?.sha256;
    portal.answer_joint(ctx, NewJointAct { paper, organisation: None, act: JointAct::Confirm, sha256 }).await
}

#[tokio::test]
async fn what_is_confirmed_is_what_is_stored_whoever_saves_meanwhile() {
    for kind in KINDS {
        let fresh = fresh(kind).await;
        let portal = portal(&fresh.db);
        demo::seed(&portal, start()).await.expect("seeds");
        let (ngo, business) = (ctx(&fresh.db, "ngo", start()).await, ctx(&fresh.db, "business", start()).await);
        let (round, paper) = begun(&portal, &ngo, &[own(&business)]).await;
        for n in 0..8 {
            let version = portal.paper(&ngo, paper).await.expect("own").paper.version;
            let save = SavePaper { id: Some(paper), version, ..new_paper(round, paper_words("Together", &format!("Words {n}."))) };
            let sha256 = portal.joint_request(&business, paper, None).await.expect("invited").sha256;
            let act = NewJointAct { paper, organisation: None, act: JointAct::Confirm, sha256: sha256.clone() };
            let (saved, confirmed) = tokio::join!(portal.save_paper(&ngo, save), portal.answer_joint(&business, act));
            saved.expect("saves");
            let request = portal.joint_request(&business, paper, None).await.expect("invited");
            match (request.sha256 == sha256, confirmed) {
                // Not saved: confirmed.
                (true, Ok(())) => assert!(matches!(request.answer, Answer::Confirmed { .. }), "{kind:?}: {:?}", request.answer),
                // Confirmed before it was saved, or too late to be confirmed.
                (false, Ok(())) => assert!(matches!(request.answer, Answer::Changed { .. }), "{kind:?}: {:?}", request.answer),
                (_, Err(PortalError::Conflict)) => assert!(!matches!(request.answer, Answer::Confirmed { .. }), "{kind:?}"),
                (_, other) => panic!("{kind:?}: {other:?}"),
            }
        }
    }
}

#[tokio::test]
async fn who_confirmed_before_it_was_submitted_is_named_and_nobody_else() {
    for kind in KINDS {
        let fresh = fresh(kind).await;
        let portal = portal(&fresh.db);
        demo::seed(&portal, start()).await.expect("seeds");
        let (ngo, business) = (ctx(&fresh.db, "ngo", start()).await, ctx(&fresh.db, "business", start()).await);
        let academia = ctx(&fresh.db, "academia", start()).await;
        for n in 0..6 {
            let (round, paper) = begun(&portal, &ngo, &[own(&business), own(&academia)]).await;
            // Another one each time, or it is the same draft.
            let version = portal.paper(&ngo, paper).await.expect("own").paper.version;
            let save = SavePaper { id: Some(paper), version, ..new_paper(round, paper_words("Together", &format!("Paper {n}."))) };
            let version = portal.save_paper(&ngo, save).await.expect("saves").version;
            confirm(&portal, &academia, paper).await.expect("confirms");
            let (submitted, confirmed) = tokio::join!(portal.submit_paper(&ngo, paper, version), confirm(&portal, &business, paper));
            submitted.expect("submits");
            let page = portal.paper(&ngo, paper).await.expect("own");
            let named: Vec<_> = page.joint.iter().map(|one| one.id).collect();
            assert_eq!(named.contains(&own(&business)), confirmed.is_ok(), "{kind:?}: {confirmed:?}");
            assert!(named.contains(&own(&academia)), "{kind:?}");
            let record: serde_json::Value = serde_json::from_str(&page.receipts[0].content).expect("JSON");
            assert_eq!(record["co_signatories"].as_array().map(Vec::len), Some(named.len()), "{kind:?}: the receipt names the same");
        }
    }
}

#[tokio::test]
async fn of_two_that_become_one_there_is_one_invitation_and_none_to_the_own_paper() {
    for kind in KINDS {
        let fresh = fresh(kind).await;
        let portal = portal(&fresh.db);
        demo::seed(&portal, start()).await.expect("seeds");
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
