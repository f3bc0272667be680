//! Themes: keeping the tree of a queue, taking a merging back, putting themes to inputs.

use super::{Ask, BODY, GROUP, NOW, ORG, OTHER_ORG};
use crate::domain::item::ItemState;
use crate::policy::*;

pub fn theme_actions(asks: &mut Vec<(String, Ask)>) {
    let mut ask = |name: String, ask: Ask| asks.push((name, ask));
    for (place, subgroup) in [("of the subgroup", Some(GROUP)), ("of the whole body", None)] {
        ask(format!("keep the themes {place}"), Box::new(move |a| check(a, &KeepThemes { body: BODY, subgroup }, NOW)));
        for (what, stands, used) in [("", true, false), (", a second time", false, false), (", used since", true, true)] {
            let undo = UndoThemes { body: BODY, subgroup, stands, used };
            ask(format!("take back a merging of themes {place}{what}"), Box::new(move |a| check(a, &undo, NOW)));
        }
        for (whose, organisation, named) in
            [("", OTHER_ORG, vec![]), (" of the own organisation", ORG, vec![]), (" with the own name", OTHER_ORG, vec![ORG])]
        {
            for state in [ItemState::Submitted, ItemState::Declined, ItemState::Withdrawn] {
                let tag = TagItem { organisation, named: named.clone(), body: BODY, subgroup, state };
                ask(format!("put themes to input{whose} {place}, {}", state.code()), Box::new(move |a| check(a, &tag, NOW)));
            }
        }
    }
}
