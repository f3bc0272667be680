//! Acts of moderation on both databases: of those that are done at the same time on the same words one holds, and what is hidden is what
//! stands.

use crate::support::{KINDS, ctx, new_paper, paper_words, papers_round, seeded, start};
use engine::store::{Db, papers};
use model::domain::ids::{DecisionId, PaperId};
use model::domain::item::{ItemKind, ItemState};
use model::domain::moderation::{ModerationAct, Outcome, ReasonCode};
use model::domain::redaction::Redacted;
use model::error::{PortalError, PortalResult};
use model::policy::Denied;
use model::portal::{Ctx, Moderation, NewDecision, NewRedaction, Papers};
use tokio::task::JoinSet;

const WORDS: &str = "Alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma tau upsilon.";
/// Each of these alone may be hidden beside some of those words; both are more than half.
const HALVES: [&str; 2] = [
    "One of two long passages that somebody wants to hide at the very moment at which somebody else wants to hide the other",
    "And this is the other, which could be hidden by itself as well, but not beside the first, since nothing much would be left then",
];

async fn stored(db: &Db, id: PaperId) -> (ItemState, i64, Redacted) {
    let mut tx = db.read().await.expect("reads");
    let paper = papers::by_id(&mut tx, id).await.expect("reads").expect("is there");
    (paper.state, paper.version, paper.redacted)
}

fn redaction(passage: &str, version: i64) -> NewRedaction {
    NewRedaction { passages: Redacted::new(vec![passage.to_owned()]), code: ReasonCode::PersonalData, reason: String::new(), version }
}

/// How many held; the others were told that something had changed, or that there was nothing left to do.
async fn held<T: Send + 'static>(mut running: JoinSet<PortalResult<T>>) -> usize {
    let mut held = 0;
    while let Some(done) = running.join_next().await {
        match done.expect("nothing panics") {
            Ok(_) => held += 1,
            Err(PortalError::Conflict | PortalError::Denied(Denied::NothingToDecide | Denied::NothingToUndo | Denied::NothingToRedact)) => {
            }
            Err(other) => panic!("{other:?}"),
        }
    }
    held
}

/// The redactions of a paper that stand, by its acts.
async fn standing(portal: &engine::portal::ServerPortal, office: &Ctx, id: PaperId) -> Vec<(DecisionId, Redacted)> {
    let page = portal.paper(office, id).await.expect("in office");
    let acts = page.decisions.into_iter().filter(|line| line.act == ModerationAct::Redact && !line.undone);
    acts.map(|line| (line.id, line.redacted)).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_acts_on_the_same_words_one_holds() {
    for kind in KINDS {
        let (fresh, portal) = seeded(kind).await;
        let ngo = ctx(&fresh.db, "ngo", start()).await;
        let line = papers_round(&portal, &ngo).await;
        let paper = portal
            .save_paper(&ngo, new_paper(line.round.id, paper_words("T", &format!("{WORDS} {}. {}.", HALVES[0], HALVES[1]))))
            .await
            .expect("saves");
        portal.submit_paper(&ngo, paper.id, paper.version).await.expect("submits");
        let office = ctx(&fresh.db, "secretariat", start()).await;

        // Redacted, accepted and declined at once.
        let (_, version, _) = stored(&fresh.db, paper.id).await;
        let (mut running, mut decided) = (JoinSet::new(), JoinSet::new());
        for passage in ["Alpha", "beta", "gamma", "delta"] {
            let (portal, office) = (portal.clone(), office.clone());
            running.spawn(async move { portal.redact(&office, ItemKind::Paper, paper.id.item(), redaction(passage, version)).await });
        }
        for (outcome, code) in [(Outcome::Accept, None), (Outcome::Decline, Some(ReasonCode::OffTopic))] {
            let (portal, office) = (portal.clone(), office.clone());
            let decision = NewDecision { outcome, code, reason: String::new(), version };
            decided.spawn(async move { portal.decide_paper(&office, paper.id, decision).await });
        }
        // Redactions stand beside the decision: as many as came before it hold.
        let redacted = held(running).await;
        assert_eq!(held(decided).await, 1, "{kind:?}");
        let acts = standing(&portal, &office, paper.id).await;
        assert_eq!(acts.len(), redacted, "{kind:?}");

        // Whatever held, the next acts are on what it left.
        if stored(&fresh.db, paper.id).await.0 == ItemState::Declined {
            let act = portal.paper(&office, paper.id).await.expect("in office").decisions[0].id;
            portal.undo_decision(&office, act, String::new()).await.expect("is taken back");
        }
        let (state, version, _) = stored(&fresh.db, paper.id).await;
        assert!(matches!(state, ItemState::Submitted | ItemState::Accepted), "{kind:?}: {state:?}");
        for passage in ["epsilon", "zeta", "eta"] {
            portal.redact(&office, ItemKind::Paper, paper.id.item(), redaction(passage, version)).await.expect("is redacted");
        }
        let acts = standing(&portal, &office, paper.id).await;
        let hidden = |acts: &[(DecisionId, Redacted)]| acts.iter().rev().fold(Redacted::default(), |all, (_, one)| all.with(one));
        assert_eq!(stored(&fresh.db, paper.id).await.2, hidden(&acts), "{kind:?}");

        // Two that hide less than half each, and together more: the second sees what the first hides.
        let mut running = JoinSet::new();
        for passage in HALVES {
            let (portal, office) = (portal.clone(), office.clone());
            running.spawn(async move { portal.redact(&office, ItemKind::Paper, paper.id.item(), redaction(passage, version)).await });
        }
        let mut both = Vec::new();
        while let Some(done) = running.join_next().await {
            both.push(done.expect("nothing panics"));
        }
        assert_eq!(both.iter().filter(|done| done.is_ok()).count(), 1, "{kind:?}: {both:?}");
        assert!(both.iter().any(|done| matches!(done, Err(PortalError::Invalid(_)))), "{kind:?}: {both:?}");
        let acts = standing(&portal, &office, paper.id).await;

        // Each is taken back twice at once: once.
        for (at, (act, _)) in acts.iter().enumerate() {
            let mut running = JoinSet::new();
            for _ in 0..2 {
                let (portal, office, act) = (portal.clone(), office.clone(), *act);
                running.spawn(async move { portal.undo_decision(&office, act, String::new()).await });
            }
            assert_eq!(held(running).await, 1, "{kind:?}");
            let left = standing(&portal, &office, paper.id).await;
            assert_eq!(left.len(), acts.len() - at - 1, "{kind:?}");
            assert_eq!(stored(&fresh.db, paper.id).await.2, hidden(&left), "{kind:?}");
        }
        assert!(stored(&fresh.db, paper.id).await.2.is_empty(), "{kind:?}");
    }
}
