//! What its author may not have meant in a text: it will be shown, but not as they think.

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

/// Something to look at. Each holds the words it is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Doubt {
    /// A link without an address on the web or for mail.
    LinkNowhere(String),
    /// A heading with nothing under it.
    EmptyHeading(String),
    /// A picture, of which its words are shown.
    Picture(String),
    /// HTML, which is shown as it is written.
    Html(String),
}

/// How many are told: who has more has written something else than Markdown.
const MOST: usize = 10;
/// How long the words are that are told (characters).
const LONGEST: usize = 80;

/// The first of what is doubtful in a text, in its order.
pub fn doubts(text: &str) -> Vec<Doubt> {
    let mut reader = Reader::default();
    for event in Parser::new_ext(text, Options::empty()) {
        reader.read(event);
        if reader.found.len() >= MOST {
            return reader.found;
        }
    }
    reader.heading_ends(None);
    reader.found
}

#[derive(Default)]
struct Reader {
    found: Vec<Doubt>,
    /// The words since the link, picture or heading began.
    words: Vec<String>,
    /// Where the link that is being read leads.
    address: Vec<String>,
    /// The last heading, while nothing stands under it.
    bare: Option<(HeadingLevel, String)>,
}

impl Reader {
    fn read(&mut self, event: Event<'_>) {
        match event {
            Event::Start(Tag::Heading { level, .. }) => {
                self.heading_ends(Some(level));
                self.words.push(String::new());
            }
            Event::End(TagEnd::Heading(level)) => {
                let words = self.words.pop().unwrap_or_default();
                self.bare = Some((level, words));
            }
            Event::Start(Tag::Link { link_type, dest_url, .. }) => {
                self.address.push(super::address(link_type, &dest_url));
                self.words.push(String::new());
            }
            Event::End(TagEnd::Link) => {
                let (words, address) = (self.words.pop().unwrap_or_default(), self.address.pop().unwrap_or_default());
                if !super::leads_outside(&address) {
                    self.found.push(Doubt::LinkNowhere(told(if words.trim().is_empty() { &address } else { &words })));
                }
                self.say(&words);
            }
            Event::Start(Tag::Image { .. }) => self.words.push(String::new()),
            Event::End(TagEnd::Image) => {
                let words = self.words.pop().unwrap_or_default();
                self.found.push(Doubt::Picture(told(&words)));
                self.say(&words);
            }
            Event::Html(html) | Event::InlineHtml(html) => {
                // What ends is told by what it ends.
                if !html.trim().is_empty() && !html.starts_with("</") {
                    self.found.push(Doubt::Html(told(&html)));
                }
                self.bare = None;
            }
            Event::Text(text) | Event::Code(text) => self.say(&text),
            Event::Rule => self.bare = None,
            _ => {}
        }
    }

    /// Words that are read: those of what is open, or of what stands under a heading.
    fn say(&mut self, text: &str) {
        match self.words.last_mut() {
            Some(words) => words.push_str(text),
            None if !text.trim().is_empty() => self.bare = None,
            None => {}
        }
    }

    /// Another heading begins, at `level`, or the text ends: a heading below the last one is something under it.
    fn heading_ends(&mut self, level: Option<HeadingLevel>) {
        if let Some((last, words)) = self.bare.take()
            && level.is_none_or(|level| level <= last)
        {
            self.found.push(Doubt::EmptyHeading(told(&words)));
        }
    }
}

fn told(words: &str) -> String {
    let words = words.trim();
    match words.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &words[..end]),
        None => words.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_that_leads_nowhere_is_told_by_its_words() {
        let found = doubts("See [the **charter**](https://), [mail](mailto:x), [us](/papers) and [this](https://un.org/x?y#z).");
        let words = ["the charter", "mail", "us"];
        assert_eq!(found, words.map(|words| Doubt::LinkNowhere(words.to_owned())));
        assert_eq!(doubts("[](https://)"), [Doubt::LinkNowhere("https://".to_owned())]);
        assert_eq!(doubts("<https://un.org> <a@b.org> [x](HTTP://a.example)"), []);
    }

    #[test]
    fn a_heading_with_nothing_under_it_is_told() {
        let empty = |words: &str| Doubt::EmptyHeading(words.to_owned());
        assert_eq!(doubts("# A\n## B\nWords.\n## C\n# D [x](https://un.org)"), [empty("C"), empty("D x")]);
        assert_eq!(doubts("# A\n\n- one"), []);
        assert_eq!(doubts("# A\n\n---\n"), []);
        assert_eq!(doubts("Words."), []);
    }

    #[test]
    fn pictures_and_html_are_told() {
        let found = doubts("![a map](https://x.example/m.png)\n\nWe <b>ask</b>.\n\n<div>\nx\n</div>\n");
        assert_eq!(found[0], Doubt::Picture("a map".to_owned()));
        assert_eq!(found[1], Doubt::Html("<b>".to_owned()));
        assert!(!found.contains(&Doubt::Html("</b>".to_owned())), "{found:?}");
        assert!(found.contains(&Doubt::Html("<div>".to_owned())), "{found:?}");
    }

    #[test]
    fn never_more_than_can_be_read() {
        assert_eq!(doubts(&"<i>".repeat(1_000)).len(), MOST);
        let Some(Doubt::EmptyHeading(words)) = doubts(&format!("# {}", "ع".repeat(500))).pop() else { panic!("an empty heading") };
        assert_eq!(words.chars().count(), LONGEST + 1);
    }
}
