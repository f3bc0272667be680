//! When two organisations may be the same: names folded, compared by their telling words, and addresses by their domain.
//! A likeness is only ever shown, never acted upon: people decide.

use strsim::{jaro_winkler, normalized_damerau_levenshtein};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A name without case, diacritics and punctuation: words apart by one space. What lists are sorted by and searches look at.
pub fn fold(name: &str) -> String {
    let mut folded = String::with_capacity(name.len());
    for c in name.nfkd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase) {
        match c {
            // Within a word: nothing. A tatweel only stretches the line.
            '\'' | '’' | '‘' | '`' | 'ʼ' | 'ـ' | '.' => {}
            'ß' => folded.push_str("ss"),
            'æ' => folded.push_str("ae"),
            'œ' => folded.push_str("oe"),
            'ø' => folded.push('o'),
            'ł' => folded.push('l'),
            'đ' | 'ð' => folded.push('d'),
            'þ' => folded.push_str("th"),
            'ı' => folded.push('i'),
            // Arabic letters that are written one for the other, and their Persian forms.
            'ى' | 'ی' => folded.push('ي'),
            'ة' => folded.push('ه'),
            'ک' => folded.push('ك'),
            c if c.is_alphanumeric() => folded.push(c),
            _ => folded.push(' '),
        }
    }
    let words: Vec<&str> = folded.split_whitespace().collect();
    if words.is_empty() { name.replace(char::is_control, "").trim().to_lowercase() } else { words.join(" ") }
}

/// What is searched: a space, then every word of these names.
pub fn search_key(name: &str, short_name: &str) -> String {
    format!(" {}", format!("{} {}", fold(name), if short_name.is_empty() { String::new() } else { fold(short_name) }).trim_end())
}

/// Words that say what kind of body it is, or nothing at all: they make no two organisations alike. Folded.
const COMMON: [&str; 96] = [
    // Legal forms.
    "ltd",
    "limited",
    "inc",
    "incorporated",
    "llc",
    "llp",
    "plc",
    "co",
    "corp",
    "corporation",
    "company",
    "gmbh",
    "mbh",
    "ag",
    "ev",
    "kg",
    "sa",
    "sas",
    "sarl",
    "spa",
    "srl",
    "sl",
    "bv",
    "nv",
    "oy",
    "ab",
    "asa",
    "kk",
    "pty",
    "pte",
    "sdn",
    "bhd",
    "ltda",
    "asbl",
    "aisbl",
    "vzw",
    "ооо",
    "ао",
    "зао",
    "оао",
    "пао",
    "нко",
    "ано",
    "нп",
    "шركة",
    "شركه",
    "المحدوده",
    "محدوده",
    "شمل",
    "ذمم",
    // Little words.
    "the",
    "a",
    "of",
    "and",
    "for",
    "in",
    "to",
    "de",
    "la",
    "le",
    "les",
    "du",
    "des",
    "et",
    "der",
    "die",
    "das",
    "und",
    "fur",
    "von",
    "e",
    "y",
    "el",
    "los",
    "las",
    "del",
    "para",
    "por",
    "и",
    "в",
    "по",
    "на",
    "для",
    "في",
    "من",
    "و",
    "على",
    // What nearly all are.
    "organisation",
    "organization",
    "organizacion",
    "organizacao",
    "организация",
    "منظمه",
    "invented",
    "association",
    "ngo",
];

/// The words that tell an organisation from others.
fn telling(folded: &str) -> Vec<&str> {
    let words: Vec<&str> = folded.split(' ').map(without_article).collect();
    let telling: Vec<&str> = words.iter().copied().filter(|word| !COMMON.contains(word)).collect();
    if telling.is_empty() { words } else { telling }
}

/// An Arabic word without its article, when enough is left of it.
fn without_article(word: &str) -> &str {
    match word.strip_prefix("ال") {
        Some(rest) if rest.chars().count() >= 3 && !COMMON.contains(&word) => rest,
        _ => word,
    }
}

fn has_digit(word: &str) -> bool {
    word.chars().any(char::is_numeric)
}

/// The same word, give or take a slip of the pen. A number is itself and no other.
fn same_word(a: &str, b: &str) -> bool {
    if a == b {
        return true;
    }
    if has_digit(a) || has_digit(b) || a.chars().count() < 4 || b.chars().count() < 4 {
        return false;
    }
    jaro_winkler(a, b) >= 0.92
}

/// The first letters of the telling words.
fn initials(words: &[&str]) -> String {
    words.iter().filter_map(|word| word.chars().next()).collect()
}

/// A name made ready for comparing it with many.
#[derive(Debug, Clone)]
pub struct Name {
    folded: String,
    short: String,
}

impl Name {
    pub fn new(name: &str, short_name: &str) -> Self {
        Self { folded: fold(name), short: if short_name.trim().is_empty() { String::new() } else { fold(short_name) } }
    }

    /// How alike two names are, from 0 (not) to 1 (the same).
    pub fn likeness(&self, other: &Self) -> f64 {
        let (a, b) = (telling(&self.folded), telling(&other.folded));
        if a == b || self.is_short_for(other, &b) || other.is_short_for(self, &a) {
            return 1.0;
        }
        let shared = a.iter().filter(|word| b.iter().any(|other| same_word(word, other))).count();
        let words = ratio(2 * shared, a.len() + b.len());
        let numbers = |words: &[&str]| words.iter().filter(|word| has_digit(word)).map(|word| (*word).to_owned()).collect::<Vec<_>>();
        let letters = if numbers(&a) == numbers(&b) { normalized_damerau_levenshtein(&a.join(""), &b.join("")) } else { 0.0 };
        words.max(letters)
    }

    /// `self` is what `other` is called for short: its short name, or the first letters of its words.
    fn is_short_for(&self, other: &Self, words: &[&str]) -> bool {
        let compact: String = self.folded.split(' ').collect();
        let letters = compact.chars().count();
        let by_initials = letters >= 3 && words.len() >= 3 && compact == initials(words);
        by_initials || (letters >= 2 && self.folded == other.short) || (self.short.chars().count() >= 3 && self.short == other.short)
    }

    /// Near enough to ask whether it is the same organisation.
    pub fn is_close(&self, other: &Self) -> bool {
        self.likeness(other) >= CLOSE
    }
}

/// From here on names are shown as close.
const CLOSE: f64 = 0.75;

#[expect(clippy::cast_precision_loss, reason = "numbers of words")]
fn ratio(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}

/// Domains many people share who have nothing to do with each other; the last three are for documentation (RFC 2606).
const SHARED: [&str; 48] = [
    "gmail.com",
    "googlemail.com",
    "outlook.com",
    "hotmail.com",
    "hotmail.fr",
    "live.com",
    "msn.com",
    "yahoo.com",
    "yahoo.fr",
    "yahoo.co.uk",
    "yahoo.co.in",
    "ymail.com",
    "icloud.com",
    "me.com",
    "mac.com",
    "aol.com",
    "proton.me",
    "protonmail.com",
    "pm.me",
    "tutanota.com",
    "gmx.de",
    "gmx.net",
    "gmx.com",
    "web.de",
    "t-online.de",
    "mail.com",
    "mail.ru",
    "bk.ru",
    "inbox.ru",
    "list.ru",
    "yandex.ru",
    "yandex.com",
    "ya.ru",
    "qq.com",
    "163.com",
    "126.com",
    "sina.com",
    "foxmail.com",
    "naver.com",
    "orange.fr",
    "wanadoo.fr",
    "free.fr",
    "laposte.net",
    "libero.it",
    "fastmail.com",
    "example.com",
    "example.net",
    "example.org",
];

/// The domain of an address, when it says something about where its owner works.
pub fn telling_domain(email: &str) -> Option<&str> {
    let (_, domain) = email.rsplit_once('@')?;
    (!domain.is_empty() && !SHARED.contains(&domain)).then_some(domain)
}

#[cfg(test)]
mod tests;
