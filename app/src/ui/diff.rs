//! A comparison of two texts by words, in any script. Pure.

use similar::{ChangeTag, TextDiff};
use std::time::Duration;
use unicode_segmentation::UnicodeSegmentation as _;

/// A run of words that both texts have, that only the old one has, or that only the new one has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    Same(String),
    Out(String),
    In(String),
}

/// Above this many comparisons two texts of a public page are shown one after the other: it must not think for seconds, and is the same
/// however busy the machine is.
const MOST_WORK: usize = 400_000;

/// What leads from `old` to `new`, in the order of reading, for short texts. Chinese is compared by its characters.
pub fn diff(old: &str, new: &str) -> Vec<Change> {
    diff_by_work(MOST_WORK, old, new)
}

fn diff_by_work(most: usize, old: &str, new: &str) -> Vec<Change> {
    let size = |text: &str| text.split_word_bounds().count();
    if size(old).saturating_mul(size(new)) > most {
        let one = |text: &str, change: fn(String) -> Change| (!text.is_empty()).then(|| change(text.to_owned()));
        return [one(old, Change::Out), one(new, Change::In)].into_iter().flatten().collect();
    }
    changes(&TextDiff::configure().diff_unicode_words(old, new))
}

/// What all comparisons of one page may need together.
const MOST_ON_PAGE: usize = 60_000_000;

/// The same for texts of any length, one of so many comparisons of a public page: what few need is theirs. It is the same however busy the
/// machine is.
pub fn diff_on_page(comparisons: usize, old: &str, new: &str) -> Vec<Change> {
    diff_by_work(MOST_WORK.max(MOST_ON_PAGE / comparisons.max(1)), old, new)
}

/// Of what leads from a text to `parts` with a space between them, what leads to the part at `place`: what was taken out stands at the part
/// where it would stand.
pub fn changes_of_part(changes: &[Change], parts: &[&str], place: usize) -> Vec<Change> {
    let start: usize = parts.iter().take(place).map(|part| part.len() + 1).sum();
    let end = start + parts.get(place).map_or(0, |part| part.len());
    let mut at = 0;
    let mut found = Vec::new();
    for change in changes {
        let (words, of): (_, fn(String) -> Change) = match change {
            Change::Out(words) => {
                // Between two parts lies one space: each place is in one of them.
                if (start..=end).contains(&at) {
                    push(&mut found, Change::Out(words.clone()));
                }
                continue;
            }
            Change::Same(words) => (words, Change::Same),
            Change::In(words) => (words, Change::In),
        };
        if let Some(words) = cut(words, at, (start, end)) {
            push(&mut found, of(words));
        }
        at += words.len();
    }
    found
}

/// What of `words`, which begin at `at`, stands within the bounds.
fn cut(words: &str, at: usize, (start, end): (usize, usize)) -> Option<String> {
    let (from, to) = (start.max(at), end.min(at + words.len()));
    let part = if from < to { words.get(from - at..to - at)? } else { return None };
    Some(part.to_owned())
}

/// The same for texts of any length. After `patience` what is left counts as one change.
pub fn diff_within(patience: Duration, old: &str, new: &str) -> Vec<Change> {
    changes(&TextDiff::configure().timeout(patience).diff_unicode_words(old, new))
}

fn changes<'a>(diff: &TextDiff<'a, 'a, '_, str>) -> Vec<Change> {
    let mut changes = Vec::new();
    for change in diff.iter_all_changes() {
        let words = change.value().to_owned();
        push(
            &mut changes,
            match change.tag() {
                ChangeTag::Equal => Change::Same(words),
                ChangeTag::Delete => Change::Out(words),
                ChangeTag::Insert => Change::In(words),
            },
        );
    }
    changes
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

    /// Both texts come back out of the changes, whatever they are.
    fn whole(old: &str, new: &str) {
        let (mut before, mut after) = (String::new(), String::new());
        for change in diff(old, new) {
            match change {
                Same(words) => {
                    before.push_str(&words);
                    after.push_str(&words);
                }
                Out(words) => before.push_str(&words),
                In(words) => after.push_str(&words),
            }
        }
        assert_eq!((before.as_str(), after.as_str()), (old, new));
    }

    #[test]
    fn shows_what_goes_in_and_out() {
        assert_eq!(
            diff("States should refrain from it.", "States shall refrain from it."),
            [Same("States ".to_owned()), Out("should".to_owned()), In("shall".to_owned()), Same(" refrain from it.".to_owned())]
        );
        assert_eq!(diff("", "new"), [In("new".to_owned())]);
        assert_eq!(diff("old", ""), [Out("old".to_owned())]);
        assert_eq!(diff("same words", "same words"), [Same("same words".to_owned())]);
    }

    #[test]
    fn nothing_is_lost_in_any_script() {
        for (old, new) in [
            ("a b c d e f", "b c x d f g"),
            ("各国应合作。", "各国必须合作。"),
            ("على الدول أن تتعاون", "على الدول أن تتعاون الآن"),
            ("e\u{301}te\u{301} 👩\u{200d}🚀\u{200b}", "été 👩\u{200d}🚀"),
            ("one\n\ntwo", "one\r\n\r\ntwo  "),
        ] {
            whole(old, new);
        }
        assert!(diff("各国应合作。", "各国必须合作。").contains(&Same("合作。".to_owned())));
    }

    #[test]
    fn a_long_paragraph_alone_on_its_page_is_compared_by_words() {
        let old: String = (0..1000).map(|n| format!("word{n} ")).collect::<Vec<_>>().concat();
        let new = old.replace("word500 ", "another ");
        assert_eq!(diff(&old, &new).len(), 2, "too long beside many others");
        assert_eq!(diff_on_page(1, &old, &new).len(), 4);
    }

    #[test]
    fn parts_of_what_was_split_show_their_own_changes() {
        let old = "One thing is here. Another old thing is there.";
        let parts = ["One thing stands here.", "Another thing is there."];
        let shown: Vec<Vec<Change>> = (0..2).map(|place| changes_of_part(&diff(old, &parts.join(" ")), &parts, place)).collect();
        for (place, changes) in shown.iter().enumerate() {
            let new: String = changes
                .iter()
                .filter_map(|change| match change {
                    Same(words) | In(words) => Some(words.as_str()),
                    Out(_) => None,
                })
                .collect();
            assert_eq!(new, parts[place]);
        }
        let out: Vec<_> = shown.iter().flatten().filter(|change| matches!(change, Out(_))).collect();
        assert_eq!(out.len(), 2, "what was taken out is shown once: {shown:?}");
        assert_eq!(changes_of_part(&diff(old, old), &[old], 0), [Same(old.to_owned())]);
        // A sign between two parts is lost in one of them, and shown there.
        let parts = ["States may act", "others may follow."];
        let changes = diff("States may act; others may follow.", &parts.join(" "));
        let out: Vec<_> =
            (0..2).flat_map(|place| changes_of_part(&changes, &parts, place)).filter(|change| matches!(change, Out(_))).collect();
        assert_eq!(out, [Out(";".to_owned())]);
    }

    #[test]
    fn two_long_texts_without_a_common_word_end() {
        let of = |word: &str| (0..60_000).map(|n| format!("{word}{n}")).collect::<Vec<_>>().join(" ");
        whole(&of("a"), &of("b"));
        let (old, new) = (of("a"), of("b"));
        assert!(diff_within(Duration::from_millis(50), &old, &new).len() > 1);
    }
}
