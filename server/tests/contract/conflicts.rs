//! Who comes second is told so, whatever the database.

use crate::support::{KINDS, ctx, fresh, portal, start};
use engine::demo;
use engine::store::{StoreError, settings};
use model::domain::language::Language;
use model::domain::paper::{Consent, PaperContent};
use model::error::PortalError;
use model::portal::{Papers, SavePaper};

#[tokio::test]
async fn a_writer_that_fails_leaves_nothing_behind() {
    for kind in KINDS {
        let fresh = fresh(kind).await;
        let failed: Result<(), StoreError> = fresh
            .db
            .write_tx(|tx| {
                Box::pin(async move {
                    settings::put(tx, "half", "done").await?;
                    Err(StoreError::Conflict)
                })
            })
            .await;
        assert!(failed.is_err());
        let mut tx = fresh.db.read().await.expect("reads");
        assert_eq!(settings::get(&mut tx, "half").await.expect("reads"), None, "{kind:?}");
    }
}

#[tokio::test]
async fn of_two_savers_one_is_told() {
    for kind in KINDS {
        let fresh = fresh(kind).await;
        let portal = portal(&fresh.db);
        demo::seed(&portal, start()).await.expect("seeds");
        let ctx = ctx(portal.database(), "ngo", start()).await;
        let own = portal.own_input(&ctx).await.expect("reads");
        let draft = own.papers.iter().find(|p| p.state.is_editable()).expect("the NGO has a draft");
        let page = portal.paper(&ctx, draft.id).await.expect("reads");
        let save = |text: &str| SavePaper {
            id: Some(draft.id),
            round: draft.round,
            organisation: None,
            version: page.paper.version,
            asked: None,
            content: PaperContent {
                title: "T".to_owned(),
                text: text.to_owned(),
                consent: Some(Consent::WithoutName),
                ..PaperContent::empty(Language::En)
            },
        };
        let (one, two) = tokio::join!(portal.save_paper(&ctx, save("one")), portal.save_paper(&ctx, save("two")));
        let told = [one.is_ok(), two.is_ok()];
        assert_eq!(told.iter().filter(|ok| **ok).count(), 1, "{kind:?}: {one:?} {two:?}");
        assert!([one, two].into_iter().any(|r| matches!(r, Err(PortalError::Conflict))), "{kind:?}");
    }
}

#[tokio::test]
async fn a_double_click_is_one_submission() {
    for kind in KINDS {
        let fresh = fresh(kind).await;
        let portal = portal(&fresh.db);
        demo::seed(&portal, start()).await.expect("seeds");
        let ctx = ctx(portal.database(), "ngo", start()).await;
        let own = portal.own_input(&ctx).await.expect("reads");
        let draft = own.papers.iter().find(|p| p.state.is_editable()).expect("the NGO has a draft");
        let version = portal.paper(&ctx, draft.id).await.expect("reads").paper.version;
        let clicks = (0..8).map(|_| portal.submit_paper(&ctx, draft.id, version));
        let mut receipts = Vec::new();
        for click in futures_join(clicks).await {
            receipts.push(click.expect("each click gets the receipt").receipt);
        }
        receipts.dedup();
        assert_eq!(receipts.len(), 1, "{kind:?}: one receipt for all clicks");
        assert_eq!(portal.paper(&ctx, draft.id).await.expect("reads").receipts.len(), 1, "{kind:?}");
    }
}

async fn futures_join<T: Send>(futures: impl Iterator<Item = impl Future<Output = T>>) -> Vec<T> {
    let mut running: Vec<_> = futures.map(Box::pin).collect();
    let mut done = Vec::new();
    // All are polled until each has ended: they really run side by side.
    std::future::poll_fn(|cx| {
        running.retain_mut(|future| match future.as_mut().poll(cx) {
            std::task::Poll::Ready(value) => {
                done.push(value);
                false
            }
            std::task::Poll::Pending => true,
        });
        if running.is_empty() { std::task::Poll::Ready(()) } else { std::task::Poll::Pending }
    })
    .await;
    done
}
