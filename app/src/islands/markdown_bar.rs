//! The bar above a long text: it writes the marks of Markdown, for those who do not know them. Without JavaScript it is not there.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

#[cfg(feature = "hydrate")]
mod browser;
#[cfg(any(feature = "hydrate", test))]
mod edit;

/// What can be made of words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Mark {
    Heading,
    Bold,
    Italic,
    Bullets,
    Numbers,
    Quotation,
    Link,
}

impl Mark {
    pub const ALL: [Self; 7] = [Self::Heading, Self::Bold, Self::Italic, Self::Bullets, Self::Numbers, Self::Quotation, Self::Link];

    pub const fn code(self) -> &'static str {
        match self {
            Self::Heading => "heading",
            Self::Bold => "bold",
            Self::Italic => "italic",
            Self::Bullets => "bullets",
            Self::Numbers => "numbers",
            Self::Quotation => "quotation",
            Self::Link => "link",
        }
    }

    #[cfg(feature = "hydrate")]
    fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|mark| mark.code() == code)
    }
}

/// A button: what it makes, its name, and the words it puts where none are chosen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MarkButton {
    pub mark: Mark,
    pub name: String,
    pub sample: String,
}

/// Writes into the text area whose id is `area`. `label` names the bar.
#[island]
pub fn MarkdownBar(area: String, label: String, buttons: Vec<MarkButton>) -> impl IntoView {
    // Unusable before it works, and without JavaScript.
    let asleep = RwSignal::new(true);
    #[cfg(feature = "hydrate")]
    {
        browser::attach(&area, &buttons, asleep);
        super::awake::note();
    }
    // One stop for the tabulator; the arrows go on from there.
    let buttons: Vec<_> = buttons
        .into_iter()
        .enumerate()
        .map(|(at, button)| {
            let stop = if at == 0 { "0" } else { "-1" };
            view! { <button type="button" data-mark=button.mark.code() tabindex=stop>{button.name}</button> }
        })
        .collect();
    view! {
        <div class="toolbar" role="toolbar" aria-label=label aria-controls=area hidden=move || asleep.get()>
            {buttons}
        </div>
    }
}
