//! How papers and comments end: taken back, replaced or changed, or thrown away before they were submitted.

use super::{Ask, COMMENT, NOW, ORG, OTHER_ORG, PAPER};
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

/// Ending what was sent: taken back, or other words in its place.
pub fn comment_end_actions(asks: &mut Vec<(String, Ask)>, phase: &str, window: &Window) {
    for state in [ItemState::Submitted, ItemState::Returned, ItemState::Declined] {
        let of = window.clone();
        let ask: Ask =
            Box::new(move |a| check(a, &WithdrawComment { comment: COMMENT, organisation: ORG, state, window: of.clone() }, NOW));
        asks.push((format!("withdraw a comment, {}, {phase}", state.code()), ask));
        let of = window.clone();
        let ask: Ask = Box::new(move |a| check(a, &ChangeComment { comment: COMMENT, organisation: ORG, state, window: of.clone() }, NOW));
        asks.push((format!("change a comment, {}, {phase}", state.code()), ask));
    }
}

/// What other organisations say to a proposal.
pub fn voice_actions(asks: &mut Vec<(String, Ask)>, phase: &str, window: &Window) {
    for (whose, author) in [("own", ORG), ("another organisation's", OTHER_ORG)] {
        let of = window.clone();
        let ask: Ask = Box::new(move |a| check(a, &SayVoice { organisation: ORG, author, window: of.clone() }, NOW));
        asks.push((format!("support the {whose} proposal, {phase}"), ask));
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
