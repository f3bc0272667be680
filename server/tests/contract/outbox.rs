//! Mails are handed over once, whatever the database and however many nodes share it; announcements are written once.

use crate::support::{KINDS, ctx, fresh, portal, start};
use base64::Engine as _;
use engine::jobs::{Delivery, Outbox};
use engine::store::{Db, mails};
use model::domain::ids::MailId;
use model::domain::time::Span;
use model::portal::{Attachment, Mail};
use std::path::Path;
use uuid::Uuid;

fn mail(n: u128) -> Mail {
    Mail {
        id: MailId(Uuid::from_u128(n)),
        recipient: "ana@example.org".to_owned(),
        language: "en".to_owned(),
        subject: format!("No. {n}"),
        body: "Words.".to_owned(),
        written_at: start(),
        sent_at: None,
        attachment: None,
    }
}

async fn write(db: &Db, count: u128) {
    for n in 1..=count {
        db.write_tx(move |tx| Box::pin(async move { mails::insert(tx, &mail(n)).await })).await.expect("writes");
    }
}

fn node(folder: &Path) -> Outbox {
    let from = "Openfloor <portal@example.org>".parse().expect("an address");
    Outbox { delivery: Delivery::Folder(folder.to_path_buf()), from }
}

fn files(folder: &Path) -> usize {
    std::fs::read_dir(folder).map_or(0, Iterator::count)
}

#[tokio::test]
async fn two_nodes_that_tick_at_once_hand_each_mail_over_once() {
    for kind in KINDS {
        let fresh = fresh(kind).await;
        write(&fresh.db, 20).await;
        // Each node has a folder of its own: a mail in both was sent twice.
        let (one, two) = (tempfile::tempdir().expect("a folder"), tempfile::tempdir().expect("a folder"));
        let (first, second) = (node(one.path()), node(two.path()));
        let now = start() + Span::SECOND;
        let (a, b) = tokio::join!(first.tick(&fresh.db, now), second.tick(&fresh.db, now));
        a.expect("ticks");
        b.expect("ticks");
        assert_eq!(files(one.path()) + files(two.path()), 20, "{kind:?}");
        let mut tx = fresh.db.read().await.expect("reads");
        assert!(mails::due(&mut tx, now + Span::DAY).await.expect("reads").is_empty(), "{kind:?}: all are marked");
    }
}

#[tokio::test]
async fn a_file_goes_with_its_mail_to_the_byte() {
    for kind in KINDS {
        let fresh = fresh(kind).await;
        let text = format!("{{\"payload\":{{\"name\":\"منظمة {}\"}}}}\n", "x".repeat(2_000));
        let attachment = Attachment { name: "STK-1.json".to_owned(), text: text.clone() };
        let written = Mail { attachment: Some(attachment), ..mail(1) };
        let insert = written.clone();
        fresh
            .db
            .write_tx(move |tx| {
                let insert = insert.clone();
                Box::pin(async move { mails::insert(tx, &insert).await })
            })
            .await
            .expect("writes");
        let folder = tempfile::tempdir().expect("a folder");
        node(folder.path()).tick(&fresh.db, start() + Span::SECOND).await.expect("ticks");
        let eml = std::fs::read_to_string(folder.path().join(format!("{}.eml", written.id))).expect("an .eml");
        assert!(eml.contains("multipart/mixed") && eml.contains("Words.") && eml.contains("filename=\"STK-1.json\""), "{eml}");
        let encoded = eml.split("application/json").nth(1).and_then(|part| part.split("\r\n\r\n").nth(1)).expect("the part of the file");
        let lines: String = encoded.split("--").next().unwrap_or_default().split_whitespace().collect();
        assert_eq!(base64::engine::general_purpose::STANDARD.decode(lines).expect("base64"), text.as_bytes(), "{eml}");
    }
}

#[tokio::test]
async fn a_claim_keeps_others_off_and_runs_out() {
    for kind in KINDS {
        let fresh = fresh(kind).await;
        write(&fresh.db, 1).await;
        let claim = |at, until| fresh.db.write_tx(move |tx| Box::pin(async move { mails::claim(tx, mail(1).id, at, until).await }));
        let (now, until) = (start(), start() + Span::MINUTE);
        assert!(claim(now, until).await.expect("writes"), "{kind:?}");
        assert!(!claim(now, until).await.expect("writes"), "{kind:?}: another node has it");
        let due = async |at| mails::due(&mut fresh.db.read().await.expect("reads"), at).await.expect("reads").len();
        assert_eq!((due(now).await, due(until).await), (0, 1), "{kind:?}: a node that died gives it free");
        assert!(claim(until, until + Span::MINUTE).await.expect("writes"), "{kind:?}");
    }
}

#[tokio::test]
async fn what_went_wrong_is_kept_and_tried_again_later() {
    for kind in KINDS {
        let fresh = fresh(kind).await;
        write(&fresh.db, 1).await;
        // A file where the folder should be: nothing can be handed over.
        let folder = tempfile::tempdir().expect("a folder");
        let place = folder.path().join("outbox");
        std::fs::write(&place, "").expect("writes");
        let outbox = node(&place);
        outbox.tick(&fresh.db, start()).await.expect("one mail that fails is no failure of the job");
        let state = async || mails::states(&mut fresh.db.read().await.expect("reads"), "ana@example.org").await.expect("reads").remove(0);
        let failed = state().await;
        assert_eq!((failed.attempts, failed.sent_at), (1, None), "{kind:?}");
        assert!(!failed.last_error.is_empty() && failed.next_attempt > start(), "{kind:?}");
        std::fs::remove_file(&place).expect("removes");
        outbox.tick(&fresh.db, failed.next_attempt).await.expect("ticks");
        let sent = state().await;
        assert_eq!((sent.sent_at, sent.last_error.as_str()), (Some(failed.next_attempt), ""), "{kind:?}");
    }
}

#[tokio::test]
async fn two_nodes_that_spread_an_announcement_write_each_mail_once() {
    use engine::store::announcements;
    use model::domain::language::Language;
    use model::portal::{AnnouncementWords, Announcements};
    for kind in KINDS {
        let fresh = fresh(kind).await;
        let portal = portal(&fresh.db);
        engine::demo::seed(&portal, start()).await.expect("seeds");
        let ctx = ctx(&fresh.db, "moderator.rnp", start()).await;
        let words = AnnouncementWords { language: Language::En, subject: "Once each".to_owned(), text: "T".to_owned() };
        let id = portal.write_announcement(&ctx, "sg-rnp", words).await.expect("writes");
        portal.send_announcement(&ctx, id, 1).await.expect("sends");
        // Small batches, so that the nodes meet on several of them.
        for _ in 0..40 {
            let (a, b) = tokio::join!(portal.spread_announcements(start(), 2), portal.spread_announcements(start(), 2));
            for result in [a, b] {
                assert!(matches!(result, Ok(_) | Err(model::error::PortalError::Conflict)), "{kind:?}: {result:?}");
            }
        }
        let mut tx = fresh.db.read().await.expect("reads");
        let stored = announcements::by_id(&mut tx, id).await.expect("reads").expect("is there");
        let recipients = announcements::recipients(&mut tx, stored.subgroup, "", 1000).await.expect("reads");
        assert!(announcements::to_spread(&mut tx).await.expect("reads").is_none(), "{kind:?}: all are written");
        for to in &recipients {
            let mails = mails::states(&mut tx, &to.email).await.expect("reads");
            let count = mails.iter().filter(|mail| mail.subject.contains("Once each")).count();
            assert_eq!(count, 1, "{kind:?}: {}", to.email);
        }
        assert_eq!(stored.announcement.mails, i64::try_from(recipients.len()).expect("few"), "{kind:?}");
    }
}
