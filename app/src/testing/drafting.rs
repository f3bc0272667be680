//! Texts of the sample portal that are being prepared, and versions beside each other.

use super::NOW;
use super::sample::{self, Sample};
use async_trait::async_trait;
use model::domain::draft::{DraftVersion, Provision};
use model::domain::drafting::{Hindrance, IssueTime, OriginsMark, Preparation, StatedTime, TextAbout, VersionWords};
use model::domain::ids::*;
use model::domain::language::{Language, LocalizedText};
use model::domain::provision_status::{ProvisionStatus, StatusEntry};
use model::domain::role::RoleName;
use model::domain::round::RoundKind;
use model::error::{PortalError, PortalResult};
use model::policy::Denied;
use model::portal::*;
use uuid::Uuid;

const PREPARATION: PreparationId = PreparationId(Uuid::from_u128(90));

/// What stands there before: the text of the sample, each provision with an id of its own.
pub fn base() -> Vec<Provision> {
    let numbered = |(at, line): (u128, ProvisionLine)| Provision { id: ProvisionId(Uuid::from_u128(600 + at)), ..line.provision };
    (0..).zip(sample::provisions()).map(numbered).collect()
}

/// A version before the one of the sample.
pub fn earlier() -> DraftVersion {
    DraftVersion { id: DraftVersionId(Uuid::from_u128(601)), label: LocalizedText::english("Elements <b>"), ..sample::draft() }
}

/// What is prepared: a change, an addition, a flaw and a doubt.
const SOURCE: &str = "A. Introduction\n\n4. States [must <always>] act with care.[^1]\n\n5. And <more> as paragraph 9 above says.\n\nNo number.\n\n7. Late [open\n\n[^1]: See <there>.";

/// A time that stands, or one that could not be kept.
fn issue_time(stands: bool) -> IssueTime {
    let stated = StatedTime { at: NOW, time_zone: "America/New_York".to_owned() };
    IssueTime { stated, hindered: (!stands).then_some((NOW, Hindrance::Overtaken)) }
}

impl Sample {
    fn preparation_page(self) -> PreparationPage {
        let line = self.line(RoundKind::Comments);
        let source = if self.empty { String::new() } else { SOURCE.to_owned() };
        let preparation = Preparation {
            id: PREPARATION,
            draft: sample::draft().draft,
            body: line.body.id,
            about: TextAbout { title: sample::draft().title, subgroup: sample::draft().subgroup },
            base: Some(sample::draft().id),
            words: VersionWords { label: LocalizedText::english("Rev.1 <b>"), language: Language::En, source },
            origins: None,
            issue_time: (!self.empty).then(|| issue_time(self.own)),
            version: 4,
            updated_at: NOW,
        };
        PreparationPage {
            body: line.body,
            subgroups: vec![sample::subgroup()],
            preparation,
            base: Some((sample::draft(), base())),
            time_zone: "Europe/Zurich".to_owned(),
            change: Ok(()),
            issue: if self.own { Err(Denied::NotTheNewest) } else { Err(Denied::TextHasFlaws) },
        }
    }
}

pub fn status_entry() -> StatusEntry {
    StatusEntry {
        number: 2,
        status: ProvisionStatus::Pending,
        note: "One <delegation> </textarea><script>".to_owned(),
        by: RoleName::Chair,
        set_at: NOW,
    }
}

impl Sample {
    pub fn status_page(self) -> StatusPage {
        let body = self.line(RoundKind::Comments).body;
        let entries = if self.empty { vec![] } else { vec![status_entry()] };
        let set = if self.own { Ok(()) } else { Err(Denied::NotChair) };
        StatusPage { provision: sample::provisions().remove(1).provision, draft: sample::draft(), body, entries, set }
    }
}

#[async_trait]
impl Drafting for Sample {
    async fn texts(&self, _: &Ctx, _: &str) -> PortalResult<TextsPage> {
        let body = self.line(RoundKind::Comments).body;
        let preparation = PreparationLine {
            id: PREPARATION,
            label: LocalizedText::english("Rev.1 <b>"),
            issue_time: Some(issue_time(true)),
            updated_at: NOW,
        };
        let line =
            |versions, preparation| TextLine { title: sample::draft().title, subgroup: "Norms <b>".to_owned(), versions, preparation };
        let texts = if self.empty {
            vec![]
        } else {
            vec![line(vec![sample::draft()], Some(preparation)), line(vec![sample::draft(), earlier()], None)]
        };
        Ok(TextsPage { body, texts })
    }
    async fn text_editor(&self, _: &Ctx, _: &str) -> PortalResult<TextEditor> {
        let body = self.line(RoundKind::Comments).body;
        Ok(TextEditor { body, subgroups: if self.empty { vec![] } else { vec![sample::subgroup()] } })
    }
    async fn begin_text(&self, _: &Ctx, _: &str, _: TextAbout, _: VersionWords) -> PortalResult<PreparationId> {
        Err(PortalError::NotFound)
    }
    async fn begin_version(&self, _: &Ctx, _: DraftVersionId) -> PortalResult<PreparationId> {
        Err(PortalError::NotFound)
    }
    async fn preparation(&self, _: &Ctx, _: PreparationId) -> PortalResult<PreparationPage> {
        Ok(self.preparation_page())
    }
    async fn save_preparation(&self, _: &Ctx, _: PreparationId, _: i64, _: Option<TextAbout>, _: VersionWords) -> PortalResult<()> {
        Err(PortalError::NotFound)
    }
    async fn confirm_origins(&self, _: &Ctx, _: PreparationId, _: OriginsMark, _: Vec<Vec<usize>>) -> PortalResult<()> {
        Err(PortalError::NotFound)
    }
    async fn issue_text(&self, _: &Ctx, _: PreparationId, _: i64) -> PortalResult<DraftVersionId> {
        Err(PortalError::NotFound)
    }
    async fn state_issue_time(&self, _: &Ctx, _: PreparationId, _: i64, _: StatedTime) -> PortalResult<()> {
        Err(PortalError::NotFound)
    }
    async fn withdraw_issue_time(&self, _: &Ctx, _: PreparationId, _: i64) -> PortalResult<()> {
        Err(PortalError::NotFound)
    }
    async fn set_status(&self, _: &Ctx, _: ProvisionId, _: i64, _: ProvisionStatus, _: &str) -> PortalResult<()> {
        Ok(())
    }
    async fn drop_preparation(&self, _: &Ctx, _: PreparationId, _: i64) -> PortalResult<String> {
        Err(PortalError::NotFound)
    }
}
