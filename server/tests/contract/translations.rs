//! Translations on both databases: put, replaced and removed as a whole, by one of those who act at the same time.

use crate::support::{KINDS, ctx, seeded, start};
use engine::store::translations;
use model::domain::comment_filter::CommentFilter;
use model::domain::drafting::{TextAbout, TranslationStatus, VersionWords};
use model::domain::ids::DraftVersionId;
use model::domain::language::{Language, LocalizedText};
use model::error::PortalError;
use model::portal::{Ctx, Drafting, NewTranslation, SaidQuery, Texts, Translations};
use tokio::task::JoinSet;

/// A text of two paragraphs, issued.
async fn issued(portal: &impl Drafting, chair: &Ctx) -> DraftVersionId {
    let subgroup = portal.text_editor(chair, "oewg").await.expect("the form").subgroups.remove(0);
    let about = TextAbout { title: LocalizedText::english("T"), subgroup: subgroup.id };
    let words =
        VersionWords { label: LocalizedText::english("Zero draft"), language: Language::En, source: "1. One.\n\n2. Two.".to_owned() };
    let id = portal.begin_text(chair, "oewg", about, words).await.expect("begins");
    portal.issue_text(chair, id, 1).await.expect("issues")
}

fn new(replaces: i64, status: TranslationStatus, source: &str) -> NewTranslation {
    NewTranslation { replaces, status, source: source.to_owned() }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_those_who_act_at_once_one_is_stored_whole() {
    for kind in KINDS {
        let (fresh, portal) = seeded(kind).await;
        let chair = ctx(&fresh.db, "chair", start()).await;
        let version = issued(&portal, &chair).await;
        let mut running = JoinSet::new();
        for n in 0..6 {
            let (portal, chair) = (portal.clone(), chair.clone());
            let source = format!("1. Un {n}.\n\n2. Deux {n}.");
            running.spawn(async move {
                portal.save_translation(&chair, version, Language::Fr, new(0, TranslationStatus::Courtesy, &source)).await
            });
        }
        let mut saved = 0;
        while let Some(done) = running.join_next().await {
            match done.expect("nothing panics") {
                Ok(()) => saved += 1,
                Err(PortalError::Conflict) => {}
                Err(other) => panic!("{kind:?}: {other:?}"),
            }
        }
        assert_eq!(saved, 1, "{kind:?}");
        let stored = portal.translated(&chair, version, Language::Fr).await.expect("reads").expect("there is one");
        assert_eq!(stored.words.len(), 2, "{kind:?}");
        let first = stored.translation.revision;

        // Another language is another translation; the same words again are nothing new.
        let spanish = new(0, TranslationStatus::Official, "1. Uno.\n\n2. Dos.");
        portal.save_translation(&chair, version, Language::Es, spanish.clone()).await.expect("saves");
        portal.save_translation(&chair, version, Language::Es, spanish).await.expect("nothing new");
        let again = portal.save_translation(&chair, version, Language::Fr, new(first, TranslationStatus::Machine, "1. A.\n\n2. B."));
        again.await.expect("replaces");
        let page = portal.draft(&chair, version, CommentFilter::default()).await.expect("public");
        let all: Vec<_> = page.translations.iter().map(|found| (found.language, found.status)).collect();
        let expected = [(Language::Es, TranslationStatus::Official), (Language::Fr, TranslationStatus::Machine)];
        let second = page.translations[1].revision;
        assert!(second > first, "{kind:?}");
        assert_eq!(all, expected, "{kind:?}");
        let provision = page.provisions[1].provision.id;
        let of_provision = portal.provision(&chair, provision, SaidQuery::default()).await.expect("public").translations;
        let words: Vec<_> = of_provision.iter().map(|(_, word)| (word.label.as_str(), word.text.as_str())).collect();
        assert_eq!(words, [("2.", "Dos."), ("2.", "B.")], "{kind:?}");

        // What does not match leaves what there is.
        let less = portal.save_translation(&chair, version, Language::Fr, new(second, TranslationStatus::Machine, "1. A.")).await;
        assert!(matches!(less, Err(PortalError::Invalid(_))), "{kind:?}: {less:?}");
        let stale = portal.save_translation(&chair, version, Language::Fr, new(first, TranslationStatus::Official, "1. A.\n\n2. C.")).await;
        assert_eq!(stale, Err(PortalError::Conflict), "{kind:?}");
        let most =
            portal.save_translation(&chair, version, Language::Fr, new(i64::MAX, TranslationStatus::Official, "1. A.\n\n2. C.")).await;
        assert_eq!(most, Err(PortalError::Conflict), "{kind:?}");

        assert_eq!(portal.remove_translation(&chair, version, Language::Fr, first).await, Err(PortalError::Conflict), "{kind:?}");
        portal.remove_translation(&chair, version, Language::Fr, second).await.expect("removes");
        portal.remove_translation(&chair, version, Language::Fr, second).await.expect("the same click again");
        let mut tx = fresh.db.read().await.expect("reads");
        assert_eq!(translations::words(&mut tx, version, Language::Fr).await.expect("reads"), [], "{kind:?}");
        assert_eq!(translations::words(&mut tx, version, Language::Es).await.expect("reads").len(), 2, "{kind:?}");
    }
}
