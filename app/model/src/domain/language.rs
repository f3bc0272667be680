//! The six official languages of the United Nations, the portal's own locales, and texts that exist in several languages.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The way a script runs; the value of HTML's `dir`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    Ltr,
    Rtl,
}

impl Direction {
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Ltr => "ltr",
            Self::Rtl => "rtl",
        }
    }
}

/// A language a paper or comment may be written in, in the English alphabetical order of the UN.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    Ar,
    Zh,
    En,
    Fr,
    Ru,
    Es,
}

impl Language {
    /// What an address says before the language a text is read in: `?in=fr`.
    pub const ASKED: &str = "in";

    pub const ALL: [Self; 6] = [Self::Ar, Self::Zh, Self::En, Self::Fr, Self::Ru, Self::Es];

    /// The ISO 639-1 code; also what is stored and what stands in `lang`.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Ar => "ar",
            Self::Zh => "zh",
            Self::En => "en",
            Self::Fr => "fr",
            Self::Ru => "ru",
            Self::Es => "es",
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|language| language.code() == code)
    }

    /// The language's name in itself, for readers who look for their own.
    pub const fn autonym(self) -> &'static str {
        match self {
            Self::Ar => "العربية",
            Self::Zh => "中文",
            Self::En => "English",
            Self::Fr => "Français",
            Self::Ru => "Русский",
            Self::Es => "Español",
        }
    }

    pub const fn direction(self) -> Direction {
        match self {
            Self::Ar => Direction::Rtl,
            _ => Direction::Ltr,
        }
    }
}

/// A language the portal itself speaks. English is the one every text exists in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Locale {
    #[default]
    En,
    Ar,
}

impl Locale {
    pub const ALL: [Self; 2] = [Self::En, Self::Ar];

    pub const fn code(self) -> &'static str {
        self.language().code()
    }

    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|locale| locale.code() == code)
    }

    pub const fn language(self) -> Language {
        match self {
            Self::En => Language::En,
            Self::Ar => Language::Ar,
        }
    }

    pub const fn direction(self) -> Direction {
        self.language().direction()
    }
}

/// A text kept in several languages, such as the name of a body. English always exists.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct LocalizedText(pub BTreeMap<String, String>);

impl LocalizedText {
    /// A text that exists in English only so far.
    pub fn english(text: &str) -> Self {
        Self(BTreeMap::from([("en".to_owned(), text.to_owned())]))
    }

    /// The text in `locale`, otherwise in English, otherwise nothing.
    pub fn get(&self, locale: Locale) -> &str {
        self.0.get(locale.code()).or_else(|| self.0.get("en")).map_or("", String::as_str)
    }
}
