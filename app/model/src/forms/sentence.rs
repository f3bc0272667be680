//! The forms of the chair's summary: a sentence, and a remark beside it.

use super::{Check, Fields, choice, version};
use crate::domain::ids::{ItemId, RemarkId};
use crate::domain::item::ItemKind;
use crate::domain::language::Locale;
use crate::domain::summary::{MAX_REMARK, MAX_SENTENCE, MOST_SOURCES, Words};
use crate::domain::validate::{self, Fault};
use crate::error::PortalError;
use crate::portal::{NewSentence, SentenceChange};

/// A sentence with its sources.
#[derive(Debug, Clone, Default)]
pub struct SentenceForm {
    pub text: String,
    pub language: String,
    /// Receipt numbers, apart by spaces, commas or lines.
    pub sources: String,
    /// Inputs that were ticked, as [`SentenceForm::cite`] names them.
    pub cited: Vec<String>,
    /// Empty or `yes`: the chair's own words.
    pub own: String,
    /// Empty or `yes`: a paragraph begins with it.
    pub opens: String,
    pub version: String,
    /// The value of the button pressed; empty: saved.
    pub act: String,
}

impl SentenceForm {
    pub const TEXT: &str = "text";
    pub const LANGUAGE: &str = "language";
    pub const SOURCES: &str = "sources";
    pub const CITE: &str = "cite";
    pub const OWN: &str = "own";
    pub const OPENS: &str = "opens";
    pub const VERSION: &str = "version";
    pub const ACT: &str = "act";
    pub const UP: &str = "up";
    pub const DOWN: &str = "down";
    pub const END: &str = "end";
    pub const RESTORE: &str = "restore";
    pub const YES: &str = "yes";

    pub fn from_fields(fields: &Fields) -> Self {
        let get = |name| fields.get(name);
        Self {
            text: get(Self::TEXT),
            language: get(Self::LANGUAGE),
            sources: get(Self::SOURCES),
            cited: fields.all(Self::CITE),
            own: get(Self::OWN),
            opens: get(Self::OPENS),
            version: get(Self::VERSION),
            act: get(Self::ACT),
        }
    }

    /// A sentence as it is stored, for its form.
    pub fn of(words: &Words, receipts: &[&str], version: i64) -> Self {
        let yes = |holds: bool| if holds { Self::YES.to_owned() } else { String::new() };
        Self {
            text: words.text.clone(),
            language: words.language.code().to_owned(),
            sources: receipts.join("\n"),
            cited: Vec::new(),
            own: yes(words.own),
            opens: yes(words.opens),
            version: version.to_string(),
            act: String::new(),
        }
    }

    /// How a box names an input.
    pub fn cite(kind: ItemKind, item: ItemId) -> String {
        format!("{}:{item}", kind.code())
    }

    fn cited(text: &str) -> Option<(ItemKind, ItemId)> {
        let (kind, item) = text.split_once(':')?;
        Some((ItemKind::from_code(kind)?, item.parse().ok()?))
    }

    /// # Errors
    /// All faults at once.
    pub fn parse(&self) -> Result<NewSentence, PortalError> {
        let mut check = Check::default();
        let new = self.checked(&mut check);
        check.done(new)
    }

    fn checked(&self, check: &mut Check) -> Option<NewSentence> {
        let text = check.field(Self::TEXT, validate::line(&self.text, MAX_SENTENCE));
        let language = check.field(Self::LANGUAGE, choice(&self.language, Locale::from_code));
        let cited: Option<Vec<_>> = self.cited.iter().map(|one| Self::cited(one)).collect();
        let cited = check.field(Self::SOURCES, cited.ok_or(Fault::NotAChoice));
        let receipts = check.field(Self::SOURCES, receipts(&self.sources));
        let words = Words { text: text?, language: language?, own: self.own == Self::YES, opens: self.opens == Self::YES };
        Some(NewSentence { words, receipts: receipts?, cited: cited? })
    }

    /// The change that is asked for, and the version it is for.
    ///
    /// # Errors
    /// All faults at once.
    pub fn change(&self) -> Result<(SentenceChange, i64), PortalError> {
        let change = match self.act.as_str() {
            Self::UP => SentenceChange::Up,
            Self::DOWN => SentenceChange::Down,
            Self::END => SentenceChange::End,
            Self::RESTORE => SentenceChange::Restore,
            _ => SentenceChange::Save(self.parse()?),
        };
        Ok((change, version(&self.version)))
    }
}

/// The numbers in a text, each once.
fn receipts(text: &str) -> Result<Vec<String>, Fault> {
    let mut all: Vec<String> = Vec::new();
    let apart = |c: char| c.is_whitespace() || matches!(c, ',' | ';' | '،' | '؛');
    for number in text.split(apart).filter(|number| !number.is_empty()) {
        let number = number.to_uppercase();
        if number.contains('\0') {
            return Err(Fault::ControlCharacters);
        }
        if !all.contains(&number) {
            all.push(number);
        }
        if all.len() > MOST_SOURCES {
            return Err(Fault::TooMany { max: MOST_SOURCES });
        }
    }
    Ok(all)
}

/// A remark beside a sentence, or the settling of one.
#[derive(Debug, Clone, Default)]
pub struct RemarkForm {
    pub text: String,
    /// The remark whose button was pressed; empty: a new one is made.
    pub settle: String,
}

impl RemarkForm {
    pub const TEXT: &str = "remark";
    pub const SETTLE: &str = "settle";

    pub fn from_fields(fields: &Fields) -> Self {
        Self { text: fields.get(Self::TEXT), settle: fields.get(Self::SETTLE) }
    }

    /// The remark that is settled.
    pub fn settled(&self) -> Option<RemarkId> {
        self.settle.parse().ok()
    }

    /// # Errors
    /// The fault of the text.
    pub fn parse(&self) -> Result<String, PortalError> {
        let mut check = Check::default();
        let text = check.field(Self::TEXT, validate::required_text(&self.text, MAX_REMARK));
        check.done(text)
    }
}
