//! A comparison of two short texts by words, for proposals. Pure.

/// A run of words that both texts have, that only the old one has, or that only the new one has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    Same(String),
    Out(String),
    In(String),
}

/// Above this many comparisons two texts are shown one after the other: a page must not think for seconds.
const MOST_WORK: usize = 400_000;

/// What leads from `old` to `new`, by words (each with the white space after it).
pub fn diff(old: &str, new: &str) -> Vec<Change> {
    let (a, b) = (words(old), words(new));
    let mut changes = Vec::new();
    if a.len() * b.len() > MOST_WORK {
        push(&mut changes, Change::Out(old.to_owned()));
        push(&mut changes, Change::In(new.to_owned()));
        return changes;
    }
    let common = common_lengths(&a, &b);
    let width = b.len() + 1;
    let (mut i, mut j) = (0, 0);
    while i < a.len() || j < b.len() {
        if i < a.len() && j < b.len() && a[i].trim_end() == b[j].trim_end() {
            push(&mut changes, Change::Same(b[j].to_owned()));
            (i, j) = (i + 1, j + 1);
        } else if j == b.len() || (i < a.len() && common[(i + 1) * width + j] >= common[i * width + j + 1]) {
            push(&mut changes, Change::Out(a[i].to_owned()));
            i += 1;
        } else {
            push(&mut changes, Change::In(b[j].to_owned()));
            j += 1;
        }
    }
    changes
}

fn words(text: &str) -> Vec<&str> {
    text.split_inclusive(char::is_whitespace).collect()
}

/// Length of the longest common sequence of the rests of `a` and `b`, for every pair of starts.
fn common_lengths(a: &[&str], b: &[&str]) -> Vec<u32> {
    let width = b.len() + 1;
    let mut lengths = vec![0_u32; (a.len() + 1) * width];
    for i in (0..a.len()).rev() {
        for j in (0..b.len()).rev() {
            lengths[i * width + j] = if a[i].trim_end() == b[j].trim_end() {
                lengths[(i + 1) * width + j + 1] + 1
            } else {
                lengths[(i + 1) * width + j].max(lengths[i * width + j + 1])
            };
        }
    }
    lengths
}

/// Adds a change, joined with the one before it where both are of one kind.
fn push(changes: &mut Vec<Change>, change: Change) {
    match (changes.last_mut(), change) {
        (Some(Change::Same(words)), Change::Same(more))
        | (Some(Change::Out(words)), Change::Out(more))
        | (Some(Change::In(words)), Change::In(more)) => words.push_str(&more),
        (_, change) => changes.push(change),
    }
}

#[cfg(test)]
mod tests {
    use super::Change::{In, Out, Same};
    use super::*;

    #[test]
    fn shows_what_goes_in_and_out() {
        assert_eq!(
            diff("States should refrain from it.", "States shall refrain from it."),
            [Same("States ".to_owned()), Out("should ".to_owned()), In("shall ".to_owned()), Same("refrain from it.".to_owned())]
        );
        assert_eq!(diff("", "new"), [In("new".to_owned())]);
        assert_eq!(diff("old", ""), [Out("old".to_owned())]);
        assert_eq!(diff("same words", "same words"), [Same("same words".to_owned())]);
    }

    #[test]
    fn the_new_text_can_always_be_read_out() {
        let (old, new) = ("a b c d e f", "b c x d f g");
        let read: String = diff(old, new)
            .into_iter()
            .map(|c| match c {
                Same(w) | In(w) => w,
                Out(_) => String::new(),
            })
            .collect();
        assert_eq!(read, new);
    }
}
