//! The pages that explain the portal: help, privacy, accessibility statement, contact.

use crate::render::{Cx, Page, PageResult};
use crate::ui::{self, Head, Notice};
use leptos::prelude::*;
use model::domain::language::Locale;
use model::domain::retention;
use model::domain::time::Span;
use model::domain::validate::{MAX_PAPER_CHARACTERS_ZH, MAX_PAPER_WORDS};
use model::i18n::t::account;
use model::i18n::t::details;
use model::i18n::t::errors;
use model::i18n::t::info as t;
use model::i18n::t::{own_data as own, reminders, speakers};
use model::routes;

/// How a section is set: as paragraphs, or as points.
enum Set {
    Paragraphs(Vec<String>),
    Points(Vec<String>),
}
use Set::{Paragraphs, Points};

struct Section {
    id: &'static str,
    heading: &'static str,
    set: Set,
}

const fn section(id: &'static str, heading: &'static str, set: Set) -> Section {
    Section { id, heading, set }
}

fn paragraphs<const N: usize>(texts: [&'static str; N]) -> Set {
    Paragraphs(texts.map(str::to_owned).to_vec())
}

fn points<const N: usize>(texts: [&'static str; N]) -> Set {
    Points(texts.map(str::to_owned).to_vec())
}

/// How long what is kept: the rules of `domain::retention` in words.
fn kept(l: Locale) -> Vec<String> {
    let days = |span: Span| span.0 / Span::DAY.0;
    vec![
        own::privacy_keep_record(l).to_owned(),
        own::privacy_keep_rest(l).to_owned(),
        own::privacy_keep_sessions(l, days(retention::SESSION)),
        own::privacy_keep_confirmation(l, days(retention::CONFIRMATION)),
        own::privacy_keep_mail(l, days(retention::SENT_MAIL)),
        own::privacy_keep_devices(l, days(retention::KNOWN_DEVICE)),
        reminders::privacy_keep_reminders(l, days(retention::REMINDER)),
        speakers::privacy_keep_speakers(l, days(retention::SPEAKER)),
        details::privacy_keep_names(l).to_owned(),
    ]
}

/// How to take part.
pub async fn help(cx: &Cx) -> PageResult {
    let l = cx.locale();
    let markdown = t::help_write_4(l, MAX_PAPER_CHARACTERS_ZH, MAX_PAPER_WORDS);
    let write = [t::help_write_1(l), t::help_write_2(l), t::help_write_3(l), markdown.as_str(), t::help_write_5(l), t::help_write_6(l)]
        .map(str::to_owned)
        .to_vec();
    let sections = vec![
        section(
            "part",
            t::help_part(l),
            paragraphs([t::help_part_1(l), t::help_part_2(l), t::help_part_3(l), t::help_part_4(l), t::help_part_5(l), t::help_part_6(l)]),
        ),
        section("write", t::help_write(l), Paragraphs(write)),
        section("deadlines", t::help_deadlines(l), paragraphs([t::help_deadlines_1(l), t::help_deadlines_2(l), t::help_deadlines_3(l)])),
        section("receipts", t::help_receipts(l), paragraphs([t::help_receipts_1(l), t::help_receipts_2(l), t::help_receipts_3(l)])),
        section(
            "moderation",
            t::help_moderation(l),
            paragraphs([t::help_moderation_1(l), t::help_moderation_2(l), t::help_moderation_3(l)]),
        ),
        section("summary", t::help_summary(l), paragraphs([t::help_summary_1(l)])),
        section("access", t::help_access(l), paragraphs([t::help_access_1(l), t::help_access_2(l)])),
    ];
    Ok(show(cx, t::help_title(l), t::help_lede(l), None, sections, Some(t::help_more(l))))
}

/// What the portal knows about people.
pub async fn privacy(cx: &Cx) -> PageResult {
    let l = cx.locale();
    let data = [
        t::privacy_data_1(l),
        t::privacy_data_2(l),
        t::privacy_data_3(l),
        t::privacy_data_4(l),
        t::privacy_data_5(l),
        t::privacy_data_6(l),
        t::privacy_data_7(l),
        account::privacy_account(l),
    ];
    let mails = [
        t::privacy_mails_own(l),
        t::privacy_mails_input(l),
        t::privacy_mails_security(l),
        t::privacy_mails_organisation(l),
        t::privacy_mails_office(l),
        t::privacy_mails_announcements(l),
        t::privacy_mails_decline(l),
    ];
    let sections = vec![
        section("responsible", t::privacy_responsible(l), paragraphs([t::privacy_responsible_1(l)])),
        section("data", t::privacy_data(l), points(data)),
        section("who", t::privacy_who(l), points([t::privacy_who_1(l), t::privacy_who_2(l), t::privacy_who_3(l)])),
        section("cookies", t::privacy_cookies(l), paragraphs([t::privacy_cookies_1(l)])),
        section("mails", t::privacy_mails(l), points(mails)),
        section("time", t::privacy_time(l), Points(kept(l))),
        section("rights", t::privacy_rights(l), paragraphs([t::privacy_rights_1(l), t::privacy_rights_2(l)])),
    ];
    Ok(show(cx, t::privacy_title(l), t::privacy_lede(l), None, sections, Some(errors::do_contact(l))))
}

/// The accessibility statement.
pub async fn accessibility(cx: &Cx) -> PageResult {
    let l = cx.locale();
    let how = [
        t::accessibility_how_1(l),
        t::accessibility_how_2(l),
        t::accessibility_how_3(l),
        t::accessibility_how_4(l),
        t::accessibility_how_5(l),
        t::accessibility_how_6(l),
    ];
    let limits = [t::accessibility_limits_1(l), t::accessibility_limits_2(l), t::accessibility_limits_3(l)];
    let sections = vec![
        section("how", t::accessibility_how(l), points(how)),
        section("tests", t::accessibility_tests(l), paragraphs([t::accessibility_tests_1(l)])),
        section("limits", t::accessibility_limits(l), points(limits)),
        section("feedback", t::accessibility_feedback(l), paragraphs([t::accessibility_feedback_1(l)])),
    ];
    Ok(show(cx, t::accessibility_title(l), t::accessibility_lede(l), None, sections, Some(errors::do_contact(l))))
}

/// Who to write to.
pub async fn contact(cx: &Cx) -> PageResult {
    let l = cx.locale();
    let what = [t::contact_what_1(l), t::contact_what_2(l), t::contact_what_3(l)];
    let mut secretariat = vec![t::contact_secretariat_1(l).to_owned()];
    secretariat.extend(cx.site.contact.as_ref().map(|address| t::contact_write(l, address.as_str())));
    let sections =
        vec![section("secretariat", t::contact_secretariat(l), Paragraphs(secretariat)), section("what", t::contact_what(l), points(what))];
    let notice = if cx.site.demonstration { t::contact_demo(l) } else { t::contact_never(l) };
    Ok(show(cx, t::contact_title(l), t::contact_lede(l), Some(notice), sections, None))
}

fn show(
    cx: &Cx,
    title: &'static str,
    lede: &'static str,
    notice: Option<&'static str>,
    sections: Vec<Section>,
    more: Option<&'static str>,
) -> Page {
    let l = cx.locale();
    ui::page(cx, 200, Head::new(title), || {
        let contents: Vec<_> = sections.iter().map(|part| view! { <li><a href=format!("#{}", part.id)>{part.heading}</a></li> }).collect();
        let parts: Vec<_> = sections.into_iter().map(|part| show_section(l, part)).collect();
        let notice = notice.map(|words| ui::notice(Notice::Info, view! { <p>{words}</p> }.into_any()));
        let more = more.map(|words| view! { <p class="actions"><a href=routes::contact(l)>{words}</a></p> });
        view! {
            {ui::page_head(None, title, Some(lede.to_owned()))}
            {notice}
            <nav aria-label=title><ul>{contents}</ul></nav>
            {parts}
            {more}
        }
        .into_any()
    })
}

fn show_section(l: Locale, part: Section) -> impl IntoView + use<> {
    let content = match part.set {
        Paragraphs(texts) => texts.into_iter().map(|text| view! { <p>{text}</p> }).collect_view().into_any(),
        Points(texts) => {
            let points: Vec<_> = texts.into_iter().map(|text| view! { <li>{text}</li> }).collect();
            view! { <ul>{points}</ul> }.into_any()
        }
    };
    view! { <section class="section prose" id=part.id lang=l.code()><h2>{part.heading}</h2>{content}</section> }
}
