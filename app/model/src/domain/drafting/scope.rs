//! What a number is cited with beside what stands above it: the chapter of a heading, the annex of all.

use super::label::{next_letter, roman};

/// What begins the heading of an annex, in the languages of the UN.
const ANNEX: [&str; 7] = ["annex", "annexe", "anexo", "приложение", "المرفق", "مرفق", "附件"];
/// What begins the heading of an article.
const ARTICLE: [&str; 5] = ["article", "artículo", "artigo", "статья", "المادة"];
/// Characters of a line that is read as such a heading.
const LONGEST: usize = 100;

/// Whether a heading is read as that of an annex.
pub fn is_annex(words: &str) -> bool {
    Scope::is_annex(words)
}

#[derive(Default)]
pub(super) struct Scope {
    annex: Option<String>,
    /// The names of all so far.
    annexes: Vec<String>,
    /// The article whose paragraphs are numbered from its own beginning.
    article: Option<String>,
    /// One whose heading was read, and no paragraph yet.
    next_article: Option<String>,
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
        known && words.chars().count() <= LONGEST && !words.ends_with(['.', ',', ';', ':', '،', '؛', '，', '；', '：', '。'])
    }

    /// The number in such a heading: `I` of `Annex I: Terms`.
    pub fn number_of_annex(words: &str) -> Option<&str> {
        names(words).nth(1).filter(|word| word.chars().count() <= 6 && word.chars().all(|c| c.is_numeric() || c.is_uppercase()))
    }

    /// Takes a heading that may be that of an annex: `Annex I`.
    pub fn enters_annex(&mut self, words: &str) -> bool {
        if !Self::is_annex(words) {
            return false;
        }
        let first = names(words).next().unwrap_or_default();
        let name = Self::number_of_annex(words).map_or_else(|| first.to_owned(), |number| format!("{first} {number}"));
        // Whatever they are called, no two are cited alike.
        self.annexes.push(name.clone());
        let so_many = self.annexes.iter().filter(|one| **one == name).count();
        self.annex = Some(if so_many > 1 { format!("{name} {so_many}") } else { name });
        self.chapter = None;
        self.letter = None;
        self.article = None;
        self.next_article = None;
        true
    }

    /// Takes a heading that may be that of an article: `Article 5`, `Article 5: Terms`.
    pub fn enters_article(&mut self, words: &str) {
        let mut parts = words.split_whitespace();
        let (Some(first), Some(number)) = (parts.next(), parts.next()) else { return };
        let ended = number.ends_with([':', '.', '–', '—', '-']);
        let number = number.trim_end_matches([':', '.', '–', '—', '-']);
        let counted = !number.is_empty() && number.chars().count() <= 6 && number.chars().all(|c| c.is_numeric() || "IVXLC".contains(c));
        // `Article 51 of the Charter` is about another one.
        let alone = ended || parts.next().is_none_or(|next| next.starts_with(['–', '—', '-', ':', '(']));
        if ARTICLE.contains(&first.to_lowercase().as_str()) && counted && alone {
            self.next_article = Some(format!("{first} {number}"));
        }
    }

    /// Whether a paragraph with this number begins the numbers of an article.
    pub fn begins_article(&self, value: u32) -> bool {
        value == 1 && self.next_article.is_some()
    }

    /// A paragraph comes. The numbers of an article count for themselves where they begin anew; those that go on through the text do not.
    pub fn paragraph(&mut self, value: u32) {
        if let Some(article) = self.next_article.take() {
            self.article = (value == 1).then_some(article);
        }
    }

    /// A number within its annex and its article.
    pub fn cite(&self, citation: &str) -> String {
        let above = [self.annex.as_deref(), self.article.as_deref()];
        above.into_iter().flatten().chain([citation]).collect::<Vec<_>>().join(" ")
    }

    /// A heading within its annex.
    fn cite_heading(&self, citation: &str) -> String {
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
            return self.cite_heading(key);
        }
        self.letter = Some(key.to_owned());
        match &self.chapter {
            Some((chapter, _)) => self.cite_heading(&format!("{chapter} {key}")),
            None => self.cite_heading(key),
        }
    }
}

/// The words of a heading without the signs behind them.
fn names(words: &str) -> impl Iterator<Item = &str> {
    words.split_whitespace().map(|word| word.trim_end_matches([':', '.', ','])).filter(|word| !word.is_empty())
}
