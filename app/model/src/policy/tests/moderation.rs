//! Moderation: deciding, moving, taking back, appeals.

use super::{Ask, BODY, GROUP, NOW, ORG, OTHER_GROUP, OTHER_ORG};
use crate::domain::ids::{DecisionId, ItemId, PersonId};
use crate::domain::item::ItemState;
use crate::domain::moderation::{APPEAL_TIME, ModerationAct};
use crate::domain::time::Span;
use crate::policy::*;
use uuid::Uuid;

pub fn moderation_actions(asks: &mut Vec<(String, Ask)>) {
    let item = ItemId(Uuid::from_u128(7));
    let decision = DecisionId(Uuid::from_u128(80));
    let mut ask = |name: String, ask: Ask| asks.push((name, ask));
    for (place, subgroup) in [("of the subgroup", Some(GROUP)), ("to the whole body", None)] {
        ask(format!("read the queue {place}"), Box::new(move |a| check(a, &ReadQueue { body: BODY, subgroup }, NOW)));
        for (whose, organisation, named) in [("", ORG, vec![]), (" of another organisation with the own name", OTHER_ORG, vec![ORG])] {
            for state in [ItemState::Submitted, ItemState::Accepted] {
                let named = named.clone();
                let decide = DecideItem { item, organisation, named: named.clone(), body: BODY, subgroup, state };
                ask(format!("decide on input{whose} {place}, {}", state.code()), Box::new(move |a| check(a, &decide, NOW)));
                let to = Some(OTHER_GROUP);
                let move_to = MoveItem { item, organisation, named, body: BODY, subgroup, to, state };
                ask(format!("move input{whose} {place}, {}", state.code()), Box::new(move |a| check(a, &move_to, NOW)));
            }
            for state in [ItemState::Submitted, ItemState::Accepted, ItemState::Returned, ItemState::Declined] {
                let redact = RedactWords { item, organisation, named: named.clone(), body: BODY, subgroup, state };
                ask(format!("redact words of input{whose} {place}, {}", state.code()), Box::new(move |a| check(a, &redact, NOW)));
            }
        }
        let there =
            MoveItem { item, organisation: OTHER_ORG, named: vec![], body: BODY, subgroup, to: subgroup, state: ItemState::Submitted };
        ask(format!("move input {place} to where it is"), Box::new(move |a| check(a, &there, NOW)));
    }
    for act in ModerationAct::ALL.iter().copied() {
        let undo = |subgroup, done_in, state, newest, revised| UndoDecision {
            decision,
            item,
            organisation: OTHER_ORG,
            named: vec![],
            body: BODY,
            subgroup,
            done_in,
            act,
            state,
            newest,
            revised,
        };
        let state = act.leads_to().unwrap_or(ItemState::Submitted);
        for (what, undo) in [
            ("", undo(Some(GROUP), Some(GROUP), state, true, false)),
            (" of the whole body", undo(None, None, state, true, false)),
            (", done elsewhere, now here", undo(Some(GROUP), Some(OTHER_GROUP), state, true, false)),
            (", done here, now elsewhere", undo(Some(OTHER_GROUP), Some(GROUP), state, true, false)),
            (", elsewhere", undo(Some(OTHER_GROUP), Some(OTHER_GROUP), state, true, false)),
            (", something was done since", undo(Some(GROUP), Some(GROUP), state, false, false)),
            (", withdrawn since", undo(Some(GROUP), Some(GROUP), ItemState::Withdrawn, true, false)),
            (", being revised", undo(Some(GROUP), Some(GROUP), state, true, true)),
        ] {
            ask(format!("take back: {}{what}", act.code()), Box::new(move |a| check(a, &undo, NOW)));
        }
    }
    appeals(&mut ask);
    super::themes::theme_actions(asks);
    super::summary::summary_actions(asks);
}

fn appeals(ask: &mut impl FnMut(String, Ask)) {
    for (what, stands, replied) in [("", true, false), (", a second time", true, true), (" that does not stand", false, false)] {
        let reply = ReplyToDecision { organisation: ORG, stands, replied };
        ask(format!("answer a decision{what}"), Box::new(move |a| check(a, &reply, NOW)));
    }
    for (what, stands, age, filed) in [
        ("", true, Span::DAY, false),
        (", a second time", true, Span::DAY, true),
        (", at the last instant", true, Span(APPEAL_TIME.0 - 1), false),
        (", too late", true, APPEAL_TIME, false),
        (", of what was returned", false, Span::DAY, false),
    ] {
        let appeal = FileAppeal { organisation: ORG, stands, decided_at: NOW - age, filed };
        ask(format!("appeal{what}"), Box::new(move |a| check(a, &appeal, NOW)));
    }
    let (own, other) = (PersonId(Uuid::from_u128(9)), PersonId(Uuid::from_u128(10)));
    for (what, organisation, named, others, decided_by, open) in [
        ("decided in another subgroup", OTHER_ORG, vec![], vec![GROUP], other, true),
        ("decided in the own subgroup", OTHER_ORG, vec![], vec![OTHER_GROUP], other, true),
        ("decided by oneself", OTHER_ORG, vec![], vec![GROUP], own, true),
        ("of the own organisation", ORG, vec![], vec![GROUP], other, true),
        ("that bears the own name", OTHER_ORG, vec![ORG], vec![GROUP], other, true),
        ("answered already", OTHER_ORG, vec![], vec![GROUP], other, false),
    ] {
        let answer = AnswerAppeal { item: ItemId(Uuid::from_u128(7)), organisation, named, body: BODY, others, decided_by, open };
        ask(format!("answer an appeal, {what}"), Box::new(move |a| check(a, &answer, NOW)));
    }
}
