//! The sample's organisation: with everything people can write, as hostile as they can write it.

use super::sample::{self, Sample};
use super::{NOW, organisation};
use async_trait::async_trait;
use model::domain::country::Country;
use model::domain::ids::*;
use model::domain::language::Language;
use model::domain::membership::{ClaimState, RequestState};
use model::domain::organisation::{Affiliation, ChangeKind, Office, Organisation, Profile};
use model::domain::person::Function;
use model::error::{PortalError, PortalResult};
use model::portal::*;
use uuid::Uuid;

const BAD: &str = "<b>bad</b> </textarea><script>alert(1)</script>";

fn whole() -> Organisation {
    let reference = organisation();
    let profile = Profile {
        short_name: "R<i>N".to_owned(),
        technical_community: true,
        country: Country::from_code("KE"),
        affiliations: vec![Affiliation::AfricanUnion, Affiliation::Brics],
        languages: vec![Language::Fr, Language::Ar],
        website: "https://example.org/a?b=<b>".to_owned(),
        ecosoc: BAD.to_owned(),
        description: format!("{BAD}\n\nSecond."),
        ..Profile::of_registration(reference.name, reference.stakeholder_type, reference.region)
    };
    Organisation { version: 4, ..Organisation::new(reference.id, profile, NOW) }
}

fn claim(n: u128, state: ClaimState) -> ClaimLine {
    ClaimLine {
        id: ClaimId(Uuid::from_u128(n)),
        organisation: organisation().id,
        organisation_name: organisation().name,
        claimant: PersonId(Uuid::from_u128(2)),
        claimant_name: BAD.to_owned(),
        reason: BAD.to_owned(),
        created_at: NOW,
        state,
        answer: BAD.to_owned(),
        answered_at: Some(NOW),
        decidable_from: NOW,
    }
}

pub(super) fn line() -> OrganisationLine {
    let profile = whole().profile;
    OrganisationLine { organisation: organisation(), short_name: profile.short_name, country: profile.country, technical_community: true }
}

#[async_trait]
impl Organisations for Sample {
    async fn organisations(&self, _: &Ctx, _: &OrganisationFilter, _: Option<&str>) -> PortalResult<Slice<OrganisationLine>> {
        let (rows, next) = if self.empty { (vec![], None) } else { (vec![line()], Some("x\"<b>".to_owned())) };
        Ok(Slice { rows, next })
    }
    async fn merged_into(&self, _: &Ctx, _: OrganisationId) -> PortalResult<Option<OrganisationId>> {
        Ok(None)
    }
    async fn organisation(&self, _: &Ctx, _: OrganisationId, _: &InputCursors) -> PortalResult<OrganisationPage> {
        let change = |kind| OrganisationChange {
            at: NOW,
            kind,
            by: Office::Secretariat,
            old: BAD.to_owned(),
            new: BAD.to_owned(),
            reason: BAD.to_owned(),
        };
        let comment = CommentLine { state: model::domain::item::ItemState::Accepted, ..self.comment_line() };
        Ok(OrganisationPage {
            organisation: whole(),
            history: if self.empty {
                vec![]
            } else {
                vec![change(ChangeKind::Name), change(ChangeKind::ShortName), change(ChangeKind::Merged)]
            },
            subgroups: if self.empty { vec![] } else { vec![sample::subgroup()] },
            accreditations: if self.empty { vec![] } else { vec![standing()] },
            papers: Slice { rows: self.paper_lines(), next: (!self.empty).then(|| "1-<b>".to_owned()) },
            comments: Slice { rows: if self.empty { vec![] } else { vec![comment] }, next: None },
            standing: OrganisationStanding {
                function: self.own.then_some(Function::ContactPoint),
                may_edit: self.own,
                may_read_members: self.own,
                may_ask_to_join: !self.own,
                asked: self.empty,
                may_merge: self.own,
            },
        })
    }
    async fn organisation_profile(&self, _: &Ctx, _: OrganisationId) -> PortalResult<Organisation> {
        Ok(Organisation { approved_at: self.own.then_some(NOW), ..whole() })
    }
    async fn change_organisation(&self, _: &Ctx, _: OrganisationId, _: ProfileChange) -> PortalResult<()> {
        Err(PortalError::NotFound)
    }
    async fn merge_page(&self, _: &Ctx, _: OrganisationId, _: &str) -> PortalResult<MergePage> {
        Ok(MergePage { organisation: whole(), close: if self.empty { vec![] } else { vec![line()] }, members: 2 })
    }
    async fn merge_organisations(&self, _: &Ctx, _: OrganisationId, _: OrganisationId, _: &str) -> PortalResult<()> {
        Err(PortalError::NotFound)
    }
}

#[async_trait]
impl Members for Sample {
    async fn members(&self, _: &Ctx, _: OrganisationId) -> PortalResult<MembersPage> {
        let member = |n, function| MemberLine {
            person: PersonId(Uuid::from_u128(n)),
            full_name: BAD.to_owned(),
            email: "a<b>@example.org".to_owned(),
            function,
            since: NOW,
        };
        let invitation = InvitationLine {
            id: InvitationId(Uuid::from_u128(1)),
            email: "x<b>@example.org".to_owned(),
            function: Function::Drafter,
            sent_at: NOW,
            expires_at: NOW,
        };
        let request = RequestLine {
            id: JoinRequestId(Uuid::from_u128(1)),
            full_name: BAD.to_owned(),
            email: "y<b>@example.org".to_owned(),
            confirmed: false,
            message: BAD.to_owned(),
            created_at: NOW,
        };
        let full = !self.empty;
        Ok(MembersPage {
            organisation: whole(),
            members: vec![member(1, Function::ContactPoint), member(2, Function::Drafter), member(3, Function::Reviewer)],
            invitations: if full { vec![invitation] } else { vec![] },
            requests: if full { vec![request] } else { vec![] },
            claims: if full { vec![claim(1, ClaimState::Open), claim(2, ClaimState::Confirmed)] } else { vec![] },
            standing: MembersStanding {
                function: self.own.then_some(Function::ContactPoint),
                may_manage: self.own,
                may_claim: self.empty,
                may_decide: !self.own,
            },
        })
    }
    async fn act_on_members(&self, _: &Ctx, _: OrganisationId, _: MemberAct) -> PortalResult<()> {
        Err(PortalError::NotFound)
    }
    async fn open_claims(&self, _: &Ctx) -> PortalResult<Vec<ClaimLine>> {
        Ok(if self.empty { vec![] } else { vec![claim(1, ClaimState::Open), claim(2, ClaimState::Objected)] })
    }
    async fn invitation(&self, _: &Ctx, _: &str) -> PortalResult<InvitationPage> {
        Ok(InvitationPage {
            organisation_name: organisation().name,
            email: "x<b>@example.org".to_owned(),
            function: Function::Drafter,
            expires_at: NOW,
            known: self.own,
        })
    }
    async fn accept_invitation(&self, _: &Ctx, _: &str) -> PortalResult<OrganisationId> {
        Err(PortalError::NotFound)
    }
    async fn register_by_invitation(&self, _: &Ctx, _: &str, _: InvitedPerson) -> PortalResult<NewLogin> {
        Err(PortalError::NotFound)
    }
}

#[async_trait]
impl Joining for Sample {
    async fn find_organisation(&self, _: &Ctx) -> PortalResult<FindOrganisation> {
        let reference = organisation();
        let typed = NewOrganisation { name: BAD.to_owned(), stakeholder_type: reference.stakeholder_type, region: reference.region };
        let request = OwnRequest {
            id: JoinRequestId(Uuid::from_u128(1)),
            organisation: reference.id,
            organisation_name: BAD.to_owned(),
            created_at: NOW,
            state: if self.own { RequestState::Open } else { RequestState::Declined },
            reason: BAD.to_owned(),
        };
        let suggestions = vec![Suggestion { line: line(), why: Likeness::Name }];
        Ok(if self.empty {
            FindOrganisation::default()
        } else {
            FindOrganisation { typed: self.own.then_some(typed), suggestions, requests: vec![request] }
        })
    }
    async fn found_organisation(&self, _: &Ctx, _: Option<NewOrganisation>) -> PortalResult<Option<OrganisationId>> {
        Err(PortalError::NotFound)
    }
    async fn ask_to_join(&self, _: &Ctx, _: OrganisationId, _: &str) -> PortalResult<()> {
        Err(PortalError::NotFound)
    }
    async fn organisation_tasks(&self, _: &Ctx) -> PortalResult<Vec<OrganisationTask>> {
        Ok(Vec::new())
    }
    async fn withdraw_request(&self, _: &Ctx, _: JoinRequestId) -> PortalResult<()> {
        Err(PortalError::NotFound)
    }
    async fn form_stamp(&self, _: &Ctx) -> PortalResult<String> {
        Ok("0.seal".to_owned())
    }
}

fn standing() -> StandingLine {
    let of = model::domain::language::LocalizedText::english("Body <b>");
    StandingLine { round: sample::ACCREDITATION_ROUND, of, standing: super::accreditations::STANDING, since: NOW }
}
