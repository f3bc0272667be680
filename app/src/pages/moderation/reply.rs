//! The answer of authors to a decision.

use super::super::parts;
use super::act;
use crate::render::{Cx, PageResult};
use crate::ui::{self, Button, FieldSpec, Head, Notice};
use leptos::prelude::*;
use model::domain::ids::DecisionId;
use model::domain::item::ItemState;
use model::domain::language::Locale;
use model::error::PortalError;
use model::forms::{FormState, ReasonForm};
use model::i18n::t::replies as t;
use model::policy::Denied;
use model::portal::DecisionPage;
use model::routes;

/// `/moderation/decisions/{id}/answer`
pub async fn page(cx: &Cx, id: DecisionId, state: Option<FormState<ReasonForm>>) -> PageResult {
    let page = cx.portal.decision(&cx.ctx, id).await?;
    if !page.own {
        return Err(PortalError::NotFound);
    }
    let state = state.unwrap_or_default();
    let l = cx.locale();
    let title = t::reply_title_of(l, parts::act_title(l, &page.act));
    Ok(ui::page(cx, parts::status_of_form(&state), Head::new(title.clone()), || content(l, &page, title, &state)))
}

fn content(l: Locale, page: &DecisionPage, title: String, state: &FormState<ReasonForm>) -> AnyView {
    let sent = page.act.line.reply.is_some();
    let done = (sent && !state.is_refused())
        .then(|| ui::notice(Notice::Success, view! { <h2>{t::reply_sent(l)}</h2><p>{t::reply_sent_what(l)}</p> }.into_any()));
    view! {
        {ui::page_head(None, title, None)}
        {done}
        {act::facts(l, page)}
        {form(l, page, state)}
        <p class="section"><a href=routes::input(l, page.act.kind, page.item)>{t::reply_back(l)}</a></p>
    }
    .into_any()
}

/// The form, or why there is none.
fn form(l: Locale, page: &DecisionPage, state: &FormState<ReasonForm>) -> AnyView {
    let zone = &page.time_zone;
    if let Err(denied) = page.reply {
        let refused = parts::refused(l, state, &state.form.reason, zone);
        // What was sent stands above, and says it by itself.
        let why = (denied != Denied::RepliedAlready)
            .then(|| ui::notice(Notice::Info, view! { <h2>{t::reply_none(l)}</h2><p>{act::denied_words(l, denied, zone)}</p> }.into_any()));
        return view! { {refused}{why} }.into_any();
    }
    let what = match page.state {
        ItemState::Returned => t::reply_what_returned(l),
        _ => t::reply_what_declined(l),
    };
    let words = FieldSpec::of(state, ReasonForm::REASON, t::reply_words(l), Some(t::reply_words_hint(l)), &state.form.reason);
    view! {
        <section class="section">
            <h2>{t::reply_title(l)}</h2>
            <p>{what}</p>
            {parts::trouble(l, state, &[(ReasonForm::REASON, t::reply_words(l))], zone)}
            <form class="stack" method="post" action=routes::reply(l, page.act.line.id) novalidate>
                {ui::text_area(l, words, 8, None, false)}
                <div class="actions">{ui::button(t::reply_button(l), Button::Primary, None)}</div>
            </form>
        </section>
    }
    .into_any()
}
