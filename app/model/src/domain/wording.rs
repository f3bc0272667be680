//! What a paper says apart from its title: text, answers to guiding questions, recommendations.

use super::paper::kept_answers;
use super::recommendation::{About, Recommendation, kept_recommendations};
use std::hash::{DefaultHasher, Hash, Hasher};

/// The words of a draft, in a form or as they are stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wording<'a> {
    pub text: &'a str,
    /// In the order of the questions.
    pub answers: &'a [String],
    pub recommendations: &'a [Recommendation],
}

impl Wording<'_> {
    /// All of it in one: what the limit is about.
    pub fn all(&self) -> String {
        self.parts().collect::<Vec<_>>().join("\n\n")
    }

    /// Text, answers and recommendations, one after the other.
    pub fn parts(&self) -> impl Iterator<Item = &str> {
        let answers = self.answers.iter().map(String::as_str);
        let recommendations = self.recommendations.iter().map(|one| one.text.as_str());
        std::iter::once(self.text).chain(answers).chain(recommendations)
    }

    /// It says nothing at all.
    pub fn is_empty(&self) -> bool {
        self.parts().all(|part| part.trim().is_empty())
    }

    /// It has no text, but says something in answers or recommendations.
    pub fn is_without_text(&self) -> bool {
        self.text.trim().is_empty() && !self.is_empty()
    }
}

/// What stands for the words of a draft as a form holds them: two with one mark say the same. It lives for as long as a form is open, and is
/// not stored.
pub fn mark_of_draft(title: &str, language: &str, subgroup: &str, consent: &str, words: Wording<'_>) -> String {
    let mut hasher = DefaultHasher::new();
    // One by one: the length of a list is as long as the words of the machine, and the browser's are shorter.
    for words in [title.trim(), language, subgroup, consent, words.text] {
        words.hash(&mut hasher);
    }
    for answer in kept_answers(words.answers.to_vec()) {
        answer.hash(&mut hasher);
    }
    for one in kept_recommendations(words.recommendations.to_vec()) {
        // No answer begins like this: it would hold a character that is refused.
        '\0'.hash(&mut hasher);
        one.text.hash(&mut hasher);
        one.about.as_ref().map_or_else(String::new, About::code).hash(&mut hasher);
    }
    format!("{:016x}", hasher.finish())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn drafts_that_say_the_same_have_one_mark() {
        let mark = |title: &str, text: &str, answers: &[&str], recommendations: &[(&str, &str)]| {
            let answers: Vec<_> = answers.iter().map(|answer| (*answer).to_owned()).collect();
            let recommendations: Vec<_> = recommendations
                .iter()
                .map(|(text, about)| Recommendation { text: (*text).to_owned(), about: About::from_code(about) })
                .collect();
            let words = Wording { text, answers: &answers, recommendations: &recommendations };
            mark_of_draft(title, "en", "whole_body", "", words)
        };
        let one = mark("T", "W.", &["A."], &[("Do.", "norm:N-C")]);
        assert_eq!(mark("T ", "W.", &["A.", " "], &[("", ""), ("Do.", "norm:N-C"), (" ", "")]), one, "as it is kept");
        let others = [
            mark("U", "W.", &["A."], &[("Do.", "norm:N-C")]),
            mark("T", "W. ", &["A."], &[("Do.", "norm:N-C")]),
            mark("T", "W.", &["", "A."], &[("Do.", "norm:N-C")]),
            mark("T", "W.", &["A."], &[("Do.", "")]),
            mark("T", "W.", &["A."], &[("Do.", "norm:N-D")]),
            mark("T", "W.", &["A."], &[]),
            mark("T", "W.", &["A.", "Do."], &[]),
        ];
        for other in others {
            assert_ne!(other, one);
        }
    }

    #[test]
    fn a_paper_may_do_without_a_text() {
        let answers = ["So.".to_owned()];
        let nothing = Wording { text: " ", answers: &[], recommendations: &[] };
        assert!(nothing.is_empty() && !nothing.is_without_text());
        assert!(Wording { answers: &answers, ..nothing }.is_without_text());
        assert!(!Wording { text: "W.", answers: &answers, ..nothing }.is_without_text());
        assert_eq!(Wording { text: "W.", answers: &answers, ..nothing }.all(), "W.\n\nSo.");
    }
}
