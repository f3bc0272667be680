//! What letters of a family share, and what is each one's own: by sentences, in whatever order they stand. Nothing of a letter is lost: its
//! passages are together its text. The cost grows with the length of the letters, not with its square; each limit is a constant here.

use super::looked_at;
use super::sentences::sentences;
use super::word_changes::{Budget, Run, word_changes};
use super::words::folded;
use std::collections::{BTreeMap, HashMap};

/// Of a hundred words of two sentences, how many both have at least, where one is the other with changes.
const ALIKE: usize = 60;
/// A word that stands in more sentences than this finds none: it is in everybody's mouth.
const MOST_SENTENCES_OF_A_WORD: usize = 32;
/// Sentences a changed one is held against, those with most rare words in common first.
const MOST_HELD: usize = 8;
/// Comparisons of words for one letter: some hundredths of a second. After them changed sentences are shown one whole after the other.
const MOST_COMPARISONS: usize = 4_000_000;

/// What a passage is to the text it is held against.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mark<'a> {
    /// It stands there too, but for case, diacritics, punctuation and perhaps its place.
    Shared,
    /// A sentence there with some of its words changed.
    Changed(Vec<Run<'a>>),
    /// It does not stand there.
    Own,
    /// It stands after what is looked at ([`super::MOST_BYTES`]).
    Unread,
}

/// A sentence, or a clause that ends in a semicolon, with the white space after it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage<'a> {
    /// The words of the letter, to the letter.
    pub text: &'a str,
    /// What it is.
    pub mark: Mark<'a>,
}

/// The text that letters of a family are held against, in its sentences.
#[derive(Debug)]
pub struct Reference<'a> {
    sentences: Vec<Sentence<'a>>,
    /// Words by number.
    vocabulary: HashMap<String, usize>,
    /// Where a sentence stands, by its folded words.
    by_words: HashMap<String, Vec<usize>>,
    /// In which sentences a word stands, by its number.
    stands_in: Vec<Vec<usize>>,
    /// The words of each sentence.
    counts: Vec<Count>,
}

#[derive(Debug)]
struct Sentence<'a> {
    text: &'a str,
    folded: String,
}

/// How often each word of the reference stands in a sentence, and how many words it has.
#[derive(Debug, Default)]
struct Count {
    times: BTreeMap<usize, usize>,
    all: usize,
}

/// What a sentence of a letter is to the reference, before its words are compared.
#[derive(Clone, Copy)]
enum Match {
    Same,
    Changed(usize),
    None,
}

impl<'a> Reference<'a> {
    /// Makes the first 128 KiB of a text ready for holding letters against it.
    pub fn of(text: &'a str) -> Self {
        let mut reference =
            Self { sentences: read(text), vocabulary: HashMap::new(), by_words: HashMap::new(), stands_in: Vec::new(), counts: Vec::new() };
        for (at, sentence) in reference.sentences.iter().enumerate() {
            reference.by_words.entry(sentence.folded.clone()).or_default().push(at);
            for word in sentence.folded.split(' ') {
                let next = reference.vocabulary.len();
                let number = *reference.vocabulary.entry(word.to_owned()).or_insert(next);
                if number == reference.stands_in.len() {
                    reference.stands_in.push(Vec::new());
                }
                let places = &mut reference.stands_in[number];
                // One place more than find anything says that there are too many.
                if places.last() != Some(&at) && places.len() <= MOST_SENTENCES_OF_A_WORD {
                    places.push(at);
                }
            }
        }
        reference.counts = reference.sentences.iter().map(|sentence| reference.count_words(&sentence.folded)).collect();
        reference
    }

    /// Holds a letter against it: the whole letter, in its order. Each sentence of the reference answers to one of the letter at most.
    pub fn compare(&self, letter: &'a str) -> Vec<Passage<'a>> {
        let own = read(letter);
        let mut budget = Budget::new(MOST_COMPARISONS);
        let mark = |(sentence, found): (&Sentence<'a>, Match)| Passage {
            text: sentence.text,
            mark: match found {
                Match::Same => Mark::Shared,
                Match::Changed(at) => Mark::Changed(word_changes(self.sentences[at].text, sentence.text, &mut budget)),
                Match::None => Mark::Own,
            },
        };
        let mut passages: Vec<_> = own.iter().zip(self.matches(&own)).map(mark).collect();
        let rest = &letter[looked_at(letter).len()..];
        if !rest.is_empty() {
            passages.push(Passage { text: rest, mark: Mark::Unread });
        }
        passages
    }

    /// What each sentence of a letter is: first those that are the same, in their order; then those that are changed, the closest first.
    fn matches(&self, own: &[Sentence<'_>]) -> Vec<Match> {
        let mut taken = vec![false; self.sentences.len()];
        let mut next: HashMap<&str, usize> = HashMap::new();
        let mut matches = vec![Match::None; own.len()];
        for (sentence, found) in own.iter().zip(&mut matches) {
            let nth = next.entry(&sentence.folded).or_default();
            if let Some(at) = self.by_words.get(&sentence.folded).and_then(|places| places.get(*nth)) {
                *found = Match::Same;
                taken[*at] = true;
                *nth += 1;
            }
        }
        let mut pairs = Vec::new();
        for (place, sentence) in own.iter().enumerate().filter(|(place, _)| matches!(matches[*place], Match::None)) {
            let alike = self.alike(sentence, &taken);
            pairs.extend(alike.into_iter().map(|(at, alike)| (std::cmp::Reverse(alike), place.abs_diff(at), place, at)));
        }
        pairs.sort_unstable();
        for (_, _, place, at) in pairs {
            if !taken[at] && matches!(matches[place], Match::None) {
                matches[place] = Match::Changed(at);
                taken[at] = true;
            }
        }
        matches
    }

    /// The sentences that are like one, and how many of a hundred words both have.
    fn alike(&self, sentence: &Sentence<'_>, taken: &[bool]) -> Vec<(usize, usize)> {
        let count = self.count_words(&sentence.folded);
        let mut common: BTreeMap<usize, usize> = BTreeMap::new();
        for places in count.times.keys().filter_map(|word| self.stands_in.get(*word)) {
            if places.len() <= MOST_SENTENCES_OF_A_WORD {
                for at in places.iter().filter(|at| !taken[**at]) {
                    *common.entry(*at).or_default() += 1;
                }
            }
        }
        let mut held: Vec<_> = common.into_iter().collect();
        held.sort_by_key(|(at, words)| (std::cmp::Reverse(*words), *at));
        held.truncate(MOST_HELD);
        held.into_iter().map(|(at, _)| (at, count.likeness(&self.counts[at]))).filter(|(_, alike)| *alike >= ALIKE).collect()
    }

    fn count_words(&self, folded: &str) -> Count {
        let mut count = Count::default();
        for word in folded.split(' ') {
            count.all += 1;
            if let Some(word) = self.vocabulary.get(word) {
                *count.times.entry(*word).or_default() += 1;
            }
        }
        count
    }
}

impl Count {
    /// Of a hundred words of both, how many the other has too. It costs as much as this one is long, however long the other is.
    fn likeness(&self, other: &Self) -> usize {
        let both: usize = self.times.iter().map(|(word, times)| (*times).min(other.times.get(word).copied().unwrap_or(0))).sum();
        200 * both / (self.all + other.all)
    }
}

/// The sentences of what is looked at.
fn read(text: &str) -> Vec<Sentence<'_>> {
    let text = looked_at(text);
    sentences(text).into_iter().map(|place| Sentence { text: &text[place.clone()], folded: folded(&text[place]) }).collect()
}
