//! Tables, and workbooks of them.

use super::ExportError;
use model::domain::language::{Direction, Locale};
use rust_xlsxwriter::{Format, FormatAlign, Workbook};

/// What a spreadsheet takes in one cell, in characters.
const MAX_CELL: usize = 32_767;

/// A table: heads, and rows with as many cells.
pub struct Sheet {
    pub name: &'static str,
    pub heads: Vec<&'static str>,
    pub rows: Vec<Vec<String>>,
    /// From this column on the cells are numbers.
    pub numbers_from: usize,
}

impl Sheet {
    pub fn new(name: &'static str, heads: &[&'static str]) -> Self {
        Self { name, heads: heads.to_vec(), rows: Vec::new(), numbers_from: usize::MAX }
    }
}

/// What of a text a cell takes.
pub fn cell(text: &str) -> String {
    text.chars().filter(|c| !c.is_control() || matches!(c, '\t' | '\n')).take(MAX_CELL).collect()
}

/// A workbook with a sheet for each table. Cells are texts and numbers, never formulas; the first row stays in sight and has filters.
///
/// # Errors
/// The workbook could not be written.
pub fn workbook(sheets: &[Sheet], l: Locale) -> Result<Vec<u8>, ExportError> {
    let wrong = |error: rust_xlsxwriter::XlsxError| ExportError::Xlsx(error.to_string());
    let (head, words) = (Format::new().set_bold().set_text_wrap(), Format::new().set_text_wrap().set_align(FormatAlign::Top));
    let mut workbook = Workbook::new();
    for sheet in sheets {
        let page = workbook.add_worksheet();
        page.set_name(sheet.name).map_err(wrong)?;
        page.set_right_to_left(l.direction() == Direction::Rtl);
        page.set_freeze_panes(1, 0).map_err(wrong)?;
        for (column, name) in (0_u16..).zip(&sheet.heads) {
            page.write_string_with_format(0, column, *name, &head).map_err(wrong)?;
            page.set_column_width(column, width(sheet, usize::from(column))).map_err(wrong)?;
        }
        for (row, cells) in (1_u32..).zip(&sheet.rows) {
            for (column, text) in (0_u16..).zip(cells) {
                match text.parse::<u32>() {
                    Ok(number) if usize::from(column) >= sheet.numbers_from => page.write_number_with_format(row, column, number, &words),
                    _ => page.write_string_with_format(row, column, cell(text), &words),
                }
                .map_err(wrong)?;
            }
        }
        let (last_row, last_column) = (u32::try_from(sheet.rows.len()), u16::try_from(sheet.heads.len().saturating_sub(1)));
        if let (Ok(last_row), Ok(last_column)) = (last_row, last_column) {
            page.autofilter(0, 0, last_row, last_column).map_err(wrong)?;
        }
    }
    workbook.save_to_buffer().map_err(wrong)
}

/// Wide enough for what stands there, and never wider than one reads.
fn width(sheet: &Sheet, column: usize) -> f64 {
    let longest = sheet.rows.iter().filter_map(|row| row.get(column)).map(|text| text.chars().count()).max().unwrap_or(0);
    let head = sheet.heads.get(column).map_or(0, |name| name.chars().count());
    f64::from(u8::try_from(longest.max(head).clamp(8, 60)).unwrap_or(60)) + 2.0
}
