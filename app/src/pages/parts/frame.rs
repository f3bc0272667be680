//! Where a page stands, and the lists of what a body has: sessions, subgroups, draft texts.

use crate::render::Cx;
use crate::ui::{self, Head};
use leptos::prelude::*;
use model::calendar;
use model::domain::body::{Body, Session, SessionStatus};
use model::domain::draft::DraftVersion;
use model::domain::language::{Locale, LocalizedText};
use model::domain::time::Instant;
use model::error::PortalResult;
use model::i18n::t;
use model::labels;
use model::policy::{self, Denied, ManageRounds};
use model::portal::{RoundLine, RoundPage, SubgroupLine};
use model::routes;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

/// A text of the portal's data in the reader's language; where only English exists, it says so to browsers and readers aloud.
pub fn local(l: Locale, text: &LocalizedText) -> AnyView {
    let words = text.get(l).to_owned();
    if l == Locale::En || text.0.contains_key(l.code()) {
        return words.into_any();
    }
    view! { <span lang="en" dir="ltr">{words}</span> }.into_any()
}

/// A text in every language it exists in of the portal's two: where what is stored is compared with what is typed.
pub fn both_languages(text: &LocalizedText) -> AnyView {
    let written = |l: Locale| {
        text.0.get(l.code()).map(|words| {
            let (lang, dir) = (l.language().code(), l.language().direction().as_str());
            view! { <p lang=lang dir=dir>{words.clone()}</p> }
        })
    };
    view! { <div class="stack">{written(Locale::En)}{written(Locale::Ar)}</div> }.into_any()
}

/// A head that stands below a body.
pub fn head_in_body(l: Locale, title: impl Into<String>, body: &Body) -> Head {
    Head::new(title).crumb(body.short_name.get(l), routes::body(l, &body.code))
}

/// A head that stands below a session.
pub fn head_in_session(l: Locale, title: impl Into<String>, body: &Body, session: &Session) -> Head {
    head_in_body(l, title, body).crumb(session.title.get(l), routes::session(l, session.id))
}

/// Refuses a page of a round that is for the chair of its body, with the reason.
///
/// # Errors
/// What policy says to who asks.
pub fn for_the_chair(cx: &Cx, page: &RoundPage) -> PortalResult<()> {
    if page.may_change {
        return Ok(());
    }
    policy::check(&cx.ctx.actor, &ManageRounds { body: page.line.body.id }, cx.ctx.now)?;
    Err(Denied::NotChair.into())
}

/// A head that stands below a round.
pub fn head_in_round(l: Locale, title: impl Into<String>, line: &RoundLine) -> Head {
    head_in_session(l, title, &line.body, &line.session).crumb(line.round.title.get(l), routes::round(l, line.round.id))
}

/// The sign-in page, from which one comes back to this page.
pub fn sign_in_and_return(cx: &Cx) -> String {
    let here = routes::localized(cx.locale(), &cx.path);
    format!("{}?next={}", routes::sign_in(cx.locale()), utf8_percent_encode(&here, NON_ALPHANUMERIC))
}

/// The sessions on a line, the current or the next one marked.
pub fn timeline(l: Locale, sessions: &[Session], now: Instant) -> AnyView {
    let status = |session: &Session| session.status(&calendar::day(now, &session.time_zone));
    let marked = sessions
        .iter()
        .find(|session| status(session) == SessionStatus::InSession)
        .or_else(|| {
            sessions.iter().filter(|session| status(session) == SessionStatus::Upcoming).min_by(|a, b| a.starts_on.cmp(&b.starts_on))
        })
        .map(|session| session.id);
    let items: Vec<_> = sessions
        .iter()
        .map(|session| {
            let current = (marked == Some(session.id)).then_some("step");
            let standing = status(session);
            let standing = (standing != SessionStatus::Concluded).then(|| view! { " · "{labels::session_status(l, standing)} });
            let demonstration = session.demonstration.then(|| view! { " "{ui::demonstration_badge(l)} });
            view! {
                <li aria-current=current>
                    <span class="timeline__date">{calendar::days_in_words(l, &session.starts_on, &session.ends_on)}</span>
                    <div><a href=routes::session(l, session.id)>{local(l, &session.title)}</a>{demonstration}</div>
                    <div class="meta">{local(l, &session.city)}{standing}</div>
                </li>
            }
        })
        .collect();
    view! { <ol class="timeline">{items}</ol> }.into_any()
}

/// Subgroups on cards, with their public members counted.
pub fn subgroup_cards(l: Locale, subgroups: &[SubgroupLine]) -> AnyView {
    let cards: Vec<_> = subgroups
        .iter()
        .map(|line| {
            let subgroup = &line.subgroup;
            view! {
                <li class="card">
                    <p class="eyebrow">{subgroup.code.clone()}</p>
                    <h3><a href=routes::subgroup(l, subgroup.code.to_lowercase())>{local(l, &subgroup.name)}</a></h3>
                    <p class="meta">{t::sessions::body_members(l, line.members)}</p>
                </li>
            }
        })
        .collect();
    view! { <ul class="cards">{cards}</ul> }.into_any()
}

/// Draft texts in rows, each by its newest version, with the earlier ones beside it; `empty` where there are none.
pub fn draft_rows(l: Locale, drafts: &[DraftVersion], empty: AnyView) -> AnyView {
    if drafts.is_empty() {
        return empty;
    }
    let mut texts: Vec<Vec<&DraftVersion>> = Vec::new();
    for draft in drafts {
        match texts.iter_mut().find(|versions| versions.iter().any(|one| one.draft == draft.draft)) {
            Some(versions) => versions.push(draft),
            None => texts.push(vec![draft]),
        }
    }
    let rows: Vec<_> = texts
        .into_iter()
        .filter_map(|versions| {
            let (draft, earlier) = versions.split_first()?;
            let id = format!("draft-{}", draft.id);
            let earlier: Vec<_> = earlier
                .iter()
                .map(|draft| {
                    view! { <span><a href=routes::draft(l, draft.id) aria-describedby=id.clone()>{local(l, &draft.label)}</a></span> }
                })
                .collect();
            let earlier = (!earlier.is_empty())
                .then(|| view! { <p class="row__meta"><span>{t::sessions::body_draft_earlier(l)}</span>{earlier}</p> });
            Some(view! {
                <li class="row">
                    <h3 class="row__title" id=id><a href=routes::draft(l, draft.id)>{local(l, &draft.title)}</a></h3>
                    <p class="row__meta">
                        <span>{local(l, &draft.label)}</span>
                        <span>{t::sessions::body_draft_issued(l, issued_on(l, draft))}</span>
                        <span>{labels::language_name(l, draft.language)}</span>
                    </p>
                    {earlier}
                </li>
            })
        })
        .collect();
    view! { <ul class="rows">{rows}</ul> }.into_any()
}

/// The day a text was issued, with its zone.
pub fn issued_on(l: Locale, draft: &DraftVersion) -> String {
    calendar::full(l, draft.issued_at.to_second(), "UTC")
}
