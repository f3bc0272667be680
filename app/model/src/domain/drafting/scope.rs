//! What a number is cited with beside what stands above it: the chapter of a heading, the annex of all.

use super::label::{digit, is_heading_key, next_letter, number, roman, version};
use std::collections::{HashMap, HashSet};

/// What begins the heading of an annex, in the languages of the UN.
const ANNEX: [&str; 7] = ["annex", "annexe", "anexo", "приложение", "المرفق", "مرفق", "附件"];
/// What begins the heading of an article.
const ARTICLE: [&str; 5] = ["article", "artículo", "artigo", "статья", "المادة"];
/// Characters of a line without a mark that is read as such a heading. One that is marked may be longer.
const LONGEST: usize = 100;
/// Characters of what an annex is called: all that stands in it is cited with that.
const LONGEST_NAME: usize = 12;

/// Whether a heading is that of an annex.
pub fn heads_annex(words: &str) -> bool {
    let first = words.split_whitespace().next().unwrap_or_default().to_lowercase();
    ANNEX.iter().any(|annex| first.trim_end_matches([':', '.']) == *annex || (*annex == "附件" && first.starts_with(annex)))
}

/// A part of a text whose numbers begin at its own beginning: an annex, an article of it; 0 where it stands in none.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub(super) struct Place {
    annex: usize,
    article: usize,
}

impl Place {
    /// This part, the one it is a part of, and the text.
    pub fn around(self) -> [Self; 3] {
        [self, Self { article: 0, ..self }, Self::default()]
    }
}

/// The heading of an article.
struct Article {
    name: String,
    value: Option<u32>,
}

#[derive(Default)]
pub(super) struct Scope {
    /// Articles are looked for.
    articles: bool,
    annex: Option<String>,
    /// What annexes are called so far, each with how many are called so, and what they are cited with.
    annexes: HashMap<String, usize>,
    cited: HashSet<String>,
    /// The article whose paragraphs are numbered from its own beginning.
    article: Option<String>,
    /// One whose heading was read, and no paragraph yet.
    next_article: Option<Article>,
    entered_articles: usize,
    /// Whether there are articles in which the numbers begin anew, and such in which they go on.
    anew: bool,
    on: bool,
    /// `II`, and its value.
    chapter: Option<(String, u32)>,
    /// Of the heading before, where it was a letter.
    letter: Option<String>,
}

impl Scope {
    pub fn new(articles: bool) -> Self {
        Self { articles, ..Self::default() }
    }

    pub fn place(&self) -> Place {
        let article = if self.article.is_some() { self.entered_articles } else { 0 };
        Place { annex: if self.annex.is_some() { self.cited.len() } else { 0 }, article }
    }

    /// Whether a line without a number or a mark is the heading of an annex.
    pub fn is_annex(words: &str) -> bool {
        heads_annex(words)
            && words.chars().take(LONGEST + 1).count() <= LONGEST
            && !words.ends_with(['.', ',', ';', ':', '،', '؛', '，', '；', '：', '。'])
    }

    /// The number in such a heading: `I` of `Annex I: Terms`.
    pub fn number_of_annex(words: &str) -> Option<&str> {
        names(words).nth(1).filter(|word| is_heading_key(word) || word.len() <= LONGEST_NAME && word.chars().all(|c| digit(c).is_some()))
    }

    /// Takes a heading that may be that of an annex: `Annex I`.
    pub fn enters_annex(&mut self, words: &str) -> bool {
        if !heads_annex(words) {
            return false;
        }
        let first: String = names(words).next().unwrap_or_default().chars().take(LONGEST_NAME).collect();
        let name = Self::number_of_annex(words).map_or_else(|| first.clone(), |number| format!("{first} {number}"));
        // Whatever they are called, no two are cited alike.
        let so_many = self.annexes.entry(name.to_lowercase()).or_default();
        loop {
            *so_many += 1;
            let cited = if *so_many > 1 { format!("{name} {so_many}") } else { name.clone() };
            if self.cited.insert(cited.to_lowercase()) {
                self.annex = Some(cited);
                break;
            }
        }
        self.chapter = None;
        self.letter = None;
        self.article = None;
        self.next_article = None;
        true
    }

    /// Takes a heading that may be that of an article: `Article 5`, `Article 5 bis: Terms`.
    pub fn enters_article(&mut self, words: &str) {
        const SIGNS: [char; 5] = [':', '.', '–', '—', '-'];
        let mut parts = words.split_whitespace().peekable();
        let (Some(first), Some(mut last)) = (parts.next(), parts.next()) else { return };
        let key = last.trim_end_matches(SIGNS);
        let value = number(key).map(|(value, ..)| value).or_else(|| roman(&key.to_lowercase()));
        let counted = !key.is_empty() && key.chars().count() <= 6 && key.chars().all(|c| c.is_numeric() || "IVXLC".contains(c));
        let mut name = format!("{first} {key}");
        if last == key
            && let Some(words) = parts.next_if(|next| version(next.trim_end_matches(SIGNS)).is_some())
        {
            name = format!("{name} {}", words.trim_end_matches(SIGNS));
            last = words;
        }
        // `Article 51 of the Charter` is about another one.
        let alone = last.ends_with(SIGNS) || parts.next().is_none_or(|next| next.starts_with(['–', '—', '-', ':', '(']));
        if self.articles && ARTICLE.contains(&first.to_lowercase().as_str()) && counted && alone {
            self.next_article = Some(Article { name, value });
        }
    }

    /// Whether a paragraph with this number begins the numbers of an article.
    pub fn begins_article(&self, value: u32) -> bool {
        value == 1 && self.next_article.is_some()
    }

    /// A paragraph comes. The numbers of an article count for themselves where they begin anew; those that go on through the text do not.
    pub fn paragraph(&mut self, value: u32) {
        let Some(article) = self.next_article.take() else { return };
        // The number of an article may be that of its only paragraph, and then says neither.
        if article.value != Some(value) {
            self.anew |= value == 1;
            self.on |= value != 1;
        }
        self.entered_articles += 1;
        self.article = (value == 1).then_some(article.name);
    }

    /// Whether articles were taken to have numbers of their own in a text where not every one of them has.
    pub fn mistook_articles(&self) -> bool {
        self.entered_articles > 0 && (self.on || !self.anew)
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

    /// Whether a heading with this label is the one that comes after those before: `B.` after `A.`, `II.` after `I.`
    pub fn goes_on_with_heading(&self, label: &str) -> bool {
        let key = label.trim_end_matches('.');
        let chapter = self.chapter.as_ref().is_some_and(|(_, before)| roman(&key.to_lowercase()) == Some(before + 1));
        chapter || self.letter.as_deref().and_then(next_letter).as_deref() == Some(key)
    }

    /// Whether one with this label may be the first of its kind. In what order other alphabets are counted is not known here.
    pub fn begins_headings(&self, label: &str) -> bool {
        let first = label == "A." || label == "I." && self.chapter.is_none();
        self.letter.is_none() && first || !label.is_ascii()
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
