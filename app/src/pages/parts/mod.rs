//! Small pieces of view that several pages share and that are too particular for `ui`.
//! May use: `ui`, `domain`, `portal` (values only), `forms`, `i18n`, `routes`, `calendar`. Must not ask the portal anything.

mod accreditation;
mod call;
mod carried;
mod chart;
mod comment_form;
mod comment_words;
mod corrigenda;
mod decisions;
mod earlier;
mod editor;
mod fates;
mod for_whom;
mod frame;
mod hindrance;
mod history;
mod joint;
mod last_look;
mod late;
mod ledger;
mod names;
mod organisation_rows;
mod outline;
mod paging;
mod provision;
mod questions;
mod queue;
mod recommendations;
mod signed;
mod succession;
mod trouble;
mod unsubmitted;
mod way;
mod worth_a_look;
mod writing_for;
mod zones;

pub use accreditation::{accreditation_steps, application_facts, typed_step};
pub use call::{calendar_link, call_actions, call_panel, first_open, office_list, open_step, own_head_deadline, round_deadline, round_for};
pub use carried::carried;
pub use chart::{Value, Words, bars, rows, strip};
pub use comment_form::{CommentFormParts, comment_form, invitation};
pub use comment_words::{comment_words, original_for};
pub use corrigenda::{ask_corrigendum, corrigenda, corrigenda_mark, waiting_corrigendum};
pub use decisions::{decisions, not_sent, revise_until};
pub use earlier::{earlier_comment, earlier_here, made_on, standing};
pub use editor::{EditorParts, editor, stored_words, subgroup_name};
pub use fates::{cited, fate};
pub use for_whom::acting_head;
pub use frame::{
    both_languages, draft_rows, for_the_chair, head_in_body, head_in_round, head_in_session, issued_on, local, sign_in_and_return,
    subgroup_cards, timeline,
};
pub use hindrance::{HindranceWords, hindrance, stands_against};
pub use history::history;
pub use joint::joint_answer;
pub use last_look::{LastLook, last_look};
pub use late::{is_open_for, kept_sealed, own_deadline, own_deadlines, refusals};
pub use ledger::ledger;
pub use names::{is_own, paper_names};
pub use organisation_rows::{organisation_meta, organisation_rows};
pub use outline::{numbered, outlined, troubles};
pub use paging::{PageWords, pagination, with_query};
pub use provision::{anchor, level_class, provision_block, provision_quote};
pub use questions::{answered, answers_of, questions};
pub use queue::{corrigendum_rows, progress, queue_for, queue_list, queue_name, queue_rows, to_place_rows};
pub use recommendations::{recommendations_of, recommended};
pub use signed::signed_receipt;
pub use succession::{is_open, replaces, succession};
pub use trouble::{alert, refusal_notice, status_of, status_of_form, trouble};
pub use unsubmitted::{own_status, title_state, unsubmitted};
pub use way::way;
pub use worth_a_look::worth_a_look;
pub use writing_for::writing_for;
pub use zones::zones;
