//! What is decided: `POST /moderation/papers/{id}`, `/moderation/papers/{id}/move`, `/moderation/comments/{id}`, what stands below
//! `/moderation/decisions/{id}`, `/moderation/appeals/{id}`, `/moderation/several`, and `/moderation/views`.

use crate::web::Deps;
use crate::web::pages::{Asked, moderation_asked};
use crate::web::reader::{Posted, Reader, SMALL, answer, respond, see_other};
use app::pages as view;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use model::domain::ids::{AppealId, CommentId, DecisionId, ItemId, PaperId};
use model::domain::item::ItemKind;
use model::error::PortalError;
use model::forms::{AppealForm, BulkForm, DecisionForm, Fields, FormState, MoveForm, ReasonForm, ViewForm};
use model::portal::{Appeals, Moderation, Queues, Replies};
use model::routes;

pub async fn paper(
    State(deps): State<Deps>,
    reader: Reader,
    Path(id): Path<String>,
    Query(asked): Asked,
    Posted(fields, _): Posted<SMALL>,
) -> Response {
    match id.parse::<PaperId>() {
        Ok(id) => decide(&deps, &reader, (ItemKind::Paper, id.item()), &moderation_asked(&asked), &fields).await,
        Err(_) => answer(&reader, Err(PortalError::NotFound)),
    }
}

pub async fn comment(
    State(deps): State<Deps>,
    reader: Reader,
    Path(id): Path<String>,
    Query(asked): Asked,
    Posted(fields, _): Posted<SMALL>,
) -> Response {
    match id.parse::<CommentId>() {
        Ok(id) => decide(&deps, &reader, (ItemKind::Comment, id.item()), &moderation_asked(&asked), &fields).await,
        Err(_) => answer(&reader, Err(PortalError::NotFound)),
    }
}

async fn decide(
    deps: &Deps,
    reader: &Reader,
    (kind, item): (ItemKind, ItemId),
    asked: &view::moderation::Asked,
    fields: &Fields,
) -> Response {
    let form = DecisionForm::from_fields(fields);
    let ctx = &reader.cx.ctx;
    let mut next = None;
    let decided = match form.parse() {
        Ok(decision) => {
            next = next_of(deps, reader, kind, item, asked).await;
            match kind {
                ItemKind::Paper => deps.portal.decide_paper(ctx, PaperId(item.0), decision).await,
                ItemKind::Comment => deps.portal.decide_comment(ctx, CommentId(item.0), decision).await,
            }
        }
        Err(error) => Err(error),
    };
    super::conclude(
        reader,
        fields,
        decided,
        |act| see_other(&onward(reader, next, asked, act)),
        async |error| {
            let typed =
                view::moderation::Typed { decision: Some(FormState::refused(form, error)), ..view::moderation::Typed::beside(fields) };
            view::moderation::input(&reader.cx, kind, item, asked.clone(), typed).await
        },
    )
    .await
}

/// The input that follows in the queue, among what is asked for: looked for before the decision, which takes the place away.
async fn next_of(
    deps: &Deps,
    reader: &Reader,
    kind: ItemKind,
    item: ItemId,
    asked: &view::moderation::Asked,
) -> Option<(ItemKind, ItemId)> {
    deps.portal.next_in_queue(&reader.cx.ctx, kind, item, &asked.query.filter).await.ok()?
}

/// Where a decision leads: to the next input, or back to the queues.
fn onward(reader: &Reader, next: Option<(ItemKind, ItemId)>, asked: &view::moderation::Asked, act: DecisionId) -> String {
    let l = reader.cx.locale();
    let address = next.map_or_else(|| routes::moderation(l), |(kind, id)| routes::moderate(l, kind, id));
    // Nothing of it needs to be escaped: codes and ids.
    let pairs = asked.query.filter.pairs().into_iter().chain([(view::moderation::Asked::DONE, act.to_string())]);
    let query: Vec<_> = pairs.map(|(name, value)| format!("{name}={value}")).collect();
    format!("{address}?{}", query.join("&"))
}

pub async fn several(State(deps): State<Deps>, reader: Reader, Posted(fields, _): Posted<SMALL>) -> Response {
    let form = BulkForm::from_fields(&fields);
    let chosen = form.items.len();
    let decided = match form.parse() {
        Ok(decision) => {
            let outcome = decision.outcome;
            deps.portal.decide_all(&reader.cx.ctx, &form.items, decision).await.map(|lines| (outcome, lines))
        }
        Err(error) => Err(error),
    };
    super::conclude(
        &reader,
        &fields,
        decided,
        |(outcome, lines)| respond(&reader, view::moderation::bulk_done(&reader.cx, &lines, chosen, outcome)),
        async |error| view::moderation::bulk(&reader.cx, form, Some(error)).await,
    )
    .await
}

pub async fn view(State(deps): State<Deps>, reader: Reader, Posted(fields, _): Posted<SMALL>) -> Response {
    let form = ViewForm::from_fields(&fields);
    let ctx = &reader.cx.ctx;
    let kept = match (form.act.as_str(), form.parse()) {
        (ViewForm::FORGET, _) => deps.portal.forget_queue_view(ctx, &form.name).await.map(|()| String::new()),
        (_, Ok(view)) => deps.portal.keep_queue_view(ctx, view.clone()).await.map(|()| view.query),
        (_, Err(error)) => Err(error),
    };
    let to = |query: String| {
        let address = routes::moderation(reader.cx.locale());
        see_other(&if query.is_empty() { address } else { format!("{address}?{query}") })
    };
    super::conclude(&reader, &fields, kept, to, async |error| {
        // What was to be kept is what is shown.
        let asked = form.query.split('&').filter_map(|pair| pair.split_once('=')).map(|(name, value)| (name.to_owned(), value.to_owned()));
        let asked = moderation_asked(&asked.collect());
        view::moderation::queues(&reader.cx, asked, Some(FormState::refused(form, error))).await
    })
    .await
}

pub async fn move_paper(
    State(deps): State<Deps>,
    reader: Reader,
    Path(id): Path<String>,
    Query(asked): Asked,
    Posted(fields, _): Posted<SMALL>,
) -> Response {
    let Ok(id) = id.parse::<PaperId>() else { return answer(&reader, Err(PortalError::NotFound)) };
    let form = MoveForm::from_fields(&fields);
    let asked = moderation_asked(&asked);
    let mut next = None;
    let moved = match form.parse() {
        Ok(to) => {
            next = next_of(&deps, &reader, ItemKind::Paper, id.item(), &asked).await;
            deps.portal.move_paper(&reader.cx.ctx, id, to).await
        }
        Err(error) => Err(error),
    };
    super::conclude(
        &reader,
        &fields,
        moved,
        |act| see_other(&onward(&reader, next, &asked, act)),
        async |error| {
            let typed = view::moderation::Typed { moved: FormState::refused(form, error), ..view::moderation::Typed::beside(&fields) };
            view::moderation::input(&reader.cx, ItemKind::Paper, id.item(), asked.clone(), typed).await
        },
    )
    .await
}

pub async fn undo(State(deps): State<Deps>, reader: Reader, Path(id): Path<String>, Posted(fields, _): Posted<SMALL>) -> Response {
    let Ok(id) = id.parse::<DecisionId>() else { return answer(&reader, Err(PortalError::NotFound)) };
    let form = ReasonForm::from_fields(&fields);
    let undone = match form.parse() {
        Ok(why) => deps.portal.undo_decision(&reader.cx.ctx, id, why).await,
        Err(error) => Err(error),
    };
    super::conclude(
        &reader,
        &fields,
        undone,
        |(kind, item, act)| see_other(&onward(&reader, Some((kind, item)), &view::moderation::Asked::default(), act)),
        async |error| view::moderation::act(&reader.cx, id, Some(FormState::refused(form, error))).await,
    )
    .await
}

pub async fn reply(State(deps): State<Deps>, reader: Reader, Path(id): Path<String>, Posted(fields, _): Posted<SMALL>) -> Response {
    let Ok(id) = id.parse::<DecisionId>() else { return answer(&reader, Err(PortalError::NotFound)) };
    let form = ReasonForm::from_fields(&fields);
    let sent = match form.parse() {
        Ok(text) => deps.portal.reply(&reader.cx.ctx, id, text).await,
        Err(error) => Err(error),
    };
    super::conclude(
        &reader,
        &fields,
        sent,
        |()| see_other(&routes::reply(reader.cx.locale(), id)),
        async |error| view::moderation::reply(&reader.cx, id, Some(FormState::refused(form, error))).await,
    )
    .await
}

pub async fn file_appeal(State(deps): State<Deps>, reader: Reader, Path(id): Path<String>, Posted(fields, _): Posted<SMALL>) -> Response {
    let Ok(id) = id.parse::<DecisionId>() else { return answer(&reader, Err(PortalError::NotFound)) };
    let form = ReasonForm::from_fields(&fields);
    let filed = match form.parse() {
        Ok(text) => deps.portal.file_appeal(&reader.cx.ctx, id, text).await,
        Err(error) => Err(error),
    };
    super::conclude(
        &reader,
        &fields,
        filed,
        |appeal| see_other(&routes::appeal(reader.cx.locale(), appeal)),
        async |error| view::moderation::act(&reader.cx, id, Some(FormState::refused(form, error))).await,
    )
    .await
}

pub async fn answer_appeal(State(deps): State<Deps>, reader: Reader, Path(id): Path<String>, Posted(fields, _): Posted<SMALL>) -> Response {
    let Ok(id) = id.parse::<AppealId>() else { return answer(&reader, Err(PortalError::NotFound)) };
    let form = AppealForm::from_fields(&fields);
    let answered = match form.parse() {
        Ok(reply) => deps.portal.answer_appeal(&reader.cx.ctx, id, reply).await,
        Err(error) => Err(error),
    };
    super::conclude(
        &reader,
        &fields,
        answered,
        |()| see_other(&routes::appeal(reader.cx.locale(), id)),
        async |error| view::moderation::appeal(&reader.cx, id, Some(FormState::refused(form, error))).await,
    )
    .await
}
