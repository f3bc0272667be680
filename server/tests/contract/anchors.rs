//! Comments through versions on both databases: what is sent while the next version is issued is carried over, whoever comes first.

use crate::support::{KINDS, ctx, papers_round, seeded, start};
use engine::store::anchors;
use model::domain::anchor::AnchorState;
use model::domain::comment::{CommentContent, CommentKind, Operation, Stance};
use model::domain::comment_filter::CommentFilter;
use model::domain::drafting::OriginsMark;
use model::domain::language::Language;
use model::domain::round::RoundKind;
use model::portal::{Bodies, Comments, Drafting, SaveComment, Texts};
use tokio::task::JoinSet;

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn what_is_sent_while_a_version_is_issued_is_carried_over() {
    for kind in KINDS {
        let (fresh, portal) = seeded(kind).await;
        let (ngo, chair) = (ctx(&fresh.db, "ngo", start()).await, ctx(&fresh.db, "chair", start()).await);
        let code = papers_round(&portal, &ngo).await.body.code;
        let body = portal.body(&ngo, &code).await.expect("the body");
        let round = body.rounds.iter().find(|line| line.round.kind == RoundKind::Comments).expect("a round of comments").round.id;
        let zero = body.drafts.last().expect("a text").id;
        let provisions = portal.draft(&ngo, zero, CommentFilter::default()).await.expect("public").provisions;

        let id = portal.begin_version(&chair, zero).await.expect("begins");
        let page = portal.preparation(&chair, id).await.expect("prepared");
        let origins = (0..provisions.len()).map(|at| vec![at]).collect();
        portal.confirm_origins(&chair, id, OriginsMark::of(&page.preparation), origins).await.expect("confirms");
        let version = portal.preparation(&chair, id).await.expect("prepared").preparation.version;

        let save = |at: usize| SaveComment {
            id: None,
            provision: provisions[at].provision.id,
            round,
            organisation: None,
            version: 0,
            content: CommentContent {
                language: Language::En,
                kind: CommentKind::default(),
                quote: String::new(),
                stance: Stance::Neutral,
                operation: Operation::CommentOnly,
                proposed_text: String::new(),
                reason: format!("Sent as number {at}."),
                link: String::new(),
            },
        };
        // Some before, some at the same time, some after: all of them are carried over.
        let mut sent = Vec::new();
        for at in 1..3 {
            sent.push(portal.send_comment(&ngo, save(at)).await.expect("saved"));
        }
        let mut sending = JoinSet::new();
        for at in 3..13 {
            let (portal, ngo, save) = (portal.clone(), ngo.clone(), save(at));
            sending.spawn(async move { portal.send_comment(&ngo, save).await });
        }
        let (issuer, issuing) = (portal.clone(), chair.clone());
        let issued = tokio::spawn(async move { issuer.issue_text(&issuing, id, version).await });
        while let Some(done) = sending.join_next().await {
            sent.push(done.expect("nothing panics").expect("saved"));
        }
        let next = issued.await.expect("nothing panics").expect("issues");
        for at in 13..15 {
            sent.push(portal.send_comment(&ngo, save(at)).await.expect("saved"));
        }
        assert_eq!(sent.len(), 14, "{kind:?}");
        let mut tx = fresh.db.read().await.expect("reads");
        for done in sent {
            done.outcome.expect("the round is open");
            let comment = done.comment;
            let stands = anchors::of_comment(&mut tx, comment, next).await.expect("reads").map(|anchor| anchor.state);
            assert_eq!(stands, Some(AnchorState::Exact), "{kind:?}: {comment}");
        }
    }
}
