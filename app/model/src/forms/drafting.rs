//! The chair's forms of a text: a version that is being prepared, and where its provisions come from.

use super::session::in_arabic;
use super::{Check, Fields, choice, version};
use crate::domain::draft::as_cited;
use crate::domain::drafting::{MAX_PROVISIONS, MAX_SOURCE, OriginsMark, Preparation, TextAbout, Unit, VersionWords};
use crate::domain::language::{Language, Locale};
use crate::domain::validate::{self, Fault, MAX_NAME, MAX_TITLE};
use crate::error::{FieldError, PortalError};
use std::collections::HashMap;
use std::sync::LazyLock;

#[derive(Debug, Clone, Default)]
pub struct TextForm {
    /// Of the text through all its versions; given once, with the first.
    pub title: String,
    /// In Arabic; may be empty.
    pub title_ar: String,
    pub subgroup: String,
    pub label: String,
    pub label_ar: String,
    pub language: String,
    pub source: String,
    /// Hidden: the version the form was filled from.
    pub version: String,
    /// The button that was pressed.
    pub act: String,
    /// The form asks what the text is: that of a first version.
    first: bool,
}

impl TextForm {
    pub const TITLE: &str = "title";
    pub const TITLE_AR: &str = "title_ar";
    pub const SUBGROUP: &str = "subgroup";
    pub const LABEL: &str = "label";
    pub const LABEL_AR: &str = "label_ar";
    pub const LANGUAGE: &str = "language";
    pub const SOURCE: &str = "source";
    pub const VERSION: &str = "version";
    pub const ACT: &str = "act";
    /// Saved, and shown on the page where it goes on.
    pub const GO_ON: &str = "go-on";

    pub fn from_fields(fields: &Fields) -> Self {
        Self {
            title: fields.get(Self::TITLE),
            title_ar: fields.get(Self::TITLE_AR),
            subgroup: fields.get(Self::SUBGROUP),
            label: fields.get(Self::LABEL),
            label_ar: fields.get(Self::LABEL_AR),
            language: fields.get(Self::LANGUAGE),
            source: fields.get(Self::SOURCE),
            version: fields.get(Self::VERSION),
            act: fields.get(Self::ACT),
            first: fields.0.iter().any(|(name, _)| name == Self::TITLE),
        }
    }

    /// It says what the text is.
    pub const fn says_about(&self) -> bool {
        self.first
    }

    /// The form of a new text.
    pub fn fresh() -> Self {
        Self { language: Language::En.code().to_owned(), ..Self::default() }
    }

    /// The form filled with what is stored.
    pub fn from_preparation(preparation: &Preparation) -> Self {
        let (about, words) = (&preparation.about, &preparation.words);
        Self {
            title: about.title.get(Locale::En).to_owned(),
            title_ar: in_arabic(&about.title),
            subgroup: about.subgroup.to_string(),
            label: words.label.get(Locale::En).to_owned(),
            label_ar: in_arabic(&words.label),
            language: words.language.code().to_owned(),
            source: words.source.clone(),
            version: preparation.version.to_string(),
            act: String::new(),
            first: preparation.base.is_none(),
        }
    }

    /// What the text is, and what its version says; `first`: of the first version, which alone says what the text is.
    ///
    /// # Errors
    /// All faults at once.
    pub fn parse(&self, first: bool) -> Result<(Option<TextAbout>, VersionWords), PortalError> {
        let mut check = Check::default();
        let about = if first { self.about(&mut check).map(Some) } else { Some(None) };
        let label = check.in_languages((Self::LABEL, &self.label), (Self::LABEL_AR, &self.label_ar), |text| validate::line(text, MAX_NAME));
        let language = check.field(Self::LANGUAGE, choice(&self.language, Language::from_code));
        let source = check.field(Self::SOURCE, validate::text(&self.source, MAX_SOURCE));
        let words = (|| Some(VersionWords { label: label?, language: language?, source: source? }))();
        check.done(about.zip(words))
    }

    fn about(&self, check: &mut Check) -> Option<TextAbout> {
        let title =
            check.in_languages((Self::TITLE, &self.title), (Self::TITLE_AR, &self.title_ar), |text| validate::line(text, MAX_TITLE));
        let subgroup = check.field(Self::SUBGROUP, choice(&self.subgroup, |id| id.parse().ok()));
        Some(TextAbout { title: title?, subgroup: subgroup? })
    }

    /// The version the form was filled from.
    pub fn version(&self) -> i64 {
        version(&self.version)
    }

    /// The page where it goes on was asked for.
    pub fn goes_on(&self) -> bool {
        self.act == Self::GO_ON
    }
}

/// Where each provision of a new version comes from: the numbers of the version before, with commas between them.
#[derive(Debug, Clone, Default)]
pub struct OriginsForm {
    /// In the order of the new version.
    pub origins: Vec<String>,
    /// Hidden: what the page was made from.
    pub from: OriginsMark,
}

/// The fields, one for each provision there can be.
static NAMES: LazyLock<Vec<String>> = LazyLock::new(|| (1..=MAX_PROVISIONS).map(|n| format!("from-{n}")).collect());

impl OriginsForm {
    pub const WORDS: &str = "words";
    pub const CONFIRMED: &str = "confirmed";

    /// The name of the field of a provision, from 0.
    pub fn name(unit: usize) -> &'static str {
        NAMES.get(unit).map_or("from", String::as_str)
    }

    pub fn from_fields(fields: &Fields) -> Self {
        let mut known: HashMap<&str, &String> = HashMap::new();
        for (name, value) in &fields.0 {
            known.insert(name, value);
        }
        let origins = NAMES.iter().map_while(|name| known.get(name.as_str()).map(|value| (*value).clone())).collect();
        Self { origins, from: OriginsMark { words: fields.get(Self::WORDS), confirmed: fields.get(Self::CONFIRMED) } }
    }

    /// The form filled with an alignment.
    pub fn of(origins: &[Vec<usize>], base: &[Unit], from: OriginsMark) -> Self {
        let cite = |from: &Vec<usize>| {
            from.iter().filter_map(|at| base.get(*at)).map(|unit| unit.citation.as_str()).collect::<Vec<_>>().join(", ")
        };
        Self { origins: origins.iter().map(cite).collect(), from }
    }

    /// For each provision the places of those it comes from.
    ///
    /// # Errors
    /// Every field that names a provision the base does not have.
    pub fn parse(&self, base: &[Unit]) -> Result<Vec<Vec<usize>>, PortalError> {
        let places: HashMap<String, usize> = base.iter().enumerate().map(|(at, unit)| (as_cited(&unit.citation), at)).collect();
        let mut errors = Vec::new();
        let mut origins = Vec::new();
        for (unit, typed) in self.origins.iter().enumerate() {
            let names = typed.split([',', ';', '،', '、', '，']).map(as_cited).filter(|name| !name.is_empty());
            match names.map(|name| places.get(&name).copied()).collect::<Option<Vec<_>>>() {
                Some(from) => origins.push(from),
                None => errors.push(FieldError { field: Self::name(unit), fault: Fault::NotAProvision }),
            }
        }
        if errors.is_empty() { Ok(origins) } else { Err(PortalError::Invalid(errors)) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::drafting::outline;

    #[test]
    fn numbers_are_read_as_people_type_them() {
        let base = outline("1. One\n\n(a) A\n\n2 bis. Two").units;
        let parse = |typed: &str| OriginsForm { origins: vec![typed.to_owned()], from: OriginsMark::default() }.parse(&base);
        assert_eq!(parse("1(a); 2 bis.").unwrap(), [vec![1, 2]]);
        assert_eq!(parse(" ").unwrap(), [Vec::<usize>::new()]);
        let wrong = PortalError::Invalid(vec![FieldError { field: "from-1", fault: Fault::NotAProvision }]);
        assert_eq!(parse("1, 7"), Err(wrong));
        let shown = OriginsForm::of(&[vec![1, 2], vec![]], &base, OriginsMark::default());
        assert_eq!(shown.origins, ["1 (a), 2 bis", ""]);
    }

    #[test]
    fn fields_are_taken_in_their_order() {
        let fields = Fields(vec![
            ("from-2".to_owned(), "b".to_owned()),
            ("from-1".to_owned(), "a".to_owned()),
            ("from-4".to_owned(), "d".to_owned()),
            ("words".to_owned(), "7".to_owned()),
        ]);
        let form = OriginsForm::from_fields(&fields);
        assert_eq!((form.origins, form.from.words.as_str()), (vec!["a".to_owned(), "b".to_owned()], "7"));
    }
}
