//! The compilation of the text of the sample.

use super::sample::{self, Sample};
use super::{NOW, organisation};
use async_trait::async_trait;
use model::domain::ids::*;
use model::domain::item::ItemState;
use model::domain::provision_status::ProvisionStatus;
use model::domain::round::RoundKind;
use model::error::{PortalError, PortalResult};
use model::portal::*;

#[async_trait]
impl Compilations for Sample {
    async fn compilation(&self, _: &Ctx, _: DraftVersionId, asked: CompilationQuery) -> PortalResult<Compilation> {
        let comment = |number: u128, state| CompiledComment {
            comment: SummaryComment {
                id: CommentId(uuid::Uuid::from_u128(number)),
                receipt: format!("OF-2026-{number:06}"),
                organisation: organisation(),
                content: sample::words(),
                received_at: NOW,
                late: number == 2,
                is_redacted: number == 2,
                heard: sample::heard(),
            },
            state,
            made_on: (number == 2).then(|| MadeOn {
                label: super::drafting::earlier().label,
                language: super::drafting::earlier().language,
                text: "States [may <always>] act.".to_owned(),
            }),
        };
        let provisions = sample::provisions();
        let line = CompiledProvision {
            provision: provisions[1].provision.clone(),
            status: ProvisionStatus::Pending,
            comments: vec![comment(1, ItemState::Accepted), comment(2, ItemState::Declined)],
        };
        let count = if self.empty { 0 } else { 2 };
        Ok(Compilation {
            draft: sample::draft(),
            body: self.line(RoundKind::Comments).body,
            subgroups: vec![sample::subgroup()],
            asked,
            may_read_full: self.own,
            as_of: NOW,
            provisions: if self.empty { vec![] } else { vec![line] },
            silent: vec![provisions[2].provision.clone()],
            standings: [(organisation().id, super::accreditations::STANDING)].into(),
            matching: count,
            all: count,
            next: if self.empty { None } else { Some(1) },
        })
    }
    async fn note_compilation_export(&self, _: &Ctx, _: DraftVersionId, _: &str) -> PortalResult<()> {
        Err(PortalError::NotFound)
    }
}
