//! The whole document around a page.

use super::chrome;
use crate::render::{Cx, Page, Site, document};
use leptos::hydration::HydrationScripts;
use leptos::prelude::*;
use model::i18n::t;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// What the islands' runtime expects to find in the page. The same on every page, so that one CSP hash serves for all.
const NO_RESOURCES: &str = "__RESOLVED_RESOURCES=[];__SERIALIZED_ERRORS=[];__INCOMPLETE_CHUNKS=[];";

/// One step of the way to a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Crumb {
    pub label: String,
    pub href: String,
}

/// What the document says of a page before its content.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    pub title: String,
    /// The page has an island: only then is the browser part loaded.
    pub islands: bool,
    /// What the page is about stands like this: said first in the title of the window.
    pub state: Option<String>,
    pub breadcrumb: Vec<Crumb>,
}

impl Head {
    pub fn new(title: impl Into<String>) -> Self {
        Self { title: title.into(), islands: false, state: None, breadcrumb: Vec::new() }
    }

    /// Adds a step: the outermost first. The page itself is not among them.
    #[must_use]
    pub fn crumb(mut self, label: impl Into<String>, href: impl Into<String>) -> Self {
        self.breadcrumb.push(Crumb { label: label.into(), href: href.into() });
        self
    }

    #[must_use]
    pub fn state(mut self, words: Option<impl Into<String>>) -> Self {
        self.state = words.map(Into::into);
        self
    }

    #[must_use]
    pub const fn with_islands(mut self) -> Self {
        self.islands = true;
        self
    }
}

/// Whether something on the page being rendered asked for the browser part.
#[derive(Clone)]
struct IslandsWanted(Arc<AtomicBool>);

/// Has the page being rendered load the browser part: for islands that stand wherever there is something to show.
pub(super) fn load_islands() {
    if let Some(wanted) = use_context::<IslandsWanted>() {
        wanted.0.store(true, Ordering::Relaxed);
    }
}

/// Renders a page. `content` is built inside, where islands find what they need.
pub fn page(cx: &Cx, status: u16, head: Head, content: impl FnOnce() -> AnyView) -> Page {
    let l = cx.locale();
    document(status, move || {
        let assets = format!("/{}", cx.site.assets);
        let wanted = IslandsWanted(Arc::new(AtomicBool::new(head.islands)));
        provide_context(wanted.clone());
        // First of all: what is in it says whether the browser part is loaded.
        let content = content();
        // A rehearsed page stands still: its islands would ask the clock and the portal of now.
        let scripts = (wanted.0.load(Ordering::Relaxed) && cx.rehearsed.is_none()).then(|| scripts(&cx.site));
        let title = head
            .state
            .as_ref()
            .map_or_else(|| head.title.clone(), |state| t::deadlines::title_with_state(l, state.as_str(), head.title.as_str()));
        let title = if cx.rehearsed.is_some() { t::rehearsals::rehearsal_of_page(l, title.as_str()) } else { title };
        view! {
            <html lang=l.code() dir=l.direction().as_str()>
                <head>
                    <meta charset="utf-8"/>
                    <meta name="viewport" content="width=device-width, initial-scale=1"/>
                    <meta name="color-scheme" content="light dark"/>
                    <title>{t::common::page_title(l, title.as_str())}</title>
                    <link rel="stylesheet" href=format!("{assets}/main.css")/>
                    <link rel="icon" type="image/svg+xml" href="/favicon.svg"/>
                </head>
                <body>
                    <a class="skip-link" href="#main">{t::common::skip_to_content(l)}</a>
                    {chrome::header(cx)}
                    {chrome::breadcrumb(l, head.breadcrumb, head.title)}
                    <main id="main" class="wrap" tabindex="-1">{content}</main>
                    {chrome::footer(cx)}
                    {scripts}
                </body>
            </html>
        }
    })
}

/// What loads the islands.
fn scripts(site: &Site) -> AnyView {
    view! {
        <HydrationScripts options=site.leptos.clone() islands=true/>
        <script>{NO_RESOURCES}</script>
    }
    .into_any()
}

/// The scripts of a page with islands, for the hashes of the Content Security Policy.
pub fn scripts_of(site: &Site) -> String {
    let site = site.clone();
    document(200, move || scripts(&site)).html
}

/// The head of a page: what kind of thing it is, its name, and a sentence on it.
pub fn page_head(eyebrow: Option<String>, title: impl Into<String>, lede: Option<String>) -> AnyView {
    page_head_with(eyebrow, title, lede, ().into_any())
}

/// The head of a page with more in it, such as the deadline (in a `div.page-head__deadline`) or the first actions.
pub fn page_head_with(eyebrow: Option<String>, title: impl Into<String>, lede: Option<String>, more: AnyView) -> AnyView {
    let eyebrow = eyebrow.map(|words| view! { <p class="eyebrow">{words}</p> });
    let lede = lede.map(|words| view! { <p class="lede">{words}</p> });
    // The title may be in another language than the page: isolated, it turns nothing around.
    view! { <header class="page-head">{eyebrow}<h1><bdi>{title.into()}</bdi></h1>{lede}{more}</header> }.into_any()
}
