//! The compilation of a draft text by paragraph, put together from what the store holds.

use super::texts::{frame, known};
use super::{ServerPortal, in_tx};
use crate::store::commented::Count;
use crate::store::compilation::{Compiled, Spoken};
use crate::store::{accreditations, audit, compilation, drafts, rounds, statuses, subgroups, voices};
use async_trait::async_trait;
use model::domain::audit::AuditAct;
use model::domain::draft::{DraftVersion, Provision};
use model::domain::ids::{DraftVersionId, ProvisionId};
use model::domain::provision_status::ProvisionStatus;
use model::error::PortalResult;
use model::policy::{self, ReadCompilation};
use model::portal::{Compilation, CompilationQuery, Compilations, CompiledComment, CompiledProvision, Ctx, Extent, Scope};
use std::collections::{HashMap, HashSet};

/// A page ends with the provision on which it comes to this many comments.
const PAGE: i64 = 100;

/// Before the text as a whole, which stands before all others.
const BEFORE: i64 = -1;

#[async_trait]
impl Compilations for ServerPortal {
    async fn compilation(&self, ctx: &Ctx, id: DraftVersionId, mut asked: CompilationQuery) -> PortalResult<Compilation> {
        // A file says one thing in all its parts.
        let mut tx = match asked.extent {
            Extent::All => self.db.snapshot().await?,
            Extent::Page { .. } => self.db.read().await?,
        };
        let (draft, body, _) = frame(&mut tx, id).await?;
        let may_read_full = policy::check(&ctx.actor, &act(&draft), ctx.now);
        let full = asked.scope == Scope::Full;
        if full {
            may_read_full?;
        }
        let subgroups = subgroups::of_body(&mut tx, draft.body).await?;
        asked.filter = known(asked.filter, &subgroups);
        let mut spoken = compilation::spoken(&mut tx, id, asked.filter, full).await?;
        let mut returned = if full { compilation::returned(&mut tx, id, asked.filter).await? } else { Vec::new() };
        returned.retain(|one| {
            let asked_for = asked.filter.lets_through(&one.comment.comment.content);
            count(&mut spoken, one, asked_for);
            asked_for
        });
        let (matching, all) = spoken.iter().fold((0, 0), |(matching, all), one| (matching + one.count.asked_for, all + one.count.all));
        let heard_of: HashSet<ProvisionId> = spoken.iter().filter(|one| one.count.asked_for > 0).map(|one| one.provision).collect();
        let (after, up_to, next) = match asked.extent {
            Extent::All => (BEFORE, i64::MAX, None),
            Extent::Page { after } => page(after.unwrap_or(BEFORE), spoken.iter().map(|one| (one.position, one.count.asked_for))),
        };
        let mut rows = compilation::comments(&mut tx, id, asked.filter, full, (after, up_to)).await?;
        rows.extend(returned.into_iter().filter(|one| one.position > after && one.position <= up_to));
        let mut heard = voices::of_comments(&mut tx, rows.iter().map(|one| one.comment.comment.id)).await?;
        let mut comments: HashMap<ProvisionId, Vec<CompiledComment>> = HashMap::new();
        for mut one in rows {
            one.comment.comment.heard = heard.remove(&one.comment.comment.id).unwrap_or_default();
            comments.entry(one.provision).or_default().push(one.comment);
        }
        let statuses = statuses::of_version(&mut tx, id).await?;
        let (mut provisions, mut silent) = (Vec::new(), Vec::new());
        for provision in std::iter::once(Provision::whole(id)).chain(drafts::provisions(&mut tx, id).await?) {
            if let Some(mut comments) = comments.remove(&provision.id) {
                // What was returned stands behind the others so far; databases do not all order letters alike.
                comments.sort_by(|one, other| {
                    (one.comment.received_at, &one.comment.receipt).cmp(&(other.comment.received_at, &other.comment.receipt))
                });
                let status = statuses.get(&provision.id).copied().unwrap_or(ProvisionStatus::Open);
                provisions.push(CompiledProvision { provision, status, comments });
            } else if provision.level.is_numbered() && !heard_of.contains(&provision.id) {
                silent.push(provision);
            }
        }
        let standings = match rounds::of_draft(&mut tx, id).await?.first() {
            Some(line) => accreditations::standings(&mut tx, draft.body, line.session.id).await?,
            None => HashMap::new(),
        };
        Ok(Compilation {
            draft,
            body,
            subgroups,
            asked,
            may_read_full: may_read_full.is_ok(),
            as_of: ctx.now,
            provisions,
            silent,
            standings,
            matching,
            all,
            next,
        })
    }

    async fn note_compilation_export(&self, ctx: &Ctx, id: DraftVersionId, format: &str) -> PortalResult<()> {
        let event = self.event(ctx, AuditAct::CompilationExported, "draft_version", id, serde_json::json!({ "format": format }));
        in_tx!(self.db, [event], |tx| { Ok(audit::insert(tx, &event).await?) }).await
    }
}

/// Adds a comment to what is said on its provision.
fn count(spoken: &mut Vec<Spoken>, one: &Compiled, asked_for: bool) {
    let at = match spoken.binary_search_by_key(&one.position, |spoken| spoken.position) {
        Ok(at) => at,
        Err(at) => {
            spoken.insert(at, Spoken { provision: one.provision, position: one.position, count: Count::default() });
            at
        }
    };
    let count = &mut spoken[at].count;
    count.all += 1;
    count.asked_for += i64::from(asked_for);
}

const fn act(draft: &DraftVersion) -> ReadCompilation {
    ReadCompilation { body: draft.body, subgroup: draft.subgroup }
}

/// From which position to which a page reaches, and after which the next begins.
fn page(after: i64, spoken: impl Iterator<Item = (i64, i64)>) -> (i64, i64, Option<i64>) {
    let mut count = 0;
    let mut up_to = None;
    for (position, comments) in spoken.filter(|(position, comments)| *position > after && *comments > 0) {
        if let Some(end) = up_to {
            return (after, end, Some(end));
        }
        count += comments;
        if count >= PAGE {
            up_to = Some(position);
        }
    }
    (after, i64::MAX, None)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_hold_every_provision_once() {
        let spoken = [(0, 40), (2, 0), (3, 59), (4, 1), (5, 0), (6, 250), (9, 1)];
        let (mut after, mut ends) = (-1, Vec::new());
        loop {
            let (from, up_to, next) = page(after, spoken.into_iter());
            assert_eq!(from, after);
            ends.push(up_to);
            match next {
                Some(next) => after = next,
                None => break,
            }
        }
        assert_eq!(ends, [4, 6, i64::MAX]);
        assert_eq!(page(9, spoken.into_iter()), (9, i64::MAX, None));
        assert_eq!(page(-1, [(1, PAGE), (2, 0)].into_iter()), (-1, i64::MAX, None), "nothing comes after what is full");
    }
}
