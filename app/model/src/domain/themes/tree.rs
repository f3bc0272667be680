//! The tree of a queue, and what changes it. Every change answers a tree in which all rules hold, or says which does not.

use super::super::ids::ThemeId;
use super::super::likeness::fold;
use super::{MAX_DEPTH, MOST_OPEN, Stood, Theme, ThemeEnding, ThemeFault, ThemeName};
use std::collections::{BTreeMap, BTreeSet};

/// The themes of one queue: all open ones, and those that ended and matter to a change.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Tree {
    themes: BTreeMap<ThemeId, Theme>,
}

/// Into what a theme is split.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Split {
    pub parts: Vec<(ThemeId, ThemeName)>,
    /// Under which of them each theme below it goes; those that are not in it go under the one for the rest.
    pub below: BTreeMap<ThemeId, ThemeId>,
    /// The one of them that takes what nobody sorted.
    pub rest: ThemeId,
}

type Changed = Result<Tree, ThemeFault>;

impl Tree {
    pub fn new(themes: impl IntoIterator<Item = Theme>) -> Self {
        Self { themes: themes.into_iter().map(|theme| (theme.id, theme)).collect() }
    }

    /// One of them, open or not.
    pub fn get(&self, id: ThemeId) -> Option<&Theme> {
        self.themes.get(&id)
    }

    /// All of them.
    pub fn all(&self) -> impl Iterator<Item = &Theme> {
        self.themes.values()
    }

    fn open(&self) -> impl Iterator<Item = &Theme> {
        self.themes.values().filter(|theme| theme.is_open())
    }

    /// The open themes that stand under one, or at the top, in their order.
    pub fn under(&self, parent: Option<ThemeId>) -> Vec<ThemeId> {
        let mut found: Vec<_> = self.open().filter(|theme| theme.parent == parent).map(|theme| (theme.place, theme.id)).collect();
        found.sort_unstable();
        found.into_iter().map(|(_, id)| id).collect()
    }

    /// All open themes from the first to the last line of the tree, each with how far it stands in, from 0.
    pub fn lines(&self) -> Vec<(usize, &Theme)> {
        // Once sorted rather than looked for at each: pages write them all.
        let mut under: BTreeMap<Option<ThemeId>, Vec<&Theme>> = BTreeMap::new();
        for theme in self.open() {
            under.entry(theme.parent).or_default().push(theme);
        }
        for siblings in under.values_mut() {
            siblings.sort_by_key(|theme| (theme.place, theme.id));
        }
        let mut lines = Vec::new();
        let mut waiting: Vec<(usize, &Theme)> = under.get(&None).into_iter().flatten().rev().map(|theme| (0, *theme)).collect();
        while let Some((depth, theme)) = waiting.pop() {
            lines.push((depth, theme));
            // No tree is deeper, even if a row says otherwise.
            if depth + 1 < MAX_DEPTH {
                waiting.extend(under.get(&Some(theme.id)).into_iter().flatten().rev().map(|below| (depth + 1, *below)));
            }
        }
        lines
    }

    /// The themes above one, the nearest first.
    pub fn above(&self, id: ThemeId) -> Vec<&Theme> {
        let mut found: Vec<&Theme> = Vec::new();
        let mut next = self.get(id).and_then(|theme| theme.parent);
        while let Some(above) = next.and_then(|id| self.get(id)) {
            if found.len() > MAX_DEPTH {
                break;
            }
            found.push(above);
            next = above.parent;
        }
        found
    }

    /// The open themes below one, without it.
    pub fn below(&self, id: ThemeId) -> BTreeSet<ThemeId> {
        self.open().filter(|theme| self.above(theme.id).iter().any(|above| above.id == id)).map(|theme| theme.id).collect()
    }

    /// A new theme, the last of those that stand there.
    pub fn add(&self, id: ThemeId, name: ThemeName, parent: Option<ThemeId>) -> Changed {
        let mut tree = self.clone();
        tree.themes.insert(id, Theme { id, parent: None, place: 0, name, ending: Some(ThemeEnding::Ended) });
        tree.put(id, parent, i64::MAX)?;
        tree.checked()
    }

    pub fn rename(&self, id: ThemeId, name: ThemeName) -> Changed {
        let mut tree = self.clone();
        tree.open_mut(id)?.name = name;
        tree.checked()
    }

    /// A theme goes under another, or to the top: the last of those that stand there.
    pub fn move_under(&self, id: ThemeId, parent: Option<ThemeId>) -> Changed {
        let mut tree = self.clone();
        tree.open_mut(id)?;
        if parent.is_some_and(|parent| parent == id || self.below(id).contains(&parent)) {
            return Err(ThemeFault::UnderItself);
        }
        tree.take(id);
        tree.put(id, parent, i64::MAX)?;
        tree.checked()
    }

    /// A theme changes places with the one before it, or the one after it. At the end of the row it stays where it is.
    pub fn step(&self, id: ThemeId, up: bool) -> Changed {
        let mut tree = self.clone();
        let (parent, place) = tree.open_mut(id).map(|theme| (theme.parent, theme.place))?;
        tree.take(id);
        tree.put(id, parent, if up { (place - 1).max(0) } else { place + 1 })?;
        tree.checked()
    }

    /// Ends a theme under which none is open.
    pub fn end(&self, id: ThemeId) -> Changed {
        let mut tree = self.clone();
        tree.open_mut(id)?;
        if !self.under(Some(id)).is_empty() {
            return Err(ThemeFault::ThemesBelow);
        }
        tree.close(id, ThemeEnding::Ended);
        tree.checked()
    }

    /// Opens a theme again that was ended by hand, where it stood.
    pub fn reopen(&self, id: ThemeId) -> Changed {
        let mut tree = self.clone();
        let theme = self.get(id).filter(|theme| theme.ending == Some(ThemeEnding::Ended)).ok_or(ThemeFault::NoSuchTheme)?;
        tree.put(id, theme.parent, theme.place)?;
        tree.checked()
    }

    /// Lets themes go over into a new one, with what stands below them; answers where everything stood.
    pub fn merge(
        &self,
        from: &BTreeSet<ThemeId>,
        new: (ThemeId, ThemeName),
        parent: Option<ThemeId>,
    ) -> Result<(Self, Vec<Stood>), ThemeFault> {
        let mut tree = self.clone();
        if from.len() < 2 {
            return Err(ThemeFault::TooFew);
        }
        if !from.iter().all(|id| self.get(*id).is_some_and(Theme::is_open)) {
            return Err(ThemeFault::NoSuchTheme);
        }
        if parent.is_some_and(|parent| from.iter().any(|id| *id == parent || self.below(*id).contains(&parent))) {
            return Err(ThemeFault::UnderItself);
        }
        // In the order in which they are read: so are those below them afterwards.
        let order: Vec<_> = self.lines().into_iter().map(|(_, theme)| theme.id).filter(|id| from.contains(id)).collect();
        let orphans: Vec<_> = order.iter().flat_map(|id| self.under(Some(*id))).filter(|below| !from.contains(below)).collect();
        let stood = self.standing(order.iter().chain(&orphans));
        // It takes the place of the first of them that stands there.
        let place = order.iter().filter_map(|id| self.get(*id)).find(|theme| theme.parent == parent).map_or(i64::MAX, |first| first.place);
        for id in orphans.iter().chain(&order) {
            tree.take(*id);
        }
        for id in &order {
            tree.mark(*id, ThemeEnding::Merged);
        }
        let (id, name) = new;
        tree.themes.insert(id, Theme { id, parent: None, place: 0, name, ending: Some(ThemeEnding::Ended) });
        tree.put(id, parent, place)?;
        for below in orphans {
            tree.put(below, Some(id), i64::MAX)?;
        }
        Ok((tree.checked()?, stood))
    }

    /// Lets one theme go over into several new ones, which stand where it stood; answers where everything stood.
    pub fn split(&self, id: ThemeId, split: &Split) -> Result<(Self, Vec<Stood>), ThemeFault> {
        let mut tree = self.clone();
        let theme = self.get(id).filter(|theme| theme.is_open()).ok_or(ThemeFault::NoSuchTheme)?;
        if split.parts.len() < 2 {
            return Err(ThemeFault::TooFew);
        }
        let is_part = |wanted: ThemeId| split.parts.iter().any(|(part, _)| *part == wanted);
        if !is_part(split.rest) || !split.below.values().all(|part| is_part(*part)) {
            return Err(ThemeFault::NoSuchTheme);
        }
        let orphans = self.under(Some(id));
        let stood = self.standing([id].iter().chain(&orphans));
        for below in orphans.iter().chain([&id]) {
            tree.take(*below);
        }
        tree.mark(id, ThemeEnding::Split);
        for (at, (part, name)) in split.parts.iter().enumerate() {
            let new = Theme { id: *part, parent: None, place: 0, name: name.clone(), ending: Some(ThemeEnding::Ended) };
            tree.themes.insert(*part, new);
            tree.put(*part, theme.parent, theme.place.saturating_add(i64::try_from(at).unwrap_or(i64::MAX)))?;
        }
        for below in orphans {
            tree.put(below, Some(split.below.get(&below).copied().unwrap_or(split.rest)), i64::MAX)?;
        }
        Ok((tree.checked()?, stood))
    }

    /// Takes a merging or splitting back: what it made ends, and everything stands again where it stood.
    pub fn undo(&self, made: &[ThemeId], stood: &[Stood]) -> Changed {
        let mut tree = self.clone();
        if !made.iter().all(|id| self.get(*id).is_some_and(Theme::is_open)) || !stood.iter().all(|one| self.get(one.theme).is_some()) {
            return Err(ThemeFault::NoSuchTheme);
        }
        for id in stood.iter().map(|one| one.theme).chain(made.iter().copied()) {
            tree.take(id);
        }
        for id in made {
            tree.mark(*id, ThemeEnding::Undone);
        }
        let mut order = stood.to_vec();
        order.sort_by_key(|one| (one.parent, one.place, one.theme));
        // First all are open, so that none is put under one that is about to be.
        for one in &order {
            if let Some(theme) = tree.themes.get_mut(&one.theme) {
                (theme.ending, theme.parent, theme.place) = (None, one.parent, i64::MAX);
            }
        }
        for one in &order {
            tree.take(one.theme);
            tree.put(one.theme, one.parent, one.place)?;
        }
        tree.checked()
    }

    /// Where these stand.
    fn standing<'a>(&self, ids: impl Iterator<Item = &'a ThemeId>) -> Vec<Stood> {
        ids.filter_map(|id| self.get(*id)).map(|theme| Stood { theme: theme.id, parent: theme.parent, place: theme.place }).collect()
    }

    fn open_mut(&mut self, id: ThemeId) -> Result<&mut Theme, ThemeFault> {
        self.themes.get_mut(&id).filter(|theme| theme.is_open()).ok_or(ThemeFault::NoSuchTheme)
    }

    /// Takes an open theme out of its row, which closes up; it remembers where it stood.
    fn take(&mut self, id: ThemeId) {
        let Some(theme) = self.themes.get_mut(&id).filter(|theme| theme.is_open()) else { return };
        theme.ending = Some(ThemeEnding::Ended);
        let parent = theme.parent;
        self.number(&self.under(parent));
    }

    fn mark(&mut self, id: ThemeId, ending: ThemeEnding) {
        if let Some(theme) = self.themes.get_mut(&id) {
            theme.ending = Some(ending);
        }
    }

    fn close(&mut self, id: ThemeId, ending: ThemeEnding) {
        self.take(id);
        self.mark(id, ending);
    }

    /// Puts a theme into a row, at a place or at the end, and opens it.
    fn put(&mut self, id: ThemeId, parent: Option<ThemeId>, place: i64) -> Result<(), ThemeFault> {
        if parent.is_some_and(|parent| !self.get(parent).is_some_and(Theme::is_open)) {
            return Err(ThemeFault::AboveEnded);
        }
        let mut row = self.under(parent);
        row.retain(|other| *other != id);
        let at = usize::try_from(place).unwrap_or(usize::MAX).min(row.len());
        row.insert(at, id);
        if let Some(theme) = self.themes.get_mut(&id) {
            (theme.parent, theme.ending) = (parent, None);
        }
        self.number(&row);
        Ok(())
    }

    fn number(&mut self, row: &[ThemeId]) {
        for (place, id) in (0..).zip(row) {
            if let Some(theme) = self.themes.get_mut(id) {
                theme.place = place;
            }
        }
    }

    /// The tree, if all rules hold in it.
    fn checked(self) -> Changed {
        if self.open().count() > MOST_OPEN {
            return Err(ThemeFault::TooMany);
        }
        let mut names = BTreeSet::new();
        for theme in self.open() {
            let above = self.above(theme.id);
            if above.iter().any(|one| one.id == theme.id) {
                return Err(ThemeFault::UnderItself);
            }
            if above.len() >= MAX_DEPTH {
                return Err(ThemeFault::TooDeep);
            }
            if above.iter().any(|one| !one.is_open()) {
                return Err(ThemeFault::AboveEnded);
            }
            if !names.insert((theme.parent, fold(&theme.name.text))) {
                return Err(ThemeFault::NameTaken);
            }
        }
        Ok(self)
    }
}
