//! Which family a letter belongs to. A letter is held against the **representative** of a family, the letter that founded it, never against
//! other members: so no row of letters, each like the one before, leads from one family into another. It joins where more than half of the
//! representative stands in it. Two letters that share nothing cannot both hold more than half of a third: a letter put together from two
//! form letters does not bring them together, whether it comes first or last. A personal addition, however long, takes nothing away from
//! what a letter shares with the representative.
//!
//! What a store does with it:
//! - It keeps of each letter its signature, bands and family, of each family the signature of its representative. Candidates are the
//!   representatives of the same subgroup that have a band in common with the letter, at most [`MOST_CANDIDATES`], those with most bands
//!   in common first. A letter that nobody is like founds a family in which it is alone, and which is not shown.
//! - **A letter is withdrawn:** it leaves its family. If it was the representative, the family goes on being known by its signature (what is
//!   shown is held against the earliest letter that is left). Families do not depend on what is done later to one of their letters.
//! - **A letter is changed:** it is placed anew, as one that comes now, and may come back to where it was.
//! - **A text is erased:** its signature goes too, and the family is known by that of the earliest letter that is left, without anything
//!   being placed anew. A family without letters ends.
//! - **A new version of signatures:** all are made anew and [`families`] places the letters again in their order.

use super::signature::Signature;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Share of the representative that a letter of its family holds at least. It is more than a half, by more than an estimate is mostly wrong
/// by. In the proof 19 of 20 pairs of one family hold 0.56 and more of each other, both being edited; of a million pairs of others, with the
/// same set phrases, all hold less than 0.53 and all but a thousand less than 0.32.
pub const JOINS: f64 = 0.55;
/// A letter this many times as long as the representative is not compared any more: the estimate says nothing (see [`Signature::share_in`]).
pub const MOST_TIMES: u32 = 6;
/// Representatives that a letter is held against at most.
pub const MOST_CANDIDATES: usize = 100;

/// Where a letter belongs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Placement<F> {
    /// To this family.
    Joins(F),
    /// To none of them: it is the representative of its own from now on.
    Founds,
}

/// Whether enough of the representative stands in a letter.
fn holds(letter: &Signature, representative: &Signature) -> bool {
    letter.runs() <= representative.runs().saturating_mul(MOST_TIMES) && representative.share_in(letter) >= JOINS
}

/// Places a letter: it joins the family with the smallest number of whose representative it holds enough, the oldest where families are
/// numbered as they come; so one that was founded by a letter with much of its own, beside the family it should have joined, does not draw
/// half of the others to it. But a family it is like not half as much as another is passed by: its representative may be short, and of
/// phrases that everybody uses. The order of the candidates makes no difference.
pub fn place<F: Copy + Ord>(letter: &Signature, candidates: &[(F, &Signature)]) -> Placement<F> {
    let held = candidates.iter().filter(|(_, representative)| holds(letter, representative));
    let held: Vec<(F, f64)> = held.map(|(family, representative)| (*family, letter.likeness(representative))).collect();
    let most = held.iter().map(|(_, likeness)| *likeness).fold(0.0, f64::max);
    let oldest = held.into_iter().filter(|(_, likeness)| 2.0 * likeness >= most).map(|(family, _)| family).min();
    oldest.map_or(Placement::Founds, Placement::Joins)
}

/// Of the letters that are alone so far, those that hold what a new founder says: they were the form letter with a long addition, and came
/// before it. They go over to the new family. Where others stand with one already, it stays.
pub fn takes_in<F: Copy>(founder: &Signature, alone: &[(F, &Signature)]) -> Vec<F> {
    alone.iter().filter(|(_, letter)| holds(letter, founder)).map(|(family, _)| *family).collect()
}

/// A letter, by what tells it from others.
#[derive(Debug, Clone)]
pub struct Letter<L, O> {
    /// Its number.
    pub id: L,
    /// Who sent it.
    pub organisation: O,
    /// `None` for one that is too short to compare: it is in no family.
    pub signature: Option<Signature>,
}

/// Letters that are nearly the same: two at least.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Family<L> {
    /// The letter the others were held against.
    pub representative: L,
    /// All of them, it too, in the order of their arrival.
    pub members: Vec<L>,
    /// How many organisations sent them. Where it is one, an organisation said the same twice, and nobody passed a form on.
    pub organisations: usize,
}

/// Places letters in the order of their arrival, as a store does one by one: the families with two letters or more, in the order of their
/// founding. The rest are alone.
pub fn families<L: Copy, O: Copy + Ord>(letters: &[Letter<L, O>]) -> Vec<Family<L>> {
    let mut groups = Groups::default();
    for (at, letter) in letters.iter().enumerate() {
        if let Some(signature) = &letter.signature {
            groups.add(at, signature);
        }
    }
    let shown = groups.members.into_iter().filter(|(_, members)| members.len() > 1);
    shown
        .map(|(founder, members)| Family {
            representative: letters[founder].id,
            organisations: members.iter().map(|at| letters[*at].organisation).collect::<BTreeSet<_>>().len(),
            members: members.into_iter().map(|at| letters[at].id).collect(),
        })
        .collect()
}

/// Letters by their place in the order of arrival; a family has the number of its founder.
#[derive(Default)]
struct Groups<'a> {
    members: BTreeMap<usize, BTreeSet<usize>>,
    representatives: HashMap<usize, &'a Signature>,
    by_band: HashMap<i64, Vec<usize>>,
}

impl<'a> Groups<'a> {
    fn add(&mut self, at: usize, signature: &'a Signature) {
        let candidates = self.candidates(signature);
        match place(signature, &candidates) {
            Placement::Joins(family) => _ = self.members.entry(family).or_default().insert(at),
            Placement::Founds => {
                let mut members = BTreeSet::from([at]);
                let is_alone = |family: &usize| self.members.get(family).is_some_and(|members| members.len() == 1);
                let alone: Vec<_> = candidates.into_iter().filter(|(family, _)| is_alone(family)).collect();
                for other in takes_in(signature, &alone) {
                    members.extend(self.members.remove(&other).unwrap_or_default());
                    self.representatives.remove(&other);
                }
                self.members.insert(at, members);
                self.representatives.insert(at, signature);
                for band in signature.bands() {
                    self.by_band.entry(band).or_default().push(at);
                }
            }
        }
    }

    /// The representatives that have most bands in common with a letter.
    fn candidates(&self, signature: &Signature) -> Vec<(usize, &'a Signature)> {
        let mut common: BTreeMap<usize, usize> = BTreeMap::new();
        for family in signature.bands().iter().filter_map(|band| self.by_band.get(band)).flatten() {
            *common.entry(*family).or_default() += 1;
        }
        let mut found: Vec<_> = common.into_iter().collect();
        found.sort_by_key(|(family, bands)| (std::cmp::Reverse(*bands), *family));
        // Who went over to another family represents nobody any more.
        let known = found.into_iter().filter_map(|(family, _)| Some((family, *self.representatives.get(&family)?)));
        known.take(MOST_CANDIDATES).collect()
    }
}
