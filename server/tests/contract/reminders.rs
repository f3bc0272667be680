//! Reminders are written once, whatever the database and however many nodes tick.

use crate::support::{KINDS, ctx, fresh, portal, start};
use engine::demo;
use engine::jobs::reminders::tick;
use engine::store::{mails, reminders};
use model::domain::language::Language;
use model::domain::paper::{Consent, PaperContent};
use model::domain::round::RoundKind;
use model::domain::time::Span;
use model::portal::{Bodies, Papers, SavePaper};
use tokio::task::JoinSet;

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_nodes_that_tick_at_once_one_writes_the_mail() {
    for kind in KINDS {
        let fresh = fresh(kind).await;
        let first = portal(&fresh.db);
        demo::seed(&first, start()).await.expect("seeds");
        let ctx = ctx(&fresh.db, "ngo", start()).await;
        let open = |line: &model::portal::RoundLine| line.round.kind == RoundKind::PositionPapers;
        let rounds = first.home(&ctx).await.expect("home").rounds;
        let line = rounds.into_iter().filter(open).max_by_key(|line| line.round.window.closes_at).expect("a round");
        let content = PaperContent {
            title: "At home".to_owned(),
            text: String::new(),
            consent: Some(Consent::WithoutName),
            ..PaperContent::empty(Language::En)
        };
        let save = SavePaper { id: None, round: line.round.id, organisation: None, version: 0, asked: None, content };
        first.save_paper(&ctx, save).await.expect("saves");

        let end = line.round.window.closes_at;
        for mark in [Span::HOUR.times(72), Span::HOUR.times(24), Span::HOUR.times(2)] {
            let mut nodes = JoinSet::new();
            for _ in 0..4 {
                let node = portal(&fresh.db);
                nodes.spawn(async move { tick(&node, end - mark).await });
            }
            while let Some(done) = nodes.join_next().await {
                done.expect("no panic").expect("ticks");
            }
            // Whoever was not first has left the rest to the next tick.
            tick(&first, end - mark).await.expect("ticks");
        }
        let mut tx = fresh.db.read().await.expect("reads");
        let about = mails::latest(&mut tx).await.expect("reads").into_iter().filter(|mail| mail.body.contains("At home"));
        let mut at: Vec<_> = about.map(|mail| (end - mail.written_at, mail.recipient)).collect();
        at.sort();
        let both = |hours| ["drafter.ngo", "ngo"].map(|who| (Span::HOUR.times(hours), format!("{who}@demo.example")));
        assert_eq!(at, [both(2), both(24), both(72)].concat(), "{kind:?}");
        drop(tx);

        // What was noted is forgotten once nobody asks any more.
        fresh.db.write_tx(move |tx| Box::pin(async move { reminders::forget(tx, end + Span::DAY).await })).await.expect("forgets");
        let mut tx = fresh.db.read().await.expect("reads");
        let again = reminders::ends(&mut tx, model::domain::reminder::Mark::TwoHours, end - Span::HOUR, 10).await.expect("reads");
        assert!(again.iter().any(|due| due.round == line.round.id), "{kind:?}");
    }
}
