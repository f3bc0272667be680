//! Lists of speakers on both databases: one place for each organisation, also when many press at once and when two become one.

use crate::support::{KINDS, ctx, fresh, portal, start};
use engine::demo;
use engine::portal::ServerPortal;
use model::domain::ids::{OrganisationId, RoundId};
use model::domain::inscription::InscriptionContent;
use model::domain::language::Language;
use model::domain::round::RoundKind;
use model::error::PortalError;
use model::portal::{Bodies, Ctx, NewInscription, Organisations, Speakers};
use tokio::task::JoinSet;

fn new(round: RoundId, speaker: &str, version: i64) -> NewInscription {
    let content =
        InscriptionContent { speaker: speaker.to_owned(), capacity: String::new(), subject: "S".to_owned(), language: Language::En };
    NewInscription { round, organisation: None, content, version }
}

fn own(ctx: &Ctx) -> OrganisationId {
    ctx.actor.signed_in().expect("signed in").memberships[0].organisation
}

async fn round_of_speakers(portal: &ServerPortal, ctx: &Ctx) -> RoundId {
    let rounds = portal.home(ctx).await.expect("home").rounds;
    rounds.into_iter().find(|line| line.round.kind == RoundKind::Speakers).expect("a list of speakers").round.id
}

#[tokio::test]
async fn of_many_presses_one_inscription() {
    for kind in KINDS {
        let fresh = fresh(kind).await;
        let portal = portal(&fresh.db);
        demo::seed(&portal, start()).await.expect("seeds");
        let (ngo, chair) = (ctx(&fresh.db, "ngo", start()).await, ctx(&fresh.db, "chair", start()).await);
        let round = round_of_speakers(&portal, &ngo).await;
        let before = portal.speakers(&chair, round).await.expect("the chair's").speakers.len();
        let mut presses = JoinSet::new();
        for n in 0..8 {
            let (portal, ngo) = (portal.clone(), ngo.clone());
            presses.spawn(async move { portal.inscribe(&ngo, new(round, &format!("Speaker {n}"), 0)).await });
        }
        let answers = presses.join_all().await;
        let taken = answers.iter().filter(|answer| answer.is_ok()).count();
        assert!(answers.iter().all(|answer| matches!(answer, Ok(()) | Err(PortalError::Conflict))), "{kind:?}: {answers:?}");
        assert_eq!(taken, 1, "{kind:?}: different words do not overwrite each other");
        assert_eq!(portal.speakers(&chair, round).await.expect("the chair's").speakers.len(), before + 1, "{kind:?}");

        // The same words are the same press.
        let business = ctx(&fresh.db, "business", start()).await;
        let mut presses = JoinSet::new();
        for _ in 0..8 {
            let (portal, business) = (portal.clone(), business.clone());
            presses.spawn(async move { portal.inscribe(&business, new(round, "One speaker", 0)).await });
        }
        let answers = presses.join_all().await;
        assert!(answers.iter().all(Result::is_ok), "{kind:?}: {answers:?}");
    }
}

#[tokio::test]
async fn the_order_and_what_a_merger_makes_of_it() {
    for kind in KINDS {
        let fresh = fresh(kind).await;
        let portal = portal(&fresh.db);
        demo::seed(&portal, start()).await.expect("seeds");
        let (ngo, business) = (ctx(&fresh.db, "ngo", start()).await, ctx(&fresh.db, "business", start()).await);
        let (chair, secretariat) = (ctx(&fresh.db, "chair", start()).await, ctx(&fresh.db, "secretariat", start()).await);
        let round = round_of_speakers(&portal, &ngo).await;
        portal.inscribe(&business, new(round, "Of the one", 0)).await.expect("asks");
        portal.inscribe(&ngo, new(round, "Of the other", 0)).await.expect("asks");

        // The last two get places, the later one the first; all others stand behind them as they came.
        let page = portal.speakers(&chair, round).await.expect("the chair's");
        let ids: Vec<_> = page.speakers.iter().map(|line| line.inscription.id).collect();
        let count = ids.len();
        let numbers = vec![(ids[count - 2], Some(7)), (ids[count - 1], Some(3))];
        portal.order_speakers(&chair, round, page.version, numbers.clone()).await.expect("orders");
        let again = portal.order_speakers(&chair, round, page.version, numbers).await;
        assert_eq!(again, Err(PortalError::Conflict), "{kind:?}");
        let page = portal.speakers(&chair, round).await.expect("the chair's");
        let places: Vec<_> = page.speakers.iter().map(|line| line.inscription.place).collect();
        assert_eq!((places[0], places[1], places[2]), (Some(1), Some(2), None), "{kind:?}");
        let mut expected = ids.clone();
        expected.rotate_right(2);
        expected.swap(0, 1);
        assert_eq!(page.speakers.iter().map(|line| line.inscription.id).collect::<Vec<_>>(), expected, "{kind:?}");

        // Both had a speaker: the other's own stays.
        portal.merge_organisations(&secretariat, own(&business), own(&ngo), "One house").await.expect("merges");
        let page = portal.speakers(&chair, round).await.expect("the chair's");
        assert_eq!(page.speakers[0].inscription.place, Some(1), "{kind:?}: whoever left leaves no gap");
        let of_ngo: Vec<_> = page.speakers.iter().filter(|line| line.organisation.id == own(&ngo)).collect();
        assert_eq!(page.speakers.len(), count - 1, "{kind:?}");
        assert!(matches!(of_ngo.as_slice(), [line] if line.inscription.content.speaker == "Of the other"), "{kind:?}: {of_ngo:?}");

        // Only the one has a speaker, the other took its own back: the speaker moves along.
        let academia = ctx(&fresh.db, "academia", start()).await;
        portal.inscribe(&academia, new(round, "Taken back", 0)).await.expect("asks");
        portal.leave_speakers(&academia, round, None).await.expect("leaves");
        portal.merge_organisations(&secretariat, own(&ngo), own(&academia), "One roof").await.expect("merges");
        let page = portal.speakers(&chair, round).await.expect("the chair's");
        let of_academia: Vec<_> = page.speakers.iter().filter(|line| line.organisation.id == own(&academia)).collect();
        assert!(matches!(of_academia.as_slice(), [line] if line.inscription.content.speaker == "Of the other"), "{kind:?}");
    }
}
