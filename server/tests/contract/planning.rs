//! Sessions and rounds made, changed and withdrawn; answers by question: the same on both databases, and in a race.

use crate::support::{Fresh, KINDS, ctx, fresh, portal, start};
use engine::demo;
use engine::portal::ServerPortal;
use engine::store::{DbKind, rounds};
use model::domain::body::{Day, Mode};
use model::domain::ids::RoundId;
use model::domain::language::{Language, LocalizedText};
use model::domain::paper::{Consent, PaperContent};
use model::domain::plan::{RoundAbout, RoundWindow, RoundWords, SessionPlan};
use model::domain::round::{LedgerKind, RoundKind};
use model::domain::time::Span;
use model::error::PortalError;
use model::portal::{Bodies, Ctx, Ledgers, NewRound, Papers, RoundChange, RoundPlanning, SavePaper, SessionPlanning};

fn session() -> SessionPlan {
    SessionPlan {
        code: "S21".to_owned(),
        title: LocalizedText::english("Twenty-first session"),
        starts_on: Day("2027-03-08".to_owned()),
        ends_on: Day("2027-03-12".to_owned()),
        city: LocalizedText::english("Geneva"),
        time_zone: "Europe/Zurich".to_owned(),
        mode: Mode::Formal,
    }
}

fn words(title: &str) -> RoundWords {
    RoundWords { title: LocalizedText::english(title), call: LocalizedText::english("Say it.") }
}

/// A round that opens in a week.
fn upcoming() -> NewRound {
    let questions = vec![LocalizedText::english("Why?"), LocalizedText::english("How?")];
    let about = RoundAbout { kind: RoundKind::PositionPapers, draft_version: None, subgroup: None, reach: None, questions };
    let window = RoundWindow {
        opens_at: Some(start() + Span::DAY.times(7)),
        closes_at: start() + Span::DAY.times(60),
        time_zone: "Europe/Zurich".to_owned(),
    };
    NewRound { about, words: words("A round"), window, reason: "R".to_owned() }
}

fn paper(round: RoundId) -> SavePaper {
    let content = PaperContent {
        title: "T".to_owned(),
        text: "Words.".to_owned(),
        answers: vec![String::new(), "So.".to_owned()],
        consent: Some(Consent::WithoutName),
        ..PaperContent::empty(Language::En)
    };
    SavePaper { id: None, round, organisation: None, version: 0, asked: None, content }
}

struct Planned {
    portal: ServerPortal,
    chair: Ctx,
    ngo: Ctx,
    round: RoundId,
    _fresh: Fresh,
}

async fn planned(kind: DbKind) -> Planned {
    let fresh = fresh(kind).await;
    let portal = portal(&fresh.db);
    demo::seed(&portal, start()).await.expect("seeds");
    let (chair, ngo) = (ctx(&fresh.db, "chair", start()).await, ctx(&fresh.db, "ngo", start()).await);
    let session = portal.make_session(&chair, "oewg", session()).await.expect("makes");
    let round = portal.call_round(&chair, session, upcoming()).await.expect("calls");
    Planned { portal, chair, ngo, round, _fresh: fresh }
}

#[tokio::test]
async fn what_was_planned_is_read_back_and_changed() {
    for kind in KINDS {
        let Planned { portal, chair, ngo, round, .. } = planned(kind).await;
        let mut tx = portal.database().read().await.expect("reads");
        let line = rounds::by_id(&mut tx, round).await.expect("reads").expect("is there");
        drop(tx);
        let new = upcoming();
        assert_eq!((line.round.questions, line.round.title), (new.about.questions.clone(), new.words.title), "{kind:?}");
        assert_eq!((line.round.window.opens_at, line.round.window.closes_at), (start() + Span::DAY.times(7), new.window.closes_at));

        let editor = portal.session_editor(&chair, line.session.id).await.expect("reads");
        let later = SessionPlan { ends_on: Day("2027-03-19".to_owned()), ..session() };
        portal.change_session(&chair, line.session.id, editor.version, later.clone()).await.expect("changes");
        let stale = portal.change_session(&chair, line.session.id, editor.version, later).await;
        assert_eq!(stale, Err(PortalError::Conflict), "{kind:?}");
        assert_eq!(portal.make_session(&chair, "oewg", session()).await.expect("the same"), line.session.id, "{kind:?}");

        let version = portal.round_editor(&chair, round).await.expect("reads").version;
        let window = Some(RoundWindow { closes_at: start() + Span::DAY.times(70), ..new.window.clone() });
        let moved = RoundChange { about: Some(new.about.clone()), words: words("Other words"), window, reason: "Later.".to_owned() };
        portal.change_round(&chair, round, version, moved.clone()).await.expect("changes");
        assert_eq!(portal.change_round(&chair, round, version, moved).await, Err(PortalError::Conflict), "{kind:?}");
        let ledger = portal.ledger(&ngo, round).await.expect("public");
        let kinds: Vec<_> = ledger.entries.iter().map(|line| line.entry.kind).collect();
        assert_eq!(kinds, [LedgerKind::Set, LedgerKind::Reworded, LedgerKind::Opened], "{kind:?}");
        assert_eq!(ledger.line.round.window.closes_at, start() + Span::DAY.times(70), "{kind:?}");

        let saved = portal.save_paper(&ngo, paper(round)).await.expect("a draft harms no one");
        let stored = portal.paper(&ngo, saved.id).await.expect("own").paper.content;
        assert_eq!(stored.answers, ["", "So."], "{kind:?}");
        assert_eq!(portal.save_paper(&ngo, paper(round)).await.expect("a double click").id, saved.id, "{kind:?}");
    }
}

#[tokio::test]
async fn a_round_whose_end_was_looked_at_for_reminders_can_be_withdrawn() {
    for kind in KINDS {
        let Planned { portal, chair, round, .. } = planned(kind).await;
        let session = portal.round_editor(&chair, round).await.expect("reads").session.id;
        let opens_at = Some(start() + Span::DAY);
        let window = RoundWindow { opens_at, closes_at: start() + Span::DAY.times(2), ..upcoming().window };
        let soon = portal.call_round(&chair, session, NewRound { window, ..upcoming() }).await.expect("calls");
        let due = portal.reminders_due(start()).await.expect("reads");
        let due = due.into_iter().find(|due| due.round == soon).expect("its end is near");
        assert!(portal.remind(due, start()).await.expect("nobody writes in it"), "{kind:?}");
        portal.withdraw_round(&chair, soon, "A mistake.").await.expect("withdraws");
    }
}

#[tokio::test]
async fn of_withdrawing_and_beginning_to_write_one_wins() {
    for kind in KINDS {
        let Planned { portal, chair, ngo, round, .. } = planned(kind).await;
        let (withdrawn, begun) = tokio::join!(portal.withdraw_round(&chair, round, "A mistake."), portal.save_paper(&ngo, paper(round)));
        assert_ne!(withdrawn.is_ok(), begun.is_ok(), "{kind:?}: {withdrawn:?} {begun:?}");
        let there = {
            let mut tx = portal.database().read().await.expect("reads");
            rounds::by_id(&mut tx, round).await.expect("reads").is_some()
        };
        assert_eq!(there, begun.is_ok(), "{kind:?}");
        match withdrawn {
            Ok(session) => {
                let page = portal.session(&ngo, session).await.expect("public");
                assert_eq!((page.withdrawn.len(), page.withdrawn[0].reason.as_str()), (1, "A mistake."), "{kind:?}");
                assert!(page.rounds.is_empty(), "{kind:?}");
            }
            Err(error) => assert!(matches!(error, PortalError::Conflict | PortalError::Denied(_)), "{kind:?}: {error:?}"),
        }
    }
}

/// Questions may change until somebody writes: of both at once one wins, and no paper answers what is not asked.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_changing_the_questions_and_beginning_to_write_one_wins() {
    for kind in KINDS {
        let Planned { portal, chair, ngo, round, .. } = planned(kind).await;
        let session = portal.round_editor(&chair, round).await.expect("reads").session.id;
        for n in 0..12 {
            let words = words(&format!("Round {n}"));
            let round = portal.call_round(&chair, session, NewRound { words: words.clone(), ..upcoming() }).await.expect("calls");
            let version = portal.round_editor(&chair, round).await.expect("reads").version;
            let about = Some(RoundAbout { questions: Vec::new(), ..upcoming().about });
            let change = RoundChange { about, words, window: None, reason: "R".to_owned() };
            let (one, other, hers, mine) = (portal.clone(), portal.clone(), chair.clone(), ngo.clone());
            let (changed, begun) = tokio::join!(
                tokio::spawn(async move { one.change_round(&hers, round, version, change).await }),
                tokio::spawn(async move { other.save_paper(&mine, paper(round)).await }),
            );
            let (changed, begun) = (changed.expect("no panic"), begun.expect("no panic"));
            assert_ne!(changed.is_ok(), begun.is_ok(), "{kind:?}: {changed:?} {begun:?}");
        }
    }
}

/// The button of a new round, pressed twice: the second click finds the round of the first, also while that is still being made.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_two_clicks_one_calls_the_round() {
    for kind in KINDS {
        let Planned { portal, chair, round, .. } = planned(kind).await;
        let session = portal.round_editor(&chair, round).await.expect("reads").session.id;
        for n in 0..8 {
            let new = NewRound { words: words(&format!("Round {n}")), ..upcoming() };
            let call = |portal: ServerPortal, chair: Ctx, new: NewRound| {
                tokio::spawn(async move { portal.call_round(&chair, session, new).await })
            };
            let calls = (call(portal.clone(), chair.clone(), new.clone()), call(portal.clone(), chair.clone(), new.clone()));
            let (one, other) = tokio::join!(calls.0, calls.1);
            assert_eq!(one.expect("no panic").expect("calls"), other.expect("no panic").expect("calls"), "{kind:?}");
        }
        // Another opening is another round, and so is the same form on another day.
        let first = portal.call_round(&chair, session, upcoming()).await.expect("calls");
        assert_eq!(first, round, "{kind:?}: the same click");
        let opens_at = Some(start() + Span::DAY.times(8));
        let window = RoundWindow { opens_at, ..upcoming().window };
        let other = portal.call_round(&chair, session, NewRound { window, ..upcoming() }).await.expect("calls");
        let tomorrow = Ctx { now: start() + Span::DAY, ..chair };
        let later = portal.call_round(&tomorrow, session, upcoming()).await.expect("calls");
        assert!(other != round && later != round && later != other, "{kind:?}");
    }
}
