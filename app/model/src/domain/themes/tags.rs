//! What bears which theme, after themes were merged or split. The store does the same to rows; its contract holds it against this.

use super::super::ids::{ItemId, ThemeId};
use std::collections::{BTreeMap, BTreeSet};

/// An input bears a theme.
pub type Pair = (ThemeId, ItemId);

/// The new theme is borne by whatever bore one of those that were merged. These keep what bore them, as it was.
pub fn after_merge(pairs: &BTreeSet<Pair>, from: &BTreeSet<ThemeId>, new: ThemeId) -> BTreeSet<Pair> {
    let moved = pairs.iter().filter(|(theme, _)| from.contains(theme)).map(|(_, item)| (new, *item));
    pairs.iter().copied().chain(moved).collect()
}

/// Whatever bore the theme that was split bears one of the new ones: that into which it was sorted, or the one for the rest.
pub fn after_split(pairs: &BTreeSet<Pair>, of: ThemeId, sorted: &BTreeMap<ItemId, ThemeId>, rest: ThemeId) -> BTreeSet<Pair> {
    let moved = pairs.iter().filter(|(theme, _)| *theme == of).map(|(_, item)| (sorted.get(item).copied().unwrap_or(rest), *item));
    pairs.iter().copied().chain(moved).collect()
}
