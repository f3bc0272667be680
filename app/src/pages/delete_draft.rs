//! The last look before a draft is deleted: what it means, one button.

use super::paper::title_or_untitled;
use super::parts;
use crate::render::{Cx, PageResult};
use crate::ui::{self, Button, Notice};
use leptos::prelude::*;
use model::domain::ids::PaperId;
use model::domain::language::Locale;
use model::error::PortalError;
use model::forms::SubmitForm;
use model::i18n::t::succession as t;
use model::policy::Denied;
use model::portal::PaperPage;
use model::routes;

/// `/papers/{id}/delete`; with `error` after it was refused.
pub async fn page(cx: &Cx, id: PaperId, error: Option<PortalError>) -> PageResult {
    let page = cx.portal.paper(&cx.ctx, id).await?;
    if !page.own {
        return Err(if cx.signed_in().is_some() { Denied::NotAWriter } else { Denied::NotSignedIn }.into());
    }
    let l = cx.locale();
    let error = error.or_else(|| page.ends.discard.err().map(PortalError::from));
    let head = parts::head_in_round(l, t::delete_draft_title(l), &page.line);
    let status = error.as_ref().map_or(200, parts::status_of);
    Ok(ui::page(cx, status, head, || content(l, &page, error.as_ref())))
}

fn content(l: Locale, page: &PaperPage, error: Option<&PortalError>) -> AnyView {
    let body = match error {
        None => question(l, page),
        // It was changed meanwhile: one looks at it again, and presses again.
        Some(PortalError::Conflict) if page.ends.discard.is_ok() => {
            let changed = ui::notice(Notice::Warning, view! { <p>{t::delete_draft_changed(l)}</p> }.into_any());
            view! { <div role="alert" class="stack">{changed}</div>{question(l, page)} }.into_any()
        }
        Some(error) => view! {
            {parts::refusal_notice(l, error, None, &page.line.round.time_zone)}
            <div class="actions">{ui::link_button(t::compare_back(l), routes::paper(l, page.paper.id), Button::Primary)}</div>
        }
        .into_any(),
    };
    let words = &page.paper.content;
    let title = view! {
        <p lang=words.language.code() dir=words.language.direction().as_str()>{title_or_untitled(l, &words.title)}</p>
    };
    view! {
        {ui::page_head_with(Some(page.line.round.title.get(l).to_owned()), t::delete_draft_title(l), None, title.into_any())}
        <section class="section">{body}</section>
    }
    .into_any()
}

/// What it means, and the button.
fn question(l: Locale, page: &PaperPage) -> AnyView {
    let earlier = page.succession.replaces.map(|_| view! { <li>{t::delete_draft_earlier(l)}</li> });
    view! {
        <h2>{t::delete_draft_heading(l)}</h2>
        <ul class="stack measure">
            <li>{t::delete_draft_gone(l)}</li>
            <li>{t::delete_draft_told(l, page.organisation.name.as_str())}</li>
            {earlier}
        </ul>
        <form method="post" action=routes::delete_draft(l, page.paper.id)>
            {ui::hidden(SubmitForm::VERSION, page.paper.version.to_string())}
            <div class="actions">
                {ui::button(t::delete_draft_button(l), Button::Danger, None)}
                <a href=routes::paper(l, page.paper.id)>{t::delete_draft_keep(l)}</a>
            </div>
        </form>
    }
    .into_any()
}
