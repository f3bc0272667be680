//! The last look before a paper is withdrawn: what it means, one button.

use super::parts;
use crate::render::{Cx, PageResult};
use crate::ui::{self, Button, Notice};
use leptos::prelude::*;
use model::domain::ids::PaperId;
use model::domain::item::ItemState;
use model::domain::language::Locale;
use model::error::PortalError;
use model::forms::SubmitForm;
use model::i18n::t::{consents, succession as t};
use model::policy::Denied;
use model::portal::PaperPage;
use model::routes;

/// `/papers/{id}/withdraw`; with `error` after it was refused.
pub async fn page(cx: &Cx, id: PaperId, error: Option<PortalError>) -> PageResult {
    let page = cx.portal.paper(&cx.ctx, id).await?;
    if !page.own {
        return Err(if cx.signed_in().is_some() { Denied::NotAWriter } else { Denied::NotSignedIn }.into());
    }
    let l = cx.locale();
    let error = error.or_else(|| page.ends.withdraw.err().map(PortalError::from));
    let head = parts::head_in_round(l, t::withdraw_paper_title(l), &page.line);
    let status = error.as_ref().map_or(200, parts::status_of);
    Ok(ui::page(cx, status, head, || content(cx, &page, error.as_ref())))
}

fn content(cx: &Cx, page: &PaperPage, error: Option<&PortalError>) -> AnyView {
    let l = cx.locale();
    let words = &page.paper.content;
    let body = match error {
        None => question(l, page),
        // It was changed meanwhile: one looks at it again, and presses again.
        Some(PortalError::Conflict) if page.ends.withdraw.is_ok() => {
            let changed = ui::notice(Notice::Warning, view! { <p>{t::withdraw_paper_changed(l)}</p> }.into_any());
            view! { <div role="alert" class="stack">{changed}</div>{question(l, page)} }.into_any()
        }
        Some(error) => refused(l, page, error),
    };
    let title = view! { <p>{ui::paper_title(l, &words.title, words.language)}</p>{parts::round_deadline(cx, &page.line)} };
    view! {
        {ui::page_head_with(Some(page.line.round.title.get(l).to_owned()), t::withdraw_paper_title(l), None, title.into_any())}
        <section class="section">{body}</section>
    }
    .into_any()
}

fn refused(l: Locale, page: &PaperPage, error: &PortalError) -> AnyView {
    view! {
        {parts::refusal_notice(l, error, None, &page.line.round.time_zone)}
        <div class="actions">{ui::link_button(t::compare_back(l), routes::paper(l, page.paper.id), Button::Primary)}</div>
    }
    .into_any()
}

/// What it means, and the button.
fn question(l: Locale, page: &PaperPage) -> AnyView {
    let earlier = page.succession.replaces.and_then(|(_, state)| match state {
        ItemState::Replaced => Some(t::withdraw_paper_effect_earlier(l)),
        ItemState::Accepted => Some(t::withdraw_paper_effect_earlier_public(l)),
        _ => None,
    });
    let for_the_chair = page.paper.is_for_the_chair();
    let decision = (!for_the_chair).then(|| view! { <li>{t::withdraw_paper_effect_public(l)}</li> });
    let record = if for_the_chair { consents::consent_withdraw_record(l) } else { t::withdraw_paper_effect_record(l) };
    let next = page.succession.replaced_by.map(|_| t::withdraw_paper_effect_next(l));
    let names = (!page.signatories.is_empty()).then(|| view! { <li>{t::succession_signatures(l)}</li> });
    let more: Vec<_> = earlier.into_iter().chain(next).map(|words| view! { <li>{words}</li> }).collect();
    view! {
        <h2>{t::withdraw_paper_heading(l)}</h2>
        <ul class="stack measure">
            {decision}
            <li>{record}</li>
            {names}
            <li>{t::withdraw_paper_effect_again(l)}</li>
            {more}
        </ul>
        <form method="post" action=routes::withdraw_paper(l, page.paper.id)>
            {ui::hidden(SubmitForm::VERSION, page.paper.version.to_string())}
            <div class="actions">
                {ui::button(t::withdraw_paper_button(l), Button::Danger, None)}
                <a href=routes::paper(l, page.paper.id)>{t::withdraw_paper_back(l)}</a>
            </div>
        </form>
    }
    .into_any()
}
