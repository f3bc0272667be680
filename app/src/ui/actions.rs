//! Buttons, and links that look like buttons.

use leptos::prelude::*;

/// How much weight a button has. One primary a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Button {
    Primary,
    Secondary,
    Danger,
    Quiet,
}

impl Button {
    const fn class(self) -> &'static str {
        match self {
            Self::Primary => "button button--primary",
            Self::Secondary => "button button--secondary",
            Self::Danger => "button button--danger",
            Self::Quiet => "button button--quiet",
        }
    }
}

/// A submit button of the form it stands in; `name_value` tells which of several was pressed.
pub fn button(label: impl Into<String>, kind: Button, name_value: Option<(&'static str, &'static str)>) -> AnyView {
    let (name, value) = name_value.unzip();
    view! { <button type="submit" class=kind.class() name=name value=value>{label.into()}</button> }.into_any()
}

/// A small one beside what it is about.
pub fn small_button(label: impl Into<String>, name: &'static str, value: String) -> AnyView {
    view! { <button type="submit" class="button button--small" name=name value=value>{label.into()}</button> }.into_any()
}

/// What the return key presses in a form whose first button in sight does something else. It stands first, and nobody sees it.
pub fn default_button(label: impl Into<String>, name: &'static str, value: &'static str) -> AnyView {
    view! {
        <button type="submit" class="visually-hidden" tabindex="-1" aria-hidden="true" name=name value=value>{label.into()}</button>
    }
    .into_any()
}

/// A link with the weight of a button.
pub fn link_button(label: impl Into<String>, href: impl Into<String>, kind: Button) -> AnyView {
    view! { <a class=kind.class() href=href.into()>{label.into()}</a> }.into_any()
}

/// A link that downloads a file, with the weight of a button.
pub fn download_button(label: impl Into<String>, href: impl Into<String>, file: String, kind: Button) -> AnyView {
    view! { <a class=kind.class() href=href.into() download=file>{label.into()}</a> }.into_any()
}
