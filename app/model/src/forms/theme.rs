//! The forms of themes: a new one, a change, a merging, a splitting, and the themes of an input.

use super::{Check, ChosenItem, Fields, choice, version};
use crate::domain::ids::{ItemId, ThemeId};
use crate::domain::language::Language;
use crate::domain::themes::{MAX_THEME_NAME, MOST_PARTS, ThemeName};
use crate::domain::validate::{self, Fault};
use crate::error::PortalError;
use crate::portal::{NewMerge, NewSplit, NewTags, NewTheme, ThemeChange};
use std::collections::HashMap;

/// A new theme.
#[derive(Debug, Clone, Default)]
pub struct ThemeForm {
    pub name: String,
    pub language: String,
    /// The theme it stands under; empty: none.
    pub parent: String,
    /// Of the tree.
    pub version: String,
}

impl ThemeForm {
    pub const NAME: &str = "name";
    pub const LANGUAGE: &str = "language";
    pub const PARENT: &str = "parent";
    pub const VERSION: &str = "version";

    pub fn from_fields(fields: &Fields) -> Self {
        let get = |name| fields.get(name);
        Self { name: get(Self::NAME), language: get(Self::LANGUAGE), parent: get(Self::PARENT), version: get(Self::VERSION) }
    }

    /// # Errors
    /// All faults at once.
    pub fn parse(&self) -> Result<NewTheme, PortalError> {
        let mut check = Check::default();
        let new = self.checked(&mut check);
        check.done(new)
    }

    fn checked(&self, check: &mut Check) -> Option<NewTheme> {
        let name = check.field(Self::NAME, validate::line(&self.name, MAX_THEME_NAME));
        let language = check.field(Self::LANGUAGE, choice(&self.language, Language::from_code));
        let parent = check.field(Self::PARENT, parent(&self.parent));
        Some(NewTheme { name: ThemeName { text: name?, language: language? }, parent: parent?, version: version(&self.version) })
    }
}

/// The theme another stands under; empty: none.
fn parent(text: &str) -> Result<Option<ThemeId>, Fault> {
    if text.is_empty() { Ok(None) } else { text.parse().map(Some).map_err(|_| Fault::NotAChoice) }
}

/// A change of one theme.
#[derive(Debug, Clone, Default)]
pub struct ThemeChangeForm {
    /// The value of the button pressed.
    pub act: String,
    pub fields: ThemeForm,
}

impl ThemeChangeForm {
    pub const ACT: &str = "act";
    pub const RENAME: &str = "rename";
    pub const UNDER: &str = "under";
    pub const END: &str = "end";
    pub const REOPEN: &str = "reopen";

    pub fn from_fields(fields: &Fields) -> Self {
        Self { act: fields.get(Self::ACT), fields: ThemeForm::from_fields(fields) }
    }

    /// The change, and the version of the tree it is for.
    ///
    /// # Errors
    /// All faults at once.
    pub fn parse(&self) -> Result<(ThemeChange, i64), PortalError> {
        let mut check = Check::default();
        let change = match self.act.as_str() {
            Self::RENAME => {
                let name = check.field(ThemeForm::NAME, validate::line(&self.fields.name, MAX_THEME_NAME));
                let language = check.field(ThemeForm::LANGUAGE, choice(&self.fields.language, Language::from_code));
                name.zip(language).map(|(text, language)| ThemeChange::Rename(ThemeName { text, language }))
            }
            Self::UNDER => check.field(ThemeForm::PARENT, parent(&self.fields.parent)).map(ThemeChange::Under),
            Self::END => Some(ThemeChange::End),
            Self::REOPEN => Some(ThemeChange::Reopen),
            _ => check.field(Self::ACT, Err(Fault::NotAChoice)),
        };
        check.done(change.map(|change| (change, version(&self.fields.version))))
    }
}

/// A theme goes up or down among those beside it: the button pressed names it.
#[derive(Debug, Clone, Default)]
pub struct ThemeOrderForm {
    pub up: String,
    pub down: String,
    pub version: String,
}

impl ThemeOrderForm {
    pub const UP: &str = "up";
    pub const DOWN: &str = "down";

    pub fn from_fields(fields: &Fields) -> Self {
        Self { up: fields.get(Self::UP), down: fields.get(Self::DOWN), version: fields.get(ThemeForm::VERSION) }
    }

    /// Which theme, which way, and the version of the tree.
    ///
    /// # Errors
    /// No theme is named.
    pub fn parse(&self) -> Result<(ThemeId, ThemeChange, i64), PortalError> {
        let mut check = Check::default();
        let (named, change) = if self.up.is_empty() { (&self.down, ThemeChange::Down) } else { (&self.up, ThemeChange::Up) };
        let theme = check.field(Self::UP, choice(named, |text| text.parse().ok()));
        check.done(theme.map(|theme| (theme, change, version(&self.version))))
    }
}

/// Themes go over into a new one.
#[derive(Debug, Clone, Default)]
pub struct ThemeMergeForm {
    pub themes: Vec<ThemeId>,
    pub into: ThemeForm,
}

impl ThemeMergeForm {
    pub const THEME: &str = "theme";

    /// What is no theme is none.
    pub fn from_fields(fields: &Fields) -> Self {
        Self { themes: ids(&fields.all(Self::THEME)), into: ThemeForm::from_fields(fields) }
    }

    /// # Errors
    /// All faults at once.
    pub fn parse(&self) -> Result<NewMerge, PortalError> {
        let mut check = Check::default();
        let enough = if self.themes.len() < 2 { Err(Fault::TooFewThemes) } else { Ok(self.themes.clone()) };
        let themes = check.field(Self::THEME, enough);
        let into = self.into.checked(&mut check);
        check.done(themes.zip(into).map(|(themes, into)| NewMerge { themes, into }))
    }
}

/// The ids in these texts, each once.
fn ids(texts: &[String]) -> Vec<ThemeId> {
    let mut ids: Vec<ThemeId> = Vec::new();
    for id in texts.iter().filter_map(|text| text.parse().ok()) {
        if !ids.contains(&id) {
            ids.push(id);
        }
    }
    ids
}

/// A theme goes over into several new ones.
#[derive(Debug, Clone, Default)]
pub struct ThemeSplitForm {
    /// As they were typed; empty ones are none.
    pub names: Vec<String>,
    pub language: String,
    /// The number of the new theme that takes the rest, from 1.
    pub rest: String,
    /// The numbers of those into which inputs and themes are sorted, by their ids; empty: with the rest.
    pub sorted: HashMap<String, String>,
    pub version: String,
}

impl ThemeSplitForm {
    pub const LANGUAGE: &str = "language";
    pub const REST: &str = "rest";
    pub const NAMES: [&str; MOST_PARTS] = ["name_1", "name_2", "name_3", "name_4", "name_5"];
    /// Before the id of an input.
    pub const INPUT: &str = "input-";
    /// Before the id of a theme below.
    pub const BELOW: &str = "below-";

    pub fn from_fields(fields: &Fields) -> Self {
        let is_sorted = |name: &str| name.starts_with(Self::INPUT) || name.starts_with(Self::BELOW);
        Self {
            names: Self::NAMES.iter().map(|name| fields.get(name)).collect(),
            language: fields.get(Self::LANGUAGE),
            rest: fields.get(Self::REST),
            sorted: fields.0.iter().filter(|(name, value)| is_sorted(name) && !value.is_empty()).cloned().collect(),
            version: fields.get(ThemeForm::VERSION),
        }
    }

    /// # Errors
    /// All faults at once.
    pub fn parse(&self) -> Result<NewSplit, PortalError> {
        let mut check = Check::default();
        let language = check.field(Self::LANGUAGE, choice(&self.language, Language::from_code));
        // By the number of the field, for the names may have gaps.
        let mut parts: Vec<(usize, String)> = Vec::new();
        for (at, (field, typed)) in Self::NAMES.into_iter().zip(&self.names).enumerate() {
            if at < 2 || !typed.trim().is_empty() {
                parts.extend(check.field(field, validate::line(typed, MAX_THEME_NAME)).map(|name| (at, name)));
            }
        }
        let place = |number: &str| -> Result<usize, Fault> {
            let at = number.parse::<usize>().ok().and_then(|number| number.checked_sub(1)).ok_or(Fault::NotAChoice)?;
            parts.iter().position(|(part, _)| *part == at).ok_or(Fault::NotAChoice)
        };
        let rest = check.field(Self::REST, if self.rest.is_empty() { Err(Fault::Missing) } else { place(&self.rest) });
        let (mut sorted, mut below) = (HashMap::new(), HashMap::new());
        let mut lost = false;
        for (name, number) in &self.sorted {
            let at = place(number);
            match (name.strip_prefix(Self::INPUT).map(str::parse), name.strip_prefix(Self::BELOW).map(str::parse), at) {
                (Some(Ok(item)), _, Ok(at)) => drop(sorted.insert(item, at)),
                (_, Some(Ok(theme)), Ok(at)) => drop(below.insert(theme, at)),
                // Sorted into one that has no name: nobody guesses where else.
                (_, _, Err(_)) => lost = true,
                _ => {}
            }
        }
        if lost && rest.is_some() {
            check.field::<()>(Self::REST, Err(Fault::NotAChoice));
        }
        let names = |language: Language| parts.iter().map(|(_, text)| ThemeName { text: text.clone(), language }).collect();
        let split = language.zip(rest).map(|(language, rest)| NewSplit {
            parts: names(language),
            sorted,
            below,
            rest,
            version: version(&self.version),
        });
        check.done(split)
    }

    /// Into which new theme an input or a theme is sorted.
    pub fn of(&self, prefix: &str, id: impl std::fmt::Display) -> &str {
        self.sorted.get(&format!("{prefix}{id}")).map_or("", String::as_str)
    }
}

/// The themes of an input.
#[derive(Debug, Clone, Default)]
pub struct TagForm {
    pub themes: Vec<ThemeId>,
    pub was: Vec<ThemeId>,
    pub version: String,
    pub tree: String,
}

impl TagForm {
    pub const THEME: &str = "theme";
    /// What it bore when the form was shown.
    pub const WAS: &str = "was";
    pub const VERSION: &str = "version";
    pub const TREE: &str = "tree";

    pub fn from_fields(fields: &Fields) -> Self {
        Self {
            themes: ids(&fields.all(Self::THEME)),
            was: ids(&fields.all(Self::WAS)),
            version: fields.get(Self::VERSION),
            tree: fields.get(Self::TREE),
        }
    }

    pub fn values(&self) -> NewTags {
        NewTags { themes: self.themes.clone(), was: self.was.clone(), version: version(&self.version), tree: version(&self.tree) }
    }
}

/// A theme is put to several inputs.
#[derive(Debug, Clone, Default)]
pub struct BulkTagForm {
    pub items: Vec<ChosenItem>,
    pub theme: String,
}

impl BulkTagForm {
    pub const THEME: &str = "add_theme";

    pub fn from_fields(fields: &Fields) -> Self {
        Self { items: super::BulkForm::from_fields(fields).items, theme: fields.get(Self::THEME) }
    }

    /// # Errors
    /// No theme is chosen.
    pub fn parse(&self) -> Result<ThemeId, PortalError> {
        let mut check = Check::default();
        let theme = check.field(Self::THEME, choice(&self.theme, |text| text.parse().ok()));
        check.done(theme)
    }
}

/// The inputs themselves.
pub fn without_versions(items: &[ChosenItem]) -> Vec<(crate::domain::item::ItemKind, ItemId)> {
    items.iter().map(|(kind, item, _)| (*kind, *item)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields(pairs: &[(&str, &str)]) -> Fields {
        Fields(pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect())
    }

    const INPUT: &str = "input-00000000-0000-0000-0000-000000000007";

    fn split(more: &[(&str, &str)]) -> Result<NewSplit, PortalError> {
        let all = [&[("name_1", "A"), ("name_2", "B"), ("language", "en"), ("rest", "2"), ("version", "3")], more].concat();
        ThemeSplitForm::from_fields(&fields(&all)).parse()
    }

    #[test]
    fn a_splitting_sorts_by_the_number_of_the_field() {
        let plain = split(&[(INPUT, "1")]).expect("whole");
        assert_eq!((plain.parts.len(), plain.rest, plain.version), (2, 1, 3));
        assert_eq!(plain.sorted.values().copied().collect::<Vec<_>>(), [0]);
        // A gap among the names moves nothing.
        let gap = split(&[("name_5", "E"), (INPUT, "5")]).expect("whole");
        assert_eq!((gap.parts.len(), gap.sorted.values().copied().collect::<Vec<_>>()), (3, vec![2]));
    }

    #[test]
    fn what_is_sorted_into_nothing_is_refused_and_not_lost() {
        for number in ["3", "0", "9", "x", "-1"] {
            assert!(matches!(split(&[(INPUT, number)]), Err(PortalError::Invalid(_))), "{number}");
        }
        assert!(split(&[(INPUT, "")]).expect("with the rest").sorted.is_empty());
        assert!(matches!(split(&[("name_2", " ")]), Err(PortalError::Invalid(_))), "one is no splitting");
    }

    #[test]
    fn a_merging_takes_two_at_least_each_once() {
        let id = "00000000-0000-0000-0000-000000000007";
        let form = |more: &[(&str, &str)]| ThemeMergeForm::from_fields(&fields(&[&[("name", "N"), ("language", "ar")], more].concat()));
        assert_eq!(form(&[("theme", id), ("theme", id), ("theme", "x")]).themes.len(), 1);
        assert!(form(&[("theme", id), ("theme", id)]).parse().is_err());
        assert!(form(&[("theme", id), ("theme", "00000000-0000-0000-0000-000000000008")]).parse().is_ok());
    }

    #[test]
    fn a_change_asks_for_what_it_needs_and_nothing_else() {
        let form = |pairs: &[(&str, &str)]| ThemeChangeForm::from_fields(&fields(pairs)).parse();
        assert!(matches!(form(&[("act", "end"), ("version", "7")]), Ok((ThemeChange::End, 7))));
        assert!(matches!(form(&[("act", "under"), ("parent", "")]), Ok((ThemeChange::Under(None), 0))));
        assert!(form(&[("act", "rename"), ("name", "N")]).is_err(), "the language");
        assert!(form(&[("act", "delete")]).is_err());
        assert!(ThemeOrderForm::from_fields(&fields(&[("up", "x")])).parse().is_err());
    }
}
