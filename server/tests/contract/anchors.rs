//! Comments through versions on both databases: what is sent while the next version is issued is carried over, whoever comes first.

use crate::support::{KINDS, ctx, papers_round, seeded, start};
use engine::store::anchors;
use model::domain::anchor::AnchorState;
use model::domain::comment::{CommentContent, Operation, Stance};
use model::domain::drafting::mark_of_text;
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
        let provisions = portal.draft(&ngo, zero).await.expect("public").provisions;

        let id = portal.begin_version(&chair, zero).await.expect("begins");
        let page = portal.preparation(&chair, id).await.expect("prepared");
        let origins = (0..provisions.len()).map(|at| vec![at]).collect();
        portal.confirm_origins(&chair, id, &mark_of_text(&page.preparation.words.source), origins).await.expect("confirms");
        let version = portal.preparation(&chair, id).await.expect("prepared").preparation.version;

        let mut sending = JoinSet::new();
        for (at, line) in provisions.iter().filter(|line| !line.provision.text.is_empty()).take(12).enumerate() {
            let (portal, ngo, provision) = (portal.clone(), ngo.clone(), line.provision.id);
            let content = CommentContent {
                language: Language::En,
                stance: Stance::Neutral,
                operation: Operation::CommentOnly,
                proposed_text: String::new(),
                reason: format!("Sent as number {at}."),
            };
            let save = SaveComment { id: None, provision, round, organisation: None, version: 0, content };
            sending.spawn(async move { portal.send_comment(&ngo, save).await });
        }
        let (issuer, issuing) = (portal.clone(), chair.clone());
        let issued = tokio::spawn(async move { issuer.issue_text(&issuing, id, version).await });
        let mut sent = Vec::new();
        while let Some(done) = sending.join_next().await {
            let done = done.expect("nothing panics").expect("saved");
            done.outcome.expect("the round is open");
            sent.push(done.comment);
        }
        let next = issued.await.expect("nothing panics").expect("issues");
        assert_eq!(sent.len(), 12, "{kind:?}");
        let mut tx = fresh.db.read().await.expect("reads");
        for comment in sent {
            let state = anchors::of_comment(&mut tx, comment, next).await.expect("reads");
            assert_eq!(state, Some(AnchorState::Exact), "{kind:?}: {comment}");
        }
    }
}
