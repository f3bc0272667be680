//! Texts on both databases: a version is issued once, whoever acts at the same time, and what follows it is what was confirmed.

use crate::support::{KINDS, ctx, seeded, start};
use model::domain::comment_filter::CommentFilter;
use model::domain::drafting::{OriginsMark, TextAbout, VersionWords};
use model::domain::ids::{DraftVersionId, PreparationId};
use model::domain::language::{Language, LocalizedText};
use model::error::PortalError;
use model::policy::Denied;
use model::portal::{Ctx, Drafting, SaidQuery, Texts};
use tokio::task::JoinSet;

fn words(label: &str, source: &str) -> VersionWords {
    VersionWords { label: LocalizedText::english(label), language: Language::En, source: source.to_owned() }
}

/// A version with these words and origins, issued.
async fn issue(portal: &impl Drafting, chair: &Ctx, id: PreparationId, source: &str, origins: Option<Vec<Vec<usize>>>) -> DraftVersionId {
    let version = |page: &model::portal::PreparationPage| page.preparation.version;
    let page = portal.preparation(chair, id).await.expect("prepared");
    portal.save_preparation(chair, id, version(&page), None, words("V", source)).await.expect("saves");
    if let Some(origins) = origins {
        let from = OriginsMark::of(&portal.preparation(chair, id).await.expect("prepared").preparation);
        portal.confirm_origins(chair, id, from, origins).await.expect("confirms");
    }
    let page = portal.preparation(chair, id).await.expect("prepared");
    portal.issue_text(chair, id, version(&page)).await.expect("issues")
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_version_is_issued_once_and_compared_through_those_between() {
    for kind in KINDS {
        let (fresh, portal) = seeded(kind).await;
        let chair = ctx(&fresh.db, "chair", start()).await;
        let subgroup = portal.text_editor(&chair, "oewg").await.expect("the form").subgroups.remove(0);
        let about = TextAbout { title: LocalizedText::english("T"), subgroup: subgroup.id };
        let id = portal.begin_text(&chair, "oewg", about, words("Zero draft", "1. One.\n\n2. Two.\n\n3. Three.")).await.expect("begins");

        // Eight at once: one issues it, the others find it issued or changed.
        let mut running = JoinSet::new();
        for _ in 0..8 {
            let (portal, chair) = (portal.clone(), chair.clone());
            running.spawn(async move { portal.issue_text(&chair, id, 1).await });
        }
        let mut issued = Vec::new();
        while let Some(done) = running.join_next().await {
            match done.expect("nothing panics") {
                Ok(version) => issued.push(version),
                Err(PortalError::NotFound | PortalError::Conflict) => {}
                Err(other) => panic!("{kind:?}: {other:?}"),
            }
        }
        let [zero] = issued[..] else { panic!("{kind:?}: {} were issued", issued.len()) };

        // And of those who begin the next one at once all get the same.
        let mut running = JoinSet::new();
        for _ in 0..6 {
            let (portal, chair) = (portal.clone(), chair.clone());
            running.spawn(async move { portal.begin_version(&chair, zero).await });
        }
        let mut begun = Vec::new();
        while let Some(done) = running.join_next().await {
            match done.expect("nothing panics") {
                Ok(id) => begun.push(id),
                Err(PortalError::Conflict) => {}
                Err(other) => panic!("{kind:?}: {other:?}"),
            }
        }
        begun.dedup();
        let [second] = begun[..] else { panic!("{kind:?}: {begun:?}") };
        let unconfirmed = portal.issue_text(&chair, second, 1).await;
        assert!(matches!(unconfirmed, Err(PortalError::Denied(Denied::OriginsNotConfirmed))), "{kind:?}: {unconfirmed:?}");

        let first = issue(&portal, &chair, second, "1. One and two.\n\n2. Three.", Some(vec![vec![0, 1], vec![2]])).await;
        let third = portal.begin_version(&chair, first).await.expect("begins");
        let last = issue(&portal, &chair, third, "1. Three.\n\n2. One and two.", Some(vec![vec![1], vec![0]])).await;
        let page = portal.compare_texts(&chair, last, zero).await.expect("compares");
        assert_eq!(page.alignment.origins(), [vec![2], vec![0, 1]], "{kind:?}");
        assert_eq!((page.old.0.id, page.new.0.id), (zero, last), "{kind:?}");
        assert_eq!(page.versions.len(), 3, "{kind:?}");

        // What went on alone kept its id; what was merged got one of its own, and keeps that.
        let ids = |page: &model::portal::DraftPage| page.provisions.iter().map(|line| line.provision.stable_id.clone()).collect::<Vec<_>>();
        let (zero, first, last) = (
            portal.draft(&chair, zero, CommentFilter::default()).await.expect("public"),
            portal.draft(&chair, first, CommentFilter::default()).await.expect("public"),
            portal.draft(&chair, last, CommentFilter::default()).await.expect("public"),
        );
        assert_eq!(ids(&last), [ids(&zero)[2].clone(), ids(&first)[0].clone()], "{kind:?}");
        assert!(!ids(&zero).contains(&ids(&first)[0]), "{kind:?}");
        let history = portal.provision(&chair, last.provisions[1].provision.id, SaidQuery::default()).await.expect("public").history;
        let told: Vec<_> = history.iter().map(|(_, provision)| provision.text.as_str()).collect();
        assert_eq!(told, ["One and two.", "One and two.", "One.", "Two."], "{kind:?}");
    }
}
