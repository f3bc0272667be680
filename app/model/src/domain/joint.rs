//! Joint papers: the organisation that leads invites others, and each of them confirms exactly the words it read. A change of the words ends
//! every confirmation.

use super::ids::{LedgerEntryId, OrganisationId, PaperId};
use super::organisation::OrganisationRef;
use super::permit::Permit;
use super::time::{Instant, Span};
use crate::policy::ConfirmJoint;

/// The most organisations that are invited to one paper.
pub const MAX_INVITED: usize = 50;

/// How long after it was asked an organisation can be asked again.
pub const ASK_AGAIN_AFTER: Span = Span::HOUR;

/// An organisation that is invited to a joint paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invited {
    pub organisation: OrganisationRef,
    /// When it was last asked to confirm.
    pub asked_at: Instant,
    /// When it confirmed, and the SHA-256 of what it confirmed.
    pub confirmed: Option<(Instant, String)>,
    /// When the words were changed after it had confirmed.
    pub voided_at: Option<Instant>,
    pub declined_at: Option<Instant>,
}

/// Where an invited organisation stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    /// It has not answered.
    Waiting,
    /// It confirmed the words as they are now.
    Confirmed { at: Instant },
    /// It confirmed other words.
    Changed { at: Instant },
    /// It does not want to be named.
    Declined { at: Instant },
}

impl Answer {
    /// As far as it is known without the words.
    pub const fn of(declined_at: Option<Instant>, confirmed_at: Option<Instant>, voided_at: Option<Instant>) -> Self {
        match (declined_at, confirmed_at, voided_at) {
            (Some(at), _, _) => Self::Declined { at },
            (None, Some(_), Some(at)) => Self::Changed { at },
            (None, Some(at), None) => Self::Confirmed { at },
            (None, None, _) => Self::Waiting,
        }
    }
}

impl Invited {
    /// `sha256`: of the words as they are now.
    pub fn answer(&self, sha256: &str) -> Answer {
        let confirmed_at = self.confirmed.as_ref().map(|(at, _)| *at);
        match (Answer::of(self.declined_at, confirmed_at, self.voided_at), &self.confirmed) {
            // What it confirmed is written otherwise now, though nobody saved anything.
            (Answer::Confirmed { at }, Some((_, words))) if words != sha256 => Answer::Changed { at },
            (answer, _) => answer,
        }
    }

    /// It will be named, if the words are submitted as they are.
    pub fn is_named(&self, sha256: &str) -> bool {
        matches!(self.answer(sha256), Answer::Confirmed { .. })
    }

    /// It has neither confirmed the words as they are nor declined.
    pub fn is_awaited(&self, sha256: &str) -> bool {
        matches!(self.answer(sha256), Answer::Waiting | Answer::Changed { .. })
    }

    /// It can be asked (again) to confirm.
    pub fn can_be_asked(&self, sha256: &str, now: Instant) -> bool {
        self.is_awaited(sha256) && now - self.asked_at >= ASK_AGAIN_AFTER
    }
}

/// A confirmation about to be stored. Made by [`confirm`] alone.
#[derive(Debug)]
pub struct Confirmation {
    paper: PaperId,
    organisation: OrganisationId,
    sha256: String,
    at: Instant,
    judged_by: LedgerEntryId,
}

impl Confirmation {
    pub const fn paper(&self) -> PaperId {
        self.paper
    }
    pub const fn organisation(&self) -> OrganisationId {
        self.organisation
    }
    /// Of the words that are confirmed.
    pub fn sha256(&self) -> &str {
        &self.sha256
    }
    pub const fn at(&self) -> Instant {
        self.at
    }
    /// The entry of the ledger it was judged by: that of the organisation that leads.
    pub const fn judged_by(&self) -> LedgerEntryId {
        self.judged_by
    }
}

/// Confirms the words with this SHA-256 for an organisation.
pub fn confirm(permit: Permit<ConfirmJoint>, sha256: String) -> Confirmation {
    let at = permit.at();
    let ConfirmJoint { paper, lead, organisation, window, .. } = permit.into_action();
    let judged_by = window.judged_by(lead, Some(paper.item()), at);
    Confirmation { paper, organisation, sha256, at, judged_by }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::organisation::{Region, StakeholderType};

    fn invited(confirmed: Option<&str>) -> Invited {
        let id = OrganisationId(uuid::Uuid::from_u128(1));
        let (stakeholder_type, region) = (StakeholderType::ALL[0], Region::ALL[0]);
        Invited {
            organisation: OrganisationRef { id, name: "O".to_owned(), stakeholder_type, region },
            asked_at: Instant(0),
            confirmed: confirmed.map(|words| (Instant(5), words.to_owned())),
            voided_at: None,
            declined_at: None,
        }
    }

    #[test]
    fn a_confirmation_is_for_exactly_its_words() {
        let at = Instant(5);
        assert_eq!(invited(None).answer("a"), Answer::Waiting);
        assert_eq!(invited(Some("a")).answer("a"), Answer::Confirmed { at });
        assert_eq!(invited(Some("a")).answer("b"), Answer::Changed { at });
        let voided = Invited { voided_at: Some(Instant(7)), ..invited(Some("a")) };
        assert_eq!(voided.answer("a"), Answer::Changed { at: Instant(7) }, "also where the words are the same again");
        let declined = Invited { declined_at: Some(Instant(9)), ..invited(Some("a")) };
        assert_eq!(declined.answer("a"), Answer::Declined { at: Instant(9) });
        assert!(invited(Some("a")).is_named("a") && !voided.is_named("a") && !declined.is_named("a"));
    }

    #[test]
    fn who_has_answered_is_not_asked_again_nor_anybody_at_once() {
        let later = Instant(0) + ASK_AGAIN_AFTER;
        assert!(invited(None).can_be_asked("a", later) && !invited(None).can_be_asked("a", later - Span::MICROSECOND));
        assert!(invited(Some("a")).can_be_asked("b", later) && !invited(Some("a")).can_be_asked("a", later));
        assert!(!Invited { declined_at: Some(Instant(1)), ..invited(None) }.can_be_asked("a", later));
    }
}
