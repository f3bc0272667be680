//! The chair's summary while it is written.

use super::{Ask, BODY, GROUP, NOW};
use crate::policy::*;

pub fn summary_actions(asks: &mut Vec<(String, Ask)>) {
    let mut ask = |name: &str, ask: Ask| asks.push((name.to_owned(), ask));
    let read = ReadWriting { body: BODY, subgroups: vec![GROUP] };
    ask("read the summary while it is written", Box::new(move |a| check(a, &read, NOW)));
    for (place, subgroup) in [("the part of the subgroup", Some(GROUP)), ("another part", None)] {
        for (what, handed_in, own) in [("", false, false), (", handed in", true, false), (", in the chair's own words", false, true)] {
            let write = WritePart { body: BODY, subgroup, handed_in, own };
            ask(&format!("write {place} of the summary{what}"), Box::new(move |a| check(a, &write, NOW)));
        }
    }
    for (what, back) in [("hand in", false), ("give back", true)] {
        let hand = HandInPart { body: BODY, subgroup: GROUP, back };
        ask(&format!("{what} the part of the subgroup"), Box::new(move |a| check(a, &hand, NOW)));
    }
}
