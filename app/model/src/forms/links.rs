//! The chair's form of what a provision points to.

use super::{Check, Fields};
use crate::domain::provision_link::{Links, MAX_CITATION, MAX_TEXTS, norm_code};
use crate::domain::validate::{self, Fault};
use crate::error::PortalError;

#[derive(Debug, Clone, Default)]
pub struct LinksForm {
    /// The codes that are ticked.
    pub norms: Vec<String>,
    /// Citations, one a line.
    pub texts: String,
    /// Hidden: what tells the state it was filled from.
    pub mark: String,
}

impl LinksForm {
    pub const NORMS: &str = "norms";
    pub const TEXTS: &str = "texts";
    pub const MARK: &str = "mark";

    pub fn from_fields(fields: &Fields) -> Self {
        let norms = fields.0.iter().filter(|(name, _)| name == Self::NORMS).map(|(_, value)| value.clone());
        Self { norms: norms.collect(), texts: fields.get(Self::TEXTS), mark: fields.get(Self::MARK) }
    }

    /// The form filled with what is stored.
    pub fn from_links(links: &Links) -> Self {
        Self { norms: links.norms.clone(), texts: links.texts.join("\n"), mark: links.mark() }
    }

    /// What is to be pointed to. Which norms there are is for who has them to say.
    ///
    /// # Errors
    /// All faults at once.
    pub fn parse(&self) -> Result<Links, PortalError> {
        let mut check = Check::default();
        let codes: Option<Vec<_>> = self.norms.iter().map(|code| norm_code(code)).collect();
        let norms = check.field(Self::NORMS, codes.ok_or(Fault::NotAChoice));
        let texts = check.field(Self::TEXTS, citations(&self.texts));
        check.done(norms.zip(texts).map(|(norms, texts)| Links { norms, texts }.sorted()))
    }
}

/// One a line, none twice.
fn citations(typed: &str) -> Result<Vec<String>, Fault> {
    let lines = typed.lines().map(str::trim).filter(|line| !line.is_empty());
    let lines: Vec<_> = lines.map(|line| validate::line(line, MAX_CITATION)).collect::<Result<_, _>>()?;
    if lines.len() > MAX_TEXTS { Err(Fault::TooManyLines { max: MAX_TEXTS }) } else { Ok(lines) }
}
