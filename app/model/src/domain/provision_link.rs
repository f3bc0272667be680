//! What a provision points to beside its words: norms, and places in earlier texts.

use super::organisation::coded;
use super::recommendation::LONGEST_CODE;
use serde::{Deserialize, Serialize};

coded! {
    /// What is pointed to.
    LinkKind {
        Norm => "norm",
        // A place in an earlier report or resolution, as it is cited.
        Text => "text",
    }
}

/// How many places in earlier texts a provision points to at most.
pub const MAX_TEXTS: usize = 20;
/// Characters of one citation.
pub const MAX_CITATION: usize = 200;

/// All that a provision points to, each in order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Links {
    /// Codes of norms.
    pub norms: Vec<String>,
    /// Citations.
    pub texts: Vec<String>,
}

impl Links {
    pub fn is_empty(&self) -> bool {
        self.norms.is_empty() && self.texts.is_empty()
    }

    /// In the order in which they are kept, each once.
    #[must_use]
    pub fn sorted(mut self) -> Self {
        for list in [&mut self.norms, &mut self.texts] {
            list.sort();
            list.dedup();
        }
        self
    }

    /// What tells one state of them from another, for a form that was filled from it.
    pub fn mark(&self) -> String {
        let all: Vec<&str> = self.norms.iter().chain(&self.texts).map(String::as_str).collect();
        let sum =
            all.join("\n").bytes().fold(0xcbf2_9ce4_8422_2325_u64, |sum, byte| (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
        format!("{sum:016x}")
    }
}

/// The code of a norm as it stands in an address, in capitals: `n-c` is `N-C`. `None` where it is too long to be one.
pub fn norm_code(text: &str) -> Option<String> {
    (1..=LONGEST_CODE).contains(&text.len()).then(|| text.to_uppercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_tells_states_apart() {
        let links = |norms: &[&str], texts: &[&str]| {
            let owned = |list: &[&str]| list.iter().map(|one| (*one).to_owned()).collect();
            Links { norms: owned(norms), texts: owned(texts) }.sorted()
        };
        assert_eq!(links(&["N-B", "N-A", "N-B"], &[]), links(&["N-A", "N-B"], &[]));
        assert_eq!(links(&["N-A"], &["A/1"]).mark(), links(&["N-A"], &["A/1"]).mark());
        assert_ne!(links(&["N-A"], &["A/1"]).mark(), links(&["N-A"], &["A/2"]).mark());
        assert_ne!(links(&["N-A"], &[]).mark(), links(&[], &[]).mark());
    }
}
