//! Reminders before a deadline: to whom, at which marks, once, and with which words.

use crate::accounts::register;
use crate::grants::{closes_at, give, organisation_of};
use crate::ledger::{draft, mails, move_deadline};
use crate::papers::open_round;
use crate::support::{TestApp, paper_fields};
use engine::jobs::reminders::tick;
use engine::watch::Work;
use model::calendar;
use model::domain::language::{Language, Locale};
use model::domain::paper::{Consent, PaperContent};
use model::domain::time::{Instant, Span};
use model::portal::{Papers as _, SavePaper};

const H: Span = Span::HOUR;

/// Ticks at an instant.
async fn tick_at(app: &TestApp, at: Instant) {
    app.clock.set(at);
    tick(&app.portal, at).await.expect("ticks");
}

/// Who was reminded of the paper of this title, and when, in the order of the mails.
async fn told(app: &TestApp, title: &str) -> Vec<(String, Instant)> {
    let mut told: Vec<_> = mails(app, "NOT submitted")
        .await
        .into_iter()
        .filter(|mail| mail.body.contains(title))
        .map(|mail| (mail.recipient, mail.written_at))
        .collect();
    told.sort_by_key(|(recipient, at)| (*at, recipient.clone()));
    told
}

/// The contact point and the drafter of one organisation, written to at these instants.
fn ngo(instants: &[Instant]) -> Vec<(String, Instant)> {
    let both = |at: &Instant| ["drafter.ngo@demo.example", "ngo@demo.example"].map(|who| (who.to_owned(), *at));
    instants.iter().flat_map(both).collect()
}

#[tokio::test]
async fn each_mark_writes_once_whatever_is_restarted_and_however_many_nodes_there_are() {
    let app = TestApp::new().await;
    let round = open_round(&app).await;
    let end = closes_at(&app, &round).await;
    let (check, _) = draft(&app, "ngo", &round, "Still at home", "Words.").await;
    tick_at(&app, end - H.times(72) - Span::MICROSECOND).await;
    assert!(told(&app, "Still at home").await.is_empty(), "not before the first mark");
    let mut expected = Vec::new();
    for hours in [72, 24, 2] {
        let mark = end - H.times(hours);
        app.clock.set(mark);
        let other = app.another_node();
        let (one, two) = tokio::join!(tick(&app.portal, mark), tick(&other, mark));
        one.expect("ticks");
        two.expect("ticks");
        expected.push(mark);
        assert_eq!(told(&app, "Still at home").await, ngo(&expected));
        tick_at(&app, mark + Span::MINUTE).await;
        tick(&app.another_node(), mark + Span::MINUTE.times(2)).await.expect("ticks");
        assert_eq!(told(&app, "Still at home").await, ngo(&expected), "once, also after a restart");
    }
    tick_at(&app, end).await;
    tick_at(&app, end + H).await;
    assert_eq!(told(&app, "Still at home").await, ngo(&expected), "nothing after the end");

    // The words: not submitted, the title, until when at its zone and in UTC, what remains, where to go.
    let all = mails(&app, "NOT submitted").await;
    let last: Vec<_> = all.iter().filter(|mail| mail.written_at == end - H.times(2) && mail.body.contains("Still at home")).collect();
    let to = |who: &str| last.iter().find(|mail| mail.recipient == who).expect("was written to");
    let mail = to("ngo@demo.example");
    let only = "Only a contact point";
    assert!(to("drafter.ngo@demo.example").body.contains(only) && !mail.body.contains(only));
    let until = calendar::full(Locale::En, end, "America/New_York");
    let check = format!("{}{check}", crate::support::ORIGIN);
    for words in
        ["“Still at home” is a draft, NOT submitted.", until.as_str(), "Time left: 2 hours.", "press “Submit paper”", check.as_str()]
    {
        assert!(mail.body.contains(words), "{words}: {}", mail.body);
    }
    assert!(until.contains("New York (UTC−5)") && until.contains("UTC"), "{until}");
}

#[tokio::test]
async fn what_was_begun_after_a_mark_is_spoken_of_at_the_next_and_a_late_server_sends_the_newest_only() {
    let app = TestApp::new().await;
    let round = open_round(&app).await;
    let end = closes_at(&app, &round).await;
    draft(&app, "ngo", &round, "Old words", "Words.").await;
    app.clock.set(end - H.times(10));
    draft(&app, "ngo", &round, "New words", "").await;
    // The server was away for the first mark; of two that have passed only the newest is written.
    tick_at(&app, end - H.times(9)).await;
    assert_eq!(told(&app, "Old words").await, ngo(&[end - H.times(9)]));
    assert!(told(&app, "New words").await.is_empty());
    tick_at(&app, end - H.times(2)).await;
    assert_eq!(told(&app, "New words").await, ngo(&[end - H.times(2)]));
    // One mail for both, with what is missing.
    let last = mails(&app, "NOT submitted").await;
    let mail = last.iter().find(|mail| mail.body.contains("“New words”")).expect("one mail");
    assert!(mail.body.contains("“Old words”") && mail.body.contains("The text is missing."), "{}", mail.body);
    app.clock.set(end - H);
    draft(&app, "academia", &round, "At the last moment", "Words.").await;
    tick_at(&app, end - H + Span::MINUTE).await;
    assert!(told(&app, "At the last moment").await.is_empty(), "begun after the last mark");
}

#[tokio::test]
async fn what_is_submitted_needs_no_reminder_and_an_unconfirmed_address_gets_none() {
    let app = TestApp::new().await;
    let round = open_round(&app).await;
    let end = closes_at(&app, &round).await;
    let (submit, version) = draft(&app, "ngo", &round, "Sent in time", "Words.").await;
    app.signed_in("ngo").await.submit(&submit, &[("version", &version)]).await;
    let mut ana = register(&app, "ana@example.org").await;
    let fields = paper_fields(&[("title", "Nobody confirmed"), ("round", &round)]);
    ana.submit("/papers/new", &fields).await;
    tick_at(&app, end - H.times(24)).await;
    assert!(told(&app, "Sent in time").await.is_empty());
    assert!(told(&app, "Nobody confirmed").await.is_empty());
}

#[tokio::test]
async fn a_moved_deadline_moves_the_reminders() {
    let app = TestApp::new().await;
    let round = open_round(&app).await;
    let end = closes_at(&app, &round).await;
    draft(&app, "ngo", &round, "Moved along", "Words.").await;
    tick_at(&app, end - H.times(24)).await;
    move_deadline(&app, &round, "2027-02-01T18:00", "More time for all.").await;
    let later = closes_at(&app, &round).await;
    tick_at(&app, end - H.times(2)).await;
    tick_at(&app, later - H.times(72)).await;
    app.clock.set(later - H.times(30));
    // Told of the new end after its first mark: that mail is the reminder, the next mark comes.
    move_deadline(&app, &round, "2027-02-02T18:00", "A day more.").await;
    let latest = closes_at(&app, &round).await;
    tick_at(&app, later - H.times(23)).await;
    assert_eq!(latest - later, Span::DAY);
    tick_at(&app, latest - H.times(24)).await;
    assert_eq!(told(&app, "Moved along").await, ngo(&[end - H.times(24), later - H.times(72), latest - H.times(24)]));
}

#[tokio::test]
async fn a_grant_has_its_own_marks_for_its_organisation_alone() {
    let app = TestApp::new().await;
    let round = open_round(&app).await;
    let end = closes_at(&app, &round).await;
    let name = organisation_of(&app, "ngo").await;
    draft(&app, "ngo", &round, "With more time", "Words.").await;
    draft(&app, "academia", &round, "With no more time", "Words.").await;
    app.clock.set(end - H.times(48));
    let own = end + Span::DAY.times(4);
    give(&app, &round, &name, own, "The power was out.").await;
    tick_at(&app, end - H.times(24)).await;
    tick_at(&app, own - H.times(72)).await;
    tick_at(&app, own - H.times(24)).await;
    let academia = [("academia@demo.example".to_owned(), end - H.times(24))];
    assert_eq!(told(&app, "With no more time").await, academia);
    assert_eq!(told(&app, "With more time").await, ngo(&[own - H.times(72), own - H.times(24)]));
}

/// The statements that read of what a task does.
fn reading(work: &[Work]) -> usize {
    work.iter().filter(|work| matches!(work, Work::Statement(sql) if sql.starts_with("SELECT"))).count()
}

#[tokio::test]
async fn the_statements_of_a_tick_do_not_grow_with_the_rounds_or_with_the_people() {
    let app = TestApp::new().await;
    let round = open_round(&app).await;
    let end = closes_at(&app, &round).await;
    let mut chair = app.signed_in("chair").await;
    for n in 0..6 {
        // Their ends are far from every mark.
        crate::planning::call(&mut chair, &[("title", &format!("Round {n}")), ("closes_at", "2029-01-11T18:00")]).await;
    }
    for n in 0..5 {
        draft(&app, "ngo", &round, &format!("Paper {n}"), "Words.").await;
    }
    let ticked = async |at: Instant| {
        app.clock.set(at);
        let (done, work) = engine::watch::count(tick(&app.portal, at)).await;
        done.expect("ticks");
        work
    };
    assert_eq!(ticked(end - H.times(80)).await.len(), 3, "one look for each mark, whatever rounds there are");
    let few = ticked(end - H.times(72)).await;
    assert_eq!(told(&app, "Paper 0").await, ngo(&[end - H.times(72)]));
    assert_eq!(ticked(end - H.times(71)).await.len(), 3, "once everybody was told");
    for name in ["academia", "business"] {
        draft(&app, name, &round, "Paper of others", "Words.").await;
    }
    let many = ticked(end - H.times(24)).await;
    assert!(told(&app, "Paper of others").await.len() >= 2, "twice as many people");
    assert!(many.len() > few.len(), "each of them is noted");
    assert_eq!(reading(&many), reading(&few));
}

#[tokio::test]
async fn a_new_version_is_called_one_until_it_is_deleted() {
    let app = TestApp::new().await;
    let round = open_round(&app).await;
    let end = closes_at(&app, &round).await;
    let (check, version) = draft(&app, "ngo", &round, "Twice written", "Words.").await;
    let mut ngo = app.signed_in("ngo").await;
    ngo.submit(&check, &[("version", &version)]).await;
    let (edit, page) = ngo.submit(&check.replace("/submit", "/replace"), &[]).await;
    tick_at(&app, end - H.times(72)).await;
    let mail = mails(&app, "NOT submitted").await.into_iter().find(|mail| mail.body.contains("Twice written")).expect("a mail");
    assert!(mail.body.contains("“Twice written” is a new version of a paper you have submitted."), "{}", mail.body);
    let before = told(&app, "Twice written").await;
    let version = page.html().hidden("version");
    let mut ngo = app.signed_in("ngo").await;
    ngo.submit(&edit.replace("/edit", "/delete"), &[("version", &version)]).await;
    tick_at(&app, end - H.times(24)).await;
    assert_eq!(told(&app, "Twice written").await, before, "nobody is told of what is gone");
}

/// So many drafts of one organisation, all begun at this instant.
async fn many_drafts(app: &TestApp, round: &str, title: &str, count: usize, at: Instant) {
    let ctx = app.ctx_of("ngo@demo.example", at).await;
    for n in 0..count {
        let content = PaperContent {
            title: format!("{title} {n}"),
            text: "Words.".to_owned(),
            consent: Some(Consent::WithoutName),
            ..PaperContent::empty(Language::En)
        };
        let save = SavePaper { id: None, round: round.parse().expect("an id"), organisation: None, version: 0, asked: None, content };
        app.portal.save_paper(&ctx, save).await.expect("saves");
    }
}

#[tokio::test]
async fn a_mail_lists_twenty_and_counts_all_that_were_known_before_the_mark() {
    let app = TestApp::new().await;
    let round = open_round(&app).await;
    let mark = closes_at(&app, &round).await - H.times(24);
    let ctx = app.ctx_of("ngo@demo.example", app.now()).await;
    let own = app.portal.own_input(&ctx).await.expect("reads").papers;
    let there = own.iter().filter(|paper| paper.round.to_string() == round && paper.state.is_editable()).count();
    many_drafts(&app, &round, "Old", 20 - there, mark - H).await;
    // Newer ones do not push them out of the mail.
    many_drafts(&app, &round, "New", 25, mark + Span::MINUTE).await;
    tick_at(&app, mark + H).await;
    let mail_at = async |at: Instant| {
        let mine = |mail: &model::portal::Mail| mail.written_at == at && mail.recipient == "ngo@demo.example";
        mails(&app, "NOT submitted").await.into_iter().find(mine).expect("one mail")
    };
    let listed = |mail: &model::portal::Mail| mail.body.matches(", NOT submitted.").count();
    let mail = mail_at(mark + H).await;
    assert_eq!(
        (listed(&mail), mail.body.contains("“New "), mail.body.contains("There may be more")),
        (20, false, false),
        "{there} {}: {}",
        mail.subject,
        mail.body
    );
    assert_eq!(mail.subject, "NOT submitted, 23 hours left: 20 inputs to “Position papers”");
    tick_at(&app, mark + H.times(22)).await;
    let mail = mail_at(mark + H.times(22)).await;
    assert_eq!((listed(&mail), mail.body.contains("There may be more")), (20, true), "{}", mail.body);
    assert!(mail.subject.contains("45 inputs"), "{}", mail.subject);
}

#[tokio::test]
async fn a_reminder_is_written_in_the_language_of_its_reader() {
    let app = TestApp::new().await;
    let round = open_round(&app).await;
    let end = closes_at(&app, &round).await;
    draft(&app, "ngo", &round, "In my language", "Words.").await;
    let mut ngo = app.signed_in("ngo").await;
    let name = ngo.get("/account/details").await.html().value("Full name");
    ngo.submit("/account/details", &[("full_name", &name), ("mail_language", "ar")]).await;
    tick_at(&app, end - H.times(24)).await;
    let mail = mails(&app, "لم تُقدَّم").await.remove(0);
    assert!(mail.body.contains("مسودة لم تُقدَّم") && mail.body.contains("/ar/papers/"), "{}", mail.body);
}
