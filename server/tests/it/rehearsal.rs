//! Rehearsing a deadline: the chair sees what will be, and nothing of it stays.

use crate::grants::closes_at;
use crate::ledger::{draft, mails, move_deadline};
use crate::papers::open_round;
use crate::support::{Html, Persona, TestApp};
use axum::http::StatusCode;
use model::domain::rehearsal::{Moment, Sight};
use model::domain::time::Span;
use model::portal::{Ctx, Outbox as _};

/// One sight of a rehearsal, as the chair gets it.
async fn look(chair: &mut Persona<'_>, round: &str, moment: Moment, sight: Sight) -> Html {
    let answer = chair.get(&format!("/rounds/{round}/rehearsal/{}/{}", moment.code(), sight.code())).await;
    assert_eq!(answer.status, StatusCode::OK, "{moment:?} {sight:?}: {}", answer.text());
    let policy = answer.headers.get("content-security-policy").and_then(|value| value.to_str().ok()).unwrap_or_default();
    assert!(policy.contains("form-action 'none'") && !policy.contains("script-src"), "{policy}");
    let html = answer.html();
    assert_eq!(html.count("script"), 0, "{moment:?} {sight:?}");
    assert!(html.text(".rehearsal-banner").contains("Nothing here is kept or sent."), "{moment:?} {sight:?}");
    html
}

/// The open round for comments on the zero draft.
async fn comment_round(app: &TestApp) -> String {
    let body = app.visitor().get("/bodies/oewg").await.html();
    for link in body.links("").into_iter().filter(|link| link.starts_with("/rounds/")) {
        let page = app.visitor().get(&link).await.html();
        if page.links("").iter().any(|link| link.starts_with("/drafts/")) && page.text(".page-head__deadline").contains("Open") {
            return link.trim_start_matches("/rounds/").to_owned();
        }
    }
    panic!("no open round for comments in {}", body.main_text());
}

#[tokio::test]
async fn each_moment_shows_what_people_will_see_and_be_written() {
    let app = TestApp::new().await;
    let round = open_round(&app).await;
    let mut chair = app.signed_in("chair").await;
    let page = chair.get(&format!("/rounds/{round}")).await.html();
    let overview = chair.get(&page.link("Rehearse the deadline")).await.html();
    for words in ["24 hours before", "One minute before", "At the closing", "One second after", "After an extension by a week"] {
        assert!(overview.texts("main h2").iter().any(|heading| heading == words), "{words}: {}", overview.main_text());
    }
    assert_eq!(overview.links("What the author is answered").len(), Moment::ALL.len());

    let [first, second, third] = ["NOT submitted, 3 days left", "NOT submitted, 1 day left", "NOT submitted, 2 hours left"];
    let expected: [(Moment, &str, &str, &[&str]); 5] = [
        // moment, before submitting, the answer, the subjects of the mails
        (Moment::DayBefore, "Submit paper", "Your paper is submitted", &[first, second, "Received"]),
        (Moment::MinuteBefore, "Submit paper", "Your paper is submitted", &[first, second, third, "Received"]),
        (Moment::Closing, "Closed", "Not submitted", &[first, second, third, "Not submitted: REF-"]),
        (Moment::SecondAfter, "Closed", "Not submitted", &[first, second, third, "Not submitted: REF-"]),
        (Moment::Extended, "Submit paper", "Your paper is submitted", &[first, second, third, "Open again", "Received"]),
    ];
    for (moment, submit, answer, letters) in expected {
        let before = look(&mut chair, &round, moment, Sight::Submit).await;
        assert!(before.main_text().contains(submit), "{moment:?}: {}", before.main_text());
        let answered = look(&mut chair, &round, moment, Sight::Answer).await;
        assert!(answered.main_text().contains(answer), "{moment:?}: {}", answered.main_text());
        let subjects = look(&mut chair, &round, moment, Sight::Mails).await.texts("main article h2");
        assert_eq!(subjects.len(), letters.len(), "{moment:?}: {subjects:#?}");
        for (subject, words) in subjects.iter().zip(letters) {
            assert!(subject.contains(words), "{moment:?} {words}: {subjects:#?}");
        }
        let desk = look(&mut chair, &round, moment, Sight::Desk).await;
        assert!(desk.main_text().contains("Invented paper"), "{moment:?}: {}", desk.main_text());
        look(&mut chair, &round, moment, Sight::Round).await;
    }
}

#[tokio::test]
async fn what_is_rehearsed_is_what_comes() {
    let app = TestApp::new().await;
    for round in [open_round(&app).await, comment_round(&app).await] {
        let now = app.now();
        let closes_at = closes_at(&app, &round).await;
        for moment in [Moment::DayBefore, Moment::MinuteBefore, Moment::Closing, Moment::SecondAfter] {
            app.clock.set(now);
            let rehearsed = look(&mut app.signed_in("chair").await, &round, moment, Sight::Round).await;
            app.clock.set(moment.at(closes_at));
            let real = app.visitor().get(&format!("/rounds/{round}")).await.html();
            assert_eq!(rehearsed.main_text(), real.main_text(), "{moment:?}");
        }
        app.clock.set(now);
    }
}

#[tokio::test]
async fn a_rehearsal_touches_nobody() {
    let app = TestApp::new().await;
    let round = open_round(&app).await;
    let (submit, version) = draft(&app, "ngo", &round, "Real words", "Of a real author.").await;
    let mut chair = app.signed_in("chair").await;
    let mut ngo = app.signed_in("ngo").await;
    let ctx: Ctx = app.ctx_of("ngo@demo.example", app.now()).await;
    let paths = [format!("/rounds/{round}"), format!("/rounds/{round}/ledger"), "/papers".to_owned(), "/organisations".to_owned()];
    let mut before = Vec::new();
    for path in &paths {
        before.push(app.visitor().get(path).await.bytes);
    }
    let (desk, letters) = (ngo.get("/desk").await.unkeyed(), app.portal.mails(&ctx).await.expect("mails").len());
    for moment in Moment::ALL {
        for sight in Sight::ALL {
            let page = look(&mut chair, &round, *moment, *sight).await;
            assert!(!page.main_text().contains("Real words"), "nobody's draft is opened: {}", page.main_text());
        }
    }
    for (path, bytes) in paths.iter().zip(before) {
        assert!(app.visitor().get(path).await.bytes == bytes, "{path} has changed");
    }
    assert!(ngo.get("/desk").await.unkeyed() == desk, "the desk has changed");
    assert_eq!(app.portal.mails(&ctx).await.expect("mails").len(), letters);
    // Writers come after it as if nothing had been, and numbers have no gap.
    ngo.submit(&submit, &[("version", &version)]).await;
    let receipt = ngo.get(&submit.replace("/submit", "/receipt")).await.html();
    let number = receipt.text(".receipt__number");
    let (second, version) = draft(&app, "business", &round, "More words", "Of another author.").await;
    let mut business = app.signed_in("business").await;
    look(&mut chair, &round, Moment::MinuteBefore, Sight::Answer).await;
    business.submit(&second, &[("version", &version)]).await;
    let next = business.get(&second.replace("/submit", "/receipt")).await.html().text(".receipt__number");
    let running = |number: &str| number.rsplit('-').next().and_then(|digits| digits.parse::<u32>().ok()).expect("a number");
    assert_eq!(running(&next), running(&number) + 1, "{number} {next}");
}

#[tokio::test]
async fn a_round_for_comments_is_rehearsed_too() {
    let app = TestApp::new().await;
    let round = comment_round(&app).await;
    let mut chair = app.signed_in("chair").await;
    let open = look(&mut chair, &round, Moment::MinuteBefore, Sight::Submit).await;
    assert!(open.has_button("Send comment"), "{}", open.main_text());
    let received = look(&mut chair, &round, Moment::MinuteBefore, Sight::Answer).await;
    assert!(received.main_text().contains("Your comment is sent"), "{}", received.main_text());
    let refused = look(&mut chair, &round, Moment::Closing, Sight::Answer).await;
    assert!(refused.main_text().contains("closed"), "{}", refused.main_text());
    let letters = look(&mut chair, &round, Moment::Closing, Sight::Mails).await.texts("main article");
    assert!(letters.iter().any(|letter| letter.contains("REF-")), "{letters:#?}");
}

#[tokio::test]
async fn a_list_of_speakers_is_rehearsed_too() {
    let app = TestApp::new().await;
    let round = crate::speakers::list_of_speakers(&app).await;
    let mut chair = app.signed_in("chair").await;
    let (on_list, closed) = ("Your organisation is on the list of speakers", "The list of speakers closed on");
    for (moment, submit, answer, letters) in [
        (Moment::DayBefore, "Ask to speak", on_list, 1),
        (Moment::Closing, closed, closed, 0),
        (Moment::Extended, "Ask to speak", on_list, 1),
    ] {
        let before = look(&mut chair, &round, moment, Sight::Submit).await;
        assert!(before.main_text().contains(submit), "{moment:?}: {}", before.main_text());
        let answered = look(&mut chair, &round, moment, Sight::Answer).await;
        assert!(answered.main_text().contains(answer), "{moment:?}: {}", answered.main_text());
        let subjects = look(&mut chair, &round, moment, Sight::Mails).await.texts("main article h2");
        assert_eq!(subjects.len(), letters, "{moment:?}: {subjects:#?}");
        for sight in [Sight::Round, Sight::Desk] {
            look(&mut chair, &round, moment, sight).await;
        }
    }
    // Nothing of it is real.
    let page = app.visitor().get(&format!("/rounds/{round}")).await.html();
    assert!(!page.main_text().contains("Invented organisation"), "{}", page.main_text());
}

#[tokio::test]
async fn an_application_for_accreditation_is_rehearsed_too() {
    let app = TestApp::new().await;
    let round = crate::accreditations::round_of(&app).await;
    let mut chair = app.signed_in("chair").await;
    for (moment, submit, answer, letters) in [
        (Moment::MinuteBefore, "Apply for accreditation", "Interest expressed", 1),
        (Moment::Closing, "Applications closed on", "Applications closed on", 0),
        (Moment::Extended, "Apply for accreditation", "Interest expressed", 1),
    ] {
        let before = look(&mut chair, &round, moment, Sight::Submit).await;
        assert!(before.main_text().contains(submit), "{moment:?}: {}", before.main_text());
        let answered = look(&mut chair, &round, moment, Sight::Answer).await;
        assert!(answered.main_text().contains(answer), "{moment:?}: {}", answered.main_text());
        let subjects = look(&mut chair, &round, moment, Sight::Mails).await.texts("main article h2");
        assert_eq!(subjects.len(), letters, "{moment:?}: {subjects:#?}");
    }
    // Nothing of it is real.
    let list = chair.get(&format!("/rounds/{round}/applications")).await.html();
    assert!(!list.main_text().contains("Invented organisation"), "{}", list.main_text());
}

#[tokio::test]
async fn reminders_appear_as_they_will_really_go_out() {
    let app = TestApp::new().await;
    let round = open_round(&app).await;
    let closes = closes_at(&app, &round).await;
    // Set ten hours before it: the marks of 72 and 24 hours have passed.
    move_deadline(&app, &round, "2027-01-15T18:00", "Later.").await;
    let later = closes_at(&app, &round).await;
    assert!(later > closes);
    app.clock.set(later - Span::HOUR.times(10));
    move_deadline(&app, &round, "2027-01-15T18:30", "Half an hour more.").await;
    let letters = look(&mut app.signed_in("chair").await, &round, Moment::MinuteBefore, Sight::Mails).await.texts("main article");
    assert_eq!(letters.iter().filter(|letter| letter.contains("NOT submitted")).count(), 1, "{letters:#?}");
    assert!(mails(&app, "NOT submitted").await.is_empty());
}

#[tokio::test]
async fn a_rehearsal_is_for_the_chair_of_the_body() {
    let app = TestApp::new().await;
    let round = open_round(&app).await;
    let paths = [format!("/rounds/{round}/rehearsal"), format!("/rounds/{round}/rehearsal/closing/mails")];
    for path in &paths {
        assert_eq!(app.visitor().get(path).await.status, StatusCode::FORBIDDEN);
        for name in ["ngo", "moderator.rnp", "secretariat"] {
            let refused = app.signed_in(name).await.get(path).await;
            assert_eq!(refused.status, StatusCode::FORBIDDEN, "{name} {path}");
            let policy = refused.headers["content-security-policy"].to_str().expect("ASCII");
            assert!(policy.contains("form-action 'self'"), "one can still sign out: {policy}");
        }
    }
    let mut chair = app.signed_in("chair").await;
    for wrong in ["closing/nothing", "never/mails", "closing/"] {
        assert_eq!(chair.get(&format!("/rounds/{round}/rehearsal/{wrong}")).await.status, StatusCode::NOT_FOUND, "{wrong}");
    }
    assert_eq!(chair.get("/rounds/0192f0c8-0000-7000-8000-000000000001/rehearsal/closing/mails").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn an_extension_says_to_how_many_it_would_be_written() {
    let app = TestApp::new().await;
    let round = open_round(&app).await;
    let mut chair = app.signed_in("chair").await;
    let words = look(&mut chair, &round, Moment::Extended, Sight::Mails).await.main_text();
    assert!(words.contains("people would be written to"), "{words}");
    let said: usize = words.split("Besides, ").nth(1).and_then(|rest| rest.split(' ').next()).expect("a number").parse().expect("a number");
    assert!(!look(&mut chair, &round, Moment::Closing, Sight::Mails).await.main_text().contains("would be written to"));
    // So many it is.
    let subject = "Deadline extended";
    let before = mails(&app, subject).await.len();
    move_deadline(&app, &round, "2027-02-15T18:00", "Really.").await;
    assert_eq!(mails(&app, subject).await.len() - before, said);
}

#[tokio::test]
async fn co_signing_is_rehearsed_with_a_paper_that_is_open() {
    let app = TestApp::new().await;
    let round = crate::co_signing::round_of(&app).await;
    let mut chair = app.signed_in("chair").await;
    let (signed, closed) = ("Your organisation has co-signed this paper", "Co-signing closed on");
    for (moment, submit, answer, letters) in [
        (Moment::DayBefore, "Co-sign this paper", signed, 1),
        (Moment::Closing, closed, closed, 0),
        (Moment::Extended, "Co-sign this paper", signed, 1),
    ] {
        let before = look(&mut chair, &round, moment, Sight::Submit).await;
        let buttons = before.texts("main button").join(" ");
        assert!(before.main_text().contains(submit) || buttons.contains(submit), "{moment:?}: {}", before.main_text());
        let answered = look(&mut chair, &round, moment, Sight::Answer).await;
        assert!(answered.main_text().contains(answer), "{moment:?}: {}", answered.main_text());
        let subjects = look(&mut chair, &round, moment, Sight::Mails).await.texts("main article h2");
        assert_eq!(subjects.len(), letters, "{moment:?}: {subjects:#?}");
    }
    // Nothing of it is real.
    let paper = crate::co_signing::open_paper(&app).await;
    assert!(!chair.get(&paper).await.text().contains("Invented organisation"));
    assert_eq!(mails(&app, "Co-signed: ").await.iter().filter(|mail| mail.recipient.ends_with("rehearsal.invalid")).count(), 0);
}
