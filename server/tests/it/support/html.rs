//! A page as a reader meets it: words, links, fields by their labels.

use scraper::{ElementRef, Html as Document, Selector};

pub struct Html(Document);

fn select(selector: &str) -> Selector {
    Selector::parse(selector).expect("a valid selector")
}

fn words(element: ElementRef<'_>) -> String {
    element.text().collect::<Vec<_>>().join(" ").split_whitespace().collect::<Vec<_>>().join(" ")
}

impl Html {
    pub fn parse(text: &str) -> Self {
        Self(Document::parse_document(text))
    }

    /// The words of the first element.
    pub fn text(&self, selector: &str) -> String {
        self.texts(selector).into_iter().next().unwrap_or_else(|| panic!("no {selector} in: {}", self.main_text()))
    }

    /// The words of each such element.
    pub fn texts(&self, selector: &str) -> Vec<String> {
        self.0.select(&select(selector)).map(words).collect()
    }

    /// All words of the main part.
    pub fn main_text(&self) -> String {
        self.0.select(&select("main")).next().map(words).unwrap_or_default()
    }

    pub fn title(&self) -> String {
        self.0.select(&select("h1")).next().map(words).unwrap_or_default()
    }

    /// The address of the first link whose words hold `text`.
    pub fn link(&self, text: &str) -> String {
        self.links(text).into_iter().next().unwrap_or_else(|| panic!("no link “{text}” in: {}", self.main_text()))
    }

    pub fn links(&self, text: &str) -> Vec<String> {
        self.0
            .select(&select("a[href]"))
            .filter(|a| words(*a).contains(text))
            .filter_map(|a| a.value().attr("href").map(str::to_owned))
            .collect()
    }

    /// The address of a link with these words in the list item whose words hold `name`.
    pub fn link_in_row(&self, name: &str, text: &str) -> String {
        let (row, link) = (select("main li"), select("a[href]"));
        let rows = self.0.select(&row).filter(|row| words(*row).contains(name));
        let links = rows.flat_map(|row| row.select(&link).filter(|a| words(*a).contains(text)).collect::<Vec<_>>());
        let found: Vec<_> = links.filter_map(|a| a.value().attr("href")).collect();
        (*found.first().unwrap_or_else(|| panic!("no link “{text}” beside “{name}” in: {}", self.main_text()))).to_owned()
    }

    /// The element a label names.
    fn field(&self, label: &str) -> ElementRef<'_> {
        let wanted =
            self.0.select(&select("label[for]")).find(|l| words(*l).starts_with(label)).unwrap_or_else(|| panic!("no label “{label}”"));
        let id = wanted.value().attr("for").expect("for");
        self.0.select(&select(&format!("[id=\"{id}\"]"))).next().unwrap_or_else(|| panic!("the label “{label}” names nothing"))
    }

    /// What the field with this label holds.
    pub fn value(&self, label: &str) -> String {
        let field = self.field(label);
        match field.value().name() {
            // The parser drops the first line end, as browsers do.
            "textarea" => field.text().collect(),
            "select" => {
                field.select(&select("option[selected]")).next().and_then(|o| o.value().attr("value")).unwrap_or_default().to_owned()
            }
            _ => field.value().attr("value").unwrap_or_default().to_owned(),
        }
    }

    /// The value of the option with these words in the select with this label.
    pub fn option(&self, label: &str, text: &str) -> String {
        self.field(label)
            .select(&select("option"))
            .find(|o| words(*o).contains(text))
            .and_then(|o| o.value().attr("value"))
            .unwrap_or_else(|| panic!("no option “{text}” in “{label}”"))
            .to_owned()
    }

    /// The value of a hidden field of the main part.
    pub fn hidden(&self, name: &str) -> String {
        self.0
            .select(&select(&format!("main input[type=hidden][name=\"{name}\"]")))
            .next()
            .and_then(|input| input.value().attr("value"))
            .unwrap_or_else(|| panic!("no hidden field “{name}” in: {}", self.main_text()))
            .to_owned()
    }

    /// All hidden fields of the main part.
    pub fn all_hidden(&self) -> Vec<(String, String)> {
        let attribute = |e: ElementRef<'_>, name: &str| e.value().attr(name).unwrap_or_default().to_owned();
        self.0.select(&select("main input[type=hidden]")).map(|e| (attribute(e, "name"), attribute(e, "value"))).collect()
    }

    /// Whether the main part has a button with these words.
    pub fn has_button(&self, text: &str) -> bool {
        self.0.select(&select("main button")).any(|b| words(b).contains(text))
    }

    /// The sentences of the error summary.
    pub fn errors(&self) -> Vec<String> {
        self.0.select(&select(".error-summary li")).map(words).collect()
    }

    pub fn count(&self, selector: &str) -> usize {
        self.0.select(&select(selector)).count()
    }

    pub fn attribute(&self, selector: &str, name: &str) -> Option<String> {
        self.0.select(&select(selector)).next().and_then(|e| e.value().attr(name)).map(str::to_owned)
    }

    /// The values of an attribute, of all that have it.
    pub fn attributes(&self, selector: &str, name: &str) -> Vec<String> {
        self.0.select(&select(selector)).filter_map(|e| e.value().attr(name)).map(str::to_owned).collect()
    }
}
