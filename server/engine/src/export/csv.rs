//! The summary as CSV: one row for each accepted comment, then one for each accepted paper, then the numbers of the rest.
//! UTF-8 with a byte-order mark, so that spreadsheets read it; no cell can become a formula.

use super::ExportError;
use super::sheet::Sheet;
use model::calendar;
use model::domain::draft::{Level, WHOLE};
use model::domain::language::Locale;
use model::domain::voice::{Voice, saying};
use model::i18n::t;
use model::labels;
use model::portal::{StateCounts, Summary, SummaryPaper};
use std::fmt::Write as _;

/// # Errors
/// Never for values that come from the portal.
pub fn write(summary: &Summary, l: Locale) -> Result<Vec<u8>, ExportError> {
    let mut writer = writer();
    writer.write_record([
        t::export::csv_kind(l),
        t::export::csv_place(l),
        t::export::csv_organisation(l),
        t::export::csv_stakeholder_type(l),
        t::export::csv_region(l),
        t::export::csv_language(l),
        t::export::csv_stance(l),
        t::export::csv_operation(l),
        t::export::csv_type(l),
        t::export::csv_words(l),
        t::export::csv_text(l),
        t::export::csv_reason(l),
        t::export::csv_link(l),
        t::export::csv_receipt(l),
        t::export::csv_received(l),
        t::late::late_fact_deadline(l),
        t::export::csv_count(l),
        t::export::csv_co_signed(l),
        t::export::csv_joined(l),
        t::export::csv_supported(l),
        t::export::csv_opposed(l),
    ])?;
    for text in &summary.texts {
        for provision in &text.provisions {
            let (label, of) = (text.draft.label.get(l), &provision.provision);
            let place = match of.level {
                Level::Whole => format!("{label}: {}", t::drafts::provision_title(l, WHOLE)),
                _ => format!("{label} {}", of.citation),
            };
            for c in &provision.accepted {
                row(
                    &mut writer,
                    &[
                        t::export::csv_comment(l),
                        &place,
                        &c.organisation.name,
                        labels::stakeholder_type(l, c.organisation.stakeholder_type),
                        labels::region(l, c.organisation.region),
                        c.content.language.code(),
                        labels::stance(l, c.content.stance),
                        labels::operation(l, c.content.operation),
                        labels::comment_kind(l, c.content.kind),
                        &c.content.quote,
                        &c.content.proposed_text,
                        &c.content.reason,
                        &c.content.link,
                        &c.receipt,
                        &calendar::iso(c.received_at),
                        mark(l, c.late),
                        "1",
                        "",
                        &super::names(saying(&c.heard, Voice::Join)),
                        &super::names(saying(&c.heard, Voice::Support)),
                        &super::names(saying(&c.heard, Voice::Oppose)),
                    ],
                )?;
            }
            rest(&mut writer, l, t::export::csv_comments_not_public(l), &place, provision.counts)?;
        }
    }
    for group in &summary.papers {
        let place = group.subgroup.as_ref().map_or_else(|| t::export::csv_whole_body(l).to_owned(), |s| s.code.clone());
        for p in &group.accepted {
            row(
                &mut writer,
                &[
                    t::export::csv_paper(l),
                    &place,
                    &p.organisation.name,
                    labels::stakeholder_type(l, p.organisation.stakeholder_type),
                    labels::region(l, p.organisation.region),
                    p.language.code(),
                    "",
                    "",
                    "",
                    "",
                    &words_of(p, l),
                    "",
                    "",
                    &p.receipt,
                    &calendar::iso(p.received_at),
                    mark(l, p.late),
                    "1",
                    &super::names(&p.signatories),
                    "",
                    "",
                    "",
                ],
            )?;
        }
        rest(&mut writer, l, t::export::csv_papers_not_public(l), &place, group.counts)?;
    }
    writer.into_inner().map_err(|error| ExportError::Flush(error.to_string()))
}

/// A table, with its heads.
///
/// # Errors
/// Never for values that come from the portal.
pub(super) fn sheet(sheet: &Sheet) -> Result<Vec<u8>, ExportError> {
    let mut writer = writer();
    writer.write_record(&sheet.heads)?;
    for cells in &sheet.rows {
        writer.write_record(cells.iter().map(|cell| harmless(&cell.plain())))?;
    }
    writer.into_inner().map_err(|error| ExportError::Flush(error.to_string()))
}

fn writer() -> ::csv::Writer<Vec<u8>> {
    ::csv::WriterBuilder::new().terminator(::csv::Terminator::CRLF).from_writer(vec![0xef, 0xbb, 0xbf])
}

/// What was in time has no mark.
const fn mark(l: Locale, late: bool) -> &'static str {
    if late { t::late::late_mark(l) } else { "" }
}

/// What is not accepted stands as a number only.
fn rest(writer: &mut ::csv::Writer<Vec<u8>>, l: Locale, kind: &str, place: &str, counts: StateCounts) -> Result<(), ExportError> {
    let states = [
        (t::export::state_submitted(l), counts.submitted),
        (t::export::state_returned(l), counts.returned),
        (t::export::state_declined(l), counts.declined),
    ];
    for (state, count) in states.into_iter().filter(|(_, count)| *count > 0) {
        row(writer, &[kind, place, "", "", "", "", "", state, "", "", "", "", "", "", "", "", &count.to_string(), "", "", "", ""])?;
    }
    Ok(())
}

fn row(writer: &mut ::csv::Writer<Vec<u8>>, cells: &[&str]) -> Result<(), ExportError> {
    Ok(writer.write_record(cells.iter().map(|cell| harmless(cell)))?)
}

/// A cell that begins like a formula gets an apostrophe before it (OWASP, CSV injection).
fn harmless(cell: &str) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']) { format!("'{cell}") } else { cell.to_owned() }
}

/// Title, text, what is answered under each question, and the recommendations.
fn words_of(paper: &SummaryPaper, l: Locale) -> String {
    let mut words = format!("{}\n\n{}", paper.title, paper.text);
    for answered in &paper.answers {
        let _ = write!(words, "\n\n{}. {}\n{}", answered.number, answered.question.get(l), answered.answer);
    }
    for one in &paper.recommendations {
        let _ = write!(words, "\n\n{}\n{}", labels::recommendation(l, one), one.text);
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_becomes_a_formula() {
        for cell in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"] {
            assert!(harmless(cell).starts_with('\''), "{cell:?}");
        }
        assert_eq!(harmless("States = parties"), "States = parties");
    }
}
