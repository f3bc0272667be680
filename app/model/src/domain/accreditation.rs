//! Accreditation: an organisation asks to be admitted to a session or a body; the secretariat circulates what it says to Member States,
//! and admits it where none objects. Who is not accredited takes part in writing all the same.

use super::ids::{AccreditationId, LedgerEntryId, OrganisationId, RoundId};
use super::organisation::coded;
use super::permit::Permit;
use super::time::Instant;
use crate::policy::{Apply, DecideAccreditation};
use serde::{Deserialize, Serialize};

/// The most applications of one round that pages show.
pub const MAX_APPLICATIONS: usize = 500;
/// The longest name of an objecting State, in characters.
pub const MAX_STATE: usize = 200;

coded! {
    /// What an accreditation is for.
    Reach { Session => "session", Body => "body" }
}

coded! {
    /// Consultative status with the Economic and Social Council.
    ConsultativeStatus { None => "none", General => "general", Special => "special", Roster => "roster" }
}

impl ConsultativeStatus {
    /// Whoever has it is accredited without being circulated.
    pub const fn is_held(self) -> bool {
        !matches!(self, Self::None)
    }
}

coded! {
    /// Where an application stands.
    AccreditationStatus {
        InterestExpressed => "interest_expressed",
        // The secretariat found something missing.
        Returned => "returned",
        // Member States have it.
        Circulated => "circulated",
        Accredited => "accredited",
        Objected => "objected",
        // By the organisation itself, which can ask anew.
        Withdrawn => "withdrawn",
    }
}

impl AccreditationStatus {
    /// Whether the organisation can still change what it said.
    pub const fn is_editable(self) -> bool {
        matches!(self, Self::InterestExpressed | Self::Returned | Self::Withdrawn)
    }

    /// Whether it still waits, so that it can be withdrawn.
    pub const fn waits(self) -> bool {
        matches!(self, Self::InterestExpressed | Self::Returned | Self::Circulated)
    }
}

coded! {
    /// What is done with an application.
    Step {
        Circulate => "circulate",
        Return => "return",
        Accredit => "accredit",
        // A Member State objects.
        Object => "object",
        // It no longer does.
        Lift => "lift",
        // An accreditation is taken back, to be looked at again.
        Reopen => "reopen",
    }
}

impl Step {
    /// Where it leads from `status`; `None` where it cannot be taken. `consultative`: as the application says.
    pub const fn from(self, status: AccreditationStatus, consultative: ConsultativeStatus) -> Option<AccreditationStatus> {
        use AccreditationStatus as S;
        match (self, status) {
            // Who has consultative status is not circulated: where it has none after all, the application is returned.
            (Self::Circulate, S::InterestExpressed) if !consultative.is_held() => Some(S::Circulated),
            (Self::Lift, S::Objected) => Some(S::Circulated),
            (Self::Return, S::InterestExpressed) => Some(S::Returned),
            (Self::Accredit, S::Circulated) => Some(S::Accredited),
            (Self::Accredit, S::InterestExpressed) if consultative.is_held() => Some(S::Accredited),
            (Self::Object, S::Circulated) => Some(S::Objected),
            // It goes back to where it was accredited from.
            (Self::Reopen, S::Accredited) => Some(if consultative.is_held() { S::InterestExpressed } else { S::Circulated }),
            _ => None,
        }
    }

    /// Objections are the chair's: who objects, and why, is told to nobody else.
    pub const fn is_of_chair(self) -> bool {
        matches!(self, Self::Object | Self::Lift)
    }

    /// Whether the organisation is told why.
    pub const fn needs_reason(self) -> bool {
        !matches!(self, Self::Circulate | Self::Accredit)
    }
}

/// What an organisation says of itself to be accredited.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ApplicationContent {
    pub consultative: ConsultativeStatus,
    /// Like `activities`, empty only where the organisation has consultative status.
    pub purpose: String,
    pub activities: String,
}

/// The application of an organisation: one in each round.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Accreditation {
    pub id: AccreditationId,
    pub round: RoundId,
    pub organisation: OrganisationId,
    pub content: ApplicationContent,
    pub status: AccreditationStatus,
    /// Grows with every change of the words and with every step; a form carries the one it was filled from.
    pub version: i64,
    /// When the organisation asked first; asking again after a withdrawal is a new time.
    pub received_at: Instant,
    pub updated_at: Instant,
    /// The entry of the ledger the last change of the words was judged by.
    pub judged_by: LedgerEntryId,
}

/// How an organisation stands to a session: what is printed beside its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    pub status: AccreditationStatus,
    pub consultative: ConsultativeStatus,
}

/// The objection of a Member State: the chair's alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Objection {
    pub state: String,
    /// States need not give any.
    pub grounds: String,
}

/// An application about to be stored, new or changed. Made by [`apply`] alone.
#[derive(Debug)]
pub struct Applied {
    round: RoundId,
    organisation: OrganisationId,
    content: ApplicationContent,
    at: Instant,
    judged_by: LedgerEntryId,
}

impl Applied {
    pub const fn round(&self) -> RoundId {
        self.round
    }
    pub const fn organisation(&self) -> OrganisationId {
        self.organisation
    }
    pub const fn content(&self) -> &ApplicationContent {
        &self.content
    }
    pub const fn at(&self) -> Instant {
        self.at
    }
    pub const fn judged_by(&self) -> LedgerEntryId {
        self.judged_by
    }
}

/// Applies, or changes what was said. It is then looked at from the beginning.
pub fn apply(permit: Permit<Apply>, content: ApplicationContent) -> Applied {
    let at = permit.at();
    let Apply { round, organisation, window, .. } = permit.into_action();
    Applied { round, organisation, content, at, judged_by: window.judged_by(organisation, None, at) }
}

/// A step about to be stored. Made by [`step`] alone.
#[derive(Debug)]
pub struct Stepped {
    accreditation: AccreditationId,
    version: i64,
    step: Step,
    leads_to: AccreditationStatus,
    at: Instant,
}

impl Stepped {
    pub const fn accreditation(&self) -> AccreditationId {
        self.accreditation
    }
    /// The version it was decided on.
    pub const fn version(&self) -> i64 {
        self.version
    }
    pub const fn step(&self) -> Step {
        self.step
    }
    pub const fn leads_to(&self) -> AccreditationStatus {
        self.leads_to
    }
    pub const fn at(&self) -> Instant {
        self.at
    }
}

/// Takes a step with an application as it stood at `version`. `None`: from there it leads nowhere, which the permit has ruled out.
pub fn step(permit: Permit<DecideAccreditation>, version: i64) -> Option<Stepped> {
    let at = permit.at();
    let DecideAccreditation { accreditation, status, consultative, step, .. } = permit.into_action();
    Some(Stepped { accreditation, version, step, leads_to: step.from(status, consultative)?, at })
}

#[cfg(test)]
mod tests {
    use super::*;
    use AccreditationStatus as S;

    #[test]
    fn who_has_no_consultative_status_is_accredited_only_after_circulation() {
        let none = ConsultativeStatus::None;
        assert_eq!(Step::Accredit.from(S::InterestExpressed, none), None);
        assert_eq!(Step::Circulate.from(S::InterestExpressed, none), Some(S::Circulated));
        assert_eq!(Step::Accredit.from(S::Circulated, none), Some(S::Accredited));
        for held in [ConsultativeStatus::General, ConsultativeStatus::Special, ConsultativeStatus::Roster] {
            assert_eq!(Step::Accredit.from(S::InterestExpressed, held), Some(S::Accredited));
            assert_eq!(
                Step::Circulate.from(S::InterestExpressed, held),
                None,
                "so that what was circulated never comes back to be changed"
            );
        }
    }

    #[test]
    fn an_objection_stands_until_it_is_lifted() {
        for consultative in ConsultativeStatus::ALL {
            for step in Step::ALL {
                let leads = step.from(S::Objected, *consultative);
                assert_eq!(leads, (*step == Step::Lift).then_some(S::Circulated), "{step:?}");
            }
        }
    }

    #[test]
    fn nothing_is_done_with_what_the_organisation_has_in_hand() {
        for status in [S::Returned, S::Withdrawn] {
            for step in Step::ALL {
                assert_eq!(step.from(status, ConsultativeStatus::General), None, "{step:?} from {status:?}");
            }
        }
    }

    #[test]
    fn a_step_taken_back_leads_to_where_the_same_step_can_be_taken() {
        for consultative in ConsultativeStatus::ALL {
            let back = Step::Reopen.from(S::Accredited, *consultative).expect("can be taken back");
            assert_eq!(Step::Accredit.from(back, *consultative), Some(S::Accredited));
        }
    }
}
