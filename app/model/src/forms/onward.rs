//! Where to go on after signing in, entering a code, or proving again who one is: an address, or a form that waits.

use super::Fields;
use std::fmt;

/// Carried from page to page in hidden fields until the person has proved who they are.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Onward {
    /// The address to go on to: a path of this portal, or empty.
    pub next: String,
    /// A form that was sent too early or too late: carried along, so that nothing typed is lost.
    pub pending: Option<Pending>,
}

/// A form that waits for its sender to prove who they are.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Pending {
    /// The address it was posted to, without the language prefix.
    pub path: String,
    /// Without passwords: they are typed again.
    pub fields: Vec<(String, String)>,
}

impl fmt::Debug for Pending {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Pending").field("path", &self.path).finish_non_exhaustive()
    }
}

impl Pending {
    /// A form as it was posted to `path`.
    pub fn of(path: &str, fields: &Fields) -> Self {
        let kept = fields.0.iter().filter(|(name, _)| !name.contains("password"));
        Self { path: path.to_owned(), fields: kept.cloned().collect() }
    }
}

impl Onward {
    pub const NEXT: &str = "next";
    /// The address of the pending form.
    pub const PENDING: &str = "pending";
    /// What the names of its fields begin with.
    pub const PENDING_FIELD: &str = "pending.";

    /// To this address, if it is one of ours.
    pub fn to(next: &str) -> Self {
        Self { next: safe_next(next), pending: None }
    }

    pub fn from_fields(fields: &Fields) -> Self {
        Self { next: safe_next(&fields.get(Self::NEXT)), pending: pending(fields) }
    }

    /// The hidden fields that carry it to the next page.
    pub fn hidden(&self) -> Vec<(String, String)> {
        let mut hidden = Vec::new();
        if !self.next.is_empty() {
            hidden.push((Self::NEXT.to_owned(), self.next.clone()));
        }
        if let Some(pending) = &self.pending {
            hidden.push((Self::PENDING.to_owned(), pending.path.clone()));
            hidden.extend(pending.fields.iter().map(|(name, value)| (format!("{}{name}", Self::PENDING_FIELD), value.clone())));
        }
        hidden
    }
}

fn pending(fields: &Fields) -> Option<Pending> {
    let path = safe_next(&fields.get(Onward::PENDING));
    let carried = fields.0.iter().filter_map(|(name, value)| {
        let name = name.strip_prefix(Onward::PENDING_FIELD)?;
        Some((name.to_owned(), value.clone()))
    });
    (!path.is_empty()).then(|| Pending { path, fields: carried.collect() })
}

/// Keeps `next` only if it is a path of this portal: never another site's address.
pub fn safe_next(next: &str) -> String {
    let path = next.strip_prefix('/').is_some_and(|rest| !rest.starts_with('/') && !rest.starts_with('\\'));
    let clean = next.len() <= 500 && next.chars().all(|c| c.is_ascii_graphic() && c != '\\');
    if path && clean { next.to_owned() } else { String::new() }
}
