//! Recommendations: the numbered parts of a paper that say what should be done, each perhaps about a norm or a provision of a draft text.

use super::ids::{DraftVersionId, ProvisionId};
use super::language::LocalizedText;
use serde::{Deserialize, Serialize};

/// The most recommendations of one paper.
pub const MAX_RECOMMENDATIONS: usize = 20;

/// One recommendation, as its authors last saved it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Recommendation {
    pub text: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub about: Option<About>,
}

/// What a recommendation is about.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum About {
    /// The code of a norm: `N-A` … `N-K`.
    Norm(String),
    Provision(ProvisionId),
}

/// The longest code of a norm that is looked up.
pub const LONGEST_CODE: usize = 16;

impl About {
    /// In forms, in the store and in receipts: `norm:N-A`, `provision:` and its id.
    pub fn code(&self) -> String {
        match self {
            Self::Norm(code) => format!("norm:{code}"),
            Self::Provision(id) => format!("provision:{id}"),
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        match code.split_once(':')? {
            ("norm", norm) if (1..=LONGEST_CODE).contains(&norm.len()) => Some(Self::Norm(norm.to_owned())),
            ("provision", id) => id.parse().ok().map(Self::Provision),
            _ => None,
        }
    }
}

impl TryFrom<String> for About {
    type Error = String;

    fn try_from(code: String) -> Result<Self, String> {
        Self::from_code(&code).ok_or_else(|| format!("about nothing that is known: {code}"))
    }
}

impl From<About> for String {
    fn from(about: About) -> Self {
        about.code()
    }
}

/// A norm or a provision, as one names and opens it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    Norm {
        code: String,
        short_title: LocalizedText,
    },
    Provision {
        id: ProvisionId,
        /// `4 (b) (i)`
        citation: String,
        version: DraftVersionId,
        /// Of the text: "Zero draft", "Rev.1" …
        label: LocalizedText,
        title: LocalizedText,
    },
}

impl Target {
    /// What points at it.
    pub fn about(&self) -> About {
        match self {
            Self::Norm { code, .. } => About::Norm(code.clone()),
            Self::Provision { id, .. } => About::Provision(*id),
        }
    }
}

/// A recommendation with its number and what it is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recommended {
    /// 1, 2, 3 … in the order of the paper.
    pub number: usize,
    pub text: String,
    pub about: Option<Target>,
}

impl Recommendation {
    /// Neither words nor something they could be about.
    pub fn is_empty(&self) -> bool {
        self.text.trim().is_empty() && self.about.is_none()
    }
}

/// Recommendations as they are kept: those that say nothing are none, so that a form with rows left empty says the same as one without.
pub fn kept_recommendations(mut recommendations: Vec<Recommendation>) -> Vec<Recommendation> {
    recommendations.retain(|one| !one.is_empty());
    for one in recommendations.iter_mut().filter(|one| one.text.trim().is_empty()) {
        one.text.clear();
    }
    recommendations
}

/// What a button beside a recommendation does to the rows of the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rearrangement {
    /// Changes places with the one before it.
    Up(usize),
    Remove(usize),
}

impl Rearrangement {
    /// The value of the button; rows are counted from 1 there.
    pub fn code(self) -> String {
        match self {
            Self::Up(row) => format!("up_{}", row + 1),
            Self::Remove(row) => format!("remove_{}", row + 1),
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        let (act, row) = code.split_once('_')?;
        let row = row.parse::<usize>().ok()?.checked_sub(1).filter(|row| *row < MAX_RECOMMENDATIONS)?;
        match act {
            "up" => Some(Self::Up(row)),
            "remove" => Some(Self::Remove(row)),
            _ => None,
        }
    }

    /// Rows there are none of stay as they are.
    pub fn apply<T>(self, rows: &mut Vec<T>) {
        match self {
            Self::Up(row) if (1..rows.len()).contains(&row) => rows.swap(row - 1, row),
            Self::Remove(row) if row < rows.len() => drop(rows.remove(row)),
            Self::Up(_) | Self::Remove(_) => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn saying(text: &str) -> Recommendation {
        Recommendation { text: text.to_owned(), about: None }
    }

    #[test]
    fn what_one_is_about_is_read_back_from_its_code() {
        let id = ProvisionId(uuid::Uuid::from_u128(7));
        for about in [About::Norm("N-C".to_owned()), About::Provision(id)] {
            assert_eq!(About::from_code(&about.code()), Some(about));
        }
        for unknown in ["", "norm:", "norm:0123456789abcdefg", "provision:7", "N-C", "paper:1"] {
            assert_eq!(About::from_code(unknown), None, "{unknown}");
        }
    }

    #[test]
    fn rows_left_empty_are_none() {
        let about = Recommendation { text: " ".to_owned(), about: Some(About::Norm("N-C".to_owned())) };
        let kept = kept_recommendations(vec![saying(" \n"), saying("Do."), saying(""), about.clone()]);
        assert_eq!(kept, [saying("Do."), Recommendation { text: String::new(), ..about }], "what it is about is kept without words");
    }

    #[test]
    fn rows_change_places_and_go() {
        let rearranged = |code: &str| {
            let mut rows = vec!["a", "b", "c"];
            if let Some(act) = Rearrangement::from_code(code) {
                assert_eq!(act.code(), code);
                act.apply(&mut rows);
            }
            rows.concat()
        };
        assert_eq!(rearranged("up_3"), "acb");
        assert_eq!(rearranged("up_2"), "bac");
        assert_eq!(rearranged("remove_1"), "bc");
        for nothing in ["up_1", "up_4", "up_0", "up_21", "remove_4", "remove_0", "remove_x", "save", "down_2", ""] {
            assert_eq!(rearranged(nothing), "abc", "{nothing}");
        }
    }
}
