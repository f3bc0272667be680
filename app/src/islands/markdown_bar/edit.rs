//! What a button of the bar does to a text. Places are counted as the browser does, in units of UTF-16.

use super::Mark;

/// One change of a text: what stands between `from` and `to` becomes `with`; then `chosen` is chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    pub from: u32,
    pub to: u32,
    pub with: String,
    pub chosen: (u32, u32),
}

/// What `mark` does where `chosen` is chosen. `sample` stands for words where there are none. Done twice it is undone.
pub fn apply(mark: Mark, text: &str, chosen: (u32, u32), sample: &str) -> Edit {
    let (start, end) = (byte_at(text, chosen.0), byte_at(text, chosen.1.max(chosen.0)));
    match mark {
        Mark::Bold => around(text, start, end, "**", sample),
        Mark::Italic => around(text, start, end, "*", sample),
        Mark::Link => link(text, start, end, sample),
        Mark::Heading => lines(text, start, end, sample, &|_| "## ".to_owned()),
        Mark::Bullets => lines(text, start, end, sample, &|_| "- ".to_owned()),
        Mark::Numbers => lines(text, start, end, sample, &|n| format!("{n}. ")),
        Mark::Quotation => lines(text, start, end, sample, &|_| "> ".to_owned()),
    }
}

/// The byte at which the unit `units` begins; the end of the text beyond it.
fn byte_at(text: &str, units: u32) -> usize {
    let mut left = units;
    for (at, c) in text.char_indices() {
        if left == 0 {
            return at;
        }
        left = left.saturating_sub(if c.len_utf16() == 2 { 2 } else { 1 });
    }
    text.len()
}

fn units(text: &str) -> u32 {
    u32::try_from(text.encode_utf16().count()).unwrap_or(u32::MAX)
}

/// The change of the bytes from `start` to `end`, with `chosen` of the new words chosen.
fn edit(text: &str, start: usize, end: usize, with: String, chosen: (usize, usize)) -> Edit {
    let from = units(&text[..start]);
    let place = |at: usize| from + units(&with[..at]);
    let chosen = (place(chosen.0), place(chosen.1));
    Edit { from, to: from + units(&text[start..end]), with, chosen }
}

/// Puts `mark` before and behind the words, not around the room beside them: otherwise it is no mark.
fn around(text: &str, start: usize, end: usize, mark: &str, sample: &str) -> Edit {
    let (start, end) = without_room(text, start, end);
    let words = &text[start..end];
    if let Some(bare) = words
        .strip_prefix(mark)
        .and_then(|rest| rest.strip_suffix(mark))
        .filter(|bare| marked(words, mark) && !bare.trim_matches('*').contains('*'))
    {
        return edit(text, start, end, bare.to_owned(), (0, bare.len()));
    }
    let (before, behind) = (&text[..start], &text[end..]);
    if !words.is_empty() && before.ends_with(mark) && behind.starts_with(mark) && marked_outside(before, behind, mark) {
        return edit(text, start - mark.len(), end + mark.len(), words.to_owned(), (0, words.len()));
    }
    let words = if words.is_empty() { sample } else { words };
    let with = format!("{mark}{words}{mark}");
    let chosen = (mark.len(), mark.len() + words.len());
    edit(text, start, end, with, chosen)
}

/// The same words without the room around them: double clicks take it along.
fn without_room(text: &str, start: usize, end: usize) -> (usize, usize) {
    let words = &text[start..end];
    let start = start + (words.len() - words.trim_start().len());
    (start, start + words.trim().len())
}

/// `*` stands around words, as itself and not as half of `**`.
fn marked(words: &str, mark: &str) -> bool {
    let stars = |of: &str| of.chars().take_while(|c| *c == '*').count();
    let (before, behind) = (stars(words), stars(&words.chars().rev().collect::<String>()));
    let has = |count: usize| if mark == "*" { count % 2 == 1 } else { count >= 2 };
    words.len() > 2 * mark.len() && has(before) && has(behind)
}

fn marked_outside(before: &str, behind: &str, mark: &str) -> bool {
    let stars = |of: &mut dyn Iterator<Item = char>| of.take_while(|c| *c == '*').count();
    let (before, behind) = (stars(&mut before.chars().rev()), stars(&mut behind.chars()));
    let has = |count: usize| if mark == "*" { count % 2 == 1 } else { count >= 2 };
    has(before) && has(behind)
}

/// A link: where to is chosen, for it is missing; where an address was chosen, its words are.
fn link(text: &str, start: usize, end: usize, sample: &str) -> Edit {
    const ADDRESS: &str = "https://";
    let (start, end) = without_room(text, start, end);
    let words = &text[start..end];
    let lower = words.to_ascii_lowercase();
    if ["https://", "http://", "mailto:"].iter().any(|scheme| lower.starts_with(scheme)) {
        return edit(text, start, end, format!("[{sample}]({words})"), (1, 1 + sample.len()));
    }
    let words = if words.is_empty() { sample } else { words };
    let at = 1 + words.len() + 2;
    edit(text, start, end, format!("[{words}]({ADDRESS})"), (at, at + ADDRESS.len()))
}

/// Puts a mark before each line that is touched and says something; takes it away where all of them have it.
fn lines(text: &str, start: usize, end: usize, sample: &str, mark: &dyn Fn(usize) -> String) -> Edit {
    let first = text[..start].rfind('\n').map_or(0, |at| at + 1);
    // A choice that ends at the beginning of a line does not touch it.
    let end = if end > start && text[..end].ends_with('\n') { end - 1 } else { end };
    let last = text[end..].find('\n').map_or(text.len(), |at| end + at);
    let block = &text[first..last];
    if block.trim().is_empty() {
        let mark = mark(1);
        return edit(text, first, last, format!("{mark}{sample}"), (mark.len(), mark.len() + sample.len()));
    }
    let marks = || {
        let mut said = 0;
        block.split('\n').map(move |line| {
            said += usize::from(!line.trim().is_empty());
            (line, said)
        })
    };
    let bare = |line: &str, n: usize| -> Option<String> { line.strip_prefix(mark(n).as_str()).map(str::to_owned) };
    let all = marks().all(|(line, n)| line.trim().is_empty() || bare(line, n).is_some());
    let with: Vec<String> = marks()
        .map(|(line, n)| match line.trim().is_empty() {
            true => line.to_owned(),
            false if all => bare(line, n).unwrap_or_default(),
            false => format!("{}{line}", mark(n)),
        })
        .collect();
    let with = with.join("\n");
    // Who has chosen nothing goes on writing.
    let chosen = if start == end { (with.len(), with.len()) } else { (0, with.len()) };
    edit(text, first, last, with, chosen)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Does it to a text in which `[` and `]` stand around what is chosen, and shows the result the same way.
    fn done(mark: Mark, text: &str) -> String {
        let (start, end) = (text.find('[').expect("a start"), text.find(']').expect("an end") - 1);
        let plain = text.replacen('[', "", 1).replacen(']', "", 1);
        let at = |byte: usize| units(&plain[..byte]);
        let edit = apply(mark, &plain, (at(start), at(end)), "words");
        let mut after: Vec<u16> = plain.encode_utf16().collect();
        let place = |units: u32| usize::try_from(units).expect("small");
        after.splice(place(edit.from)..place(edit.to), edit.with.encode_utf16());
        after.insert(place(edit.chosen.1), u16::from(b']'));
        after.insert(place(edit.chosen.0), u16::from(b'['));
        String::from_utf16(&after).expect("text")
    }

    #[test]
    fn words_become_bold_and_plain_again() {
        assert_eq!(done(Mark::Bold, "We [ask] for it."), "We **[ask]** for it.");
        assert_eq!(done(Mark::Bold, "We **[ask]** for it."), "We [ask] for it.");
        assert_eq!(done(Mark::Bold, "We [**ask**] for it."), "We [ask] for it.");
        assert_eq!(done(Mark::Bold, "We[ ask ]for it."), "We **[ask]** for it.");
        assert_eq!(done(Mark::Bold, "[**a** and **b**]"), "**[**a** and **b**]**");
        assert_eq!(done(Mark::Bold, "We [] for it."), "We **[words]** for it.");
        assert_eq!(done(Mark::Bold, "[نطلب] ذلك"), "**[نطلب]** ذلك");
        assert_eq!(done(Mark::Bold, "🙂 [我们🙂]"), "🙂 **[我们🙂]**");
    }

    #[test]
    fn italics_are_not_half_of_bold() {
        assert_eq!(done(Mark::Italic, "We [ask]."), "We *[ask]*.");
        assert_eq!(done(Mark::Italic, "We **[ask]**."), "We ***[ask]***.");
        assert_eq!(done(Mark::Italic, "We ***[ask]***."), "We **[ask]**.");
        assert_eq!(done(Mark::Bold, "We *[ask]*."), "We ***[ask]***.");
        assert_eq!(done(Mark::Italic, "We [*ask*]."), "We [ask].");
        assert_eq!(done(Mark::Italic, "We [**ask**]."), "We *[**ask**]*.");
    }

    #[test]
    fn lines_become_lists_and_lines_again() {
        assert_eq!(done(Mark::Bullets, "On[e\n\nTw]o\nThree"), "[- One\n\n- Two]\nThree");
        assert_eq!(done(Mark::Bullets, "[- One\n\n- Two]\nThree"), "[One\n\nTwo]\nThree");
        assert_eq!(done(Mark::Numbers, "[One\nTwo\n]Three"), "[1. One\n2. Two]\nThree");
        assert_eq!(done(Mark::Numbers, "[1. One\n2. Two]"), "[One\nTwo]");
        assert_eq!(done(Mark::Heading, "Before\nA ti[]tle"), "Before\n## A title[]");
        assert_eq!(done(Mark::Quotation, "[]"), "> [words]");
        assert_eq!(done(Mark::Bullets, "Text\n[]"), "Text\n- [words]");
    }

    #[test]
    fn what_a_link_lacks_is_chosen() {
        assert_eq!(done(Mark::Link, "See [the charter]."), "See [the charter]([https://]).");
        assert_eq!(done(Mark::Link, "See [the charter ]now."), "See [the charter]([https://]) now.");
        assert_eq!(done(Mark::Link, "See [https://un.org]."), "See [[words]](https://un.org).");
    }

    #[test]
    fn a_place_in_the_middle_of_a_sign_is_after_it() {
        let edit = apply(Mark::Bold, "🙂", (1, 1), "x");
        assert_eq!((edit.from, edit.to), (2, 2));
        assert_eq!(apply(Mark::Bold, "a", (9, 12), "x").from, 1);
    }
}
