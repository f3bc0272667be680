//! The queues of moderators: page by page, around one input, and the views of them that somebody keeps.

use super::moderation::require_factor_of_office;
use super::paging;
use super::{ServerPortal, in_tx, person_of, require_person};
use crate::store::queue::Place;
use crate::store::{Tx, anchors, bodies, comments, corrigenda, decisions, id_list, letters, papers, queue, same_author, subgroups};
use async_trait::async_trait;
use model::domain::ids::{BodyId, ItemId, SubgroupId};
use model::domain::item::{ItemKind, ItemState};
use model::domain::person::Actor;
use model::domain::queue_filter::QueueFilter;
use model::domain::subgroup::Subgroup;
use model::domain::time::{Instant, Span};
use model::domain::validate::Fault;
use model::error::{FieldError, PortalError, PortalResult};
use model::policy::{self, InCharge, ReadQueue};
use model::portal::{Beside, Ctx, QUEUE_PAGE, Queue, QueueLine, QueueQuery, QueueView, Queues};

/// Acts beside a queue.
const RECENT: i64 = 5;

/// Answers of authors beside a queue, and for how long they stand there.
const REPLIED: i64 = 20;
const REPLIED_LATELY: Span = Span::DAY.times(14);

/// Inputs beside one in its queue.
const BESIDE: i64 = 25;

/// Other inputs of the organisation beside one of them.
const SAME_AUTHOR: i64 = 10;

/// Views that one person keeps.
const MOST_VIEWS: usize = 20;

/// A queue somebody is in charge of.
#[derive(Clone, Copy)]
enum Of {
    Subgroup(SubgroupId),
    WholeBody(BodyId),
}

#[async_trait]
impl Queues for ServerPortal {
    async fn queues(&self, ctx: &Ctx, query: &QueueQuery) -> PortalResult<Vec<Queue>> {
        require_person(ctx)?;
        require_factor_of_office(ctx)?;
        let place = match &query.after {
            None => Place::START,
            Some(cursor) => {
                let (at, id) = paging::parse_at_id::<ItemId>(cursor)?;
                Place { at, behind: Some(id) }
            }
        };
        let mut tx = self.db.read().await?;
        let mut queues = frames(&mut tx, ctx, &policy::in_charge(&ctx.actor, ctx.now)).await?;
        if let Some(key) = &query.queue {
            queues.retain(|(_, queue)| queue.key() == key);
        } else if query.after.is_some() {
            // A place is one in one queue.
            return Err(PortalError::NotFound);
        }
        // Whoever moderates is in charge of few of them.
        for (of, queue) in &mut queues {
            fill(&mut tx, &ctx.actor, *of, queue, &query.filter, &place, QUEUE_PAGE).await?;
            let since = ctx.now - REPLIED_LATELY;
            (queue.recent, queue.replied) = match of {
                Of::Subgroup(id) => {
                    (decisions::recent(&mut tx, *id, RECENT).await?, decisions::replied(&mut tx, *id, since, REPLIED).await?)
                }
                Of::WholeBody(id) => (
                    decisions::recent_whole_body(&mut tx, *id, RECENT).await?,
                    decisions::replied_whole_body(&mut tx, *id, since, REPLIED).await?,
                ),
            };
        }
        Ok(queues.into_iter().map(|(_, queue)| queue).collect())
    }

    async fn beside(&self, ctx: &Ctx, kind: ItemKind, item: ItemId, filter: &QueueFilter) -> PortalResult<Beside> {
        require_factor_of_office(ctx)?;
        let mut tx = self.db.read().await?;
        let subject = super::deciding::Subject::of(&mut tx, kind, item).await?;
        let body = subject.line.body.id;
        super::moderation::require_in_charge(&ctx.actor, ctx, subject.subgroup, body)?;
        let of = subject.subgroup.map_or(Of::WholeBody(body), Of::Subgroup);
        let charge = match of {
            Of::Subgroup(id) => InCharge { subgroups: vec![id], bodies: Vec::new() },
            Of::WholeBody(id) => InCharge { subgroups: Vec::new(), bodies: vec![id] },
        };
        let (_, mut queue) = frames(&mut tx, ctx, &charge).await?.pop().ok_or(PortalError::NotFound)?;
        let arrived = queue::arrival(&mut tx, item).await?.ok_or(PortalError::NotFound)?;
        fill(&mut tx, &ctx.actor, of, &mut queue, filter, &Place { at: arrived, behind: None }, BESIDE).await?;
        let next = next_of(&mut tx, &ctx.actor, of, filter, (arrived, item)).await?;
        let alike = super::letters::alike(&mut tx, ctx, kind, item).await?;
        let same_author =
            same_author::others(&mut tx, subject.organisation, subject.line.round.id, item, subject.subgroup, SAME_AUTHOR).await?;
        Ok(Beside { queue, next, alike, same_author })
    }

    async fn next_in_queue(
        &self,
        ctx: &Ctx,
        kind: ItemKind,
        item: ItemId,
        filter: &QueueFilter,
    ) -> PortalResult<Option<(ItemKind, ItemId)>> {
        require_factor_of_office(ctx)?;
        let mut tx = self.db.read().await?;
        let subject = super::deciding::Subject::of(&mut tx, kind, item).await?;
        let body = subject.line.body.id;
        super::moderation::require_in_charge(&ctx.actor, ctx, subject.subgroup, body)?;
        let of = subject.subgroup.map_or(Of::WholeBody(body), Of::Subgroup);
        let arrived = queue::arrival(&mut tx, item).await?.ok_or(PortalError::NotFound)?;
        next_of(&mut tx, &ctx.actor, of, filter, (arrived, item)).await
    }

    async fn chosen(&self, ctx: &Ctx, items: &[(ItemKind, ItemId)]) -> PortalResult<Vec<QueueLine>> {
        require_person(ctx)?;
        require_factor_of_office(ctx)?;
        let mut tx = self.db.read().await?;
        chosen(&mut tx, ctx, items).await
    }

    async fn queue_views(&self, ctx: &Ctx) -> PortalResult<Vec<QueueView>> {
        let person = person_of(&ctx.actor)?;
        Ok(queue::views(&mut self.db.read().await?, person).await?)
    }

    async fn keep_queue_view(&self, ctx: &Ctx, view: QueueView) -> PortalResult<()> {
        let person = person_of(&ctx.actor)?;
        in_tx!(self.db, [ctx, view], |tx| {
            let kept = queue::views(tx, person).await?;
            if kept.len() >= MOST_VIEWS && kept.iter().all(|one| one.name != view.name) {
                let too_many = FieldError { field: model::forms::ViewForm::NAME, fault: Fault::TooManyViews { max: MOST_VIEWS } };
                return Err(PortalError::Invalid(vec![too_many]));
            }
            Ok(queue::keep_view(tx, person, &view, ctx.now).await?)
        })
        .await
    }

    async fn forget_queue_view(&self, ctx: &Ctx, name: &str) -> PortalResult<()> {
        let person = person_of(&ctx.actor)?;
        let name = name.to_owned();
        in_tx!(self.db, [name], |tx| { Ok::<_, PortalError>(queue::forget_view(tx, person, &name).await?) }).await
    }
}

/// Those of these inputs that wait in a queue of the actor.
pub(super) async fn chosen(tx: &mut Tx, ctx: &Ctx, items: &[(ItemKind, ItemId)]) -> PortalResult<Vec<QueueLine>> {
    let of = |wanted: ItemKind| id_list(items.iter().filter(|(kind, _)| *kind == wanted).map(|(_, id)| id));
    let all = queue::chosen(tx, &of(ItemKind::Paper), &of(ItemKind::Comment)).await?;
    let in_charge = |one: &queue::Chosen| policy::check(&ctx.actor, &ReadQueue { body: one.body, subgroup: one.queue }, ctx.now).is_ok();
    Ok(all.into_iter().filter(in_charge).map(|one| said(&ctx.actor, one.line)).collect())
}

fn said(actor: &Actor, line: QueueLine) -> QueueLine {
    QueueLine { own: actor.is_member(line.organisation.id), ..line }
}

/// These queues with everything but what waits in them.
async fn frames(tx: &mut Tx, ctx: &Ctx, charge: &InCharge) -> PortalResult<Vec<(Of, Queue)>> {
    let mut queues = Vec::new();
    if !charge.subgroups.is_empty() {
        queues.extend(of_subgroups(tx, &ctx.actor, &charge.subgroups).await?);
    }
    if !charge.bodies.is_empty() {
        queues.extend(of_bodies(tx, &ctx.actor, &charge.bodies).await?);
    }
    Ok(queues)
}

async fn of_subgroups(tx: &mut Tx, actor: &Actor, groups: &[SubgroupId]) -> PortalResult<Vec<(Of, Queue)>> {
    let ids = id_list(groups);
    let mut counts = papers::counts(tx, &ids).await?;
    counts.extend(comments::counts(tx, &ids).await?);
    let bodies = bodies::all(tx).await?;
    let places = anchors::to_place(tx, &ids).await?;
    let mut corrected = corrigenda::waiting(tx, &ids).await?;
    for (_, line) in &mut corrected {
        line.own = actor.is_member(line.organisation.id);
    }
    let queue = |subgroup: Subgroup| {
        let numbers: Vec<_> = counts.iter().filter(|(id, _, _)| *id == subgroup.id).map(|(_, state, n)| (*state, *n)).collect();
        let body_code = bodies.iter().find(|body| body.id == subgroup.body).map(|body| body.code.clone()).unwrap_or_default();
        let corrigenda = corrected.iter().filter(|(of, _)| *of == Some(subgroup.id)).map(|(_, line)| line.clone()).collect();
        let to_place = places.iter().filter(|(of, _)| *of == subgroup.id).map(|(_, one)| one.clone()).collect();
        (Of::Subgroup(subgroup.id), Queue { corrigenda, to_place, ..frame(Some(subgroup), body_code, &numbers) })
    };
    Ok(subgroups::by_ids(tx, &ids).await?.into_iter().map(queue).collect())
}

async fn of_bodies(tx: &mut Tx, actor: &Actor, offices: &[BodyId]) -> PortalResult<Vec<(Of, Queue)>> {
    let counts = papers::counts_whole_body(tx, &id_list(offices)).await?;
    let bodies = bodies::all(tx).await?;
    let mut queues = Vec::new();
    // A secretariat serves few bodies.
    for body in bodies.iter().filter(|body| offices.contains(&body.id)) {
        let numbers: Vec<_> = counts.iter().filter(|(id, _, _)| *id == body.id).map(|(_, state, n)| (*state, *n)).collect();
        let mut corrigenda = corrigenda::waiting_whole_body(tx, &id_list([body.id])).await?;
        for line in &mut corrigenda {
            line.own = actor.is_member(line.organisation.id);
        }
        queues.push((Of::WholeBody(body.id), Queue { corrigenda, ..frame(None, body.code.clone(), &numbers) }));
    }
    Ok(queues)
}

/// A queue with its numbers.
fn frame(subgroup: Option<Subgroup>, body_code: String, numbers: &[(ItemState, i64)]) -> Queue {
    let total: i64 = numbers.iter().map(|(_, n)| n).sum();
    let open: i64 = numbers.iter().filter(|(state, _)| state.awaits_decision()).map(|(_, n)| n).sum();
    Queue {
        subgroup,
        body_code,
        waiting: Vec::new(),
        next: None,
        open,
        corrigenda: Vec::new(),
        to_place: Vec::new(),
        decided: total - open,
        total,
        recent: Vec::new(),
        replied: Vec::new(),
    }
}

/// Puts a page of what waits into a queue.
async fn fill(tx: &mut Tx, actor: &Actor, of: Of, queue: &mut Queue, filter: &QueueFilter, place: &Place, length: i64) -> PortalResult<()> {
    let mut rows = waiting(tx, actor, of, filter, place, length + 1).await?;
    let alike = letters::how_many(tx, rows.iter().map(|line| line.item)).await?;
    for line in &mut rows {
        line.alike = alike.get(&line.item).copied().unwrap_or_default();
    }
    let page = paging::slice_of(length, rows, |line: &QueueLine| Some(paging::at_id(line.submitted_at, line.item)));
    (queue.waiting, queue.next) = (page.rows, page.next);
    Ok(())
}

/// What waits in a queue behind a place.
async fn waiting(tx: &mut Tx, actor: &Actor, of: Of, filter: &QueueFilter, place: &Place, limit: i64) -> PortalResult<Vec<QueueLine>> {
    let rows = match of {
        Of::Subgroup(id) => queue::waiting(tx, id, filter, place, limit).await?,
        Of::WholeBody(id) => queue::waiting_whole_body(tx, id, filter, place, limit).await?,
    };
    Ok(rows.into_iter().map(|line| said(actor, line)).collect())
}

/// The input to go on with after one: the next, and at the end what was passed over.
async fn next_of(
    tx: &mut Tx,
    actor: &Actor,
    of: Of,
    filter: &QueueFilter,
    (arrived, item): (Instant, ItemId),
) -> PortalResult<Option<(ItemKind, ItemId)>> {
    for place in [Place { at: arrived, behind: Some(item) }, Place::START] {
        let rows = waiting(tx, actor, of, filter, &place, BESIDE).await?;
        if let Some(next) = rows.iter().find(|line| line.item != item && !line.own) {
            return Ok(Some((next.kind, next.item)));
        }
    }
    Ok(None)
}
