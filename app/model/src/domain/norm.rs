//! The 11 voluntary, non-binding norms of responsible State behaviour (A/70/174, para. 13).

use super::language::LocalizedText;

/// One norm.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Norm {
    /// `N-A` … `N-K`.
    pub code: String,
    /// Where its text stands, e.g. "A/70/174, para. 13 (a)".
    pub reference: String,
    /// A short title in common use; not official.
    pub short_title: LocalizedText,
    pub text: LocalizedText,
}
