//! Which themes a text may be about, and why: from the words of their names, and from what those that bear them say more often than
//! others do. Counted on the portal's own machine, shown to a moderator, and nothing else.

use super::super::ids::ThemeId;
use super::stems::{Token, tokens};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// So many are shown.
pub const MOST_SUGGESTED: usize = 5;

/// Words of a theme that are kept: those most of its inputs say.
const MOST_WORDS: usize = 150;

/// Words of a theme that are looked at: those that tell it from the others most.
const TELLING: usize = 12;

/// Passages of the text that are quoted.
const MOST_QUOTED: usize = 4;

/// Words of one quoted passage.
const LONGEST_QUOTE: usize = 6;

/// From here on a theme is suggested.
const ENOUGH: f64 = 0.4;

/// What the inputs with a theme say: for each word how many of them.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Profile {
    /// How many inputs were counted.
    pub inputs: i64,
    /// Words as they are compared, with how many of these inputs say each; the most frequent first.
    pub words: Vec<(String, i64)>,
}

impl Profile {
    /// Counts these texts.
    pub fn of<'t>(texts: impl IntoIterator<Item = &'t str>) -> Self {
        let (mut inputs, mut counts) = (0, BTreeMap::<String, i64>::new());
        for text in texts {
            inputs += 1;
            let said: BTreeSet<String> = tokens(text).into_iter().map(|token| token.stem).collect();
            for stem in said {
                *counts.entry(stem).or_default() += 1;
            }
        }
        let mut words: Vec<_> = counts.into_iter().collect();
        words.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        words.truncate(MOST_WORDS);
        Self { inputs, words }
    }
}

/// A theme a text may be about.
#[derive(Debug, Clone, Copy)]
pub struct Candidate<'a> {
    pub id: ThemeId,
    pub name: &'a str,
    /// The names of the themes above it.
    pub above: &'a [&'a str],
    pub profile: &'a Profile,
}

/// A theme that fits, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggestion {
    pub theme: ThemeId,
    /// What the text says, in its own words; at least one.
    pub says: Vec<String>,
    /// A word of the text that inputs with this theme say, as it stands in the text, and how many of those counted say it.
    pub shared: Option<(String, i64)>,
}

/// What a text says: its words with where they stand.
struct Said<'t> {
    text: &'t str,
    tokens: Vec<Token>,
    stems: BTreeSet<String>,
}

/// The themes that fit a text best, the best first; without those it bears (`borne`). Equal ones stand in the order they were given.
pub fn suggest(text: &str, themes: &[Candidate<'_>], borne: &[ThemeId]) -> Vec<Suggestion> {
    let tokens = tokens(text);
    let said = Said { text, stems: tokens.iter().map(|token| token.stem.clone()).collect(), tokens };
    let spread = Spread::of(themes);
    let mut found: Vec<(f64, usize, Suggestion)> = themes
        .iter()
        .enumerate()
        .filter(|(_, theme)| !borne.contains(&theme.id))
        .filter_map(|(at, theme)| {
            let (score, suggestion) = fit(&said, theme, &spread)?;
            Some((score, at, suggestion))
        })
        .collect();
    found.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    found.into_iter().take(MOST_SUGGESTED).map(|(_, _, suggestion)| suggestion).collect()
}

/// How widely words are spread over all inputs that were counted.
struct Spread {
    inputs: f64,
    said_by: HashMap<String, i64>,
}

impl Spread {
    fn of(themes: &[Candidate<'_>]) -> Self {
        let mut said_by: HashMap<String, i64> = HashMap::new();
        for (word, count) in themes.iter().flat_map(|theme| &theme.profile.words) {
            *said_by.entry(word.clone()).or_default() += count;
        }
        Self { inputs: float(themes.iter().map(|theme| theme.profile.inputs).sum()), said_by }
    }

    /// How much a word tells, from 0 (all say it) to 1 (nobody does).
    fn telling(&self, word: &str) -> f64 {
        let said_by = float(self.said_by.get(word).copied().unwrap_or_default());
        if self.inputs < 1.0 {
            return 1.0;
        }
        (((self.inputs + 1.0) / (said_by + 1.0)).ln() / (self.inputs + 1.0).ln()).clamp(0.0, 1.0)
    }
}

#[expect(clippy::cast_precision_loss, reason = "numbers of inputs")]
const fn float(n: i64) -> f64 {
    n as f64
}

fn fit(said: &Said<'_>, theme: &Candidate<'_>, spread: &Spread) -> Option<(f64, Suggestion)> {
    let name = of_name(said, &[theme.name], spread);
    let above = of_name(said, theme.above, spread);
    let inputs = of_inputs(said, theme.profile, spread);
    // What stands above says where it belongs, and alone nothing.
    if name.0 + inputs.0 <= 0.0 {
        return None;
    }
    let score = name.0 + 0.2 * above.0 + inputs.0;
    if score < ENOUGH {
        return None;
    }
    let matched: BTreeSet<&str> = name.1.into_iter().chain(above.1).chain(inputs.1.iter().copied()).collect();
    let says = quoted(said, &matched);
    let shared = inputs.1.iter().filter_map(|word| Some((*word, count_of(theme.profile, word)?))).max_by_key(|(_, count)| *count);
    let shared = shared.and_then(|(word, count)| Some((first(said, word)?, count)));
    (!says.is_empty()).then_some((score, Suggestion { theme: theme.id, says, shared }))
}

fn count_of(profile: &Profile, word: &str) -> Option<i64> {
    profile.words.iter().find(|(known, _)| known == word).map(|(_, count)| *count)
}

/// How much of these names the text says, from 0 to 1, and which of their words.
fn of_name<'s>(said: &'s Said<'_>, names: &[&str], spread: &Spread) -> (f64, Vec<&'s str>) {
    let words: BTreeSet<String> = names.iter().flat_map(|name| tokens(name)).map(|token| token.stem).collect();
    let weight = |word: &str| 0.2 + 0.8 * spread.telling(word);
    let all: f64 = words.iter().map(|word| weight(word)).sum();
    let found: Vec<&str> = words.iter().filter_map(|word| said.stems.get(word)).map(String::as_str).collect();
    let part: f64 = found.iter().map(|word| weight(word)).sum();
    if all <= 0.0 || part / all < 0.5 { (0.0, Vec::new()) } else { (part / all, found) }
}

/// How much the text says of what inputs with the theme say more than others, from 0 to 1, and which of these words.
fn of_inputs<'s>(said: &'s Said<'_>, profile: &Profile, spread: &Spread) -> (f64, Vec<&'s str>) {
    // A word that one of several says is that one's own.
    let least = profile.inputs.min(2);
    let mut telling: Vec<(f64, &str)> = profile
        .words
        .iter()
        .filter(|(_, count)| *count >= least)
        .map(|(word, count)| (float(*count) / float(profile.inputs.max(1)) * spread.telling(word), word.as_str()))
        .filter(|(weight, _)| *weight > 0.1)
        .collect();
    telling.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(b.1)));
    telling.truncate(TELLING);
    let all: f64 = telling.iter().map(|(weight, _)| weight).sum();
    let found: Vec<(f64, &str)> = telling.iter().filter_map(|(weight, word)| Some((*weight, said.stems.get(*word)?.as_str()))).collect();
    // One word in common is chance.
    if found.len() < 2 || all <= 0.0 {
        return (0.0, Vec::new());
    }
    (found.iter().map(|(weight, _)| weight).sum::<f64>() / all, found.into_iter().map(|(_, word)| word).collect())
}

/// The passages of the text in which these words stand beside each other, those with most of them first.
fn quoted(said: &Said<'_>, matched: &BTreeSet<&str>) -> Vec<String> {
    let mut runs: Vec<Vec<&Token>> = Vec::new();
    let mut going_on = false;
    for token in &said.tokens {
        if !matched.contains(token.stem.as_str()) {
            going_on = false;
            continue;
        }
        match runs.last_mut() {
            Some(run) if going_on && run.len() < LONGEST_QUOTE && beside(said.text, run, token) => run.push(token),
            _ => runs.push(vec![token]),
        }
        going_on = true;
    }
    runs.sort_by_key(|run| {
        let different: BTreeSet<&str> = run.iter().map(|token| token.stem.as_str()).collect();
        (std::cmp::Reverse(different.len()), run[0].at.start)
    });
    let (mut told, mut quotes) = (BTreeSet::new(), Vec::new());
    for run in runs {
        let news = run.iter().any(|token| !told.contains(token.stem.as_str()));
        if news && quotes.len() < MOST_QUOTED {
            told.extend(run.iter().map(|token| token.stem.as_str()));
            let words = &said.text[run[0].at.start..run[run.len() - 1].at.end];
            quotes.push(words.split_whitespace().collect::<Vec<_>>().join(" "));
        }
    }
    quotes
}

/// Whether a word stands right behind a passage: nothing between them but white space or a hyphen.
fn beside(text: &str, run: &[&Token], token: &Token) -> bool {
    let end = run[run.len() - 1].at.end;
    token.at.start <= end || text[end..token.at.start].chars().all(|c| matches!(c, ' ' | '-' | '\u{a0}' | '\u{2011}'))
}

/// A word as it stands in the text first.
fn first(said: &Said<'_>, stem: &str) -> Option<String> {
    said.tokens.iter().find(|token| token.stem == stem).map(|token| said.text[token.at.clone()].to_owned())
}
