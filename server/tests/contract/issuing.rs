//! A version with a stated time is issued once, whatever the database and however many nodes tick; a withdrawal either comes first or too late.

use crate::support::{KINDS, ctx, portal, seeded, start};
use engine::jobs::texts::tick;
use engine::store::preparations;
use model::domain::comment_filter::CommentFilter;
use model::domain::drafting::{OriginsMark, StatedTime, TextAbout, VersionWords};
use model::domain::ids::PreparationId;
use model::domain::language::{Language, LocalizedText};
use model::domain::time::Span;
use model::error::PortalError;
use model::policy::Denied;
use model::portal::{Ctx, Drafting, Texts};
use tokio::task::JoinSet;

fn words(source: &str) -> VersionWords {
    VersionWords { label: LocalizedText::english("V"), language: Language::En, source: source.to_owned() }
}

/// A text with a first version that is prepared.
async fn begin(portal: &impl Drafting, chair: &Ctx, title: &str) -> PreparationId {
    let subgroup = portal.text_editor(chair, "oewg").await.expect("the form").subgroups.remove(0);
    let about = TextAbout { title: LocalizedText::english(title), subgroup: subgroup.id };
    portal.begin_text(chair, "oewg", about, words("1. One.\n\n2. Two.")).await.expect("begins")
}

/// Labels and titles of what is issued of one text.
async fn versions(portal: &impl Drafting, chair: &Ctx, title: &str) -> Vec<model::domain::draft::DraftVersion> {
    let texts = portal.texts(chair, "oewg").await.expect("texts").texts;
    texts.into_iter().filter(|line| line.title == LocalizedText::english(title)).flat_map(|line| line.versions).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_nodes_that_tick_at_once_one_issues() {
    for kind in KINDS {
        let (fresh, first) = seeded(kind).await;
        let chair = ctx(&fresh.db, "chair", start()).await;
        let (later, zone) = (start() + Span::HOUR, "America/New_York".to_owned());
        let time = StatedTime { at: later, time_zone: zone };
        let id = begin(&first, &chair, "Timed").await;
        first.state_issue_time(&chair, id, 1, time.clone()).await.expect("states");
        let stored = first.preparation(&chair, id).await.expect("prepared").preparation;
        assert_eq!(stored.standing_time().map(|standing| standing.stated.clone()), Some(time.clone()), "{kind:?}");

        // The store changes nothing of it, whoever asks.
        let saved = fresh
            .db
            .write_tx(move |tx| Box::pin(async move { preparations::save(tx, id, stored.version, &words("1. Other."), start()).await }));
        assert!(saved.await.is_err(), "{kind:?}");
        let refused = first.save_preparation(&chair, id, 2, None, words("1. Other.")).await;
        assert_eq!(refused, Err(PortalError::Denied(Denied::IssueTimeStands)), "{kind:?}");

        let before = later - Span::MICROSECOND;
        assert_eq!(first.texts_due(before, 10).await.expect("reads"), [], "{kind:?}");
        assert_eq!(first.issue_due(id, before).await.expect("reads"), None, "{kind:?}");
        assert_eq!(first.texts_due(later, 10).await.expect("reads").into_iter().map(|(due, _)| due).collect::<Vec<_>>(), [id], "{kind:?}");
        let mut nodes = JoinSet::new();
        for _ in 0..6 {
            let node = portal(&fresh.db);
            nodes.spawn(async move { tick(&node, later + Span::SECOND).await });
        }
        while let Some(done) = nodes.join_next().await {
            done.expect("no panic").expect("ticks");
        }
        tick(&first, later + Span::MINUTE).await.expect("ticks");
        let issued = versions(&first, &chair, "Timed").await;
        assert_eq!(issued.len(), 1, "{kind:?}");
        assert_eq!(issued[0].issued_at, later + Span::SECOND, "{kind:?}: when it happened");
        assert_eq!(first.draft(&chair, issued[0].id, CommentFilter::default()).await.expect("public").provisions.len(), 2, "{kind:?}");
        assert_eq!(first.texts_due(later, 10).await.expect("reads"), [], "{kind:?}");

        // The next version carries its origins as it does by the button.
        let second = first.begin_version(&chair, issued[0].id).await.expect("begins");
        let from = OriginsMark::of(&first.preparation(&chair, second).await.expect("prepared").preparation);
        first.confirm_origins(&chair, second, from, vec![vec![0], vec![1]]).await.expect("confirms");
        let version = first.preparation(&chair, second).await.expect("prepared").preparation.version;
        first.state_issue_time(&chair, second, version, time.clone()).await.expect("states");
        assert!(first.issue_due(second, later).await.expect("issues").is_some(), "{kind:?}");
        let issued = versions(&first, &chair, "Timed").await;
        let page = first.compare_texts(&chair, issued[0].id, issued[1].id).await.expect("compares");
        assert_eq!(page.alignment.origins(), [vec![0], vec![1]], "{kind:?}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_withdrawal_comes_first_or_too_late() {
    for kind in KINDS {
        let (fresh, first) = seeded(kind).await;
        let chair = ctx(&fresh.db, "chair", start()).await;
        let later = start() + Span::HOUR;
        for n in 0..8 {
            let title = format!("Text {n}");
            let id = begin(&first, &chair, &title).await;
            first.state_issue_time(&chair, id, 1, StatedTime { at: later, time_zone: "UTC".to_owned() }).await.expect("states");
            let (node, by_hand, chair_then) = (portal(&fresh.db), portal(&fresh.db), Ctx { now: later, ..chair.clone() });
            let job = tokio::spawn(async move { node.issue_due(id, later).await });
            let withdrawn = by_hand.withdraw_issue_time(&chair_then, id, 2).await;
            let issued = job.await.expect("no panic");
            let public = versions(&first, &chair, &title).await.len();
            match (&withdrawn, &issued) {
                (Ok(()), Ok(None) | Err(PortalError::Conflict)) => assert_eq!(public, 0, "{kind:?}"),
                (Err(PortalError::NotFound | PortalError::Conflict), Ok(Some(_))) => assert_eq!(public, 1, "{kind:?}"),
                other => panic!("{kind:?}: {other:?}"),
            }
        }
    }
}
