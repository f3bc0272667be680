//! What leads from one sentence to another, by words; in Chinese by characters. Case, diacritics and punctuation make no difference.

use super::words::{folded, pieces};
use std::ops::Range;

/// A run of words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Run<'a> {
    /// Both have it; spelled as in the new one.
    Same(&'a str),
    /// Only the old one has it.
    Out(&'a str),
    /// Only the new one has it.
    In(&'a str),
}

/// Comparisons of two words, made for one sentence, at most.
const MOST_OF_ONE: usize = 250_000;

/// How many comparisons of words are left for a page. It is a number and no time, so what is shown is the same however busy the machine is.
#[derive(Debug)]
pub(super) struct Budget(usize);

impl Budget {
    /// For `comparisons` of words, some nanoseconds each.
    pub(super) const fn new(comparisons: usize) -> Self {
        Self(comparisons)
    }

    fn take(&mut self, comparisons: usize) -> bool {
        let enough = comparisons <= self.0.min(MOST_OF_ONE);
        if enough {
            self.0 -= comparisons;
        }
        enough
    }
}

/// What leads from `old` to `new`, in the order of reading; what goes out stands before what comes in. The runs that are the same or come in
/// are together `new`, to the letter. What lies between the first and the last word that differ is one change where it is too much.
pub(super) fn word_changes<'a>(old: &'a str, new: &'a str, budget: &mut Budget) -> Vec<Run<'a>> {
    let (before, after) = (Side::of(old), Side::of(new));
    let head = before.words.iter().zip(&after.words).take_while(|(a, b)| a == b).count();
    let (b, a) = (&before.words[head..], &after.words[head..]);
    let tail = b.iter().rev().zip(a.iter().rev()).take_while(|(a, b)| a == b).count();
    let (b, a) = (&b[..b.len() - tail], &a[..a.len() - tail]);
    let mut steps = vec![Step::Same; head];
    if budget.take(b.len().saturating_mul(a.len())) {
        steps.extend(steps_between(b, a));
    } else {
        steps.extend(b.iter().map(|_| Step::Out).chain(a.iter().map(|_| Step::In)));
    }
    steps.extend(vec![Step::Same; tail]);
    runs(&before, &after, &steps)
}

/// A sentence with where each of its words stands, and how it is compared.
struct Side<'a> {
    text: &'a str,
    places: Vec<Range<usize>>,
    words: Vec<String>,
}

impl<'a> Side<'a> {
    fn of(text: &'a str) -> Self {
        let places = pieces(text);
        Self { text, words: places.iter().map(|place| folded(&text[place.clone()])).collect(), places }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    Same,
    Out,
    In,
}

/// The steps that keep most words: the longest common subsequence, by a table.
fn steps_between(before: &[String], after: &[String]) -> Vec<Step> {
    let width = after.len() + 1;
    // At each place, how many words the rests of both have in common.
    let mut common = vec![0_u32; (before.len() + 1) * width];
    for (b, word) in before.iter().enumerate().rev() {
        for (a, other) in after.iter().enumerate().rev() {
            common[b * width + a] = if word == other {
                common[(b + 1) * width + a + 1] + 1
            } else {
                common[(b + 1) * width + a].max(common[b * width + a + 1])
            };
        }
    }
    let (mut b, mut a, mut steps) = (0, 0, Vec::new());
    while b < before.len() || a < after.len() {
        if b < before.len() && a < after.len() && before[b] == after[a] {
            steps.push(Step::Same);
            (b, a) = (b + 1, a + 1);
        } else if a == after.len() || (b < before.len() && common[(b + 1) * width + a] >= common[b * width + a + 1]) {
            steps.push(Step::Out);
            b += 1;
        } else {
            steps.push(Step::In);
            a += 1;
        }
    }
    steps
}

/// Steps of one kind together. Between two words that are the same what goes out comes first.
fn runs<'a>(before: &Side<'a>, after: &Side<'a>, steps: &[Step]) -> Vec<Run<'a>> {
    let (mut b, mut a, mut runs) = (0, 0, Vec::new());
    for steps in steps.chunk_by(|one, next| (*one == Step::Same) == (*next == Step::Same)) {
        let is = |kind: Step| steps.iter().filter(|step| **step == kind).count();
        let (same, out, new) = (is(Step::Same), is(Step::Out), is(Step::In));
        let (b_to, a_to) = (b + same + out, a + same + new);
        if same > 0 {
            runs.push(Run::Same(stretch(after, a..a_to)));
        }
        if out > 0 {
            runs.push(Run::Out(stretch(before, b..b_to)));
        }
        if new > 0 {
            runs.push(Run::In(stretch(after, a..a_to)));
        }
        (b, a) = (b_to, a_to);
    }
    runs
}

/// The text of neighbouring words.
fn stretch<'a>(side: &Side<'a>, words: Range<usize>) -> &'a str {
    match &side.places[words] {
        [first, .., last] => &side.text[first.start..last.end],
        [one] => &side.text[one.clone()],
        [] => "",
    }
}
