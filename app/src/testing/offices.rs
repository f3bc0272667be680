//! Offices, subgroups and the secretariat's desk of the sample.

use super::sample::{self, Sample};
use super::{NOW, organisation};
use async_trait::async_trait;
use model::domain::ids::*;
use model::domain::language::{Language, LocalizedText};
use model::domain::organisation::{OrganisationRef, Region, StakeholderType};
use model::domain::person::{Function, Membership};
use model::domain::role::{Office, RoleName};
use model::domain::round::RoundKind;
use model::domain::subgroup::{Joining, Standing};
use model::domain::time::Span;
use model::error::{PortalError, PortalResult};
use model::portal::*;
use uuid::Uuid;

const PERSON: PersonId = PersonId(Uuid::from_u128(31));

fn office(id: u128, name: RoleName, ended: Option<OfficeEnd>) -> OfficeLine {
    let subgroup = sample::subgroup();
    let place = match name {
        RoleName::Moderator => Office::Moderator { subgroup: subgroup.id, body: subgroup.body },
        RoleName::Chair => Office::Chair(subgroup.body),
        RoleName::Secretariat => Office::Secretariat(subgroup.body),
        RoleName::Administrator => Office::Administrator,
    };
    OfficeLine {
        id: RoleId(Uuid::from_u128(id)),
        person: PERSON,
        full_name: "Holder <b>of</b> office".to_owned(),
        office: place,
        subgroup: (name == RoleName::Moderator).then_some((subgroup.code, subgroup.name)),
        body: (name != RoleName::Administrator).then(|| ("oewg".to_owned(), LocalizedText::english("OEWG"))),
        from: NOW - Span::DAY.times(90),
        until: (name == RoleName::Moderator).then_some(NOW + Span::DAY.times(90)),
        reason: "Elected by the <b>group</b>".to_owned(),
        granted_at: NOW - Span::DAY.times(90),
        granted_as: (name == RoleName::Moderator).then_some(RoleName::Chair),
        ended,
    }
}

fn announcement(sent: bool) -> Announcement {
    Announcement {
        id: AnnouncementId(Uuid::from_u128(40)),
        subgroup_code: "SG-RNP".to_owned(),
        words: AnnouncementWords {
            language: Language::Ar,
            subject: "اجتماع <b>غير رسمي</b>".to_owned(),
            text: "سطر\nسطر ثان\n\n<script>alert(1)</script>".to_owned(),
        },
        version: 2,
        by: RoleName::Moderator,
        written_at: NOW,
        sent_at: sent.then_some(NOW),
        mails: 7,
    }
}

fn line() -> PersonLine {
    PersonLine {
        id: PERSON,
        full_name: "Person <b>x</b>".to_owned(),
        email: "person@example.org".to_owned(),
        confirmed: false,
        created_at: NOW,
    }
}

fn waiting() -> WaitingOrganisation {
    WaitingOrganisation { organisation: organisation(), created_at: NOW, approved_at: None, declined: false }
}

impl Sample {
    fn slice<T>(self, row: T) -> Slice<T> {
        if self.empty { Slice { rows: vec![], next: None } } else { Slice { rows: vec![row], next: Some("a/b&c".to_owned()) } }
    }
}

#[async_trait]
impl Offices for Sample {
    async fn offices(&self, _: &Ctx, _: &str) -> PortalResult<OfficesPage> {
        let subgroup = sample::subgroup();
        let moderator = Office::Moderator { subgroup: subgroup.id, body: subgroup.body };
        let end = OfficeEnd { at: NOW, by: Some(RoleName::Chair), reason: "Moved <b>on</b>".to_owned() };
        let past = vec![office(50, RoleName::Moderator, Some(end)), office(51, RoleName::Moderator, None)];
        Ok(OfficesPage {
            body: self.line(RoundKind::Comments).body,
            current: if self.empty { vec![] } else { vec![office(52, RoleName::Chair, None), office(53, RoleName::Moderator, None)] },
            past: self.own.then_some(past),
            grantable: if self.own { vec![(moderator, Some(subgroup))] } else { vec![] },
        })
    }
    async fn administration(&self, _: &Ctx) -> PortalResult<Administration> {
        let current = vec![office(54, RoleName::Administrator, None), office(55, RoleName::Secretariat, None)];
        let with_factor = vec![PERSON];
        Ok(Administration { bodies: vec![self.line(RoundKind::Comments).body], current, with_factor })
    }
    async fn office(&self, _: &Ctx, id: RoleId) -> PortalResult<OfficeLine> {
        Ok(OfficeLine { id, ..office(53, RoleName::Moderator, None) })
    }
    async fn ending_terms(&self, _: &Ctx) -> PortalResult<Vec<OfficeLine>> {
        let ending = OfficeLine { until: Some(NOW + Span::DAY.times(9)), ..office(70, RoleName::Moderator, None) };
        Ok(if self.empty { vec![] } else { vec![ending] })
    }
    async fn grant_office(&self, _: &Ctx, _: Option<&str>, _: NewOffice) -> PortalResult<()> {
        Err(PortalError::NotFound)
    }
    async fn end_office(&self, _: &Ctx, _: RoleId, _: &str) -> PortalResult<()> {
        Err(PortalError::NotFound)
    }
}

#[async_trait]
impl Subgroups for Sample {
    async fn subgroup(&self, ctx: &Ctx, _: &str) -> PortalResult<SubgroupPage> {
        let line = self.line(RoundKind::PositionPapers);
        let standing = if self.own { Standing::Member { since: NOW } } else { Standing::Outside };
        let own = OwnStanding { organisation: organisation().id, name: organisation().name, standing };
        Ok(SubgroupPage {
            subgroup: sample::subgroup(),
            body: line.body.clone(),
            counts: if self.empty { vec![] } else { vec![(StakeholderType::Ngo, Region::AfricanGroup, 1)] },
            members: if self.empty { vec![] } else { vec![organisation()] },
            moderators: if self.empty { vec![] } else { vec![office(56, RoleName::Moderator, None)] },
            rounds: if self.empty { vec![] } else { vec![line] },
            drafts: if self.empty { vec![] } else { vec![sample::draft()] },
            papers: self.paper_lines(),
            announcements: if self.empty { vec![] } else { vec![announcement(true)] },
            own: if ctx.actor.signed_in().is_some() { vec![own] } else { vec![] },
            follows: self.own,
            may_manage: self.own,
        })
    }
    async fn subgroup_members(&self, _: &Ctx, _: &str, _: Option<&str>) -> PortalResult<SubgroupList<OrganisationRef>> {
        let body = self.line(RoundKind::Comments).body;
        Ok(SubgroupList { subgroup: sample::subgroup(), body, list: self.slice(organisation()) })
    }
    async fn subgroup_papers(&self, _: &Ctx, _: &str, _: Option<&str>) -> PortalResult<SubgroupList<PaperLine>> {
        let body = self.line(RoundKind::Comments).body;
        Ok(SubgroupList { subgroup: sample::subgroup(), body, list: self.slice(self.paper_line()) })
    }
    async fn join_subgroup(&self, _: &Ctx, _: &str, _: OrganisationId) -> PortalResult<()> {
        Err(PortalError::NotFound)
    }
    async fn leave_subgroup(&self, _: &Ctx, _: &str, _: OrganisationId) -> PortalResult<()> {
        Err(PortalError::NotFound)
    }
    async fn follow_subgroup(&self, _: &Ctx, _: &str, _: bool) -> PortalResult<()> {
        Err(PortalError::NotFound)
    }
    async fn subgroup_desk(&self, _: &Ctx, _: &str) -> PortalResult<SubgroupDesk> {
        let request = JoinRequest { organisation: organisation(), approved: false, asked_at: NOW, own: self.own };
        Ok(SubgroupDesk {
            subgroup: sample::subgroup(),
            body: self.line(RoundKind::Comments).body,
            requests: if self.empty { vec![] } else { vec![request] },
            followers: 3,
            drafts: if self.empty { vec![] } else { vec![announcement(false)] },
        })
    }
    async fn set_joining(&self, _: &Ctx, _: &str, _: Joining) -> PortalResult<()> {
        Err(PortalError::NotFound)
    }
    async fn decide_membership(&self, _: &Ctx, _: &str, _: OrganisationId, _: MembershipDecision) -> PortalResult<()> {
        Err(PortalError::NotFound)
    }
}

#[async_trait]
impl Announcements for Sample {
    async fn write_announcement(&self, _: &Ctx, _: &str, _: AnnouncementWords) -> PortalResult<AnnouncementId> {
        Err(PortalError::NotFound)
    }
    async fn rewrite_announcement(&self, _: &Ctx, _: AnnouncementId, _: i64, _: AnnouncementWords) -> PortalResult<()> {
        Err(PortalError::NotFound)
    }
    async fn announcement(&self, _: &Ctx, _: AnnouncementId) -> PortalResult<AnnouncementPage> {
        let (subgroup, body) = (sample::subgroup(), self.line(RoundKind::Comments).body);
        Ok(AnnouncementPage { announcement: announcement(!self.own), subgroup, body, recipients: 7 })
    }
    async fn send_announcement(&self, _: &Ctx, _: AnnouncementId, _: i64) -> PortalResult<()> {
        Err(PortalError::NotFound)
    }
}

#[async_trait]
impl Secretariat for Sample {
    async fn secretariat_desk(&self, _: &Ctx, _: Option<&str>) -> PortalResult<SecretariatDesk> {
        Ok(SecretariatDesk { waiting: self.slice(waiting()) })
    }
    async fn find(&self, _: &Ctx, _: &str, _: Option<&str>, _: Option<&str>) -> PortalResult<Found> {
        Ok(Found { people: self.slice(line()), organisations: self.slice(waiting()) })
    }
    async fn person(&self, _: &Ctx, _: PersonId) -> PortalResult<PersonPage> {
        let mail = MailState {
            id: MailId(Uuid::from_u128(60)),
            subject: "Confirm <b>".to_owned(),
            written_at: NOW,
            sent_at: None,
            attempts: 2,
            last_error: "mail: <550> no such user".to_owned(),
            next_attempt: NOW + Span::MINUTE,
        };
        let membership =
            Membership { organisation: organisation().id, organisation_name: organisation().name, function: Function::ContactPoint };
        Ok(PersonPage {
            person: line(),
            former_names: if self.empty { vec![] } else { vec![FormerName { name: "Before <b>x</b>".to_owned(), until: NOW }] },
            factor_since: self.own.then_some(NOW),
            memberships: if self.empty { vec![] } else { vec![membership] },
            offices: if self.empty { vec![] } else { vec![office(57, RoleName::Moderator, None)] },
            mails: if self.empty { vec![] } else { vec![mail] },
        })
    }
    async fn resend_for(&self, _: &Ctx, _: PersonId) -> PortalResult<()> {
        Err(PortalError::NotFound)
    }
    async fn organisation_file(&self, _: &Ctx, _: OrganisationId) -> PortalResult<OrganisationFile> {
        let review = Review { outcome: Verdict::Decline, reason: "Not <b>yet</b>".to_owned(), decided_at: NOW };
        Ok(OrganisationFile {
            organisation: waiting(),
            members: if self.empty { vec![] } else { vec![(line(), Function::ContactPoint)] },
            reviews: if self.empty { vec![] } else { vec![review] },
            close: if self.empty { vec![] } else { vec![super::organisations::line()] },
            own: self.own,
        })
    }
    async fn review_organisation(&self, _: &Ctx, _: OrganisationId, _: Verdict, _: &str) -> PortalResult<()> {
        Err(PortalError::NotFound)
    }
}
