//! Two versions of a text, provision by provision: what was added, deleted, changed, moved, merged, split.

use super::alignment::Alignment;
use super::outline::{Unit, parents};
use std::collections::BTreeSet;

/// What became of a provision between two versions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Fate {
    Unchanged,
    /// Its words changed.
    Changed,
    Added,
    Deleted,
    /// Several became one, or several others.
    Merged,
    /// One became several.
    Split,
}

/// One line of a comparison.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Compared {
    pub fate: Fate,
    /// Provisions of the old version it comes from.
    pub old: Vec<usize>,
    /// Of the new version; `None`: deleted.
    pub new: Option<usize>,
    /// Its number is another one.
    pub renumbered: bool,
    /// It stands before something it stood behind, or under another paragraph.
    pub moved: bool,
}

impl Compared {
    /// Nothing at all is different.
    pub const fn is_same(&self) -> bool {
        matches!(self.fate, Fate::Unchanged) && !self.renumbered && !self.moved
    }
}

/// Compares two versions, in the order in which the new one is read; what was deleted stands where it stood.
pub fn compare(old: &[Unit], new: &[Unit], alignment: &Alignment) -> Vec<Compared> {
    let still = in_order(old, new, alignment);
    let parents = (parents(old), parents(new));
    let mut lines: Vec<Compared> = (0..new.len()).map(|unit| line(old, new, alignment, &still, &parents, unit)).collect();
    let gone: Vec<usize> = {
        let kept: BTreeSet<usize> = alignment.origins().iter().flatten().copied().collect();
        (0..old.len()).filter(|old| !kept.contains(old)).collect()
    };
    for old in gone {
        // Behind what it stood behind, as far as that stands still; at the beginning where there is nothing before it.
        let behind = lines.iter().rposition(|line| !line.moved && line.old.iter().any(|one| *one < old));
        let at = behind.map_or(0, |at| at + 1);
        lines.insert(at, Compared { fate: Fate::Deleted, old: vec![old], new: None, renumbered: false, moved: false });
    }
    lines
}

fn line(
    old: &[Unit],
    new: &[Unit],
    alignment: &Alignment,
    still: &BTreeSet<usize>,
    (above_old, above_new): &(Vec<Option<usize>>, Vec<Option<usize>>),
    unit: usize,
) -> Compared {
    let from = alignment.of(unit).to_vec();
    let same = alignment.same(unit);
    let fate = match (from.as_slice(), same) {
        ([], _) => Fate::Added,
        ([_], Some(one)) if old[one].text == new[unit].text => Fate::Unchanged,
        ([_], Some(_)) => Fate::Changed,
        ([_], None) => Fate::Split,
        _ => Fate::Merged,
    };
    let renumbered = same.is_some_and(|one| old[one].label != new[unit].label);
    let moved = same.is_some_and(|one| {
        let elsewhere = match (above_old[one], above_new[unit]) {
            (Some(before), Some(now)) => !alignment.of(now).contains(&before),
            (None, None) => false,
            _ => true,
        };
        elsewhere || !still.contains(&unit)
    });
    Compared { fate, old: from, new: Some(unit), renumbered, moved }
}

/// The new provisions that stand in the order they stood in: as many as can be said to have stayed, and among as many those that kept
/// their number.
fn in_order(old: &[Unit], new: &[Unit], alignment: &Alignment) -> BTreeSet<usize> {
    let pairs: Vec<(usize, usize)> = (0..new.len()).filter_map(|unit| alignment.same(unit).map(|old| (unit, old))).collect();
    // For each pair the best run that ends with it: how many stand in it, how many of them kept their number, and the pair before.
    let mut runs: Vec<(usize, usize, Option<usize>)> = Vec::with_capacity(pairs.len());
    for (at, (unit, from)) in pairs.iter().enumerate() {
        let kept = usize::from(old[*from].citation == new[*unit].citation);
        let before = (0..at).filter(|before| pairs[*before].1 < *from).max_by_key(|before| (runs[*before].0, runs[*before].1));
        let (length, numbers) = before.map_or((0, 0), |before| (runs[before].0, runs[before].1));
        runs.push((length + 1, numbers + kept, before));
    }
    let mut still = BTreeSet::new();
    let mut next = (0..runs.len()).max_by_key(|at| (runs[*at].0, runs[*at].1));
    while let Some(at) = next {
        still.insert(pairs[at].0);
        next = runs[at].2;
    }
    still
}
