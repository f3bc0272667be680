//! What recommendations are about, in words.

use crate::domain::language::Locale;
use crate::domain::recommendation::{Recommended, Target};
use crate::i18n::t::recommendations as t;

/// `Norm N-C: …`, `Zero draft, paragraph 4 (a)`.
pub fn target(l: Locale, target: &Target) -> String {
    match target {
        Target::Norm { code, short_title } => t::recommendation_norm(l, code.as_str(), short_title.get(l)),
        Target::Provision { citation, label, .. } => t::recommendation_paragraph(l, citation.as_str(), label.get(l)),
    }
}

/// `Recommendation 1`, with what it is about: where there are no links.
pub fn recommendation(l: Locale, one: &Recommended) -> String {
    match &one.about {
        Some(about) => t::recommendation_with(l, one.number, target(l, about)),
        None => t::recommendation_numbered(l, one.number),
    }
}
