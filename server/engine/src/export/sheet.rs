//! Tables, and workbooks of them.

use super::ExportError;
use model::domain::language::{Direction, Locale};
use model::domain::time::{Instant, Span};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatAlign, Workbook, Worksheet, XlsxError};

/// What a spreadsheet takes in one cell, in units of UTF-16.
const MAX_CELL: usize = 32_767;

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    Text(String),
    Number(i64),
}

impl Cell {
    /// As it stands in a file of text alone.
    pub fn plain(&self) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Number(number) => number.to_string(),
        }
    }
}

impl<T: Into<String>> From<T> for Cell {
    fn from(text: T) -> Self {
        Self::Text(text.into())
    }
}

/// A table: heads, and rows with as many cells.
pub struct Sheet {
    pub name: &'static str,
    pub heads: Vec<&'static str>,
    pub rows: Vec<Vec<Cell>>,
}

impl Sheet {
    pub fn new(name: &'static str, heads: &[&'static str]) -> Self {
        Self { name, heads: heads.to_vec(), rows: Vec::new() }
    }
}

/// What of a text a cell takes. One that was cut says so at its end.
fn fitting(text: &str) -> String {
    const CUT: char = '…';
    let taken = || text.chars().filter(|c| !c.is_control() || matches!(c, '\t' | '\n'));
    if taken().map(char::len_utf16).sum::<usize>() <= MAX_CELL {
        return taken().collect();
    }
    let mut room = MAX_CELL - CUT.len_utf16();
    let fits = |c: &char| {
        let left = room.checked_sub(c.len_utf16());
        room = left.unwrap_or(room);
        left.is_some()
    };
    taken().take_while(fits).chain([CUT]).collect()
}

/// A workbook with a sheet for each table, as of an instant. Cells are texts and numbers, never formulas; the first row stays in sight.
///
/// # Errors
/// The workbook could not be written.
pub fn workbook(sheets: &[Sheet], as_of: Instant, l: Locale) -> Result<Vec<u8>, ExportError> {
    written(sheets, as_of, l).map_err(|error| ExportError::Xlsx(error.to_string()))
}

fn written(sheets: &[Sheet], as_of: Instant, l: Locale) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    // Otherwise the file says when it was written, by a clock of its own.
    workbook
        .set_properties(&DocProperties::new().set_creation_datetime(&ExcelDateTime::from_timestamp(as_of.0.div_euclid(Span::SECOND.0))?));
    for sheet in sheets {
        fill(workbook.add_worksheet(), sheet, l)?;
    }
    workbook.save_to_buffer()
}

fn fill(page: &mut Worksheet, sheet: &Sheet, l: Locale) -> Result<(), XlsxError> {
    let (head, words) = (Format::new().set_bold().set_text_wrap(), Format::new().set_text_wrap().set_align(FormatAlign::Top));
    page.set_name(sheet.name)?;
    page.set_right_to_left(l.direction() == Direction::Rtl);
    page.set_freeze_panes(1, 0)?;
    for (column, name) in (0_u16..).zip(&sheet.heads) {
        page.write_string_with_format(0, column, *name, &head)?;
        page.set_column_width(column, width(sheet, usize::from(column)))?;
    }
    for (row, cells) in (1_u32..).zip(&sheet.rows) {
        for (column, cell) in (0_u16..).zip(cells) {
            match cell {
                Cell::Text(text) => page.write_string_with_format(row, column, fitting(text), &words)?,
                Cell::Number(number) => page.write_number_with_format(row, column, i32::try_from(*number).unwrap_or(i32::MAX), &words)?,
            };
        }
    }
    Ok(())
}

/// Wide enough for what stands there, and never wider than one reads.
fn width(sheet: &Sheet, column: usize) -> f64 {
    let cells = sheet.rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.plain().chars().count());
    let longest = cells.chain(sheet.heads.get(column).map(|name| name.chars().count())).max().unwrap_or(0);
    f64::from(u8::try_from(longest.clamp(8, 60)).unwrap_or(60)) + 2.0
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;

    #[test]
    fn a_workbook_says_the_instant_it_was_asked_for() {
        let mut sheet = Sheet::new("One", &["Words", "Count"]);
        sheet.rows.push(vec!["=1+1".into(), Cell::Number(7)]);
        let at = Instant(1_764_000_000_000_000);
        let bytes = workbook(std::slice::from_ref(&sheet), at, Locale::Ar).expect("a workbook");
        let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes.as_slice())).expect("a zip archive");
        let mut part = |name: &str| {
            let mut xml = String::new();
            archive.by_name(name).expect("a part").read_to_string(&mut xml).expect("UTF-8");
            xml
        };
        assert!(part("docProps/core.xml").contains("2025-11-24T16:00:00Z"), "by no other clock");
        let cells = part("xl/worksheets/sheet1.xml");
        assert!(cells.contains("rightToLeft=\"1\"") && cells.contains("<v>7</v>") && !cells.contains("<f>"), "{cells}");
        assert!(part("xl/sharedStrings.xml").contains("=1+1"), "what looks like a formula is words");
        assert_eq!(workbook(&[sheet], at, Locale::Ar).expect("a workbook"), bytes, "the same twice");
    }

    #[test]
    fn words_are_cut_only_where_they_must() {
        let longest = model::domain::drafting::MAX_PROVISION_TEXT.max(model::domain::validate::MAX_COMMENT_TEXT);
        assert_eq!(fitting(&"x".repeat(longest)).len(), longest);
        let whole = "x".repeat(MAX_CELL);
        assert_eq!(fitting(&whole), whole, "what just fits is whole");
        // What a spreadsheet does not take is cut and says so, and does not lose the file.
        let letters = fitting(&format!("{whole}y"));
        assert_eq!((letters.encode_utf16().count(), letters.strip_suffix('…')), (MAX_CELL, Some(&whole[1..])));
        let signs = fitting(&"😀".repeat(longest));
        assert_eq!((signs.encode_utf16().count(), signs.chars().next_back()), (MAX_CELL, Some('…')));
        // Signs that no cell takes cut nothing.
        assert_eq!(fitting(&format!("{whole}\u{0}")), whole);
    }
}
