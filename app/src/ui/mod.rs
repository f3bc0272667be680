//! The components pages are made of: the document around them, fields, deadlines, states, lists, notices.
//! May use: `domain`, `policy`, `forms` (field states), `error`, `portal` (values only), `i18n`, `labels`, `routes`, `calendar` of the model; `islands`, `render`.
//! Must not ask the portal anything.

mod actions;
mod choices;
mod chrome;
mod comment;
mod companions;
mod compared;
mod countries;
mod deadline;
mod diff;
mod facts;
mod fields;
mod icons;
mod layout;
mod lists;
mod local_time;
mod marked;
mod markup;
mod notices;
mod preview;
mod prose;
mod qr;
mod refusal;
mod select;
mod sides;
mod table;
mod text_area;

pub use actions::{Button, button, default_button, download_button, link_button, small_button};
pub use choices::{checkbox, checkboxes};
pub use comment::{comment, comment_kind, proposal, quoted, supporting_link, voices_line};
pub use companions::{draft_companion, local_copy, markdown_bar, proposed_text_toggle, queue_keys, selected_words};
pub use compared::{Counted, compared};
pub use countries::{country, country_options};
pub use deadline::{DeadlineStyle, deadline, deadline_in, happened, phase, phase_words, time};
pub use diff::{Change, changes_of_part, diff_on_page};
pub use facts::{
    accreditation_mark, accreditation_status, badge, demonstration_badge, facts, organisation, organisation_name, person_name, standing,
    status,
};
pub use fields::{
    FieldSpec, code_field, date_field, datetime_field, email_field, factor_code_field, file_field, hidden, password_field, place_field,
    search_field, text_field,
};
pub use layout::{Crumb, Head, page, page_head, page_head_with, scripts_of};
pub use lists::{paper_rows, paper_title, round_cards};
pub use local_time::local_time_field;
pub use marked::{Marks, marked, put_in, taken_out};
pub use notices::{Notice, empty, error_summary, notice};
pub use preview::{preview, previewed};
pub use prose::{Doubt, doubts, prose};
pub use qr::qr_code;
pub use refusal::{fault_words, refusal_words};
pub use select::{grouped_select, select};
pub use sides::sides;
pub use table::{Column, table};
pub use text_area::{markdown_area, text_area, text_area_with};

#[cfg(test)]
pub mod testing;
#[cfg(test)]
mod tests;
