//! The chair's summary in words: its parts, and its sentences with their numbers.

use crate::domain::language::Locale;
use crate::domain::subgroup::Subgroup;
use crate::domain::summary::{Part, Quantifier, Word, words};
use crate::i18n::t::sentences as t;

/// What a part is called. `subgroups`: those of the body.
pub fn summary_part(l: Locale, part: Part, subgroups: &[Subgroup]) -> String {
    match part {
        Part::Overview => t::part_overview(l).to_owned(),
        Part::Views(None) => t::part_views_whole(l).to_owned(),
        Part::Views(Some(id)) => {
            let name = subgroups.iter().find(|group| group.id == id).map_or("", |group| group.name.get(l));
            t::part_views(l, name)
        }
        Part::Convergence => t::part_convergence(l).to_owned(),
        Part::Divergence => t::part_divergence(l).to_owned(),
        Part::NewIssues => t::part_new_issues(l).to_owned(),
        Part::NextSteps => t::part_next_steps(l).to_owned(),
    }
}

/// A sentence in its own language, with the number of organisations where it asks for it: `count` among `all`.
pub fn sentence(l: Locale, text: &str, count: usize, all: usize) -> String {
    words(text)
        .into_iter()
        .map(|word| match word {
            Word::Text(text) => text.to_owned(),
            Word::Number { first } => number(l, Quantifier::of(count, all), first),
        })
        .collect()
}

/// *Several organisations*; `first`: at the beginning of a sentence.
fn number(l: Locale, said: Option<Quantifier>, first: bool) -> String {
    let first = if first { "yes" } else { "no" };
    match said {
        None => t::number_none(l, first),
        Some(Quantifier::One) => t::number_one(l, first),
        Some(Quantifier::Two) => t::number_two(l, first),
        Some(Quantifier::Several) => t::number_several(l, first),
        Some(Quantifier::Many) => t::number_many(l, first),
        Some(Quantifier::Most) => t::number_most(l, first),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_said_in_the_language_of_the_sentence() {
        let said = |l, count| sentence(l, "{n} agreed, as {n} before.", count, 100);
        assert_eq!(said(Locale::En, 3), "Several organisations agreed, as several organisations before.");
        assert_eq!(said(Locale::En, 1), "One organisation agreed, as one organisation before.");
        assert_eq!(sentence(Locale::Ar, "رأت {n} ذلك.", 60, 100), "رأت معظم المنظمات ذلك.");
        assert_eq!(sentence(Locale::En, "No number.", 5, 9), "No number.");
    }
}
