//! Comments on earlier versions of a text whose paragraphs do not go on alone: where each stands, and for the moderator saying so.

use super::parts::{self, PageWords};
use crate::render::{Cx, PageResult};
use crate::ui::{self, Button, FieldSpec, Notice};
use leptos::prelude::*;
use model::domain::anchor::AnchorState;
use model::domain::ids::{CommentId, DraftVersionId};
use model::domain::language::Locale;
use model::error::PortalError;
use model::forms::{FormState, PlacingForm};
use model::i18n::t::anchors as t;
use model::policy::Denied;
use model::portal::{EarlierComment, EarlierCursors, EarlierPage, Slice};
use model::routes;

/// The page with its lists from there on.
pub fn address(l: Locale, id: DraftVersionId, from: EarlierCursors) -> String {
    let pairs: Vec<(&str, String)> = [(PlacingForm::AFTER, from.open), (PlacingForm::SAID, from.said)]
        .into_iter()
        .filter_map(|(name, after)| Some((name, after?.to_string())))
        .collect();
    let path = routes::earlier_comments(l, id);
    let pairs: Vec<(&str, &str)> = pairs.iter().map(|(name, after)| (*name, after.as_str())).collect();
    if pairs.is_empty() { path } else { parts::with_query(&path, &pairs) }
}

/// `/drafts/{id}/earlier`
pub async fn page(cx: &Cx, id: DraftVersionId, from: EarlierCursors, state: Option<FormState<PlacingForm>>) -> PageResult {
    let page = cx.portal.earlier_comments(&cx.ctx, id, from).await?;
    let l = cx.locale();
    let state = state.unwrap_or_default();
    let above = format!("{}, {}", page.draft.title.get(l), page.draft.label.get(l));
    let head = parts::head_in_body(l, t::earlier_title(l), &page.body).crumb(above, routes::draft(l, id));
    Ok(ui::page(cx, parts::status_of_form(&state), head, || content(cx, &page, from, &state)))
}

fn content(cx: &Cx, page: &EarlierPage, from: EarlierCursors, state: &FormState<PlacingForm>) -> AnyView {
    let l = cx.locale();
    let trouble = if state.refusal == Some(PortalError::Conflict) {
        parts::alert(Notice::Warning, t::earlier_conflict(l))
    } else {
        parts::trouble(l, state, &[(PlacingForm::AT, t::earlier_at(l))], "UTC")
    };
    let entries = |all: &[EarlierComment]| all.iter().map(|one| entry(cx, page, one, from, state)).collect_view().into_any();
    let open = if page.open.rows.is_empty() && from.open.is_some() {
        view! { <p>{t::earlier_no_more(l)}</p> }.into_any()
    } else if page.open.rows.is_empty() {
        ui::empty(t::earlier_open_none(l), view! { <p>{t::earlier_open_none_what(l)}</p> }.into_any())
    } else {
        entries(&page.open.rows)
    };
    let way = |(id, label, next_words): (&str, &'static str, &'static str), first: Option<EarlierCursors>, next: Option<EarlierCursors>| {
        let link = |from| format!("{}#{id}", address(l, page.draft.id, from));
        let words = PageWords { label: t::earlier_pages(l), first: t::earlier_first(l), next: next_words };
        parts::pagination(&words, label, first.map(link), next.map(link))
    };
    let open_way = way(
        ("open", t::earlier_open(l), t::earlier_next(l)),
        from.open.map(|_| EarlierCursors { open: None, ..from }),
        cursor_of(&page.open).map(|next| EarlierCursors { open: Some(next), ..from }),
    );
    let said_way = way(
        ("said", t::earlier_said(l), t::earlier_next_said(l)),
        from.said.map(|_| EarlierCursors { said: None, ..from }),
        cursor_of(&page.said).map(|next| EarlierCursors { said: Some(next), ..from }),
    );
    let said = (!page.said.rows.is_empty() || from.said.is_some()).then(|| {
        view! { <section class="section" id="said"><h2>{t::earlier_said(l)}</h2>{entries(&page.said.rows)}{said_way}</section> }
    });
    let newest = page.newest.as_ref().map(|newest| {
        let words = t::earlier_newest(l, newest.label.get(l));
        ui::notice(Notice::Info, view! { <p><a href=routes::earlier_comments(l, newest.id)>{words}</a></p> }.into_any())
    });
    let lede = t::earlier_lede(l, page.draft.label.get(l));
    view! {
        {trouble}
        {ui::page_head(Some(page.draft.title.get(l).to_owned()), t::earlier_title(l), Some(lede))}
        {newest}
        <section class="section" id="open">
            <h2>{t::earlier_open(l)}</h2>
            {open}
            {open_way}
        </section>
        {said}
    }
    .into_any()
}

/// Where a list goes on.
fn cursor_of(list: &Slice<EarlierComment>) -> Option<CommentId> {
    list.next.as_ref()?.parse().ok()
}

fn entry(cx: &Cx, page: &EarlierPage, one: &EarlierComment, from: EarlierCursors, state: &FormState<PlacingForm>) -> AnyView {
    let l = cx.locale();
    let act = match one.placing {
        Err(Denied::OwnOrganisation) => view! { <p class="hint">{t::earlier_own(l)}</p> }.into_any(),
        Err(_) => ().into_any(),
        Ok(()) if one.state == AnchorState::Open => form(cx, page, one, from, state),
        Ok(()) => {
            let open = state.is_refused() && state.form.comment == one.line.id.to_string();
            view! { <details open=open><summary>{t::earlier_again(l)}</summary>{form(cx, page, one, from, state)}</details> }.into_any()
        }
    };
    view! {
        <div class="section">
            <p class="row__meta"><span>{parts::made_on(l, one)}</span>{parts::standing(l, one)}</p>
            {parts::earlier_comment(l, one, &[])}
            {act}
        </div>
    }
    .into_any()
}

fn form(cx: &Cx, page: &EarlierPage, one: &EarlierComment, from: EarlierCursors, state: &FormState<PlacingForm>) -> AnyView {
    let l = cx.locale();
    let comment = one.line.id.to_string();
    let refused = state.is_refused() && state.form.comment == comment;
    // The summary of errors leads to the field that has its name for an id.
    let id = if refused { PlacingForm::AT.to_owned() } else { format!("at-{comment}") };
    let hint = t::earlier_at_hint(l, page.draft.label.get(l));
    let beside = format!("c-{comment}");
    let field = FieldSpec {
        name: PlacingForm::AT,
        id: Some(&id),
        label: t::earlier_at(l),
        hint: Some(&hint),
        value: if refused { &state.form.at } else { one.place.as_ref().map_or("", |(_, citation)| citation.as_str()) },
        fault: if refused { state.fault(PlacingForm::AT) } else { None },
        beside: Some(&beside),
        autocomplete: Some("off"),
        required: false,
    };
    let act = |value| Some((PlacingForm::ACT, value));
    let cursor = |after: Option<CommentId>| after.map(|id| id.to_string()).unwrap_or_default();
    let stays = (one.state != AnchorState::Stays)
        .then(|| ui::button(t::earlier_stays(l, one.label.get(l)), Button::Quiet, act(PlacingForm::STAYS)));
    view! {
        <form class="form" method="post" action=routes::earlier_comments(l, page.draft.id) novalidate>
            {ui::hidden(PlacingForm::COMMENT, comment.as_str())}
            {ui::hidden(PlacingForm::VERSION, one.at.to_string())}
            {ui::hidden(PlacingForm::STATE, one.state.code())}
            {ui::hidden(PlacingForm::STANDS_AT, one.place.as_ref().map(|(id, _)| id.to_string()).unwrap_or_default())}
            {ui::hidden(PlacingForm::AFTER, cursor(from.open))}
            {ui::hidden(PlacingForm::SAID, cursor(from.said))}
            {ui::text_field(l, field)}
            <div class="actions">{ui::button(t::earlier_place(l), Button::Secondary, act(PlacingForm::PLACE))}{stays}</div>
        </form>
    }
    .into_any()
}
