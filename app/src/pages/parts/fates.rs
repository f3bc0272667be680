//! What happened to a provision between two versions, in short words.

use model::domain::drafting::{Compared, Fate, Unit};
use model::domain::language::Locale;
use model::i18n::t::drafting as t;
use model::i18n::t::organisations::list_separator;

/// Numbers as one cites them, as a list.
pub fn cited(l: Locale, units: &[Unit], places: &[usize]) -> String {
    places.iter().filter_map(|at| units.get(*at)).map(|unit| unit.citation.as_str()).collect::<Vec<_>>().join(list_separator(l))
}

/// All that is different, in short words: "changed, was 8".
pub fn fate(l: Locale, line: &Compared, old: &[Unit], new: &[Unit]) -> String {
    let from = cited(l, old, &line.old);
    let mut words = match line.fate {
        Fate::Unchanged => Vec::new(),
        Fate::Changed => vec![t::fate_changed(l).to_owned()],
        Fate::Added => vec![t::fate_added(l).to_owned()],
        Fate::Deleted => vec![t::fate_deleted(l).to_owned()],
        Fate::Merged => vec![t::fate_merged(l, from.as_str())],
        Fate::Split => vec![t::fate_split(l, from.as_str())],
    };
    let here = line.new.and_then(|unit| new.get(unit)).map_or("", |unit| unit.citation.as_str());
    // Where it stood is said once.
    if line.moved {
        words.push(if from == here { t::fate_moved(l).to_owned() } else { t::fate_moved_from(l, from.as_str()) });
    } else if line.renumbered {
        words.push(t::fate_renumbered(l, from.as_str()));
    }
    if words.is_empty() { t::fate_unchanged(l).to_owned() } else { words.join(list_separator(l)) }
}
