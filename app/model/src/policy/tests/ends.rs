//! How papers end: taken back, replaced, or thrown away before they were submitted.

use super::{Ask, NOW, ORG, PAPER};
use crate::domain::item::ItemState;
use crate::domain::window::Window;
use crate::policy::*;

/// Ending what was submitted: taken back, or replaced.
pub fn paper_end_actions(asks: &mut Vec<(String, Ask)>, phase: &str, window: &Window) {
    for state in [ItemState::Draft, ItemState::Accepted, ItemState::Withdrawn] {
        let of = window.clone();
        let ask: Ask = Box::new(move |a| check(a, &WithdrawPaper { paper: PAPER, organisation: ORG, state, window: of.clone() }, NOW));
        asks.push((format!("withdraw a paper, {}, {phase}", state.code()), ask));
        let of = window.clone();
        let ask: Ask = Box::new(move |a| check(a, &ReplacePaper { paper: PAPER, organisation: ORG, state, window: of.clone() }, NOW));
        asks.push((format!("replace a paper, {}, {phase}", state.code()), ask));
    }
}

/// Throwing away what was never submitted.
pub fn discard_actions() -> Vec<(String, Ask)> {
    let cases = [(ItemState::Draft, false), (ItemState::Draft, true), (ItemState::Returned, false), (ItemState::Submitted, false)];
    let ask = |(state, on_record): (ItemState, bool)| -> (String, Ask) {
        let discard = DiscardDraft { paper: PAPER, organisation: ORG, state, on_record };
        let record = if on_record { ", tried to be submitted" } else { "" };
        (format!("delete a draft, {}{record}", state.code()), Box::new(move |a| check(a, &discard, NOW)))
    };
    cases.into_iter().map(ask).collect()
}
