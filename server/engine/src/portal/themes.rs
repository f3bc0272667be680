//! The themes of a queue, as those in charge of it read them. What changes them is `theming`, what inputs bear is `tagging`.

use super::{ServerPortal, paging};
use crate::store::themes::{self, Place};
use crate::store::{Tx, bodies, id_list, joint, subgroups, theme_acts, theme_tags};
use async_trait::async_trait;
use model::domain::ids::{ItemId, PaperId, ThemeActId, ThemeId};
use model::domain::person::Actor;
use model::domain::themes::{MOST_SORTED, Theme, Tree};
use model::error::{PortalError, PortalResult};
use model::policy::{self, Denied, KeepThemes, ReadQueue, UndoThemes};
use model::portal::{
    Ctx, NewMerge, NewSplit, NewTheme, SplitPage, ThemeActLine, ThemeActPage, ThemeChange, ThemeLine, ThemePage, ThemeQueue, ThemeRef,
    ThemeTree, ThemedLine, Themes,
};
use std::collections::HashMap;

/// Acts beside a tree, and on the page of a theme.
const RECENT: i64 = 20;

/// Acts that are told after a refusal: more are not read there.
pub(super) const SINCE: i64 = 20;

/// Themes that ended, beside a tree.
const ENDED: i64 = 100;

/// What bears a theme, on one page.
pub(super) const INPUTS: i64 = 50;

#[async_trait]
impl Themes for ServerPortal {
    async fn theme_tree(&self, ctx: &Ctx, key: &str, since: Option<i64>) -> PortalResult<ThemeTree> {
        let mut tx = self.db.read().await?;
        let (place, queue) = queue_by_key(&mut tx, key).await?;
        require_keeper(&ctx.actor, ctx, place)?;
        tree_of(&mut tx, ctx, place, queue, since).await
    }

    async fn theme(&self, ctx: &Ctx, id: ThemeId, cursor: Option<&str>, since: Option<i64>) -> PortalResult<ThemePage> {
        let cursor = cursor.map(paging::parse_at_id::<ItemId>).transpose()?;
        let mut tx = self.db.read().await?;
        let (place, theme) = kept(&mut tx, &ctx.actor, ctx, id).await?;
        let queue = queue_of(&mut tx, place).await?;
        let tree = tree_of(&mut tx, ctx, place, queue, since).await?;
        let (from, into) = theme_acts::lineage(&mut tx, id).await?;
        let acts = theme_acts::of_theme(&mut tx, id, RECENT).await?;
        let rows = theme_tags::inputs(&mut tx, id, cursor, INPUTS + 1).await?;
        let inputs = paging::slice_of(INPUTS, rows, |line: &ThemedLine| Some(paging::at_id(line.submitted_at, line.item)));
        let Theme { parent, name, ending, .. } = theme;
        Ok(ThemePage { tree, id, name, parent, ending, from, into, acts, inputs })
    }

    async fn theme_act(&self, ctx: &Ctx, id: ThemeActId) -> PortalResult<ThemeActPage> {
        let mut tx = self.db.read().await?;
        let behind = theme_acts::behind(&mut tx, id).await?.ok_or(PortalError::NotFound)?;
        require_keeper(&ctx.actor, ctx, behind.place)?;
        let act: ThemeActLine = theme_acts::by_id(&mut tx, id).await?.ok_or(PortalError::NotFound)?;
        let undo = policy::check(&ctx.actor, &undo_of(&mut tx, id, &behind).await?, ctx.now);
        let queue = queue_of(&mut tx, behind.place).await?;
        Ok(ThemeActPage { queue, version: themes::version(&mut tx, behind.place).await?, act, undo })
    }

    async fn split_page(&self, ctx: &Ctx, id: ThemeId, since: Option<i64>) -> PortalResult<SplitPage> {
        let mut tx = self.db.read().await?;
        let (place, theme) = kept(&mut tx, &ctx.actor, ctx, id).await?;
        if !theme.is_open() {
            return Err(PortalError::NotFound);
        }
        let queue = queue_of(&mut tx, place).await?;
        let tree = tree_of(&mut tx, ctx, place, queue, since).await?;
        let open = Tree::new(themes::open(&mut tx, place).await?);
        let below = open.under(Some(id)).into_iter().filter_map(|id| open.get(id)).map(named).collect();
        let rows = theme_tags::inputs(&mut tx, id, None, MOST_SORTED).await?;
        let all = theme_tags::how_many(&mut tx, id).await?;
        let more = (all - i64::try_from(rows.len()).unwrap_or(i64::MAX)).max(0);
        let own = own_of(&mut tx, &ctx.actor, &rows).await?;
        let inputs = rows.into_iter().map(|line| (line.clone(), own.contains(&line.item))).collect();
        Ok(SplitPage { tree, theme: named(&theme), inputs, more, below })
    }

    async fn new_theme(&self, ctx: &Ctx, key: &str, new: NewTheme) -> PortalResult<ThemeActId> {
        self.create_theme(ctx, key, new).await
    }

    async fn change_theme(&self, ctx: &Ctx, id: ThemeId, change: ThemeChange, version: i64) -> PortalResult<(String, Option<ThemeActId>)> {
        self.alter_theme(ctx, id, change, version).await
    }

    async fn merge_themes(&self, ctx: &Ctx, key: &str, merge: NewMerge) -> PortalResult<ThemeActId> {
        self.merge_into(ctx, key, merge).await
    }

    async fn split_theme(&self, ctx: &Ctx, id: ThemeId, split: NewSplit) -> PortalResult<(String, ThemeActId)> {
        self.split_into(ctx, id, split).await
    }

    async fn undo_themes(&self, ctx: &Ctx, id: ThemeActId, version: i64) -> PortalResult<(String, ThemeActId)> {
        self.undo_act(ctx, id, version).await
    }
}

/// Which of these inputs bear the name of an organisation of the actor: one statement for all of them, whoever is in no organisation none.
pub(super) async fn own_of(tx: &mut Tx, actor: &Actor, lines: &[ThemedLine]) -> PortalResult<Vec<ItemId>> {
    let Some(person) = actor.signed_in().filter(|person| !person.memberships.is_empty()) else { return Ok(Vec::new()) };
    let mut own: Vec<ItemId> = lines.iter().filter(|line| actor.is_member(line.organisation.id)).map(|line| line.item).collect();
    let papers = id_list(lines.iter().map(|line| line.item));
    let named = joint::with_name_of(tx, &papers, person.person).await?;
    own.extend(named.into_iter().map(PaperId::item));
    Ok(own)
}

/// The tree of a queue with its numbers, and what was done last.
async fn tree_of(tx: &mut Tx, ctx: &Ctx, place: Place, queue: ThemeQueue, since: Option<i64>) -> PortalResult<ThemeTree> {
    let version = themes::version(tx, place).await?;
    let counts = theme_tags::counts(tx, place, false).await?;
    let tree = Tree::new(themes::open(tx, place).await?);
    let since = match since {
        Some(seen) if seen != version => theme_acts::since(tx, place, seen, SINCE).await?,
        _ => Vec::new(),
    };
    Ok(ThemeTree {
        queue,
        version,
        themes: lines(&tree, &counts),
        ended: themes::ended(tx, place, ENDED).await?,
        recent: theme_acts::recent(tx, place, RECENT).await?,
        since,
        without: theme_tags::without(tx, place).await?,
        moderates: policy::check(&ctx.actor, &ReadQueue { body: place.body, subgroup: place.subgroup }, ctx.now).is_ok(),
    })
}

/// The lines of a tree.
pub(super) fn lines(tree: &Tree, counts: &HashMap<ThemeId, (i64, i64)>) -> Vec<ThemeLine> {
    let line = |(depth, theme): (usize, &Theme)| {
        let (all, waiting) = counts.get(&theme.id).copied().unwrap_or_default();
        ThemeLine { id: theme.id, name: theme.name.clone(), depth, all, waiting }
    };
    tree.lines().into_iter().map(line).collect()
}

pub(super) fn named(theme: &Theme) -> ThemeRef {
    ThemeRef { id: theme.id, name: theme.name.clone() }
}

/// The queue an address names: by the code of a subgroup, or of a body for its whole.
pub(super) async fn queue_by_key(tx: &mut Tx, key: &str) -> PortalResult<(Place, ThemeQueue)> {
    if let Some(subgroup) = subgroups::by_code(tx, &key.to_uppercase()).await? {
        let body = bodies::by_id(tx, subgroup.body).await?.ok_or(PortalError::NotFound)?;
        return Ok((Place { body: body.id, subgroup: Some(subgroup.id) }, ThemeQueue { subgroup: Some(subgroup), body }));
    }
    let body = bodies::by_code(tx, key).await?.ok_or(PortalError::NotFound)?;
    Ok((Place { body: body.id, subgroup: None }, ThemeQueue { subgroup: None, body }))
}

/// The queue of a place.
pub(super) async fn queue_of(tx: &mut Tx, place: Place) -> PortalResult<ThemeQueue> {
    let body = bodies::by_id(tx, place.body).await?.ok_or(PortalError::NotFound)?;
    let subgroup = match place.subgroup {
        Some(id) => subgroups::by_id(tx, id).await?,
        None => None,
    };
    Ok(ThemeQueue { subgroup, body })
}

/// Where a queue is, as policy asks for it.
pub(super) const fn keep(place: Place) -> KeepThemes {
    KeepThemes { body: place.body, subgroup: place.subgroup }
}

/// Who does not keep the themes of a queue does not learn of those that are not public.
pub(super) fn require_keeper(actor: &Actor, ctx: &Ctx, place: Place) -> PortalResult<()> {
    match policy::check(actor, &keep(place), ctx.now) {
        Ok(()) => Ok(()),
        // The second factor is asked for after the office was found: it tells nothing that its holder may not know.
        Err(denied @ (Denied::NotSignedIn | Denied::SecondFactorNeeded)) => Err(denied.into()),
        Err(_) => Err(PortalError::NotFound),
    }
}

/// A theme for somebody who keeps those of its queue.
pub(super) async fn kept(tx: &mut Tx, actor: &Actor, ctx: &Ctx, id: ThemeId) -> PortalResult<(Place, Theme)> {
    let place = themes::place_of(tx, id).await?.ok_or(PortalError::NotFound)?;
    require_keeper(actor, ctx, place)?;
    let theme = themes::by_ids(tx, &id_list([id])).await?.pop().ok_or(PortalError::NotFound)?;
    Ok((place, theme))
}

/// What policy is asked before an act is taken back.
pub(super) async fn undo_of(tx: &mut Tx, id: ThemeActId, behind: &theme_acts::Behind) -> PortalResult<UndoThemes> {
    Ok(UndoThemes {
        body: behind.place.body,
        subgroup: behind.place.subgroup,
        stands: behind.act.can_be_undone() && !behind.undone,
        used: behind.act.can_be_undone() && theme_acts::used_since(tx, id).await?,
    })
}
