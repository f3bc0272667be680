//! Fields of forms: the label above, the hint under it, the error beside what it is about.
//! The id of a field is its name unless it has one of its own, so that the error summary can link to it.

use super::{icons, refusal};
use leptos::prelude::*;
use model::domain::language::Locale;
use model::domain::validate::Fault;
use model::forms::FormState;

/// What a field is and holds.
#[derive(Debug, Clone, Copy, Default)]
pub struct FieldSpec<'a> {
    pub name: &'a str,
    /// Where a page has several fields of one name; otherwise the name.
    pub id: Option<&'a str>,
    pub label: &'a str,
    pub hint: Option<&'a str>,
    pub value: &'a str,
    pub fault: Option<Fault>,
    /// The id of what it stands beside, where a list has one field a line and all have the same label.
    pub beside: Option<&'a str>,
    pub autocomplete: Option<&'static str>,
    pub required: bool,
}

impl<'a> FieldSpec<'a> {
    /// A field that must be filled in, with what is wrong with it in a form.
    pub fn of<F>(state: &FormState<F>, name: &'a str, label: &'a str, hint: Option<&'a str>, value: &'a str) -> Self {
        Self { name, label, hint, value, fault: state.fault(name), required: true, ..Self::default() }
    }

    /// The same field; it may stay empty.
    #[must_use]
    pub const fn optional(self) -> Self {
        Self { required: false, ..self }
    }
}

impl FieldSpec<'_> {
    pub(super) fn id(&self) -> String {
        self.id.unwrap_or(self.name).to_owned()
    }

    pub(super) fn hint_id(&self) -> Option<String> {
        self.hint.map(|_| format!("{}-hint", self.id()))
    }

    pub(super) fn error_id(&self) -> Option<String> {
        self.fault.map(|_| format!("{}-error", self.id()))
    }

    /// The value of `aria-describedby`: what it stands beside, hint and error, where there are any.
    pub(super) fn described_by(&self) -> Option<String> {
        let beside = self.beside.map(str::to_owned);
        let ids: Vec<_> = beside.into_iter().chain(self.hint_id()).chain(self.error_id()).collect();
        (!ids.is_empty()).then(|| ids.join(" "))
    }

    pub(super) fn invalid(&self) -> Option<&'static str> {
        self.fault.map(|_| "true")
    }
}

/// The field around a control: label, hint, error, then the control.
pub(super) fn field(l: Locale, spec: &FieldSpec<'_>, class: &'static str, control: AnyView) -> AnyView {
    let class = if spec.fault.is_some() { format!("{class} field--error") } else { class.to_owned() };
    let hint = spec.hint.map(|hint| view! { <p class="hint" id=spec.hint_id()>{hint.to_owned()}</p> });
    let error = spec.fault.map(|fault| {
        view! { <p class="field__error" id=spec.error_id()>{icons::warning()}<span>{refusal::fault_words(l, fault)}</span></p> }
    });
    view! {
        <div class=class>
            <label for=spec.id()>{spec.label.to_owned()}</label>
            {hint}
            {error}
            {control}
        </div>
    }
    .into_any()
}

/// How the one-line fields differ.
#[derive(Clone, Copy)]
struct Line {
    kind: &'static str,
    /// Left to right whatever the language of the page: addresses, codes, dates.
    dir: Option<&'static str>,
    inputmode: Option<&'static str>,
    autocomplete: Option<&'static str>,
    autocapitalize: Option<&'static str>,
    spellcheck: Option<&'static str>,
    class: &'static str,
}

const LINE: Line =
    Line { kind: "text", dir: None, inputmode: None, autocomplete: None, autocapitalize: None, spellcheck: None, class: "field" };

fn line(l: Locale, spec: &FieldSpec<'_>, line: Line, value: Option<String>) -> AnyView {
    let control = view! {
        <input
            id=spec.id()
            name=spec.name.to_owned()
            type=line.kind
            value=value
            dir=line.dir
            inputmode=line.inputmode
            autocomplete=spec.autocomplete.or(line.autocomplete)
            autocapitalize=line.autocapitalize
            spellcheck=line.spellcheck
            required=spec.required
            aria-invalid=spec.invalid()
            aria-describedby=spec.described_by()
        />
    };
    field(l, spec, line.class, control.into_any())
}

/// A file to choose. `accept`: the kinds that are offered first.
pub fn file_field(l: Locale, spec: FieldSpec<'_>, accept: &'static str) -> AnyView {
    let control = view! {
        <input
            id=spec.id()
            name=spec.name.to_owned()
            type="file"
            accept=accept
            aria-invalid=spec.invalid()
            aria-describedby=spec.described_by()
        />
    };
    field(l, &spec, "field", control.into_any())
}

/// One line of text, in whatever direction its words run.
pub fn text_field(l: Locale, spec: FieldSpec<'_>) -> AnyView {
    line(l, &spec, Line { dir: Some("auto"), ..LINE }, Some(spec.value.to_owned()))
}

pub fn email_field(l: Locale, spec: FieldSpec<'_>) -> AnyView {
    let email = Line {
        kind: "email",
        dir: Some("ltr"),
        autocomplete: Some("email"),
        autocapitalize: Some("none"),
        spellcheck: Some("false"),
        ..LINE
    };
    line(l, &spec, email, Some(spec.value.to_owned()))
}

/// A password: never shown again, whatever `value` holds.
pub fn password_field(l: Locale, spec: FieldSpec<'_>) -> AnyView {
    let password = Line { kind: "password", dir: Some("ltr"), autocapitalize: Some("none"), spellcheck: Some("false"), ..LINE };
    line(l, &spec, password, None)
}

/// A local date and time; the zone is another field.
pub fn datetime_field(l: Locale, spec: FieldSpec<'_>) -> AnyView {
    line(l, &spec, Line { kind: "datetime-local", dir: Some("ltr"), class: "field field--short", ..LINE }, Some(spec.value.to_owned()))
}

/// A calendar day.
pub fn date_field(l: Locale, spec: FieldSpec<'_>) -> AnyView {
    line(l, &spec, Line { kind: "date", dir: Some("ltr"), class: "field field--short", ..LINE }, Some(spec.value.to_owned()))
}

/// What is looked for.
pub fn search_field(l: Locale, spec: FieldSpec<'_>) -> AnyView {
    line(l, &spec, Line { kind: "search", dir: Some("auto"), autocapitalize: Some("none"), ..LINE }, Some(spec.value.to_owned()))
}

/// The six digits of a mail.
pub fn code_field(l: Locale, spec: FieldSpec<'_>) -> AnyView {
    let code =
        Line { dir: Some("ltr"), inputmode: Some("numeric"), autocomplete: Some("one-time-code"), class: "field field--short", ..LINE };
    line(l, &spec, code, Some(spec.value.to_owned()))
}

/// A code of the second factor, or a recovery code, which has letters too.
pub fn factor_code_field(l: Locale, spec: FieldSpec<'_>) -> AnyView {
    let code = Line {
        dir: Some("ltr"),
        autocomplete: Some("one-time-code"),
        autocapitalize: Some("characters"),
        spellcheck: Some("false"),
        class: "field field--short",
        ..LINE
    };
    line(l, &spec, code, None)
}

/// A hidden field.
pub fn hidden(name: impl Into<String>, value: impl Into<String>) -> AnyView {
    view! { <input type="hidden" name=name.into() value=value.into()/> }.into_any()
}

/// A short whole number beside a line of a list.
pub fn place_field(l: Locale, spec: FieldSpec<'_>) -> AnyView {
    let place = Line { dir: Some("ltr"), inputmode: Some("numeric"), autocomplete: Some("off"), class: "field field--place", ..LINE };
    line(l, &spec, place, Some(spec.value.to_owned()))
}
