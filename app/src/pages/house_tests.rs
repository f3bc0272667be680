//! The pages of the house: errors, registration, confirmation, signing in, the desk, help, the demonstration pages.

use super::*;
use crate::render::{Cx, Page, PageResult};
use crate::ui::testing::{self, Sample};
use model::domain::ids::MailId;
use model::domain::language::Locale;
use model::domain::person::Actor;
use model::domain::role::{RoleName, Scope};
use model::error::{IncidentId, PortalError};
use model::forms::{ConfirmForm, Fields, FormState, Onward, Pending, RegisterForm, SignInForm};
use model::policy::Denied;
use std::task::{Context, Poll, Waker};

/// The canned portal answers at once: one look at the future is enough.
fn now(future: impl Future<Output = PageResult>) -> Page {
    match std::pin::pin!(future).as_mut().poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(page) => page.expect("a page"),
        Poll::Pending => panic!("the canned portal never waits"),
    }
}

fn unconfirmed() -> Actor {
    match testing::person(&[]) {
        Actor::Person(mut person) => {
            person.confirmed = false;
            Actor::Person(person)
        }
        Actor::Anonymous => Actor::Anonymous,
    }
}

fn cx(l: Locale, actor: Actor) -> Cx {
    testing::cx(l, "/somewhere", actor, Sample::default())
}

/// The same reader, with a second factor.
fn with_factor(cx: &Cx) -> Cx {
    Cx { portal: std::sync::Arc::new(Sample { has_factor: true, ..Sample::default() }), ..cx.clone() }
}

/// Somebody in office, on whose desk a term ends soon.
fn in_office(l: Locale) -> Cx {
    testing::cx(l, "/desk", testing::person(&[(RoleName::Moderator, Scope::Portal)]), Sample::default())
}

/// A form with hostile words that waits.
fn onward() -> Onward {
    let fields = vec![("text".to_owned(), "\"><script>alert(1)</script>".to_owned())];
    Onward { next: String::new(), pending: Some(Pending { path: "/papers/new".to_owned(), fields }) }
}

/// Every page of the house, by name, in `l`.
fn all(l: Locale) -> Vec<(&'static str, Page)> {
    let (anonymous, member, unconfirmed) = (cx(l, Actor::Anonymous), cx(l, testing::person(&[])), cx(l, unconfirmed()));
    let refused = RegisterForm::from_fields(&Fields::default());
    let error = refused.parse().err().unwrap_or(PortalError::NotFound);
    let wrong_code = ConfirmForm { code: "12".to_owned() };
    let code_error = wrong_code.parse().err().unwrap_or(PortalError::NotFound);
    vec![
        ("register", now(register::page(&anonymous, None))),
        ("register-refused", now(register::page(&anonymous, Some(FormState::refused(refused, error))))),
        ("sign-in", now(sign_in::page(&anonymous, FormState::fresh(SignInForm::default()), sign_in::Said::Nothing))),
        (
            "sign-in-wrong",
            now(sign_in::page(
                &anonymous,
                FormState::fresh(SignInForm { email: "a@b.org".to_owned(), ..SignInForm::default() }),
                sign_in::Said::Wrong,
            )),
        ),
        ("confirm", now(confirm::page(&unconfirmed, None, false))),
        ("confirm-refused", now(confirm::page(&unconfirmed, Some(FormState::refused(wrong_code, code_error)), false))),
        ("confirm-done", now(confirm::page(&member, None, false))),
        ("confirm-link", now(confirm::link(&anonymous, "abc", None))),
        ("confirm-link-failed", now(confirm::link(&anonymous, "abc", Some(PortalError::NotFound)))),
        ("account", now(account::page(&member, Some("password")))),
        ("details", now(account::details::page(&member, None))),
        ("sessions", now(account::logins::page(&member, true, None))),
        ("calendar", now(account::calendar::page(&member, None))),
        ("second-factor", now(account::factor::page(&member, FormState::default()))),
        ("second-factor-set-up", now(account::factor::page(&with_factor(&member), FormState::default()))),
        ("recovery-codes", account::factor::codes(&member, &["ABCD-EFGH-IJKL-2345".to_owned()], &onward(), true)),
        ("prove", now(account::prove::page(&with_factor(&member), FormState::default()))),
        ("password", now(account::password::page(&member, FormState::default()))),
        ("email", now(account::email::page(&member, account::email::Forms::default()))),
        ("email-link", now(account::email::link(&anonymous, "abc", None))),
        ("sign-in-code", now(sign_in_code::page(&anonymous, FormState::default()))),
        ("forgotten", now(forgotten::page(&anonymous, FormState::default(), true))),
        ("reset", now(forgotten::reset(&anonymous, "abc", FormState::default()))),
        ("resume", resume::page(&member, &onward().pending.unwrap_or_default())),
        ("desk", now(desk::page(&member))),
        ("desk-in-office", now(desk::page(&in_office(l)))),
        ("desk-unconfirmed", now(desk::page(&unconfirmed))),
        ("help", now(info::help(&anonymous))),
        ("privacy", now(info::privacy(&anonymous))),
        ("accessibility", now(info::accessibility(&anonymous))),
        ("contact", now(info::contact(&anonymous))),
        ("outbox", now(dev::outbox(&anonymous))),
        ("mail", now(dev::mail(&anonymous, MailId(uuid::Uuid::nil())))),
        ("ui", now(dev::ui(&anonymous))),
        ("error-404", error::page(&anonymous, &PortalError::NotFound)),
        ("error-403", error::page(&anonymous, &PortalError::Denied(Denied::NotSignedIn))),
        ("error-413", error::of_status(&anonymous, 413)),
    ]
}

#[test]
fn pages_are_whole_and_let_nothing_through() {
    for l in Locale::ALL {
        for (name, page) in all(l) {
            let html = &page.html;
            if let Some(folder) = std::env::var_os("OPENFLOOR_DUMP_PAGES") {
                let path = std::path::Path::new(&folder).join(format!("{name}-{}.html", l.code()));
                std::fs::write(path, html).expect("the folder to dump pages into exists");
            }
            assert_eq!(html.matches("<h1>").count(), 1, "{name}: one first heading");
            assert!(html.ends_with("</body></html>"), "{name}");
            assert!(!html.contains(" style=") && !html.contains("<!>"), "{name}");
            let scripts = html.matches("<script").count();
            assert!(scripts == 0 || html.contains("<leptos-island"), "{name}: the browser part is loaded for islands only");
            assert!(scripts <= 2, "{name}: what people wrote is never markup");
            for id in html.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()) {
                assert_eq!(html.matches(&format!(" id=\"{id}\"")).count(), 1, "{name}: {id} stands twice");
            }
        }
    }
}

#[test]
fn errors_carry_their_status_and_say_what_to_do() {
    let cx = cx(Locale::Ar, Actor::Anonymous);
    let statuses = [
        (PortalError::NotFound, 404),
        (PortalError::Denied(Denied::NotSignedIn), 403),
        (PortalError::Conflict, 409),
        (PortalError::TooMany { retry_after: 90 }, 429),
        (PortalError::Unavailable, 503),
        (PortalError::Internal(IncidentId("7f3a".to_owned())), 500),
    ];
    for (error, status) in statuses {
        assert_eq!(error::page(&cx, &error).status, status, "{error}");
    }
    assert!(error::page(&cx, &PortalError::Denied(Denied::NotSignedIn)).html.contains("/ar/sign-in?next=%2Far%2Fsomewhere"));
    assert!(error::page(&cx, &PortalError::Internal(IncidentId("7f3a".to_owned()))).html.contains("7f3a"));
}

#[test]
fn refused_forms_keep_what_was_typed_but_the_password() {
    let cx = cx(Locale::En, Actor::Anonymous);
    let fields = [("email", "amina.example"), ("full_name", "Amina"), ("password", "geheim")];
    let form = RegisterForm::from_fields(&Fields(fields.map(|(name, value)| (name.to_owned(), value.to_owned())).to_vec()));
    let error = form.parse().expect_err("much is missing");
    let page = now(register::page(&cx, Some(FormState::refused(form, error))));
    assert_eq!(page.status, 422);
    assert!(page.html.contains("value=\"amina.example\"") && !page.html.contains("geheim"), "{}", page.html);
    assert_eq!(now(sign_in::page(&cx, FormState::fresh(SignInForm::default()), sign_in::Said::Wrong)).status, 422);
}

#[test]
fn the_labels_are_a_contract() {
    let anonymous = cx(Locale::En, Actor::Anonymous);
    let html = now(register::page(&anonymous, None)).html
        + &now(sign_in::page(&anonymous, FormState::default(), sign_in::Said::Nothing)).html
        + &now(confirm::page(&cx(Locale::En, unconfirmed()), None, false)).html;
    for label in ["Email", "Full name", "Password", "Organisation name", "Stakeholder type", "Region", "Code"] {
        assert!(html.contains(&format!(">{label}</label>")), "{label}");
    }
    for button in ["Register", "Sign in", "Confirm"] {
        assert!(html.contains(&format!("class=\"button button--primary\">{button}</button>")), "{button}");
    }
}

#[test]
fn the_desk_says_not_submitted_in_words() {
    let html = now(desk::page(&cx(Locale::En, testing::person(&[])))).html;
    assert!(html.contains("NOT submitted") && html.contains("Join a subgroup") && html.contains("Read the reason and revise"), "{html}");
    let moderator = now(desk::page(&cx(Locale::En, testing::person(&[(RoleName::Moderator, Scope::Portal)])))).html;
    assert!(moderator.contains("Moderation"), "{moderator}");
}

#[test]
fn the_demonstration_pages_exist_in_demonstration_mode_only() {
    let mut cx = cx(Locale::En, Actor::Anonymous);
    let mut site = (*cx.site).clone();
    site.demonstration = false;
    cx.site = std::sync::Arc::new(site);
    let mut pages = [std::pin::pin!(dev::outbox(&cx))];
    match pages[0].as_mut().poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(answer) => assert_eq!(answer, Err(PortalError::NotFound)),
        Poll::Pending => panic!("the canned portal never waits"),
    }
}
