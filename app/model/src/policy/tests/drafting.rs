//! Texts: preparing, issuing.

use super::{Ask, NOW};
use crate::domain::ids::PreparationId;
use crate::policy::*;

pub fn drafting_actions(asks: &mut Vec<(String, Ask)>) {
    let mut ask = |name: &str, ask: Ask| asks.push((name.to_owned(), ask));
    ask("prepare a text", Box::new(|a| check(a, &PrepareText { body: super::BODY }, NOW)));
    for (name, flawed, confirmed, newest) in [
        ("issue a text", false, true, true),
        ("issue a text with a flaw", true, true, true),
        ("issue a text without confirmed origins", false, false, true),
        ("issue a text after another version", false, true, false),
    ] {
        let preparation = PreparationId(uuid::Uuid::from_u128(71));
        let issue = IssueText { preparation, body: super::BODY, flawed, confirmed, newest };
        ask(name, Box::new(move |a| check(a, &issue, NOW)));
    }
}
