//! Letters placed one by one in the order of their arrival, as the store does it.

use super::super::grouping::{MOST_CANDIDATES, Placement, place, takes_in};
use super::super::signature::Signature;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Letters that are nearly the same, two at least, by their place in the order of arrival.
#[derive(Debug, PartialEq, Eq)]
pub struct Family {
    /// The letter the others were held against.
    pub representative: usize,
    /// All of them, it too, in the order of their arrival.
    pub members: Vec<usize>,
}

/// The families of letters, in the order of their founding; those that are alone or too short are in none.
pub fn families(letters: &[Option<Signature>]) -> Vec<Family> {
    let mut groups = Groups::default();
    for (at, signature) in letters.iter().enumerate() {
        if let Some(signature) = signature {
            groups.add(at, signature);
        }
    }
    let shown = groups.members.into_iter().filter(|(_, members)| members.len() > 1);
    shown.map(|(representative, members)| Family { representative, members: members.into_iter().collect() }).collect()
}

/// A family has the number of its founder.
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
