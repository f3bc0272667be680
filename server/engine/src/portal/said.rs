//! What is said on a provision in public, page by page.

use crate::store::commented::Light;
use crate::store::{Tx, anchors, commented, comments};
use model::domain::collision::{Proposal, arranged, collisions, excluded_by};
use model::domain::comment_filter::CommentFilter;
use model::domain::draft::Provision;
use model::domain::ids::CommentId;
use model::domain::quotation::readable;
use model::error::PortalResult;
use model::portal::{CommentLine, EarlierComment, Part, SAID_PAGE, SaidBlock, SaidQuery};
use std::collections::HashMap;

/// Comments on the version itself. Which proposals exclude each other is asked of all of them, whatever the page shows.
pub async fn said(tx: &mut Tx, provision: &Provision, asked: &SaidQuery) -> PortalResult<Part<SaidBlock>> {
    let all = commented::of_provision(tx, provision.id, asked.filter).await?;
    let proposals: Vec<Proposal<'_>> = all.iter().map(Light::proposal).collect();
    let groups = collisions(&readable(&provision.text), &proposals);
    let order: Vec<_> = arranged(all.len(), &groups).into_iter().filter(|(at, _)| all[*at].asked_for).collect();
    // What was taken back since the last page, or stands last now, has nothing behind it: the list is read from its beginning.
    let after = asked.after.and_then(|after| order.iter().position(|(at, _)| all[*at].id == after)).map_or(0, |at| at + 1);
    let from = if after < order.len() { after } else { 0 };
    let page = &order[from..order.len().min(from + SAID_PAGE)];
    let ids: Vec<CommentId> = page.iter().map(|(at, _)| all[*at].id).collect();
    let group_of: HashMap<CommentId, usize> = page.iter().filter_map(|(at, group)| Some((all[*at].id, (*group)?))).collect();
    let mut rows: Vec<SaidBlock> = Vec::new();
    let mut last = None;
    for line in comments::public_in_order(tx, &ids).await? {
        let group = group_of.get(&line.id).copied();
        match (rows.last_mut(), group) {
            (Some(block), Some(_)) if last == group => block.comments.push(line),
            _ => rows.push(SaidBlock { comments: vec![line], of: group.map_or(1, |group| groups[group].len()) }),
        }
        last = group;
    }
    let next = ids.last().copied().filter(|_| from + page.len() < order.len());
    Ok(Part { rows, matching: count(order.len()), all: count(all.len()), next })
}

fn count(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

/// Comments on earlier versions that stand there.
pub async fn earlier(tx: &mut Tx, provision: &Provision, asked: &SaidQuery) -> PortalResult<Part<EarlierComment>> {
    let counted = commented::count_earlier(tx, provision.id, asked.filter).await?;
    if counted.asked_for == 0 {
        return Ok(Part { all: counted.all, ..Part::default() });
    }
    let mut rows = anchors::at_provision(tx, provision.id, asked.filter, asked.earlier, count(SAID_PAGE) + 1).await?;
    if rows.is_empty() {
        // As above.
        rows = anchors::at_provision(tx, provision.id, asked.filter, None, count(SAID_PAGE) + 1).await?;
    }
    let more = rows.len() > SAID_PAGE;
    rows.truncate(SAID_PAGE);
    let next = rows.last().map(|one| one.line.id).filter(|_| more);
    Ok(Part { rows, matching: counted.asked_for, all: counted.all, next })
}

/// Public proposals on a provision that one of them excludes, at most a page of them.
pub async fn excluded(tx: &mut Tx, provision: &Provision, id: CommentId) -> PortalResult<Vec<CommentLine>> {
    let all = commented::of_provision(tx, provision.id, CommentFilter::default()).await?;
    let Some(own) = all.iter().find(|one| one.id == id) else { return Ok(Vec::new()) };
    let others = all.iter().filter(|other| other.id != id).map(|other| (other.id, other.proposal()));
    let mut ids = excluded_by(&readable(&provision.text), own.proposal(), others);
    ids.truncate(SAID_PAGE);
    Ok(comments::public_in_order(tx, &ids).await?)
}
