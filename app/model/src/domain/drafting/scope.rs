//! What a number is cited with beside what stands above it: the chapter of a heading, the annex of all.

use super::label::{next_letter, roman};

/// What begins the heading of an annex, in the languages of the UN.
const ANNEX: [&str; 7] = ["annex", "annexe", "anexo", "приложение", "المرفق", "مرفق", "附件"];
/// Characters of a line that is read as such a heading.
const LONGEST: usize = 100;

#[derive(Default)]
pub(super) struct Scope {
    annex: Option<String>,
    /// The names of all so far.
    annexes: Vec<String>,
    /// `II`, and its value.
    chapter: Option<(String, u32)>,
    /// Of the heading before, where it was a letter.
    letter: Option<String>,
}

impl Scope {
    /// Whether a line without a number is the heading of an annex.
    pub fn is_annex(words: &str) -> bool {
        let first = words.split_whitespace().next().unwrap_or_default().to_lowercase();
        let known =
            ANNEX.iter().any(|annex| first.trim_end_matches([':', '.']) == *annex || (*annex == "附件" && first.starts_with(annex)));
        known && words.chars().count() <= LONGEST && !words.ends_with(['.', ',', ';', ':'])
    }

    /// Takes a heading that may be that of an annex: `Annex I`.
    pub fn enters_annex(&mut self, words: &str) -> bool {
        if !Self::is_annex(words) {
            return false;
        }
        let mut names = words.split_whitespace().map(|word| word.trim_end_matches([':', '.', ','])).filter(|word| !word.is_empty());
        let first = names.next().unwrap_or_default();
        let number = names.next().filter(|word| word.chars().count() <= 6 && word.chars().all(|c| c.is_numeric() || c.is_uppercase()));
        let name = number.map_or_else(|| first.to_owned(), |number| format!("{first} {number}"));
        // Whatever they are called, no two are cited alike.
        self.annexes.push(name.clone());
        let so_many = self.annexes.iter().filter(|one| **one == name).count();
        self.annex = Some(if so_many > 1 { format!("{name} {so_many}") } else { name });
        self.chapter = None;
        self.letter = None;
        true
    }

    /// A number within its annex.
    pub fn cite(&self, citation: &str) -> String {
        self.annex.as_ref().map_or_else(|| citation.to_owned(), |annex| format!("{annex} {citation}"))
    }

    /// How a heading with this label is cited: `II`, and below it `II A`.
    pub fn heading(&mut self, label: &str) -> String {
        let key = label.trim_end_matches('.');
        let next = self.letter.as_deref().and_then(next_letter);
        let value = roman(&key.to_lowercase()).filter(|_| next.as_deref() != Some(key));
        let chapter = value.filter(|value| match (&self.chapter, &self.letter) {
            // No letter is written with two.
            _ if key.len() > 1 => true,
            (Some((_, before)), _) => *value == before + 1,
            (None, letter) => *value == 1 && letter.is_none(),
        });
        if let Some(value) = chapter {
            self.chapter = Some((key.to_owned(), value));
            self.letter = None;
            return self.cite(key);
        }
        self.letter = Some(key.to_owned());
        match &self.chapter {
            Some((chapter, _)) => self.cite(&format!("{chapter} {key}")),
            None => self.cite(key),
        }
    }
}
