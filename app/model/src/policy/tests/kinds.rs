//! What is done in rounds of the kinds that are neither papers nor comments.

use super::{Ask, BODY, GROUP, NOW, ORG, OTHER_ORG, phases};
use crate::domain::accreditation::{AccreditationStatus, ConsultativeStatus, Step};
use crate::domain::ids::{AccreditationId, PaperId, RoundId};
use crate::domain::item::ItemState;
use crate::policy::*;
use uuid::Uuid;

/// Lists of speakers.
pub fn speaker_actions(asks: &mut Vec<(String, Ask)>) {
    let mut ask = |name: &str, ask: Ask| asks.push((name.to_owned(), ask));
    let round = RoundId(Uuid::nil());
    for (phase, window) in phases() {
        for (place, subgroup, in_subgroup) in
            [("in the body", None, false), ("in a joined subgroup", Some(GROUP), true), ("in another subgroup", Some(GROUP), false)]
        {
            let speak = AskToSpeak { round, organisation: ORG, window: window.clone(), subgroup, in_subgroup };
            ask(&format!("ask to speak {place}, {phase}"), Box::new(move |a| check(a, &speak, NOW)));
        }
    }
    ask("leave the list of speakers", Box::new(|a| check(a, &LeaveSpeakers { organisation: ORG }, NOW)));
    ask("read the list of speakers", Box::new(|a| check(a, &ReadSpeakers { body: BODY }, NOW)));
    ask("order the list of speakers", Box::new(move |a| check(a, &OrderSpeakers { round, body: BODY }, NOW)));
}

/// Accreditation: every step from every status, for organisations with and without consultative status.
pub fn accreditation_actions(asks: &mut Vec<(String, Ask)>) {
    let mut ask = |name: &str, ask: Ask| asks.push((name.to_owned(), ask));
    let (round, accreditation) = (RoundId(Uuid::nil()), AccreditationId(Uuid::nil()));
    let standings = std::iter::once(None).chain(AccreditationStatus::ALL.iter().copied().map(Some));
    for status in standings {
        let name = status.map_or("nothing", AccreditationStatus::code);
        for (phase, window) in phases() {
            let apply = Apply { round, organisation: ORG, window, status };
            ask(&format!("apply for accreditation after {name}, {phase}"), Box::new(move |a| check(a, &apply, NOW)));
        }
        let Some(status) = status else { continue };
        ask(
            &format!("withdraw an application, {name}"),
            Box::new(move |a| check(a, &WithdrawApplication { organisation: ORG, status }, NOW)),
        );
        for step in Step::ALL {
            for (held, consultative) in [("", ConsultativeStatus::None), (" with consultative status", ConsultativeStatus::Special)] {
                let decide = DecideAccreditation { accreditation, organisation: ORG, body: BODY, status, consultative, step: *step };
                ask(&format!("{} an application{held}, {name}", step.code()), Box::new(move |a| check(a, &decide, NOW)));
            }
        }
    }
    ask("read applications", Box::new(|a| check(a, &ReadApplications { body: BODY }, NOW)));
    ask("read objections", Box::new(|a| check(a, &ReadObjections { body: BODY, organisation: ORG }, NOW)));
}

/// Co-signing: offering an own paper, signing that of another.
pub fn co_signing_actions(asks: &mut Vec<(String, Ask)>) {
    let mut ask = |name: &str, ask: Ask| asks.push((name.to_owned(), ask));
    let (round, paper) = (RoundId(Uuid::nil()), PaperId(Uuid::nil()));
    for (phase, window) in phases() {
        for state in [ItemState::Submitted, ItemState::Accepted] {
            let offer = OfferPaper { paper, organisation: ORG, state, window: window.clone() };
            ask(&format!("offer a paper for co-signing, {}, {phase}", state.code()), Box::new(move |a| check(a, &offer, NOW)));
        }
        for (what, author, offered, named, redacted) in [
            ("an offered paper", OTHER_ORG, true, false, false),
            ("an offered paper of which words are redacted", OTHER_ORG, true, false, true),
            ("a paper that is not offered", OTHER_ORG, false, false, false),
            ("the own paper", ORG, true, false, false),
            ("an offered joint paper of one's own", OTHER_ORG, true, true, false),
        ] {
            let sign = CoSign { round, paper, author, organisation: ORG, offered, named, redacted, window: window.clone() };
            ask(&format!("co-sign {what}, {phase}"), Box::new(move |a| check(a, &sign, NOW)));
        }
        ask(
            &format!("take a signature back, {phase}"),
            Box::new(move |a| check(a, &TakeSignatureBack { organisation: ORG, window: window.clone() }, NOW)),
        );
    }
}
