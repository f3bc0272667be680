//! Corrigenda: asking, taking back, deciding.

use super::{Ask, NOW, ORG, OTHER_ORG, phases};
use crate::domain::ids::CorrigendumId;
use crate::domain::item::ItemState;
use crate::policy::*;

pub fn corrigendum_actions(asks: &mut Vec<(String, Ask)>) {
    let mut ask = |name: String, ask: Ask| asks.push((name, ask));
    for (phase, window) in phases() {
        for (state, waiting) in [(ItemState::Accepted, false), (ItemState::Accepted, true), (ItemState::Submitted, false)] {
            let of = AskCorrigendum { paper: super::PAPER, organisation: ORG, state, window: window.clone(), waiting };
            let beside = if waiting { " beside one that waits" } else { "" };
            ask(format!("ask for a corrigendum, {}, {phase}{beside}", state.code()), Box::new(move |a| check(a, &of, NOW)));
        }
    }
    ask("take a corrigendum back".to_owned(), Box::new(|a| check(a, &TakeCorrigendumBack { organisation: ORG }, NOW)));
    for waiting in [true, false] {
        let which = if waiting { "waiting" } else { "decided" };
        for (subgroup, whose) in [(Some(super::GROUP), "to a subgroup"), (None, "to the whole body")] {
            for (state, publish) in [(ItemState::Accepted, true), (ItemState::Replaced, true), (ItemState::Replaced, false)] {
                let what = if publish { "publish" } else { "decline" };
                for (organisation, named, of) in [(ORG, vec![], ""), (OTHER_ORG, vec![ORG], " that bears the own name")] {
                    let corrigendum = CorrigendumId(uuid::Uuid::from_u128(70));
                    let decide =
                        DecideCorrigendum { corrigendum, organisation, named, body: super::BODY, subgroup, state, waiting, publish };
                    let name = format!("{what} a corrigendum {whose}{of}, {}, {which}", state.code());
                    ask(name, Box::new(move |a| check(a, &decide, NOW)));
                }
            }
        }
    }
}
