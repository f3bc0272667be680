//! Which provision of a new version comes from which of the one before. Proposed here, confirmed by the chair: the confirmation is what
//! everything that is carried over stands on.

use super::super::draft::Level;
use super::outline::{Unit, parents};
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use unicode_segmentation::UnicodeSegmentation as _;

/// Words that two versions of one provision have in common at least, of a hundred of both.
const ALIKE: usize = 50;
/// The same where both have the same number.
const ALIKE_BY_NUMBER: usize = 45;
/// Words that stand in more of all provisions than this, of a hundred, say nothing: "States", "of", "the".
const EVERYWHERE: usize = 20;
/// Below so many provisions nothing can be told from how many a word stands in.
const ENOUGH: usize = 20;
/// Words of a part that the whole has at least, of a hundred.
const CONTAINED: usize = 80;

/// For each provision of the new version, those of the old one it comes from: none, it is new; several, they were merged. One that
/// stands at several was split. In the order of the old version.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Alignment {
    origins: Vec<Vec<usize>>,
    /// How many new provisions come from each old one.
    used: Vec<usize>,
}

impl Alignment {
    /// An alignment as somebody states it; each list is sorted and without doubles. `None` where it is not of a version with so many
    /// provisions after one with `old`.
    pub fn new(origins: Vec<Vec<usize>>, old: usize, units: usize) -> Option<Self> {
        if origins.len() != units || origins.iter().flatten().any(|from| *from >= old) {
            return None;
        }
        let sorted = |from: Vec<usize>| from.into_iter().collect::<BTreeSet<_>>().into_iter().collect();
        Some(Self::counted(origins.into_iter().map(sorted).collect(), old))
    }

    fn counted(origins: Vec<Vec<usize>>, old: usize) -> Self {
        let mut used = vec![0; old];
        for from in origins.iter().flatten() {
            used[*from] += 1;
        }
        Self { origins, used }
    }

    /// The old provisions a new one comes from.
    pub fn of(&self, unit: usize) -> &[usize] {
        self.origins.get(unit).map_or(&[], Vec::as_slice)
    }

    /// For each new provision.
    pub fn origins(&self) -> &[Vec<usize>] {
        &self.origins
    }

    /// The new provisions that come from an old one.
    pub fn successors(&self, old: usize) -> impl Iterator<Item = usize> {
        self.origins.iter().enumerate().filter(move |(_, from)| from.contains(&old)).map(|(unit, _)| unit)
    }

    /// The old provision a new one goes on from alone, and that goes on in it alone: neither merged nor split.
    pub fn same(&self, unit: usize) -> Option<usize> {
        let [old] = self.of(unit) else { return None };
        (self.used.get(*old) == Some(&1)).then_some(*old)
    }
}

/// Proposes an alignment. The same for the same texts, always. It errs to the side of "new": what is not told apart from something else
/// is for the chair to say.
pub fn propose(old: &[Unit], new: &[Unit]) -> Alignment {
    let mut vocabulary = Vocabulary::default();
    vocabulary.learn(old);
    vocabulary.learn(new);
    let mut search = Search {
        above_old: parents(old),
        above_new: parents(new),
        old: old.iter().map(|unit| vocabulary.words(unit)).collect(),
        new: new.iter().map(|unit| vocabulary.words(unit)).collect(),
        taken: vec![false; old.len()],
        origins: vec![Vec::new(); new.len()],
    };
    search.unchanged();
    search.merged();
    search.split();
    search.changed();
    Alignment::counted(search.origins, old.len())
}

/// The words of both texts, by number, with how many provisions each stands in.
#[derive(Default)]
struct Vocabulary {
    numbers: HashMap<String, usize>,
    stands_in: Vec<usize>,
    units: usize,
}

impl Vocabulary {
    fn learn(&mut self, units: &[Unit]) {
        for unit in units {
            self.units += 1;
            let words: HashSet<String> = unit.text.unicode_words().map(str::to_lowercase).collect();
            for word in words {
                let next = self.numbers.len();
                let number = *self.numbers.entry(word).or_insert(next);
                if number == self.stands_in.len() {
                    self.stands_in.push(0);
                }
                self.stands_in[number] += 1;
            }
        }
    }

    /// A unit by the words that say something.
    fn words<'a>(&self, unit: &'a Unit) -> Words<'a> {
        let says = |number: &usize| self.units < ENOUGH || 100 * self.stands_in[*number] <= EVERYWHERE * self.units;
        let mut numbers: Vec<usize> =
            unit.text.unicode_words().filter_map(|word| self.numbers.get(&word.to_lowercase()).copied()).filter(says).collect();
        numbers.sort_unstable();
        Words { unit, numbers }
    }
}

/// A unit by its words, in an order of their own.
struct Words<'a> {
    unit: &'a Unit,
    numbers: Vec<usize>,
}

impl Words<'_> {
    fn total(&self) -> usize {
        self.numbers.len()
    }

    fn common(&self, other: &Self) -> usize {
        let (mut a, mut b, mut common) = (self.numbers.iter().peekable(), other.numbers.iter().peekable(), 0);
        while let (Some(one), Some(two)) = (a.peek(), b.peek()) {
            match one.cmp(two) {
                std::cmp::Ordering::Less => _ = a.next(),
                std::cmp::Ordering::Greater => _ = b.next(),
                std::cmp::Ordering::Equal => {
                    common += 1;
                    a.next();
                    b.next();
                }
            }
        }
        common
    }

    /// Of a hundred words of both, how many the other has too.
    fn likeness(&self, other: &Self) -> usize {
        (200 * self.common(other)).checked_div(self.total() + other.total()).unwrap_or(0)
    }

    /// Whether so many of a hundred can be reached at all.
    fn may_be(&self, other: &Self, likeness: usize) -> bool {
        200 * self.total().min(other.total()) >= likeness * (self.total() + other.total())
    }

    fn contains(&self, part: &Self) -> bool {
        // Two words stand everywhere.
        part.total() >= 3 && 100 * self.common(part) >= CONTAINED * part.total()
    }
}

struct Search<'a> {
    /// What each stands below.
    above_old: Vec<Option<usize>>,
    above_new: Vec<Option<usize>>,
    old: Vec<Words<'a>>,
    new: Vec<Words<'a>>,
    taken: Vec<bool>,
    origins: Vec<Vec<usize>>,
}

impl Search<'_> {
    fn align(&mut self, unit: usize, from: Vec<usize>) {
        for old in &from {
            self.taken[*old] = true;
        }
        self.origins[unit] = from;
    }

    fn is_open(&self, unit: usize) -> bool {
        self.origins[unit].is_empty()
    }

    /// What stands there word for word. First what stands once in both; then what is repeated, below what it stood below; what is left then
    /// in the order in which it stands there, if it stands as often in both; and otherwise by its number.
    fn unchanged(&mut self) {
        type Places<'a> = BTreeMap<(Level, &'a str), (Vec<usize>, Vec<usize>)>;
        let mut places: Places<'_> = BTreeMap::new();
        for (at, words) in self.old.iter().enumerate() {
            places.entry((words.unit.level, &words.unit.text)).or_default().0.push(at);
        }
        for (at, words) in self.new.iter().enumerate() {
            places.entry((words.unit.level, &words.unit.text)).or_default().1.push(at);
        }
        places.retain(|(_, text), (before, now)| !text.is_empty() && !before.is_empty() && !now.is_empty());
        let (once, repeated): (Vec<_>, Vec<_>) = places.into_values().partition(|(before, now)| before.len() == 1 && now.len() == 1);
        for (before, now) in once {
            self.align(now[0], vec![before[0]]);
        }
        // What stands above comes before, so that what stands below finds it aligned.
        let mut below: Vec<_> = repeated.iter().flat_map(|(before, now)| now.iter().map(move |unit| (*unit, before))).collect();
        below.sort_unstable_by_key(|(unit, _)| *unit);
        for (unit, before) in below {
            let home = |old: &&usize| !self.taken[**old] && self.is_below_the_same(**old, unit);
            if let Some(old) = before.iter().find(home).copied() {
                self.align(unit, vec![old]);
            }
        }
        for (before, now) in repeated {
            let before: Vec<_> = before.into_iter().filter(|old| !self.taken[*old]).collect();
            let now: Vec<_> = now.into_iter().filter(|unit| self.is_open(*unit)).collect();
            let in_order = before.len() == now.len();
            for (at, unit) in now.into_iter().enumerate() {
                let cited = |old: &&usize| !self.taken[**old] && self.old[**old].unit.citation == self.new[unit].unit.citation;
                if let Some(old) = if in_order { before.get(at) } else { before.iter().find(cited) }.copied() {
                    self.align(unit, vec![old]);
                }
            }
        }
    }

    /// Whether one stands below what the other stood below: then it is at home there. What stands below nothing is not.
    fn is_below_the_same(&self, old: usize, unit: usize) -> bool {
        let (Some(before), Some(now)) = (self.above_old[old], self.above_new[unit]) else { return false };
        self.origins[now] == [before]
    }

    /// Several neighbours that stand in one now.
    fn merged(&mut self) {
        for unit in 0..self.new.len() {
            if self.is_open(unit)
                && let Some(parts) = whole_of(&self.new[unit], &self.old, |old| !self.taken[old])
            {
                self.align(unit, parts);
            }
        }
    }

    /// One that stands in several neighbours now.
    fn split(&mut self) {
        for old in 0..self.old.len() {
            if !self.taken[old]
                && let Some(parts) = whole_of(&self.old[old], &self.new, |unit| self.is_open(unit))
            {
                for unit in parts {
                    self.align(unit, vec![old]);
                }
            }
        }
    }

    /// What has most words in common, the closest first.
    fn changed(&mut self) {
        let mut pairs = Vec::new();
        for (unit, now) in self.new.iter().enumerate().filter(|(unit, _)| self.is_open(*unit)) {
            for (old, before) in self.old.iter().enumerate().filter(|(old, _)| !self.taken[*old]) {
                if now.unit.level != before.unit.level {
                    continue;
                }
                let cited = now.unit.citation == before.unit.citation;
                let enough = if cited { ALIKE_BY_NUMBER } else { ALIKE };
                if !now.may_be(before, enough) {
                    continue;
                }
                let likeness = now.likeness(before);
                if likeness >= enough {
                    // With the same number, half as close is as good.
                    pairs.push((likeness + if cited { 25 } else { 0 }, unit, old));
                }
            }
        }
        pairs.sort_by(|a, b| b.0.cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
        for (_, unit, old) in pairs {
            if self.is_open(unit) && !self.taken[old] {
                self.align(unit, vec![old]);
            }
        }
    }
}

/// The neighbours among `parts` that `whole` consists of, where it consists of several.
fn whole_of(whole: &Words<'_>, parts: &[Words<'_>], open: impl Fn(usize) -> bool) -> Option<Vec<usize>> {
    let level = whole.unit.level;
    if matches!(level, Level::Heading | Level::Note) {
        return None;
    }
    let mut best: (usize, Vec<usize>) = (0, Vec::new());
    let mut run: (usize, Vec<usize>) = (0, Vec::new());
    // What stands below a paragraph does not part it from its neighbour.
    for (at, part) in parts.iter().enumerate().filter(|(_, part)| part.unit.level == level) {
        if open(at) && whole.contains(part) {
            run.0 += part.total();
            run.1.push(at);
        } else {
            run = (0, Vec::new());
        }
        if run.1.len() >= 2 && run.0 > best.0 {
            best.clone_from(&run);
        }
    }
    let (words, at) = best;
    // Together they are the whole, and not much more.
    (100 * words >= CONTAINED * whole.total() && 100 * whole.total() >= 75 * words).then_some(at)
}
