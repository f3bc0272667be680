//! Texts: preparing, issuing; placing comments on earlier versions.

use super::{Ask, NOW, ORG};
use crate::domain::ids::OrganisationId;
use crate::policy::*;

pub fn drafting_actions(asks: &mut Vec<(String, Ask)>) {
    let mut ask = |name: &str, ask: Ask| asks.push((name.to_owned(), ask));
    ask("prepare a text", Box::new(|a| check(a, &PrepareText { body: super::BODY }, NOW)));
    ask("add a translation", Box::new(|a| check(a, &TranslateText { body: super::BODY }, NOW)));
    for (name, timed) in [("change a text that is prepared", false), ("change a text with a stated time", true)] {
        ask(name, Box::new(move |a| check(a, &ChangeText { body: super::BODY, timed }, NOW)));
    }
    for (name, flawed, confirmed, newest) in [
        ("issue a text", false, true, true),
        ("issue a text with a flaw", true, true, true),
        ("issue a text without confirmed origins", false, false, true),
        ("issue a text after another version", false, true, false),
    ] {
        let issue = IssueText { body: super::BODY, flawed, confirmed, newest };
        ask(name, Box::new(move |a| check(a, &issue, NOW)));
    }
    for (name, newest) in [("set a status", true), ("set a status in an earlier version", false)] {
        ask(name, Box::new(move |a| check(a, &SetStatus { body: super::BODY, newest }, NOW)));
    }
    for (name, newest) in [("link a provision", true), ("link a provision in an earlier version", false)] {
        ask(name, Box::new(move |a| check(a, &LinkProvision { body: super::BODY, newest }, NOW)));
    }
    for (name, organisation, exact, newest) in [
        ("place a comment", OrganisationId(uuid::Uuid::from_u128(72)), false, true),
        ("place a comment of the own organisation", ORG, false, true),
        ("place a comment that stands exactly", OrganisationId(uuid::Uuid::from_u128(72)), true, true),
        ("place a comment in an earlier version", OrganisationId(uuid::Uuid::from_u128(72)), false, false),
    ] {
        let place = PlaceComment { organisation, body: super::BODY, subgroup: super::GROUP, exact, newest };
        ask(name, Box::new(move |a| check(a, &place, NOW)));
    }
}
