use super::testing::{self, Sample};
use super::*;
use crate::islands::CopyOf;
use crate::render::document;
use leptos::prelude::*;
use model::domain::comment::Operation;
use model::domain::item::ItemState;
use model::domain::language::{Language, Locale};
use model::domain::person::Actor;
use model::domain::role::{RoleName, Scope};
use model::domain::round::RoundKind;
use model::domain::time::{Instant, Span};
use model::domain::validate::Fault;
use model::error::{FieldError, PortalError};
use model::forms::FormState;
use model::labels;
use model::policy::Denied;

fn html(view: impl FnOnce() -> AnyView) -> String {
    document(200, view).html
}

fn document_of(l: Locale, path: &str, actor: Actor, head: Head) -> String {
    let cx = testing::cx(l, path, actor, Sample::default());
    let line = testing::round(RoundKind::PositionPapers, Span::DAY.times(2));
    let style = if head.islands { DeadlineStyle::Live } else { DeadlineStyle::Full };
    page(&cx, 200, head, || deadline(l, &line.round, testing::NOW, style)).html
}

#[test]
fn a_whole_document() {
    let html =
        document_of(Locale::En, "/rounds/1", Actor::Anonymous, Head::new("A <b>round</b>").crumb("OEWG", "/bodies/oewg").with_islands());
    assert!(html.starts_with("<!DOCTYPE html><html lang=\"en\" dir=\"ltr\"><head><meta charset=\"utf-8\">"), "{html}");
    assert!(html.ends_with("</body></html>"), "{html}");
    assert!(html.contains("<title>A &lt;b&gt;round&lt;/b&gt; · Openfloor</title>"), "{html}");
    assert!(html.contains("<leptos-island data-component=\"Countdown_"), "{html}");
    assert!(html.contains("/pkg/0123abcd/portal.js") && html.contains("__INCOMPLETE_CHUNKS=[]"), "{html}");
    assert!(!html.contains("<!>") && !html.contains(" style="), "{html}");
    for part in ["<main id=\"main\"", "class=\"skip-link\"", "site-header", "class=\"breadcrumb\"", "site-footer", "/pkg/0123abcd/main.css"]
    {
        assert_eq!(html.matches(part).count(), 1, "{part}");
    }
}

#[test]
fn a_page_without_islands_has_no_script() {
    let html = document_of(Locale::Ar, "/papers", Actor::Anonymous, Head::new("x"));
    assert!(html.contains("<html lang=\"ar\" dir=\"rtl\">"), "{html}");
    assert!(!html.contains("<script") && !html.contains("leptos-island") && !html.contains("<!--"), "{html}");
    assert!(
        html.contains("href=\"/ar/papers\" aria-current=\"page\"") || html.contains("aria-current=\"page\" href=\"/ar/papers\""),
        "{html}"
    );
    assert!(html.contains("href=\"/papers\""), "the same page in English: {html}");
}

#[test]
fn the_header_knows_who_is_there() {
    let anonymous = document_of(Locale::En, "/", Actor::Anonymous, Head::new("x"));
    assert!(anonymous.contains(">Sign in</a>") && !anonymous.contains("My desk"), "{anonymous}");
    let member = document_of(Locale::En, "/", testing::person(&[]), Head::new("x"));
    assert!(member.contains("My desk") && member.contains("action=\"/sign-out\"") && !member.contains("Moderation"), "{member}");
    assert!(member.contains("Amina &lt;b&gt;Odhiambo&lt;/b&gt;"), "{member}");
    let moderator = document_of(Locale::En, "/", testing::person(&[(RoleName::Moderator, Scope::Portal)]), Head::new("x"));
    assert!(moderator.contains("Moderation"), "{moderator}");
}

#[test]
fn english_readers_can_leave_the_redirect_of_the_home_page() {
    let home = document_of(Locale::Ar, "/", Actor::Anonymous, Head::new("x"));
    assert!(home.contains("href=\"/?lang=en\""), "{home}");
}

#[test]
fn a_text_area_cannot_be_left() {
    let spec = FieldSpec { name: "text", label: "Text", value: "\n</textarea><script>alert(1)</script>&amp;", ..FieldSpec::default() };
    let html = html(|| text_area(Locale::En, spec, 20, Some(Language::Ar), true));
    assert!(html.contains(">\n\n&lt;/textarea&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;amp;</textarea>"), "{html}");
    assert!(html.contains("lang=\"ar\"") && html.contains("dir=\"rtl\"") && html.contains("class=\"long\""), "{html}");
    assert!(!html.contains("<script"), "{html}");
}

#[test]
fn a_faulty_field_says_so_to_everyone() {
    let spec = FieldSpec {
        name: "email",
        label: "Email",
        hint: Some("Never published."),
        value: "a\"b",
        fault: Some(Fault::NotAnEmail),
        ..FieldSpec::default()
    };
    let html = html(|| email_field(Locale::En, spec));
    for part in [
        "<label for=\"email\">Email</label>",
        "id=\"email\"",
        "aria-invalid=\"true\"",
        "aria-describedby=\"email-hint email-error\"",
        "id=\"email-error\"",
        "id=\"email-hint\"",
        "value=\"a&quot;b\"",
    ] {
        assert!(html.contains(part), "{part}: {html}");
    }
}

#[test]
fn a_password_is_never_shown_again() {
    let spec = FieldSpec { name: "password", label: "Password", value: "secret", ..FieldSpec::default() };
    assert!(!html(|| password_field(Locale::En, spec)).contains("secret"));
}

#[test]
fn a_select_asks_until_it_is_answered() {
    let options = labels::language_options(Locale::En);
    let spec = |value| FieldSpec { name: "language", label: "Language", value, ..FieldSpec::default() };
    assert!(html(|| select(Locale::En, spec(""), &options)).contains("<option value=\"\" selected>Choose…</option>"));
    assert!(html(|| select(Locale::En, spec("xx"), &options)).contains("Choose…"), "an unknown value is not an answer");
    let set = html(|| select(Locale::En, spec("fr"), &options));
    assert!(!set.contains("Choose…") && set.contains("value=\"fr\" selected"), "{set}");
}

#[test]
fn the_summary_links_to_the_fields_and_takes_the_focus() {
    let labels = [("email", "Email"), ("region", "Region")];
    assert!(!html(|| error_summary(Locale::En, &FormState::fresh(()), &labels)).contains("error-summary"));
    let state = FormState { form: (), errors: vec![FieldError { field: "region", fault: Fault::Missing }], refusal: None };
    let html = html(|| error_summary(Locale::En, &state, &labels));
    assert!(html.contains("href=\"#region\"") && !html.contains("href=\"#email\"") && html.contains("autofocus"), "{html}");
}

#[test]
fn a_closed_round_says_when_and_what_to_do() {
    let closed = PortalError::Denied(Denied::Closed { since: Instant(1_797_030_000_000_000) });
    let (sentence, next) = refusal_words(Locale::En, &closed, "America/New_York");
    assert!(sentence.contains("11 December 2026, 18:00 New York (UTC−5) · 23:00 UTC"), "{sentence}");
    assert!(sentence.contains("kept as a draft") && next.is_some(), "{sentence}");
}

#[test]
fn a_deadline_is_a_warning_under_a_day_and_a_bar_under_an_hour() {
    for (left, class) in [
        (Span::DAY.times(2), "deadline--open"),
        (Span::HOUR.times(23), "deadline--soon"),
        (Span::MINUTE.times(59), "deadline--last-hour"),
        (Span(0), "deadline--closed"),
    ] {
        let line = testing::round(RoundKind::PositionPapers, left);
        for style in [DeadlineStyle::Full, DeadlineStyle::Compact, DeadlineStyle::Live] {
            let html = html(|| deadline(Locale::En, &line.round, testing::NOW, style));
            assert!(html.contains(class) && html.contains("New York (UTC−5)") && html.contains("UTC</span>"), "{html}");
        }
    }
}

#[test]
fn proposals_show_what_goes_in_and_out() {
    let html = html(|| {
        comment(Locale::En, &testing::comment(Operation::Modify, "States shall <b>act</b>."), Some("States should act."), Language::En, &[])
    });
    assert!(html.contains(">should</del>"), "{html}");
    assert!(html.contains(">shall</ins>") && html.contains("&lt;b&gt;"), "{html}");
    assert!(html.contains("stance--support-with-change") && !html.contains("<b>") && !html.contains("<i>"), "{html}");
}

#[test]
fn rows_name_what_has_no_name_yet() {
    let html = html(|| paper_rows(Locale::En, &[testing::paper(" ", ItemState::Draft)], ().into_any()));
    assert!(html.contains("Untitled") && html.contains("<bdi>Réseau &lt;i&gt;"), "{html}");
}

#[test]
fn the_companion_counts_without_scripts_too() {
    let of = || CopyOf { owner: "o".to_owned(), paper: "p".to_owned(), round: String::new(), stored: String::new() };
    let companion = |text: &str| html(|| draft_companion(Locale::En, "editor", of(), text, Some(Language::En)));
    assert!(companion("four words of text").contains("4 of 2000 words"));
    assert!(companion(&"word ".repeat(2001)).contains("counter--over"));
}

#[test]
fn who_has_deleted_the_account_is_called_by_a_word() {
    assert_eq!(person_name(Locale::En, "Ana Pérez"), "Ana Pérez");
    for (l, word) in [(Locale::En, "Former participant"), (Locale::Ar, "مشارك سابق")] {
        assert_eq!(person_name(l, ""), word);
        assert_eq!(person_name(l, " "), word);
    }
}
