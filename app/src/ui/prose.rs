//! Text in Markdown as people write it, made safe: raw HTML is shown as text, links lead to the web or to mail only,
//! headings stand below those of the page, pictures are their words.

use leptos::prelude::*;
use model::domain::language::Language;
use model::domain::redaction;
use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, LinkType, Options, Parser, Tag, TagEnd, html};

/// A text in `language`.
pub fn prose(text: &str, language: Language) -> AnyView {
    let html = to_html(text);
    view! { <div class="prose" lang=language.code() dir=language.direction().as_str() inner_html=html></div> }.into_any()
}

pub(super) fn to_html(text: &str) -> String {
    let mut html = String::with_capacity(text.len() + text.len() / 4);
    let (mut headings, mut pictures) = (Headings::default(), 0_usize);
    let events = Parser::new_ext(text, Options::empty())
        .filter(|event| !is_link_in_picture(event, &mut pictures))
        .map(|event| headings.place(safe(event)));
    html::push_html(&mut html, events);
    html
}

/// The words of a picture may hold links, and a picture may stand in a link: a link in a link is none. `pictures`: how many are open.
fn is_link_in_picture(event: &Event<'_>, pictures: &mut usize) -> bool {
    match event {
        Event::Start(Tag::Image { .. }) => *pictures += 1,
        Event::End(TagEnd::Image) => *pictures = pictures.saturating_sub(1),
        Event::Start(Tag::Link { .. }) | Event::End(TagEnd::Link) => return *pictures > 0,
        _ => {}
    }
    false
}

/// Places the headings of a text below those of the page, and closes the gaps writers leave: after an `h3` comes an `h4`.
#[derive(Default)]
struct Headings {
    /// The level as written and the level as placed, of the headings above the current one.
    above: Vec<(HeadingLevel, HeadingLevel)>,
}

impl Headings {
    fn place<'a>(&mut self, event: Event<'a>) -> Event<'a> {
        match event {
            Event::Start(Tag::Heading { level, .. }) => {
                self.above.retain(|(written, _)| *written < level);
                let placed = match self.above.last() {
                    None => HeadingLevel::H3,
                    Some((_, HeadingLevel::H3)) => HeadingLevel::H4,
                    Some((_, HeadingLevel::H4)) => HeadingLevel::H5,
                    Some(_) => HeadingLevel::H6,
                };
                self.above.push((level, placed));
                Event::Start(Tag::Heading { level: placed, id: None, classes: Vec::new(), attrs: Vec::new() })
            }
            Event::End(TagEnd::Heading(level)) => Event::End(TagEnd::Heading(self.above.last().map_or(level, |(_, placed)| *placed))),
            other => other,
        }
    }
}

fn safe(event: Event<'_>) -> Event<'_> {
    match event {
        Event::Html(html) | Event::InlineHtml(html) => Event::Text(html),
        // The lines of raw HTML stand in a paragraph of their own.
        Event::Start(Tag::HtmlBlock) => Event::Start(Tag::Paragraph),
        Event::End(TagEnd::HtmlBlock) => Event::End(TagEnd::Paragraph),
        Event::Start(Tag::CodeBlock(_)) => Event::Start(Tag::CodeBlock(CodeBlockKind::Indented)),
        Event::Start(Tag::Link { link_type, dest_url, .. }) => Event::InlineHtml(opening(&address(link_type, &dest_url)).into()),
        Event::End(TagEnd::Link) => Event::InlineHtml("</a>".into()),
        // A picture would be fetched from elsewhere: its words remain.
        Event::Start(Tag::Image { .. }) | Event::End(TagEnd::Image) => Event::InlineHtml("".into()),
        other => other,
    }
}

/// Where a link leads: `<a@b.org>` is for mail.
fn address(link_type: LinkType, address: &str) -> String {
    if link_type == LinkType::Email { format!("mailto:{address}") } else { address.to_owned() }
}

/// An address on the web with a host, or one for mail.
fn leads_outside(address: &str) -> bool {
    // Of a redacted address nothing is left that leads anywhere.
    if address.contains(redaction::MARK) {
        return false;
    }
    let lower = address.trim().to_ascii_lowercase();
    let host = ["https://", "http://"].iter().find_map(|scheme| lower.strip_prefix(scheme));
    match (host, lower.strip_prefix("mailto:")) {
        (Some(rest), _) => !rest.is_empty() && !rest.starts_with(['/', '?', '#', '.']),
        (None, Some(rest)) => rest.split_once('@').is_some_and(|(name, host)| !name.is_empty() && !host.is_empty()),
        (None, None) => false,
    }
}

/// The opening tag of a link. One that leads to anything but the web or mail is no link.
fn opening(address: &str) -> String {
    if leads_outside(address) {
        format!("<a href=\"{}\" rel=\"nofollow noopener ugc\">", html_escape::encode_double_quoted_attribute(address.trim()))
    } else {
        "<a>".to_owned()
    }
}

mod doubts;

pub use doubts::{Doubt, doubts};

#[cfg(test)]
mod tests;
