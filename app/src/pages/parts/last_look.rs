//! The last look before something is done to a paper or comment that cannot be undone: what it means, one button.

use super::frame::head_in_round;
use super::trouble::{alert, refusal_notice, status_of};
use crate::render::{Cx, PageResult};
use crate::ui::{self, Button, Notice};
use leptos::prelude::*;
use model::calendar;
use model::domain::language::Locale;
use model::error::PortalError;
use model::forms::SubmitForm;
use model::i18n::t::{comment_ends, comments, succession as t};
use model::policy::Denied;
use model::portal::{CommentPage, PaperPage, RoundLine};
use model::routes;

/// What is asked.
pub struct LastLook {
    pub title: &'static str,
    pub heading: &'static str,
    /// What it means, one after the other.
    pub effects: Vec<String>,
    /// What is said where the paper was changed since the page was opened.
    pub changed: &'static str,
    /// What is said after the deadline, with its instant. The common words speak of a draft.
    pub closed: fn(Locale, String) -> String,
    /// Where the form goes.
    pub action: String,
    pub button: &'static str,
    /// The way back.
    pub keep: &'static str,
}

/// What is looked at.
#[derive(Clone, Copy)]
pub enum Looked<'a> {
    Paper(&'a PaperPage),
    Comment(&'a CommentPage),
}

impl Looked<'_> {
    const fn own(&self) -> bool {
        match self {
            Self::Paper(page) => page.own,
            Self::Comment(page) => page.own,
        }
    }

    const fn line(&self) -> &RoundLine {
        match self {
            Self::Paper(page) => &page.line,
            Self::Comment(page) => &page.line,
        }
    }

    const fn version(&self) -> i64 {
        match self {
            Self::Paper(page) => page.paper.version,
            Self::Comment(page) => page.comment.version,
        }
    }

    fn title(&self, l: Locale) -> AnyView {
        match self {
            Self::Paper(page) => ui::paper_title(l, &page.paper.content.title, page.paper.content.language).into_any(),
            Self::Comment(page) => comments::comment_page_title(l, page.provision.citation.as_str()).into_any(),
        }
    }

    /// Its page, and the words that lead back to it.
    fn back(&self, l: Locale) -> (String, &'static str) {
        match self {
            Self::Paper(page) => (routes::paper(l, page.paper.id), t::compare_back(l)),
            Self::Comment(page) => (routes::comment(l, page.comment.id), comment_ends::withdraw_comment_back(l)),
        }
    }
}

/// A page for the authors alone. `allowed`: whether it can be done now; `error`: why it was refused.
pub fn last_look(cx: &Cx, looked: Looked<'_>, look: &LastLook, allowed: Result<(), Denied>, error: Option<PortalError>) -> PageResult {
    if !looked.own() {
        return Err(if cx.signed_in().is_some() { Denied::NotAWriter } else { Denied::NotSignedIn }.into());
    }
    let error = error.or_else(|| allowed.err().map(PortalError::from));
    let status = error.as_ref().map_or(200, status_of);
    let head = head_in_round(cx.locale(), look.title, looked.line());
    Ok(ui::page(cx, status, head, || content(cx, looked, look, allowed.is_ok(), error.as_ref())))
}

fn content(cx: &Cx, looked: Looked<'_>, look: &LastLook, allowed: bool, error: Option<&PortalError>) -> AnyView {
    let (l, line) = (cx.locale(), looked.line());
    let body = match error {
        None => question(cx, looked, look),
        // It was changed meanwhile: one looks at it again, and presses again.
        Some(PortalError::Conflict) if allowed => {
            let changed = ui::notice(Notice::Warning, view! { <p>{look.changed}</p> }.into_any());
            view! { <div role="alert" class="stack">{changed}</div>{question(cx, looked, look)} }.into_any()
        }
        Some(error) => {
            let (address, words) = looked.back(l);
            view! {
                {refused(l, error, look, &line.round.time_zone)}
                <div class="actions">{ui::link_button(words, address, Button::Primary)}</div>
            }
            .into_any()
        }
    };
    let title = view! { <p>{looked.title(l)}</p>{super::round_deadline(cx, line)} };
    view! {
        {ui::page_head_with(Some(line.round.title.get(l).to_owned()), look.title, None, title.into_any())}
        <section class="section">{body}</section>
    }
    .into_any()
}

fn refused(l: Locale, error: &PortalError, look: &LastLook, zone: &str) -> AnyView {
    let PortalError::Denied(Denied::Closed { since }) = error else { return refusal_notice(l, error, None, zone) };
    let words = (look.closed)(l, calendar::full(l, since.to_second(), zone));
    alert(Notice::Danger, words)
}

fn question(cx: &Cx, looked: Looked<'_>, look: &LastLook) -> AnyView {
    let effects: Vec<_> = look.effects.iter().map(|words| view! { <li>{words.clone()}</li> }).collect();
    view! {
        <h2>{look.heading}</h2>
        <ul class="stack measure">{effects}</ul>
        <form method="post" action=look.action.clone()>
            {ui::hidden(SubmitForm::VERSION, looked.version().to_string())}
            <div class="actions">
                {ui::button(look.button, Button::Danger, None)}
                <a href=looked.back(cx.locale()).0>{look.keep}</a>
            </div>
        </form>
    }
    .into_any()
}
