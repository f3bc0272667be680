//! What happened to a provision between two versions: in short words, and in its own.

use crate::ui::Change;
use leptos::prelude::*;
use model::domain::drafting::{Compared, Fate, Unit};
use model::domain::language::{Language, Locale};
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

/// Words with what was put in and taken out; `out` and `put` say which of the two are shown.
pub fn marked(changes: &[Change], (old, new): (Language, Language), out: bool, put: bool) -> Vec<AnyView> {
    changes
        .iter()
        .filter_map(|change| match change {
            Change::Same(words) => Some(words.clone().into_any()),
            Change::In(words) => put.then(|| view! { <ins>{words.clone()}</ins> }.into_any()),
            Change::Out(words) if old == new => out.then(|| view! { <del>{words.clone()}</del> }.into_any()),
            Change::Out(words) => out.then(|| view! { <del lang=old.code() dir=old.direction().as_str()>{words.clone()}</del> }.into_any()),
        })
        .collect()
}
