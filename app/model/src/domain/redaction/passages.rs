//! Passages as they are typed, one a line, checked against the input they are to be redacted in.

use super::hiding::{stands_in, words_of_comment, words_of_paper};
use super::{MARK, MAX_PASSAGE, MOST_PASSAGES, Redacted};
use crate::domain::comment::CommentContent;
use crate::domain::paper::PaperContent;
use crate::domain::quotation::spaced;
use crate::domain::validate::Fault;

/// From how many letters on a single text keeps half of its words, whatever stands in the others.
const A_TEXT: usize = 80;

/// The passages of a form: one a line, without empty lines and without any that was typed twice.
///
/// # Errors
/// None at all, too many, or one that is too long.
pub fn passages(typed: &str) -> Result<Redacted, Fault> {
    let mut passages: Vec<String> = Vec::new();
    for passage in typed.lines().map(spaced).filter(|line| !line.is_empty()) {
        if passage.chars().count() > MAX_PASSAGE {
            return Err(Fault::TooLong { max: MAX_PASSAGE });
        }
        // A mark hides nothing, and a sign alone would go everywhere.
        if passage.contains(MARK) || !passage.contains(char::is_alphanumeric) {
            return Err(Fault::PassageWithoutWords);
        }
        if !passages.contains(&passage) {
            passages.push(passage);
        }
    }
    match passages.len() {
        0 => Err(Fault::Missing),
        count if count > MOST_PASSAGES => Err(Fault::TooManyPassages { max: MOST_PASSAGES }),
        _ => Ok(Redacted::new(passages)),
    }
}

impl Redacted {
    /// Which of these passages says something that one of the others says: its number, from 1.
    pub fn meets(&self, others: &Self) -> Option<usize> {
        let meet = |one: &String| others.0.iter().any(|other| stands_in(one, other) || stands_in(other, one));
        self.0.iter().position(meet).map(|at| at + 1)
    }

    /// The passages of both.
    #[must_use]
    pub fn with(mut self, other: &Self) -> Self {
        let new: Vec<_> = other.0.iter().filter(|passage| !self.0.contains(passage)).cloned().collect();
        self.0.extend(new);
        self
    }

    /// Whether these passages can be redacted in a paper of which `before` is redacted already, with the corrections `beside` it.
    ///
    /// # Errors
    /// See [`Self::check`].
    pub fn check_in_paper(&self, before: &Self, content: &PaperContent, beside: &[String]) -> Result<(), Fault> {
        let mut content = content.clone();
        let words: Vec<_> = words_of_paper(&mut content).map(std::mem::take).collect();
        self.check(before, &[&words, beside].concat())
    }

    /// The same for a comment.
    ///
    /// # Errors
    /// See [`Self::check`].
    pub fn check_in_comment(&self, before: &Self, content: &CommentContent) -> Result<(), Fault> {
        let mut content = content.clone();
        self.check(before, &words_of_comment(&mut content).map(std::mem::take).collect::<Vec<_>>())
    }

    /// # Errors
    /// A passage stands nowhere or is redacted already, together they are too many, or they hide more than half: of all, or of a text of
    /// some length.
    fn check(&self, before: &Self, texts: &[String]) -> Result<(), Fault> {
        let shown: Vec<_> = texts.iter().map(|text| before.shown(text)).collect();
        let hidden =
            |passage: &&String| texts.iter().any(|text| stands_in(passage, text)) && !shown.iter().any(|text| stands_in(passage, text));
        if let Some(at) = self.0.iter().position(|passage| hidden(&passage)) {
            return Err(Fault::PassageRedacted { number: at + 1 });
        }
        if let Some(at) = self.0.iter().position(|passage| !texts.iter().any(|text| stands_in(passage, text))) {
            return Err(Fault::PassageNotThere { number: at + 1 });
        }
        let all = before.clone().with(self);
        if all.0.len() > MOST_PASSAGES {
            return Err(Fault::TooManyPassages { max: MOST_PASSAGES });
        }
        let too_much = |text: &String| {
            let share = all.share([text.as_str()]);
            share.all >= A_TEXT && share.is_too_much()
        };
        let too_much = all.share(texts.iter().map(String::as_str)).is_too_much() || texts.iter().any(too_much);
        if too_much { Err(Fault::HidesTooMuch) } else { Ok(()) }
    }
}
