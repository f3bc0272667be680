//! The pages of the consultation, rendered from a sample: what they must say, what they must not let through.

use super::*;
use crate::render::{Cx, PageResult};
use crate::testing::sample::{
    self, ACCREDITATION, ACCREDITATION_ROUND, CO_SIGNING_ROUND, COMMENT, DRAFT, LATE, PAPER, PROVISION, ROUND, SESSION, SPEAKERS_ROUND,
    Sample,
};
use crate::testing::{moderation as testing_moderation, themes as testing_themes};
use crate::ui::testing;
use model::domain::audit::AuditAct;
use model::domain::comment::Stance;
use model::domain::comment_filter::CommentFilter;
use model::domain::ids::{AnnouncementId, CorrigendumId, LateAttemptId, PersonId, PreparationId, RoleId};
use model::domain::item::{ItemKind, ItemState};
use model::domain::language::{Language, Locale};
use model::domain::person::Actor;
use model::domain::time::Span;
use model::domain::validate::Fault;
use model::error::{FieldError, PortalError};
use model::forms::{BulkForm, CommentForm, FormState, PaperForm};
use model::portal::{AuditFilter, CompilationQuery, EarlierCursors, Extent, InputCursors, OrganisationFilter, SaidQuery, Scope, Shelf};
use std::task::{Context, Poll, Waker};

mod of_sessions;

const PREPARATION: PreparationId = PreparationId(uuid::Uuid::from_u128(90));
const ANNOUNCEMENT: AnnouncementId = AnnouncementId(uuid::Uuid::from_u128(40));

/// The sample answers at once: one look at the future is enough.
fn now<T>(future: impl Future<Output = T>) -> T {
    let mut future = std::pin::pin!(future);
    match future.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(value) => value,
        Poll::Pending => panic!("the sample never waits"),
    }
}

fn cx(l: Locale, actor: Actor, sample: Sample) -> Cx {
    testing::cx(l, "/somewhere", actor, sample)
}

fn member() -> Actor {
    testing::person(&[])
}

fn other() -> Actor {
    match testing::person(&[]) {
        Actor::Person(mut person) => {
            person.memberships.clear();
            Actor::Person(person)
        }
        Actor::Anonymous => Actor::Anonymous,
    }
}

/// Some of the comments of a paragraph, on a later page.
fn oppose() -> SaidQuery {
    let filter = CommentFilter { stance: Some(Stance::Oppose), ..CommentFilter::default() };
    SaidQuery { filter, after: Some(COMMENT), earlier: Some(COMMENT), language: Some(Language::Zh) }
}

/// A text and a provision in other languages, and the chair's pages of those.
fn in_languages(cx: &Cx) -> Vec<(&'static str, PageResult)> {
    vec![
        ("draft_in_arabic", now(draft::page(cx, DRAFT, CommentFilter::default(), Some(Language::Ar)))),
        ("draft_in_russian", now(draft::page(cx, DRAFT, CommentFilter::default(), Some(Language::Ru)))),
        (
            "provision_in_arabic",
            now(provision::page(cx, PROVISION, SaidQuery { language: Some(Language::Ar), ..SaidQuery::default() }, None)),
        ),
        ("translations", now(translations::page(cx, DRAFT))),
        ("translation", now(translations::edit(cx, DRAFT, Language::Fr, None))),
    ]
}

/// Every page of this room, by name.
fn all(cx: &Cx) -> Vec<(&'static str, PageResult)> {
    let org = testing::organisation().id;
    let audited = AuditFilter { object: "<b> \"x\"".to_owned(), email: "<b>".to_owned(), act: Some(AuditAct::SignedIn) };
    let filter = OrganisationFilter { search: "<b>".to_owned(), ..OrganisationFilter::default() };
    let mut all = vec![
        ("home", now(home::page(cx))),
        ("body", now(body::page(cx, "oewg"))),
        ("session", now(session::page(cx, SESSION))),
        ("plan_session", now(plan_session::new(cx, "oewg", None))),
        ("plan_session_edit", now(plan_session::edit(cx, SESSION, None))),
        ("plan_round", now(plan_round::new(cx, SESSION, Some("last-day"), None))),
        ("plan_round_edit", now(plan_round::edit(cx, ROUND, None))),
        ("withdraw_round", now(plan_round::withdraw(cx, ROUND, None))),
        ("round", now(round::page(cx, ROUND))),
        ("round_papers", now(round_papers::page(cx, ROUND, Shelf::InTime, None))),
        ("round_late_papers", now(round_papers::page(cx, ROUND, Shelf::Late, Some("x")))),
        ("round_chair_papers", now(round_papers::page(cx, ROUND, Shelf::ForTheChair, None))),
        ("deadline", now(deadline::page(cx, ROUND, None))),
        ("ledger", now(ledger::page(cx, ROUND))),
        ("grants", now(grants::page(cx, ROUND, "<b>", None))),
        ("round_speakers", now(round::page(cx, SPEAKERS_ROUND))),
        ("speak", now(speak::page(cx, ROUND, None, None))),
        ("speakers", now(speakers::page(cx, ROUND, None))),
        ("round_accreditation", now(round::page(cx, ACCREDITATION_ROUND))),
        ("apply", now(apply::page(cx, ACCREDITATION_ROUND, None, None))),
        ("applications", now(applications::page(cx, ACCREDITATION_ROUND, None, None))),
        ("accreditation", now(accreditation::page(cx, ACCREDITATION, None))),
        ("round_co_signing", now(round::page(cx, CO_SIGNING_ROUND))),
        ("co_sign", now(co_sign::page(cx, CO_SIGNING_ROUND, PAPER, None, None))),
        ("late_inbox", now(late::inbox(cx, ROUND))),
        ("late_attempt", now(late::attempt(cx, LATE, None))),
        ("refusal", now(late::refusal(cx, LATE))),
        ("refusal_admitted", now(late::refusal(cx, LateAttemptId(uuid::Uuid::nil())))),
        ("subgroup", now(subgroup::page(cx, "sg-rnp", None))),
        ("subgroup_members", now(subgroup::members(cx, "sg-rnp", None))),
        ("subgroup_papers", now(subgroup::papers(cx, "sg-rnp", Some("x")))),
        ("subgroup_desk", now(subgroup::desk(cx, "sg-rnp", None))),
        ("join_request", now(subgroup::request(cx, "sg-rnp", testing::organisation().id, None))),
        ("announcement_new", now(announcement::new(cx, "sg-rnp", None))),
        ("announcement_edit", now(announcement::edit(cx, ANNOUNCEMENT, None))),
        ("announcement", now(announcement::page(cx, ANNOUNCEMENT, None))),
        ("offices", now(offices::page(cx, "oewg"))),
        ("appoint", now(offices::appoint_in_body(cx, "oewg", None))),
        ("appoint_administrator", now(offices::appoint_in_portal(cx, None))),
        ("end_office", now(offices::end(cx, RoleId(uuid::Uuid::nil()), None))),
        ("admin", now(admin::page(cx, true))),
        ("audit", now(audit::page(cx, &audited, Some("x")))),
        ("audit_all", now(audit::page(cx, &AuditFilter::default(), None))),
        ("status", now(status::page(cx))),
        ("secretariat", now(secretariat::desk(cx, None))),
        ("find", now(secretariat::find(cx, " <b>x</b> ", None, Some("x")))),
        ("find_nothing", now(secretariat::find(cx, " ", None, None))),
        ("person_file", now(secretariat::person(cx, PersonId(uuid::Uuid::nil()), None, Some(secretariat::Done::Resent)))),
        ("remove_factor", now(secretariat::remove_factor(cx, PersonId(uuid::Uuid::nil()), None))),
        ("organisation_file", now(secretariat::organisation(cx, testing::organisation().id, None))),
        ("norms", now(norms::page(cx))),
        ("papers", now(papers::page(cx, None))),
        ("paper", now(paper::page(cx, PAPER))),
        ("paper_new", now(paper_new::page(cx, ROUND, None))),
        ("paper_edit", now(paper_edit::page(cx, PAPER, None))),
        ("submit", now(submit::page(cx, PAPER, None))),
        ("withdraw", now(withdraw::page(cx, PAPER, None))),
        ("joint", now(joint::page(cx, PAPER, "x", None))),
        ("joint_request", now(joint_request::page(cx, PAPER, None, None))),
        ("corrigendum", now(corrigendum::page(cx, PAPER, None))),
        ("moderate_corrigendum", now(moderation::corrigendum(cx, CorrigendumId(uuid::Uuid::nil()), None))),
        ("delete_draft", now(delete_draft::page(cx, PAPER, None))),
        ("compare", now(compare::page(cx, PAPER, None, None))),
        ("receipt_paper", now(receipt::paper(cx, PAPER))),
        ("receipt_comment", now(receipt::comment(cx, COMMENT))),
        ("comment", now(comment::page(cx, COMMENT))),
        ("change_comment", now(comment::change(cx, COMMENT))),
        ("withdraw_comment", now(withdraw_comment::page(cx, COMMENT, None))),
        ("queues", now(moderation::queues(cx, moderation::Asked::default(), None))),
        ("moderate_paper", now(moderation::paper(cx, PAPER, moderation::Asked::default()))),
        ("moderate_comment", now(moderation::comment(cx, COMMENT, moderation::Asked::default()))),
        ("redact_paper", now(moderation::redact(cx, ItemKind::Paper, PAPER.item(), None))),
        ("redact_comment", now(moderation::redact(cx, ItemKind::Comment, COMMENT.item(), None))),
        ("bulk", now(moderation::bulk(cx, BulkForm::default(), None))),
        ("act", now(moderation::act(cx, testing_moderation::DECISION, None))),
        ("reply", now(moderation::reply(cx, testing_moderation::DECISION, None))),
        ("appeal", now(moderation::appeal(cx, testing_moderation::APPEAL, None))),
        ("moderation_rules", Ok(moderation::rules(cx))),
        ("organisations", now(organisations::page(cx, &filter, Some("x")))),
        ("organisation", now(organisation::page(cx, org, &InputCursors::default()))),
        ("organisation_edit", now(organisation_edit::page(cx, org, None))),
        ("organisation_join", now(organisation_join::page(cx, org, None))),
        ("organisation_merge", now(organisation_merge::page(cx, org, "<b>", None))),
        ("members", now(members::page(cx, org, None))),
        ("invitation", now(invitation::page(cx, "to<b>ken", None))),
        ("find_organisation", now(find_organisation::page(cx, "<b>", None))),
    ];
    all.extend(in_languages(cx));
    all.extend(of_themes(cx));
    all.extend(of_sessions::all(cx));
    all.extend(of_texts(cx));
    all
}

/// The pages of themes, also after a refusal.
fn of_themes(cx: &Cx) -> Vec<(&'static str, PageResult)> {
    use model::forms::{TagForm, ThemeForm, ThemeMergeForm, ThemeSplitForm};
    let theme = testing_themes::THEME;
    let typed = || ThemeForm { name: "<b>".to_owned(), version: "3".to_owned(), ..ThemeForm::default() };
    let tags = TagForm { themes: vec![theme], tree: "3".to_owned(), ..TagForm::default() };
    let split = ThemeSplitForm { names: vec!["<b>".to_owned()], ..ThemeSplitForm::default() };
    let faults = || PortalError::Invalid(vec![FieldError { field: ThemeForm::NAME, fault: Fault::ThemeNameTaken }]);
    let filter = model::domain::queue_filter::QueueFilter::default();
    vec![
        ("themes", now(themes::tree(cx, "sg-rnp", Some(testing_themes::THEME_ACT), None))),
        ("themes_changed", now(themes::tree(cx, "sg-rnp", None, Some(FormState::refused(typed(), PortalError::Conflict))))),
        ("themes_refused", now(themes::tree(cx, "sg-rnp", None, Some(FormState::refused(typed(), faults()))))),
        ("theme_kept", now(themes::one(cx, theme, None, None))),
        ("theme_merge", now(themes::merge(cx, "sg-rnp", ThemeMergeForm { themes: vec![theme], into: typed() }, None))),
        ("theme_split", now(themes::split(cx, theme, None))),
        ("theme_split_changed", now(themes::split(cx, theme, Some(FormState::refused(split, PortalError::Conflict))))),
        ("theme_act", now(themes::act(cx, testing_themes::THEME_ACT, None))),
        ("paper_themes", now(themes::paper(cx, PAPER, filter))),
        (
            "comment_themes_changed",
            now(themes::input(
                cx,
                ItemKind::Comment,
                COMMENT.item(),
                filter,
                Some(FormState::refused(tags, PortalError::Conflict)),
                &moderation::Typed::default(),
            )),
        ),
        ("theme", now(themes::public(cx, theme, Some("x")))),
    ]
}

/// The pages of draft texts.
fn of_texts(cx: &Cx) -> Vec<(&'static str, PageResult)> {
    vec![
        ("draft", now(draft::page(cx, DRAFT, CommentFilter::default(), None))),
        ("earlier", now(earlier::page(cx, DRAFT, EarlierCursors { open: Some(COMMENT), said: Some(COMMENT) }, None))),
        ("texts", now(texts::page(cx, "oewg"))),
        ("text_new", now(text_edit::new(cx, "oewg", None))),
        ("text_edit", now(text_edit::edit(cx, PREPARATION, None))),
        ("origins", now(origins::page(cx, PREPARATION, None))),
        ("issue", now(issue::page(cx, PREPARATION, None))),
        ("drop_preparation", now(issue::drop(cx, PREPARATION, None))),
        ("compare_texts", now(compare_texts::page(cx, DRAFT, DRAFT, compare_texts::View::Inline))),
        ("compare_texts_side", now(compare_texts::page(cx, DRAFT, DRAFT, compare_texts::View::Side))),
        ("compilation", now(compilation::page(cx, DRAFT, CompilationQuery::default()))),
        (
            "compilation_full",
            now(compilation::page(
                cx,
                DRAFT,
                CompilationQuery { scope: Scope::Full, filter: oppose().filter, extent: Extent::Page { after: Some(0) } },
            )),
        ),
        ("provision", now(provision::page(cx, PROVISION, SaidQuery::default(), None))),
        ("provision_filtered", now(provision::page(cx, PROVISION, oppose(), None))),
        ("links", now(links::page(cx, PROVISION, None))),
        ("norm", now(norm::page(cx, "n-c", None))),
        ("provision_status", now(provision_status::page(cx, PROVISION, None))),
    ]
}

fn html(page: PageResult) -> String {
    page.expect("a page").html
}

fn samples() -> Vec<(&'static str, Sample, Actor)> {
    let draft = Sample { paper: ItemState::Draft, comment: ItemState::Draft, own: true, ..Sample::default() };
    let returned = Sample { paper: ItemState::Returned, comment: ItemState::Returned, ..draft };
    let submitted = Sample { paper: ItemState::Submitted, comment: ItemState::Submitted, ..Sample::default() };
    vec![
        ("public", Sample::default(), Actor::Anonymous),
        ("empty", Sample { empty: true, ..Sample::default() }, Actor::Anonymous),
        ("draft", draft, member()),
        ("returned", returned, member()),
        ("withdrawn", Sample { paper: ItemState::Withdrawn, comment: ItemState::Withdrawn, ..returned }, member()),
        ("replaced", Sample { paper: ItemState::Replaced, ..returned }, member()),
        ("stands", Sample { paper: ItemState::Accepted, comment: ItemState::Accepted, ..returned }, member()),
        ("closed", Sample { left: Span::HOUR.times(-3), ..draft }, member()),
        ("office", submitted, other()),
    ]
}

#[test]
fn what_people_wrote_is_never_markup_and_every_page_has_one_heading() {
    for l in Locale::ALL {
        for (name, sample, actor) in samples() {
            for (page, result) in all(&cx(l, actor.clone(), sample)) {
                let Ok(rendered) = result else { continue };
                let html = &rendered.html;
                if let Ok(folder) = std::env::var("OPENFLOOR_TEST_PAGES") {
                    std::fs::write(format!("{folder}/{}-{name}-{page}.html", l.code()), html).expect("writable");
                }
                let body = &html[html.find("<main").expect("main")..html.find("</main>").expect("main ends")];
                for bad in ["<b>", "<script>alert", "</textarea><script", "<sources>", "<region>", "<title>", "style=", "onclick"] {
                    assert!(!body.contains(bad), "{name}/{page}: {bad}\n{body}");
                }
                assert_eq!(body.matches("<h1").count(), 1, "{name}/{page}\n{body}");
                assert!(body.matches("button--primary").count() <= 1, "{name}/{page} has more than one primary action\n{body}");
                let mut ids: Vec<_> = html.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
                ids.sort_unstable();
                let many = ids.len();
                ids.dedup();
                // The sample uses one provision and one comment several times over.
                if !matches!(page, "draft" | "draft_in_arabic" | "draft_in_russian" | "summary") {
                    assert_eq!(ids.len(), many, "{name}/{page}: an id stands twice");
                }
            }
        }
    }
}

#[test]
fn public_pages_are_the_same_every_time() {
    let cx = cx(Locale::En, Actor::Anonymous, Sample::default());
    for ((name, once), (_, again)) in all(&cx).into_iter().zip(all(&cx)) {
        assert_eq!(once, again, "{name}");
    }
}

#[test]
fn the_words_of_the_contract() {
    let draft = Sample { paper: ItemState::Draft, comment: ItemState::Draft, own: true, ..Sample::default() };
    let member = cx(Locale::En, member(), draft);
    let editor = html(now(paper_edit::page(&member, PAPER, None)));
    for words in [
        ">Title</label>",
        ">Language</label>",
        ">Subgroup</label>",
        ">Text</label>",
        ">Save draft</button>",
        ">Check before submitting</button>",
    ] {
        assert!(editor.contains(words), "{words}");
    }
    assert!(editor.contains("NOT submitted"), "{editor}");
    assert!(html(now(submit::page(&member, PAPER, None))).contains(">Submit paper</button>"));
    let form = html(now(provision::page(&member, PROVISION, SaidQuery::default(), None)));
    for words in [">Stance</label>", ">Operation</label>", ">Proposed text</label>", ">Reason</label>", ">Send comment</button>"] {
        assert!(form.contains(words), "{words}");
    }
    let joining = cx(Locale::En, self::member(), Sample { own: false, ..draft });
    assert!(html(now(subgroup::page(&joining, "sg-rnp", None))).contains(">Join subgroup</button>"));
    let moving = html(now(deadline::page(&member, ROUND, None)));
    for words in [">Closes at</label>", ">Time zone</label>", ">Reason</label>", ">Change deadline</button>"] {
        assert!(moving.contains(words), "{words}");
    }
    let granting = html(now(grants::page(&member, ROUND, "", None)));
    for words in [">Organisation</label>", ">Ends at</label>", ">Time zone</label>", ">Reason</label>", ">Give the grant</button>"] {
        assert!(granting.contains(words), "{words}");
    }
    let office = cx(Locale::En, other(), Sample { paper: ItemState::Submitted, ..Sample::default() });
    let decision = html(now(moderation::paper(&office, PAPER, moderation::Asked::default())));
    for words in [">Accept</button>", ">Ask for revision</button>", ">Decline</button>", ">Reason</label>"] {
        assert!(decision.contains(words), "{words}");
    }
    let summary = html(now(summary::page(&office, SESSION)));
    for words in [">DOCX</a>", ">CSV</a>", ">JSON</a>"] {
        assert!(summary.contains(words), "{words}");
    }
    assert!(html(now(session::page(&member, SESSION))).contains(">Consolidated summary</a>"));
}

#[test]
fn a_conflict_shows_both_texts_and_makes_saving_again_a_choice() {
    let draft = Sample { paper: ItemState::Draft, own: true, ..Sample::default() };
    let form = PaperForm {
        title: "Mine".to_owned(),
        language: "en".to_owned(),
        text: "My words".to_owned(),
        version: "1".to_owned(),
        ..PaperForm::default()
    };
    let page = now(paper_edit::page(&cx(Locale::En, member(), draft), PAPER, Some(FormState::refused(form, PortalError::Conflict))))
        .expect("a page");
    assert_eq!(page.status, 409);
    assert!(page.html.contains("My words") && page.html.contains("مقدمة"), "{}", page.html);
    assert!(page.html.contains("name=\"version\" value=\"3\""), "{}", page.html);
}

#[test]
fn after_the_deadline_the_page_says_when_it_closed_and_that_the_text_is_kept() {
    let late = Sample { paper: ItemState::Draft, own: true, left: Span::HOUR.times(-3), ..Sample::default() };
    let html = html(now(submit::page(&cx(Locale::En, member(), late), PAPER, None)));
    assert!(html.contains("This round closed on 1 December 2026, 04:00 New York (UTC−5) · 09:00 UTC"), "{html}");
    assert!(html.contains("still in the draft") && !html.contains("Submit paper</button>"), "{html}");
}

#[test]
fn faults_keep_what_was_typed() {
    let cx = cx(Locale::Ar, member(), Sample::default());
    let form = CommentForm { reason: "x </textarea><script>".to_owned(), round: ROUND.to_string(), ..CommentForm::default() };
    let errors = vec![FieldError { field: CommentForm::STANCE, fault: Fault::Missing }];
    let page = now(provision::page(&cx, PROVISION, SaidQuery::default(), Some(FormState { form, errors, refusal: None }))).expect("a page");
    assert_eq!(page.status, 422);
    assert!(page.html.contains("x &lt;/textarea&gt;&lt;script&gt;"), "{}", page.html);
    assert!(page.html.contains("href=\"#stance\""), "{}", page.html);
}

#[test]
fn a_comment_saved_but_not_sent_goes_on_from_what_is_stored() {
    let sample = Sample { comment: ItemState::Draft, own: true, ..Sample::default() };
    let mut form = CommentForm::from_content(&sample::words(), COMMENT, 0);
    form.round = ROUND.to_string();
    let refused = |form, error| Some(FormState::refused(form, error));
    let cx = cx(Locale::En, member(), sample);
    let denied = PortalError::Denied(model::policy::Denied::NotConfirmed);
    let html = html(now(provision::page(&cx, PROVISION, SaidQuery::default(), refused(form.clone(), denied.clone()))));
    assert!(html.contains("name=\"version\" value=\"5\"") && html.contains(&format!("name=\"comment\" value=\"{COMMENT}\"")), "{html}");
    form.reason = "Other words".to_owned();
    let html = self::html(now(provision::page(&cx, PROVISION, SaidQuery::default(), refused(form, denied))));
    assert!(html.contains("name=\"version\" value=\"0\""), "what is not stored is not passed off as it: {html}");
}

#[test]
fn nobody_decides_on_their_own_organisation() {
    let cx = cx(Locale::En, member(), Sample { paper: ItemState::Submitted, ..Sample::default() });
    assert!(!html(now(moderation::paper(&cx, PAPER, moderation::Asked::default()))).contains(">Accept</button>"));
}
