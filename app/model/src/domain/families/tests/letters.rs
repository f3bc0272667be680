//! Letters of our own making, the same in each run: form letters as organisations pass them on, and others on the same subject.

use std::collections::BTreeMap;

/// `SplitMix64`: numbers that look drawn, from a seed.
pub struct Draw(pub u64);

impl Draw {
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let number = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let number = (number ^ (number >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        number ^ (number >> 31)
    }

    /// A number below another.
    pub fn below(&mut self, bound: usize) -> usize {
        usize::try_from(self.next() % bound as u64).unwrap()
    }

    /// Whether something happens that happens in so many of a hundred cases.
    pub fn happens(&mut self, of_hundred: usize) -> bool {
        self.below(100) < of_hundred
    }

    pub fn one<'a>(&mut self, of: &[&'a str]) -> &'a str {
        of[self.below(of.len())]
    }
}

/// What letters of one language are made of: by kind, phrases.
pub type Words = BTreeMap<&'static str, Vec<&'static str>>;

fn files() -> [(&'static str, &'static str); 6] {
    [
        ("en", include_str!("letters/en.txt")),
        ("fr", include_str!("letters/fr.txt")),
        ("es", include_str!("letters/es.txt")),
        ("ru", include_str!("letters/ru.txt")),
        ("ar", include_str!("letters/ar.txt")),
        ("zh", include_str!("letters/zh.txt")),
    ]
}

/// The thirty letters, each with its language, in sentences: the first is the salutation, `{org}` stands for who sends it.
pub fn bases() -> Vec<(&'static str, Vec<&'static str>)> {
    let of = |(language, text): (&'static str, &'static str)| {
        text.split("\n\n").map(move |letter| (language, letter.lines().filter(|line| !line.is_empty()).collect()))
    };
    files().into_iter().flat_map(of).collect()
}

/// The phrases of all six languages.
pub fn words() -> BTreeMap<&'static str, Words> {
    let section = |text: &'static str| {
        let mut words: Words =
            text.lines().filter_map(|line| line.split_once(": ")).map(|(kind, of)| (kind, of.split(" | ").collect())).collect();
        (words.remove("language").expect("a language")[0], words)
    };
    include_str!("letters/words.txt").split("\n\n").map(section).collect()
}

/// A sentence that somebody might write on the subject.
fn sentence(draw: &mut Draw, language: &str, words: &Words) -> String {
    let [subject, verb, object, end] = ["subjects", "verbs", "objects", "ends"].map(|kind| draw.one(&words[kind]));
    let more = draw.one(&words["objects"]);
    if language == "zh" {
        return if draw.happens(50) {
            format!("{end}，{subject}{verb}{object}。")
        } else {
            format!("{subject}{verb}{object}和{more}。")
        };
    }
    let text = match draw.below(3) {
        0 => format!("{subject} {verb} {object} {end}."),
        1 => format!("{end}, {subject} {verb} {object}."),
        _ => format!("{subject} {verb} {object}, {more} {end}."),
    };
    capital(&text)
}

fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}

fn organisation(draw: &mut Draw, words: &Words) -> String {
    format!("{} {}", draw.one(&words["organisations"]), draw.below(900))
}

/// Sentences set as a letter: each on its line, as paragraphs, as one, or in lines of some width.
fn set(draw: &mut Draw, language: &str, sentences: &[String]) -> String {
    let space = if language == "zh" { "" } else { " " };
    match draw.below(4) {
        0 => sentences.join("\n"),
        1 => sentences.join("\n\n"),
        2 => sentences.join(space),
        _ => {
            let mut width = 0;
            let body = sentences[1..].join(space);
            let wrapped: String = body
                .chars()
                .map(|c| {
                    width += 1;
                    if c == ' ' && width > 60 {
                        width = 0;
                        '\n'
                    } else {
                        c
                    }
                })
                .collect();
            format!("{}\n\n{wrapped}", sentences[0])
        }
    }
}

/// A form letter as one organisation sends it.
pub fn variant(draw: &mut Draw, language: &str, base: &[&str], words: &Words) -> String {
    let name = organisation(draw, words);
    let mut sentences: Vec<String> = base.iter().map(|sentence| sentence.replace("{org}", &name)).collect();
    if draw.happens(60) {
        sentences[0] = draw.one(&words["salutations"]).to_owned();
    }
    if draw.happens(40) {
        let at = 1 + draw.below(sentences.len() - 1);
        sentences.remove(at);
    }
    if draw.happens(40) {
        let at = 1 + draw.below(sentences.len() - 2);
        sentences.swap(at, at + 1);
    }
    for _ in 0..draw.below(4) {
        replace_word(draw, language, &mut sentences, words);
    }
    // One in twenty-five adds as much as the letter says; the others a sentence or two, or nothing.
    let added = if draw.happens(4) { 9 } else { draw.below(3) };
    for _ in 0..added {
        let at = 1 + draw.below(sentences.len());
        sentences.insert(at, sentence(draw, language, words));
    }
    for sentence in &mut sentences {
        if draw.happens(8) {
            *sentence = if draw.happens(50) { sentence.to_uppercase() } else { sentence.to_lowercase() };
        }
        if draw.happens(15) {
            *sentence = sentence.replace([',', '،', '，', ';'], " –").replace('.', "!");
        }
    }
    set(draw, language, &sentences)
}

/// Puts another word in the place of one; in Chinese two characters in the place of two.
fn replace_word(draw: &mut Draw, language: &str, sentences: &mut [String], words: &Words) {
    let at = 1 + draw.below(sentences.len() - 1);
    let other = draw.one(&words["objects"]);
    if language == "zh" {
        let mut chars: Vec<char> = sentences[at].chars().collect();
        let place = draw.below(chars.len() - 2);
        chars.splice(place..place + 2, other.chars().take(2));
        sentences[at] = chars.into_iter().collect();
    } else {
        let other = other.split(' ').next().unwrap();
        let mut parts: Vec<&str> = sentences[at].split(' ').collect();
        let place = draw.below(parts.len());
        parts[place] = other;
        sentences[at] = parts.join(" ");
    }
}

/// A letter on the same subject that nobody passed on, with two to four of the phrases that everybody uses, and sometimes a sentence that
/// somebody else's letter has.
pub fn unrelated(draw: &mut Draw, language: &str, bases: &[&str], words: &Words) -> String {
    let name = organisation(draw, words);
    let mut sentences: Vec<String> = (0..12 + draw.below(8)).map(|_| sentence(draw, language, words)).collect();
    for _ in 0..2 + draw.below(3) {
        let at = draw.below(sentences.len());
        sentences.insert(at, draw.one(&words["stock"]).to_owned());
    }
    if draw.happens(30) {
        let at = draw.below(sentences.len());
        sentences.insert(at, draw.one(bases).replace("{org}", &name));
    }
    sentences.insert(0, draw.one(&words["salutations"]).to_owned());
    sentences.push(name);
    set(draw, language, &sentences)
}
