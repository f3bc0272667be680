//! HTML written piece by piece, for lists of hundreds of rows: there a tree of views would cost more than everything else of the page.
//! What is not a literal of the program is escaped; nothing else can be written.

use super::prose;
use model::domain::language::Language;

/// A piece of a page.
#[derive(Debug, Default)]
pub struct Markup(String);

impl Markup {
    /// For about so many bytes.
    pub fn of(bytes: usize) -> Self {
        Self(String::with_capacity(bytes))
    }

    /// Markup of the program itself.
    pub fn raw(&mut self, literal: &'static str) -> &mut Self {
        self.0.push_str(literal);
        self
    }

    /// Words between tags.
    pub fn text(&mut self, words: &str) -> &mut Self {
        html_escape::encode_text_to_string(words, &mut self.0);
        self
    }

    /// The value of an attribute, between double quotes.
    pub fn value(&mut self, value: &str) -> &mut Self {
        html_escape::encode_double_quoted_attribute_to_string(value, &mut self.0);
        self
    }

    /// A text in Markdown, made safe.
    pub fn prose(&mut self, text: &str, language: Language) -> &mut Self {
        self.raw("<div class=\"prose\" lang=\"").raw(language.code()).raw("\" dir=\"").raw(language.direction().as_str()).raw("\">");
        self.0.push_str(&prose::to_html(text));
        self.raw("</div>")
    }

    /// The bytes, for `inner_html`.
    pub fn into_html(self) -> String {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::Markup;

    #[test]
    fn only_literals_are_markup() {
        let mut markup = Markup::of(0);
        markup.raw("<a title=\"").value("\"><script>").raw("\">").text("</a><script>&").raw("</a>");
        let html = markup.into_html();
        assert_eq!(html.matches('<').count(), 2, "{html}");
        assert_eq!(html.matches('"').count(), 2, "{html}");
        assert!(html.contains("&lt;script&gt;&amp;</a>"), "{html}");
    }
}
