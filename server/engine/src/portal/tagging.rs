//! Which input bears which theme: put and taken by those who decide on it, suggested from its words, and shown to everybody once it is public.

use super::deciding::Subject;
use super::letters::words;
use super::moderation::{require_factor_of_office, require_in_charge};
use super::themes::{INPUTS, SINCE, lines, named, queue_by_key, queue_of};
use super::{ServerPortal, actor_now, in_tx, incident, paging, permitted, person_of, require_person};
use crate::store::theme_tags::{self, By};
use crate::store::themes::{self, Place};
use crate::store::{Tx, audit, id_list, receipts, theme_acts};
use async_trait::async_trait;
use model::domain::audit::AuditAct;
use model::domain::ids::{ItemId, ThemeId};
use model::domain::item::{ItemKind, ItemState};
use model::domain::language::Language;
use model::domain::paper::Paper;
use model::domain::person::Actor;
use model::domain::themes::{Candidate, Profile, Suggestion, Theme, ThemeEnding, Tree, suggest};
use model::domain::time::Instant;
use model::error::{PortalError, PortalResult};
use model::policy::{self, Denied, TagItem};
use model::portal::{
    Ctx, Lineage, NewTags, PublicTheme, Queues, Slice, Tag, TagLine, Tagged, Tagging, ThemeChoices, ThemeLine, ThemeRef, ThemedLine,
};
use std::collections::{BTreeSet, HashMap};

/// Inputs of a theme whose words are counted: the newest.
const COUNTED: i64 = 40;

#[async_trait]
impl Tagged for ServerPortal {
    async fn tagging(&self, ctx: &Ctx, kind: ItemKind, item: ItemId, asked: Option<(i64, &[ThemeId])>) -> PortalResult<Tagging> {
        require_factor_of_office(ctx)?;
        let mut tx = self.db.read().await?;
        let subject = Subject::of(&mut tx, kind, item).await?;
        require_there(ctx, &ctx.actor, &subject)?;
        tagging(&mut tx, ctx, subject, asked).await
    }

    async fn tag(&self, ctx: &Ctx, kind: ItemKind, item: ItemId, tags: NewTags) -> PortalResult<()> {
        let this = self.clone();
        let changed = in_tx!(self.db, [this, ctx, tags], |tx| { this.tag_in(tx, &ctx, (kind, item), &tags).await }).await?;
        self.count_words(&changed).await;
        Ok(())
    }

    async fn tag_all(&self, ctx: &Ctx, items: &[(ItemKind, ItemId)], theme: ThemeId) -> PortalResult<Vec<TagLine>> {
        let mut done = Vec::new();
        for line in self.chosen(ctx, items).await? {
            let this = self.clone();
            let (kind, item) = (line.kind, line.item);
            let outcome = in_tx!(self.db, [this, ctx], |tx| { this.add_in(tx, &ctx, (kind, item), theme).await }).await;
            done.push(TagLine { line, outcome });
        }
        if done.iter().any(|one| one.outcome.is_ok()) {
            self.count_words(&[theme]).await;
        }
        Ok(done)
    }

    async fn theme_choices(&self, ctx: &Ctx, asked: Option<ThemeId>) -> PortalResult<Vec<ThemeChoices>> {
        require_person(ctx)?;
        require_factor_of_office(ctx)?;
        let charge = policy::in_charge(&ctx.actor, ctx.now);
        let mut tx = self.db.read().await?;
        let keys = id_list(charge.subgroups.iter().map(ToString::to_string).chain(charge.bodies.iter().map(ToString::to_string)));
        let mut open: HashMap<String, Vec<Theme>> = HashMap::new();
        for (key, theme) in themes::open_of(&mut tx, &keys).await? {
            open.entry(key).or_default().push(theme);
        }
        let mut choices = Vec::new();
        // Whoever moderates is in charge of few of them.
        for (key, all) in open {
            let Some(place) = all.first().map(|theme| theme.id) else { continue };
            let place = themes::place_of(&mut tx, place).await?.ok_or(PortalError::NotFound)?;
            choices.push((key, ThemeChoices { queue: queue_of(&mut tx, place).await?, themes: lines(&Tree::new(all), &HashMap::new()) }));
        }
        choices.sort_by(|a, b| a.0.cmp(&b.0));
        let mut choices: Vec<ThemeChoices> = choices.into_iter().map(|(_, one)| one).collect();
        let known = |id: &ThemeId| choices.iter().flat_map(|one| &one.themes).any(|line| line.id == *id);
        if let Some(ended) = asked.filter(|id| !known(id)) {
            choices.extend(ended_choice(&mut tx, &charge, ended).await?);
        }
        Ok(choices)
    }

    async fn public_theme(&self, _ctx: &Ctx, id: ThemeId, cursor: Option<&str>) -> PortalResult<PublicTheme> {
        let cursor = cursor.map(paging::parse_at_id::<ItemId>).transpose()?;
        let mut tx = self.db.read().await?;
        public_theme(&mut tx, id, cursor).await
    }

    async fn public_themes(&self, _ctx: &Ctx, code: &str) -> PortalResult<Vec<ThemeLine>> {
        let mut tx = self.db.read().await?;
        let (place, _) = queue_by_key(&mut tx, code).await?;
        let open = themes::open(&mut tx, place).await?;
        if open.is_empty() {
            return Ok(Vec::new());
        }
        let counts = theme_tags::counts(&mut tx, place, true).await?;
        let mut all = lines(&Tree::new(open), &counts);
        // What bears nothing public is nobody's to know.
        all.retain(|line| line.all > 0);
        Ok(all)
    }

    async fn themes_of(&self, _ctx: &Ctx, _kind: ItemKind, item: ItemId) -> PortalResult<Vec<ThemeRef>> {
        Ok(theme_tags::public_of_item(&mut self.db.read().await?, item).await?)
    }
}

impl ServerPortal {
    /// Puts and takes what a form says; answers the themes that changed.
    async fn tag_in(&self, tx: &mut Tx, ctx: &Ctx, (kind, item): (ItemKind, ItemId), tags: &NewTags) -> PortalResult<Vec<ThemeId>> {
        let actor = actor_now(tx, ctx).await?;
        let subject = Subject::of(tx, kind, item).await?;
        require_there(ctx, &actor, &subject)?;
        permitted(&actor, tag_of(&subject), ctx.now)?;
        if subject.version != tags.version {
            return Err(PortalError::Conflict);
        }
        let place = place_of(&subject);
        hold(tx, place).await?;
        let (wanted, was): (BTreeSet<_>, BTreeSet<_>) = (tags.themes.iter().copied().collect(), tags.was.iter().copied().collect());
        let open: BTreeSet<ThemeId> = themes::open(tx, place).await?.into_iter().map(|theme| theme.id).collect();
        // What was ticked may have ended or gone over into another: that is looked at again. What was not touched is left alone.
        if !wanted.difference(&was).all(|id| open.contains(id)) || (wanted != was && !was.is_subset(&open)) {
            return Err(PortalError::Conflict);
        }
        let by = By { person: person_of(&actor)?, at: ctx.now };
        let mut changed = Vec::new();
        for theme in wanted.difference(&was) {
            if theme_tags::put(tx, *theme, (kind, item), by).await? {
                changed.push(*theme);
            }
        }
        for theme in was.difference(&wanted) {
            if theme_tags::take(tx, *theme, item, by).await? {
                changed.push(*theme);
            }
        }
        if !changed.is_empty() {
            self.note(tx, ctx, kind, item, &changed).await?;
        }
        Ok(changed)
    }

    /// Puts one theme to one input.
    async fn add_in(&self, tx: &mut Tx, ctx: &Ctx, (kind, item): (ItemKind, ItemId), theme: ThemeId) -> PortalResult<()> {
        let actor = actor_now(tx, ctx).await?;
        let subject = Subject::of(tx, kind, item).await?;
        require_there(ctx, &actor, &subject)?;
        permitted(&actor, tag_of(&subject), ctx.now)?;
        let place = place_of(&subject);
        hold(tx, place).await?;
        if !themes::open(tx, place).await?.iter().any(|open| open.id == theme) {
            return Err(Denied::ThemeOfAnotherQueue.into());
        }
        if theme_tags::put(tx, theme, (kind, item), By { person: person_of(&actor)?, at: ctx.now }).await? {
            self.note(tx, ctx, kind, item, &[theme]).await?;
        }
        Ok(())
    }

    async fn note(&self, tx: &mut Tx, ctx: &Ctx, kind: ItemKind, item: ItemId, changed: &[ThemeId]) -> PortalResult<()> {
        let which = changed.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ");
        let event = self.event(ctx, AuditAct::ItemThemed, kind.code(), item, serde_json::json!({ "which": which }));
        Ok(audit::insert(tx, &event).await?)
    }

    /// Counts anew what the inputs with these themes say. It serves suggestions only: what goes wrong here is noted and holds up nobody.
    pub(super) async fn count_words(&self, ids: &[ThemeId]) {
        for id in ids {
            if let Err(error) = self.count_words_of(*id).await {
                tracing::warn!(theme = %id, ?error, "the words of a theme cannot be counted");
            }
        }
    }

    async fn count_words_of(&self, id: ThemeId) -> PortalResult<()> {
        let mut texts = Vec::new();
        for (kind, content) in theme_tags::sample(&mut self.db.read().await?, id, COUNTED).await? {
            texts.push(words(kind, &content)?);
        }
        let profile = Profile::of(texts.iter().map(String::as_str));
        let profile = serde_json::to_string(&profile).map_err(|error| incident(&error))?;
        in_tx!(self.db, [profile], |tx| { Ok::<_, PortalError>(themes::put_words(tx, id, &profile).await?) }).await
    }
}

/// Makes those who change the tree wait: what is open now is open until this is done.
async fn hold(tx: &mut Tx, place: Place) -> PortalResult<()> {
    themes::begin(tx, place).await?;
    let version = themes::version(tx, place).await?;
    Ok(themes::hold(tx, place, version).await?)
}

/// The queue an input is in.
const fn place_of(subject: &Subject) -> Place {
    Place { body: subject.line.body.id, subgroup: subject.subgroup }
}

fn tag_of(subject: &Subject) -> TagItem {
    TagItem {
        organisation: subject.organisation,
        named: subject.named.clone(),
        body: subject.line.body.id,
        subgroup: subject.subgroup,
        state: subject.state,
    }
}

/// Who is not in charge of its queue does not learn of an input, and nobody who moderates of one that is no moderator's.
fn require_there(ctx: &Ctx, actor: &Actor, subject: &Subject) -> PortalResult<()> {
    require_in_charge(actor, ctx, subject.subgroup, subject.line.body.id)?;
    let for_the_chair = subject.paper.as_ref().is_some_and(Paper::is_for_the_chair);
    if subject.state == ItemState::Draft || for_the_chair { Err(PortalError::NotFound) } else { Ok(()) }
}

async fn tagging(tx: &mut Tx, ctx: &Ctx, subject: Subject, asked: Option<(i64, &[ThemeId])>) -> PortalResult<Tagging> {
    let place = place_of(&subject);
    let (kind, item) = (subject.kind, subject.item);
    let open = Tree::new(themes::open(tx, place).await?);
    let tree = themes::version(tx, place).await?;
    let tags = theme_tags::of_item(tx, item, place).await?;
    let may = policy::check(&ctx.actor, &tag_of(&subject), ctx.now);
    let record = receipts::latest_of_item(tx, item).await?;
    let text = record.map(|receipt| words(kind, &receipt.content)).transpose()?.unwrap_or_default();
    let suggested = if may.is_ok() { suggestions(tx, &open, &text, &tags).await? } else { Vec::new() };
    let (mut since, mut heirs) = (Vec::new(), Vec::new());
    if let Some((seen, ticked)) = asked {
        if seen != tree {
            since = theme_acts::since(tx, place, seen, SINCE).await?;
        }
        heirs = heirs_of(tx, &open, ticked).await?;
    }
    Ok(Tagging {
        kind,
        item,
        language: subject.paper.as_ref().map_or(Language::En, |paper| paper.content.language),
        queue: queue_of(tx, place).await?,
        version: subject.version,
        tree,
        themes: lines(&open, &HashMap::new()),
        tags,
        suggested,
        since,
        heirs,
        may,
        title: subject.title,
    })
}

/// What came of those themes that ended and were ticked in a form, through as many mergings as there were.
async fn heirs_of(tx: &mut Tx, open: &Tree, ticked: &[ThemeId]) -> PortalResult<Vec<(ThemeId, ThemeId)>> {
    let ended: Vec<ThemeId> = ticked.iter().copied().filter(|id| open.get(*id).is_none()).collect();
    if ended.is_empty() {
        return Ok(Vec::new());
    }
    let found = theme_acts::heirs(tx, &id_list(&ended)).await?;
    // Of a theme that was split somebody has to say which: that is no heir.
    Ok(found.into_iter().filter(|(_, into)| into.len() == 1).map(|(from, into)| (from, into[0])).collect())
}

async fn suggestions(tx: &mut Tx, open: &Tree, text: &str, tags: &[Tag]) -> PortalResult<Vec<Suggestion>> {
    let all: Vec<&Theme> = open.lines().into_iter().map(|(_, theme)| theme).collect();
    let stored = themes::words(tx, &id_list(all.iter().map(|theme| theme.id))).await?;
    // One that cannot be read tells nothing: nobody waits for it.
    let profile = |id: ThemeId| stored.get(&id).and_then(|text| serde_json::from_str::<Profile>(text).ok()).unwrap_or_default();
    let profiles: Vec<Profile> = all.iter().map(|theme| profile(theme.id)).collect();
    let above: Vec<Vec<&str>> =
        all.iter().map(|theme| open.above(theme.id).into_iter().map(|above| above.name.text.as_str()).collect()).collect();
    let candidates: Vec<Candidate<'_>> = all
        .iter()
        .zip(&profiles)
        .zip(&above)
        .map(|((theme, profile), above)| Candidate { id: theme.id, name: &theme.name.text, above, profile })
        .collect();
    let borne: Vec<ThemeId> = tags.iter().map(|tag| tag.theme.id).collect();
    Ok(suggest(text, &candidates, &borne))
}

/// A theme that ended and is asked for all the same, as a choice of its queue.
async fn ended_choice(tx: &mut Tx, charge: &policy::InCharge, id: ThemeId) -> PortalResult<Option<ThemeChoices>> {
    let Some(place) = themes::place_of(tx, id).await? else { return Ok(None) };
    let own = place.subgroup.map_or_else(|| charge.bodies.contains(&place.body), |subgroup| charge.subgroups.contains(&subgroup));
    let Some(theme) = themes::by_ids(tx, &id_list([id])).await?.pop().filter(|_| own) else { return Ok(None) };
    let line = ThemeLine { id, name: theme.name, depth: 0, all: 0, waiting: 0 };
    Ok(Some(ThemeChoices { queue: queue_of(tx, place).await?, themes: vec![line] }))
}

/// A theme for everybody: what nothing public bears, or ever bore, is not there.
async fn public_theme(tx: &mut Tx, id: ThemeId, cursor: Option<(Instant, ItemId)>) -> PortalResult<PublicTheme> {
    let place = themes::place_of(tx, id).await?.ok_or(PortalError::NotFound)?;
    let theme = themes::by_ids(tx, &id_list([id])).await?.pop().ok_or(PortalError::NotFound)?;
    let queue = queue_of(tx, place).await?;
    let open = Tree::new(themes::open(tx, place).await?);
    let (from, into) = theme_acts::lineage(tx, id).await?;
    let (from, into) = (public_lineage(tx, from).await?, public_lineage(tx, into).await?);
    let named_theme = named(&theme);
    if !theme.is_open() {
        let goes_on = matches!(theme.ending, Some(ThemeEnding::Merged | ThemeEnding::Split));
        if !goes_on || into.is_empty() || !theme_tags::was_public(tx, id).await? {
            return Err(PortalError::NotFound);
        }
        let inputs = Slice { rows: Vec::new(), next: None };
        let (above, below) = (Vec::new(), Vec::new());
        return Ok(PublicTheme { queue, theme: named_theme, above, ending: theme.ending, from, into, below, inputs, count: 0 });
    }
    let counts = theme_tags::counts(tx, place, true).await?;
    let count_of = |id: ThemeId| counts.get(&id).map_or(0, |(all, _)| *all);
    let count = count_of(id);
    if count == 0 {
        return Err(PortalError::NotFound);
    }
    let mut above: Vec<ThemeRef> = open.above(id).into_iter().map(named).collect();
    above.reverse();
    let below = open.under(Some(id)).into_iter().filter_map(|below| open.get(below)).map(|below| (named(below), count_of(below.id)));
    let below = below.filter(|(_, count)| *count > 0).collect();
    let rows = theme_tags::public(tx, id, cursor, INPUTS + 1).await?;
    let inputs = paging::slice_of(INPUTS, rows, |line: &ThemedLine| Some(paging::at_id(line.submitted_at, line.item)));
    Ok(PublicTheme { queue, theme: named_theme, above, ending: None, from, into, below, inputs, count })
}

/// Where a theme comes from or went, as far as that is public: what was taken back is not, nor a theme that nothing public bears.
async fn public_lineage(tx: &mut Tx, lineage: Vec<Lineage>) -> PortalResult<Vec<Lineage>> {
    let mut public = Vec::new();
    for mut one in lineage.into_iter().filter(|one| !one.undone) {
        let mut themes = Vec::new();
        // Few themes are merged at once.
        for theme in one.themes {
            if theme_tags::was_public(tx, theme.id).await? {
                themes.push(theme);
            }
        }
        one.themes = themes;
        if !one.themes.is_empty() {
            public.push(one);
        }
    }
    Ok(public)
}
