//! Joint papers: inviting, confirming, declining, taking a name back.

use super::{Ask, NOW, ORG, OTHER_ORG, PAPER, phases};
use crate::domain::item::ItemState;
use crate::policy::*;

/// The organisation of those who ask leads the paper, or is invited to that of another.
pub fn joint_actions(asks: &mut Vec<(String, Ask)>) {
    let mut ask = |name: String, ask: Ask| asks.push((name, ask));
    for state in [ItemState::Draft, ItemState::Submitted] {
        let name = state.code();
        for (who, organisation) in [("another organisation", Some(OTHER_ORG)), ("the own one", Some(ORG)), ("those that are", None)] {
            let invite = InviteToJoint { lead: ORG, organisation, state };
            ask(format!("invite {who} to a joint paper, {name}"), Box::new(move |a| check(a, &invite, NOW)));
        }
        ask(format!("decline a joint paper, {name}"), Box::new(move |a| check(a, &DeclineJoint { organisation: ORG, state }, NOW)));
    }
    for (phase, window) in phases() {
        for state in [ItemState::Draft, ItemState::Accepted] {
            let of = window.clone();
            let confirm = ConfirmJoint { paper: PAPER, lead: OTHER_ORG, organisation: ORG, state, window: of };
            ask(format!("confirm a joint paper, {}, {phase}", state.code()), Box::new(move |a| check(a, &confirm, NOW)));
            let leave = LeaveJoint { lead: OTHER_ORG, organisation: ORG, state, window: window.clone() };
            ask(format!("take the name back from a joint paper, {}, {phase}", state.code()), Box::new(move |a| check(a, &leave, NOW)));
        }
    }
}
