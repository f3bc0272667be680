//! What changes the themes of a queue. Every act reads the tree, lets the domain change it, and stores what is otherwise than before: over
//! the version the form was made from, so that nobody changes what they did not see.

use super::themes::{keep, kept, own_of, queue_by_key, queue_of, require_keeper, undo_of};
use super::{ServerPortal, actor_now, in_tx, permitted, person_of};
use crate::store::theme_acts::{self, NewAct};
use crate::store::theme_tags::{self, By};
use crate::store::themes::{self, Place};
use crate::store::{Tx, audit, id_list};
use model::domain::audit::AuditAct;
use model::domain::ids::{ItemId, ThemeActId, ThemeId};
use model::domain::person::Actor;
use model::domain::role::{RoleName, Scope};
use model::domain::themes::{Split, Stood, Theme, ThemeAct, ThemeFault, ThemeName, Tree};
use model::error::{FieldError, PortalError, PortalResult};
use model::forms::{ThemeChangeForm, ThemeForm, ThemeMergeForm, ThemeSplitForm};
use model::policy::Denied;
use model::portal::{Ctx, NewMerge, NewSplit, NewTheme, ThemeChange};
use std::collections::{BTreeMap, BTreeSet};

/// A fault of the tree, beside the field that names what is at fault.
fn wrong(fault: ThemeFault, name: &'static str, other: &'static str) -> PortalError {
    let field = if fault == ThemeFault::NameTaken { name } else { other };
    PortalError::Invalid(vec![FieldError { field, fault: fault.into() }])
}

/// What an act says of itself.
struct Said {
    act: ThemeAct,
    theme: Option<ThemeId>,
    name: String,
    became: String,
    stood: Vec<Stood>,
    undoes: Option<ThemeActId>,
    touched: Vec<ThemeId>,
    lineage: Vec<(ThemeId, ThemeId)>,
}

impl Said {
    fn of(act: ThemeAct, theme: &Theme, became: String) -> Self {
        let touched = [Some(theme.id), theme.parent].into_iter().flatten().collect();
        let name = theme.name.text.clone();
        Self { act, theme: Some(theme.id), name, became, stood: Vec::new(), undoes: None, touched, lineage: Vec::new() }
    }

    /// Those an act of several themes has to do with: all that stood somewhere, what it made, and what is above these.
    fn of_several(act: ThemeAct, before: &Tree, after: &Tree, stood: Vec<Stood>, made: &[ThemeId]) -> Self {
        let mut touched: BTreeSet<ThemeId> = stood.iter().map(|one| one.theme).chain(made.iter().copied()).collect();
        for id in touched.clone() {
            touched.extend([before, after].into_iter().filter_map(|tree| tree.get(id)?.parent));
        }
        let touched = touched.into_iter().collect();
        Self { act, theme: None, name: String::new(), became: String::new(), stood, undoes: None, touched, lineage: Vec::new() }
    }
}

/// By which office somebody keeps the themes of a queue: the nearest to it.
fn office(actor: &Actor, ctx: &Ctx, place: Place) -> RoleName {
    let holds = |name, scope| actor.holds(name, scope, ctx.now);
    match place.subgroup {
        Some(subgroup) if holds(RoleName::Moderator, Scope::Subgroup(subgroup)) => RoleName::Moderator,
        _ if holds(RoleName::Chair, Scope::Body(place.body)) => RoleName::Chair,
        _ => RoleName::Secretariat,
    }
}

/// The tree of a queue, open themes alone or with these that ended.
async fn tree(tx: &mut Tx, place: Place, also: &[ThemeId]) -> PortalResult<Tree> {
    let mut all = themes::open(tx, place).await?;
    if !also.is_empty() {
        let known: BTreeSet<ThemeId> = all.iter().map(|theme| theme.id).collect();
        let more = themes::by_ids(tx, &id_list(also)).await?;
        all.extend(more.into_iter().filter(|theme| !known.contains(&theme.id)));
    }
    Ok(Tree::new(all))
}

impl ServerPortal {
    pub(super) async fn create_theme(&self, ctx: &Ctx, key: &str, new: NewTheme) -> PortalResult<ThemeActId> {
        let (this, key) = (self.clone(), key.to_owned());
        let (id, act) = (ThemeId(self.ids.uuid(ctx.now)), ThemeActId(self.ids.uuid(ctx.now)));
        in_tx!(self.db, [this, ctx, key, new], |tx| {
            let actor = actor_now(tx, &ctx).await?;
            let (place, _) = queue_by_key(tx, &key).await?;
            let before = this.begin(tx, &ctx, &actor, place, new.version, &[]).await?;
            let after = before.add(id, new.name.clone(), new.parent).map_err(|fault| wrong(fault, ThemeForm::NAME, ThemeForm::PARENT))?;
            let theme = after.get(id).ok_or(PortalError::NotFound)?;
            let said = Said::of(ThemeAct::Create, theme, String::new());
            this.finish(tx, &ctx, &actor, Done { act, place, version: new.version }, (&before, &after), said).await?;
            Ok(act)
        })
        .await
    }

    pub(super) async fn alter_theme(
        &self,
        ctx: &Ctx,
        id: ThemeId,
        change: ThemeChange,
        version: i64,
    ) -> PortalResult<(String, Option<ThemeActId>)> {
        let this = self.clone();
        let act = ThemeActId(self.ids.uuid(ctx.now));
        in_tx!(self.db, [this, ctx, change], |tx| {
            let actor = actor_now(tx, &ctx).await?;
            let (place, theme) = kept(tx, &actor, &ctx, id).await?;
            let queue = queue_of(tx, place).await?;
            // With the one above, so that it is told that this one ended.
            let also: Vec<_> = [Some(id), theme.parent].into_iter().flatten().collect();
            let before = this.begin(tx, &ctx, &actor, place, version, &also).await?;
            let (after, said) = changed(&before, &theme, &change)?;
            if after == before {
                return Ok((queue.key(), None));
            }
            this.finish(tx, &ctx, &actor, Done { act, place, version }, (&before, &after), said).await?;
            Ok((queue.key(), Some(act)))
        })
        .await
    }

    pub(super) async fn merge_into(&self, ctx: &Ctx, key: &str, merge: NewMerge) -> PortalResult<ThemeActId> {
        let (this, key) = (self.clone(), key.to_owned());
        let (id, act) = (ThemeId(self.ids.uuid(ctx.now)), ThemeActId(self.ids.uuid(ctx.now)));
        let done = in_tx!(self.db, [this, ctx, key, merge], |tx| {
            let actor = actor_now(tx, &ctx).await?;
            let (place, _) = queue_by_key(tx, &key).await?;
            let version = merge.into.version;
            let before = this.begin(tx, &ctx, &actor, place, version, &[]).await?;
            let from: BTreeSet<ThemeId> = merge.themes.iter().copied().collect();
            let of_list = |fault| match fault {
                ThemeFault::NoSuchTheme | ThemeFault::TooFew => wrong(fault, ThemeForm::NAME, ThemeMergeForm::THEME),
                other => wrong(other, ThemeForm::NAME, ThemeForm::PARENT),
            };
            let (after, stood) = before.merge(&from, (id, merge.into.name.clone()), merge.into.parent).map_err(of_list)?;
            let lineage = from.iter().map(|one| (*one, id)).collect();
            let said = Said { lineage, ..Said::of_several(ThemeAct::Merge, &before, &after, stood, &[id]) };
            this.finish(tx, &ctx, &actor, Done { act, place, version }, (&before, &after), said).await?;
            let from: Vec<ThemeId> = from.into_iter().collect();
            theme_tags::merge(tx, &from, id, act, By { person: person_of(&actor)?, at: ctx.now }).await?;
            Ok::<_, PortalError>(act)
        })
        .await?;
        self.count_words(&[id]).await;
        Ok(done)
    }

    pub(super) async fn split_into(&self, ctx: &Ctx, id: ThemeId, split: NewSplit) -> PortalResult<(String, ThemeActId)> {
        let this = self.clone();
        let act = ThemeActId(self.ids.uuid(ctx.now));
        let parts: Vec<ThemeId> = split.parts.iter().map(|_| ThemeId(self.ids.uuid(ctx.now))).collect();
        let done = in_tx!(self.db, [this, ctx, split, parts], |tx| {
            let actor = actor_now(tx, &ctx).await?;
            let (place, theme) = kept(tx, &actor, &ctx, id).await?;
            let queue = queue_of(tx, place).await?;
            let before = this.begin(tx, &ctx, &actor, place, split.version, &[]).await?;
            let part = |at: usize| parts.get(at).copied();
            let rest = part(split.rest).ok_or(PortalError::NotFound)?;
            let into = Split {
                parts: parts.iter().copied().zip(split.parts.clone()).collect(),
                below: split.below.iter().filter_map(|(theme, at)| Some((*theme, part(*at)?))).collect(),
                rest,
            };
            let (after, stood) = before.split(id, &into).map_err(|fault| wrong(fault, ThemeSplitForm::NAMES[0], ThemeSplitForm::REST))?;
            let sorted: BTreeMap<ItemId, ThemeId> =
                split.sorted.iter().filter_map(|(item, at)| Some((*item, part(*at)?))).filter(|(_, part)| *part != rest).collect();
            require_others(tx, &actor, id, &sorted).await?;
            let lineage = parts.iter().map(|part| (id, *part)).collect();
            let said = Said::of_several(ThemeAct::Split, &before, &after, stood, &parts);
            let said = Said { theme: Some(id), name: theme.name.text.clone(), lineage, ..said };
            this.finish(tx, &ctx, &actor, Done { act, place, version: split.version }, (&before, &after), said).await?;
            theme_tags::split(tx, id, &sorted, rest, act, By { person: person_of(&actor)?, at: ctx.now }).await?;
            Ok::<_, PortalError>((queue.key(), act))
        })
        .await?;
        self.count_words(&parts).await;
        Ok(done)
    }

    pub(super) async fn undo_act(&self, ctx: &Ctx, id: ThemeActId, version: i64) -> PortalResult<(String, ThemeActId)> {
        let this = self.clone();
        let act = ThemeActId(self.ids.uuid(ctx.now));
        let (done, opened) = in_tx!(self.db, [this, ctx], |tx| {
            let actor = actor_now(tx, &ctx).await?;
            let behind = theme_acts::behind(tx, id).await?.ok_or(PortalError::NotFound)?;
            let place = behind.place;
            require_keeper(&actor, &ctx, place)?;
            permitted(&actor, undo_of(tx, id, &behind).await?, ctx.now)?;
            let line = theme_acts::by_id(tx, id).await?.ok_or(PortalError::NotFound)?;
            let made: Vec<ThemeId> = line.into.iter().map(|theme| theme.id).collect();
            let also: Vec<ThemeId> = behind.stood.iter().flat_map(|one| [Some(one.theme), one.parent]).flatten().collect();
            let before = this.begin(tx, &ctx, &actor, place, version, &also).await?;
            let after = before.undo(&made, &behind.stood).map_err(|fault| wrong(fault, ThemeForm::VERSION, ThemeForm::VERSION))?;
            let said = Said { undoes: Some(id), ..Said::of_several(ThemeAct::Undo, &before, &after, behind.stood.clone(), &made) };
            this.finish(tx, &ctx, &actor, Done { act, place, version }, (&before, &after), said).await?;
            theme_tags::undo(tx, &made, act, By { person: person_of(&actor)?, at: ctx.now }).await?;
            let opened: Vec<ThemeId> = line.from.iter().map(|theme| theme.id).collect();
            Ok::<_, PortalError>(((queue_of(tx, place).await?.key(), act), opened))
        })
        .await?;
        self.count_words(&opened).await;
        Ok(done)
    }

    /// Asks the law, and makes whoever else changes the tree wait; answers the tree as the form saw it.
    async fn begin(&self, tx: &mut Tx, ctx: &Ctx, actor: &Actor, place: Place, version: i64, also: &[ThemeId]) -> PortalResult<Tree> {
        require_keeper(actor, ctx, place)?;
        permitted(actor, keep(place), ctx.now)?;
        themes::begin(tx, place).await?;
        themes::next_version(tx, place, version).await?;
        tree(tx, place, also).await
    }

    /// Stores what is otherwise than before, and writes down what was done.
    async fn finish(
        &self,
        tx: &mut Tx,
        ctx: &Ctx,
        actor: &Actor,
        done: Done,
        (before, after): (&Tree, &Tree),
        said: Said,
    ) -> PortalResult<()> {
        // What is new stands under what was there: first it is made, then others go under it.
        for theme in after.all().filter(|theme| before.get(theme.id).is_none()) {
            themes::insert(tx, done.place, theme).await?;
        }
        for theme in after.all() {
            if before.get(theme.id).is_some_and(|was| was != theme) {
                themes::update(tx, theme, ctx.now).await?;
            }
        }
        let audited = match said.act {
            ThemeAct::Create => AuditAct::ThemeCreated,
            ThemeAct::Merge => AuditAct::ThemesMerged,
            ThemeAct::Split => AuditAct::ThemeSplit,
            ThemeAct::Undo => AuditAct::ThemesTakenBack,
            ThemeAct::Rename | ThemeAct::Move | ThemeAct::Order | ThemeAct::End | ThemeAct::Reopen => AuditAct::ThemeChanged,
        };
        let object = said.theme.or_else(|| said.lineage.first().map(|(_, into)| *into)).map_or(done.act.to_string(), |id| id.to_string());
        let subgroup = done.place.subgroup;
        let detail = serde_json::json!({ "outcome": said.act, "which": said.undoes, "subgroup": subgroup, "version": done.version + 1 });
        let new = NewAct {
            id: done.act,
            place: done.place,
            number: done.version + 1,
            act: said.act,
            theme: said.theme,
            name: &said.name,
            became: &said.became,
            at: ctx.now,
            by: person_of(actor)?,
            role: office(actor, ctx, done.place),
            stood: &said.stood,
            undoes: said.undoes,
            touched: said.touched,
            lineage: said.lineage,
        };
        theme_acts::insert(tx, &new).await?;
        Ok(audit::insert(tx, &self.event(ctx, audited, "theme", object, detail)).await?)
    }
}

/// An act with where it is done.
#[derive(Clone, Copy)]
struct Done {
    act: ThemeActId,
    place: Place,
    version: i64,
}

/// The tree after a change of one theme, and what is said of it.
fn changed(before: &Tree, theme: &Theme, change: &ThemeChange) -> PortalResult<(Tree, Said)> {
    let of = |fault| wrong(fault, ThemeForm::NAME, ThemeForm::PARENT);
    let by_button = |fault| wrong(fault, ThemeChangeForm::ACT, ThemeChangeForm::ACT);
    let name_of = |id: ThemeId| before.get(id).map(|theme: &Theme| theme.name.text.clone()).unwrap_or_default();
    Ok(match change {
        ThemeChange::Rename(ThemeName { text, language }) => {
            let name = ThemeName { text: text.clone(), language: *language };
            (before.rename(theme.id, name).map_err(of)?, Said::of(ThemeAct::Rename, theme, text.clone()))
        }
        ThemeChange::Under(parent) => {
            let mut said = Said::of(ThemeAct::Move, theme, parent.map(name_of).unwrap_or_default());
            said.touched.extend(parent);
            said.touched.dedup();
            (before.move_under(theme.id, *parent).map_err(of)?, said)
        }
        ThemeChange::Up | ThemeChange::Down => {
            let up = *change == ThemeChange::Up;
            (before.step(theme.id, up).map_err(by_button)?, Said::of(ThemeAct::Order, theme, String::new()))
        }
        ThemeChange::End => (before.end(theme.id).map_err(by_button)?, Said::of(ThemeAct::End, theme, String::new())),
        ThemeChange::Reopen => (before.reopen(theme.id).map_err(by_button)?, Said::of(ThemeAct::Reopen, theme, String::new())),
    })
}

/// Nobody sorts what bears the name of their own organisation: it goes with the rest.
async fn require_others(tx: &mut Tx, actor: &Actor, theme: ThemeId, sorted: &BTreeMap<ItemId, ThemeId>) -> PortalResult<()> {
    if sorted.is_empty() {
        return Ok(());
    }
    // What does not bear it any more goes nowhere.
    let lines = theme_tags::among(tx, theme, &id_list(sorted.keys())).await?;
    if own_of(tx, actor, &lines).await?.is_empty() { Ok(()) } else { Err(Denied::OwnOrganisation.into()) }
}
