//! The summary as a Word document with real heading styles, in both directions.

use super::ExportError;
use docx_rs::{AlignmentType, Docx, Paragraph, Run, RunFonts, Style, StyleType};
use model::calendar;
use model::domain::language::{Direction, Language, Locale};
use model::domain::organisation::OrganisationRef;
use model::domain::redaction::MARK;
use model::domain::voice::{Voice, saying};
use model::i18n::t;
use model::labels;
use model::portal::{StateCounts, Summary, SummaryComment, SummaryPaper};
use std::io::Cursor;

/// # Errors
/// The document could not be packed.
pub fn write(summary: &Summary, l: Locale) -> Result<Vec<u8>, ExportError> {
    let mut document = Document::new(l);
    document.masthead(summary);
    for text in &summary.texts {
        document.heading(1, &format!("{}: {}", text.draft.title.get(l), text.draft.label.get(l)));
        for provision in &text.provisions {
            if provision.counts.total() == 0 {
                continue;
            }
            document.heading(2, &t::export::docx_paragraph(l, provision.provision.citation.as_str()));
            // The text as a whole has no words of its own.
            if !provision.provision.text.is_empty() {
                document.text("Quote", &provision.provision.text, text.draft.language);
            }
            for comment in &provision.accepted {
                document.comment(comment, text.draft.language);
            }
            document.rest(provision.counts);
        }
    }
    for group in &summary.papers {
        let title =
            group.subgroup.as_ref().map_or_else(|| t::export::csv_whole_body(l).to_owned(), |s| format!("{} · {}", s.code, s.name.get(l)));
        document.heading(1, &title);
        for paper in &group.accepted {
            document.paper(paper);
        }
        document.rest(group.counts);
    }
    document.pack()
}

fn styles() -> Docx {
    let heading = |id: &str, name: &str, size| Style::new(id, StyleType::Paragraph).name(name).size(size).bold();
    Docx::new()
        .default_fonts(RunFonts::new().ascii("Cambria").hi_ansi("Cambria").cs("Times New Roman").east_asia("SimSun"))
        .default_size(22)
        .add_style(heading("Title", "Title", 36))
        .add_style(heading("Heading1", "heading 1", 30))
        .add_style(heading("Heading2", "heading 2", 26))
        .add_style(heading("Heading3", "heading 3", 22))
        .add_style(Style::new("Quote", StyleType::Paragraph).name("Quote").italic())
}

/// A document being written, in the reader's language.
pub(super) struct Document {
    docx: Docx,
    l: Locale,
}

impl Document {
    pub fn new(l: Locale) -> Self {
        Self { docx: styles(), l }
    }

    /// # Errors
    /// The document could not be packed.
    pub fn pack(self) -> Result<Vec<u8>, ExportError> {
        let mut bytes = Cursor::new(Vec::new());
        self.docx.build().pack(&mut bytes).map_err(|error| ExportError::Docx(error.to_string()))?;
        Ok(bytes.into_inner())
    }

    fn masthead(&mut self, summary: &Summary) {
        let l = self.l;
        self.plain("Title", t::export::docx_title(l));
        self.plain("Normal", &format!("{} · {}", summary.body.name.get(l), summary.session.title.get(l)));
        self.plain("Normal", &t::export::docx_as_of(l, calendar::full(l, summary.as_of, &summary.session.time_zone)));
        self.plain(
            "Normal",
            &t::export::docx_counts(
                l,
                summary.comment_counts.accepted,
                summary.comment_counts.total(),
                summary.paper_counts.accepted,
                summary.paper_counts.total(),
            ),
        );
    }

    pub fn heading(&mut self, level: u8, text: &str) {
        self.plain(&format!("Heading{level}"), text);
    }

    /// `of`: the language of the text.
    pub fn comment(&mut self, comment: &SummaryComment, of: Language) {
        let l = self.l;
        let head = format!(
            "{} · {} · {} · {}",
            self.source(&comment.organisation),
            labels::stance(l, comment.content.stance),
            labels::operation(l, comment.content.operation),
            labels::comment_kind(l, comment.content.kind)
        );
        self.heading(3, &head);
        if !comment.content.quote.is_empty() {
            self.plain("Normal", t::export::docx_words(l));
            self.text("Quote", &comment.content.quote, of);
        }
        if !comment.content.proposed_text.is_empty() {
            self.plain("Normal", t::export::docx_proposed(l));
            self.text("Quote", &comment.content.proposed_text, comment.content.language);
        }
        self.text("Normal", &comment.content.reason, comment.content.language);
        if !comment.content.link.is_empty() {
            self.plain("Normal", &t::export::docx_link(l, comment.content.link.as_str()));
        }
        for voice in Voice::ALL {
            let names = super::names(saying(&comment.heard, *voice));
            if names.is_empty() {
                continue;
            }
            let line = match voice {
                Voice::Join => t::export::docx_joined(l, names),
                Voice::Support => t::export::docx_supported(l, names),
                Voice::Oppose => t::export::docx_opposed(l, names),
            };
            self.plain("Normal", &line);
        }
        self.plain("Normal", &t::export::docx_source(l, comment.receipt.as_str(), calendar::iso(comment.received_at)));
        self.late(comment.late);
        self.redacted(comment.is_redacted);
    }

    fn paper(&mut self, paper: &SummaryPaper) {
        self.text("Heading2", &paper.title, paper.language);
        let source = self.source(&paper.organisation);
        self.plain("Normal", &source);
        if !paper.signatories.is_empty() {
            self.plain("Normal", &t::export::docx_co_signed(self.l, super::names(&paper.signatories)));
        }
        self.text("Normal", &paper.text, paper.language);
        for answered in &paper.answers {
            self.plain("Heading3", &format!("{}. {}", answered.number, answered.question.get(self.l)));
            self.text("Normal", &answered.answer, paper.language);
        }
        for one in &paper.recommendations {
            self.plain("Heading3", &labels::recommendation(self.l, one));
            self.text("Normal", &one.text, paper.language);
        }
        self.plain("Normal", &t::export::docx_source(self.l, paper.receipt.as_str(), calendar::iso(paper.received_at)));
        self.late(paper.late);
        self.redacted(paper.is_redacted);
    }

    /// The mark of what was received after the deadline.
    fn late(&mut self, late: bool) {
        if late {
            self.plain("Normal", t::late::late_mark(self.l));
        }
    }

    /// What the mark in the place of words means.
    fn redacted(&mut self, is_redacted: bool) {
        if is_redacted {
            self.plain("Normal", &t::redactions::redacted_note(self.l, MARK));
        }
    }

    /// What is not accepted stands as numbers only.
    fn rest(&mut self, counts: StateCounts) {
        if counts.total() > counts.accepted {
            self.plain("Normal", &t::export::docx_rest(self.l, counts.declined, counts.returned, counts.submitted));
        }
    }

    fn source(&self, organisation: &OrganisationRef) -> String {
        let (l, o) = (self.l, organisation);
        format!("{} ({}, {})", o.name, labels::stakeholder_type(l, o.stakeholder_type), labels::region(l, o.region))
    }

    /// A paragraph in the reader's language.
    pub fn plain(&mut self, style: &str, text: &str) {
        self.text(style, text, self.l.language());
    }

    /// Text in its own language and direction; each line a paragraph.
    pub fn text(&mut self, style: &str, text: &str, language: Language) {
        for line in text.lines().filter(|line| !line.trim().is_empty()) {
            let rtl = language.direction() == Direction::Rtl;
            let mut run = Run::new().add_text(printable(line));
            let mut paragraph = Paragraph::new().style(style);
            if rtl {
                run.run_property = run.run_property.fonts(RunFonts::new().cs("Times New Roman"));
                // In a right-to-left paragraph "left" means its start.
                paragraph = paragraph.align(AlignmentType::Left);
                paragraph.property = paragraph.property.bidi(true);
            }
            self.docx = std::mem::take(&mut self.docx).add_paragraph(paragraph.add_run(run));
        }
    }
}

/// XML has no place for control characters.
fn printable(text: &str) -> String {
    text.chars().filter(|c| !c.is_control() || *c == '\t').collect()
}
