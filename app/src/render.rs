//! From a view to the bytes of a page: one document around every page.
//! May use: `ui`, `i18n`, `routes`, Leptos. Must not use: the portal beyond holding it for pages.

use leptos::prelude::*;
use leptos::reactive::owner::Owner;
use memchr::memchr;
use model::domain::ids::RoundId;
use model::domain::language::Locale;
use model::domain::person::SignedIn;
use model::domain::rehearsal::{Moment, Sight};
use model::error::PortalError;
use model::portal::{Ctx, Portal};
use std::sync::Arc;

/// What does not change while the program runs.
#[derive(Debug, Clone)]
pub struct Site {
    /// Folder of the browser part and the style, with the hash of their content: `pkg/0123abcd`.
    pub assets: String,
    /// Demonstration mode: the banner, `/dev/…`, the demo logins.
    pub demonstration: bool,
    /// Where people write to: an e-mail address. Without it the contact page says where to find one.
    pub contact: Option<String>,
    /// Where the source of the program that runs here can be had (section 13 of the licence): an address for the footer.
    pub source: Option<String>,
    /// Offices may act without a second factor: in demonstration mode only, and the banner says so.
    pub factor_optional: bool,
    /// What leptos wants to know to load the islands.
    pub leptos: LeptosOptions,
}

/// Everything a page works with: the portal, who asks, and where the page stands.
#[derive(Clone)]
pub struct Cx {
    pub portal: Arc<dyn Portal>,
    pub ctx: Ctx,
    pub site: Arc<Site>,
    /// The address without language prefix and query, for the links to other languages.
    pub path: String,
    /// The page is shown to the chair as it will be at another moment.
    pub rehearsed: Option<Rehearsed>,
}

/// What a rehearsed page says of itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rehearsed {
    pub round: RoundId,
    pub moment: Moment,
    pub sight: Sight,
}

impl Cx {
    pub const fn locale(&self) -> Locale {
        self.ctx.locale
    }

    pub fn signed_in(&self) -> Option<&SignedIn> {
        self.ctx.actor.signed_in()
    }
}

/// A rendered page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    pub status: u16,
    pub html: String,
}

/// What pages answer: a page, or an error that becomes one.
pub type PageResult = Result<Page, PortalError>;

/// Renders a whole document. `view` is built and written within one reactive owner, which islands need on the server.
pub fn document<V: IntoView + 'static>(status: u16, view: impl FnOnce() -> V) -> Page {
    let owner = Owner::new_root(Some(Arc::new(hydration_context::SsrSharedContext::new_islands())));
    let html = owner.with(|| view().into_view().to_html());
    owner.cleanup();
    Page { status, html: tidy(&html) }
}

const DOCTYPE: &str = "<!DOCTYPE html>";
/// What leptos writes between texts, for the browser part to find its place again.
const MARK: &str = "<!>";
/// The same for a view that is nothing, in debug builds.
const NOTHING: &str = "<!--<() />-->";
const ISLAND: &str = "<leptos-island";
const ISLAND_END: &str = "</leptos-island>";

/// The document without the marks that nobody needs. Inside islands they stay, spelled as the empty comment browsers read
/// them as: `<!>` itself is not valid HTML. Escaped text never holds one. One pass: a list page has thousands of marks.
fn tidy(html: &str) -> String {
    let mut tidy = String::with_capacity(DOCTYPE.len() + html.len());
    tidy.push_str(DOCTYPE);
    let (mut rest, mut in_island) = (html, false);
    while let Some(at) = memchr(b'<', rest.as_bytes()) {
        let (text, tag) = rest.split_at(at);
        tidy.push_str(text);
        let skipped = if let Some(after) = tag.strip_prefix(MARK) {
            tidy.push_str(if in_island { "<!---->" } else { "" });
            after
        } else if !in_island && let Some(after) = tag.strip_prefix(NOTHING) {
            after
        } else {
            in_island = if in_island { !tag.starts_with(ISLAND_END) } else { tag.starts_with(ISLAND) };
            tidy.push('<');
            &tag[1..]
        };
        rest = skipped;
    }
    tidy.push_str(rest);
    tidy
}

#[cfg(test)]
mod tests {
    use super::tidy;

    #[test]
    fn marks_stay_in_islands_only() {
        assert_eq!(
            tidy("a<!>b<!--<() />--><leptos-island x>c<!>d</leptos-island>e<!>f<leptos-island>g</leptos-island><!>"),
            "<!DOCTYPE html>ab<leptos-island x>c<!---->d</leptos-island>ef<leptos-island>g</leptos-island>"
        );
    }
}
