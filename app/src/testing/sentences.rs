//! The summary of the sample portal while it is written.

use super::sample::{COMMENT, PAPER, Sample, provisions, subgroup};
use super::{NOW, organisation};
use async_trait::async_trait;
use model::domain::comment::{Operation, Stance};
use model::domain::ids::{RemarkId, SentenceId, SessionId};
use model::domain::item::ItemKind;
use model::domain::language::{Language, Locale};
use model::domain::organisation::{Region, StakeholderType};
use model::domain::round::RoundKind;
use model::domain::summary::{Coverage, Gap, Minority, Part, Share, Words};
use model::error::{PortalError, PortalResult};
use model::policy::Denied;
use model::portal::*;
use std::collections::HashMap;
use uuid::Uuid;

pub const SENTENCE: SentenceId = SentenceId(Uuid::from_u128(98));

fn line(part: Part) -> SentenceLine {
    let public = |title: &str| Some(PublicSource { title: title.to_owned(), language: Language::En, organisation: organisation() });
    let source = |kind, item, receipt: &str, public| SourceLine { kind, item, receipt: receipt.to_owned(), public };
    SentenceLine {
        id: SENTENCE,
        part,
        words: Words { text: "{n} said <b>so</b>.".to_owned(), language: Locale::En, own: true, opens: true },
        version: 2,
        sources: vec![
            source(ItemKind::Paper, PAPER.item(), "STK-1", public("Title <x>")),
            source(ItemKind::Comment, COMMENT.item(), "STK-2", public("4 (b)")),
            source(ItemKind::Comment, COMMENT.item(), "STK-3", None),
        ],
        organisations: 3,
        gaps: vec![Gap::SourceGone, Gap::NoSource, Gap::NothingToCount],
        remarks: 2,
    }
}

fn uncited() -> Vec<InputLine> {
    let one = |kind, item, title: &str, said| InputLine {
        kind,
        item,
        title: title.to_owned(),
        language: Language::Ar,
        organisation: organisation(),
        subgroup_code: Some(subgroup().code),
        said,
        at: NOW,
        late: false,
    };
    let said = Some((Stance::Oppose, Operation::Delete));
    vec![one(ItemKind::Paper, PAPER.item(), "Title <x>", None), one(ItemKind::Comment, COMMENT.item(), "4 (b)", said)]
}

#[async_trait]
impl Sentences for Sample {
    async fn outline(&self, _: &Ctx, _: SessionId) -> PortalResult<OutlinePage> {
        let RoundLine { session, body, .. } = self.line(RoundKind::PositionPapers);
        let part = |part| PartLine { part, sentences: 2, gaps: 1, remarks: 1, handed_in_at: part_in(part), may_write: true };
        let provision = provisions().remove(1).provision;
        let missed = |stance| Minority { provision: provision.id, stance, few: 1, many: 2 };
        let share = Share { cited: 1, all: 3 };
        let coverage = Coverage {
            total: share,
            by_type: vec![(StakeholderType::Ngo, share)],
            by_region: vec![(Region::Weog, Share::default())],
            minorities: if self.empty { vec![] } else { vec![missed(Stance::Oppose), missed(Stance::Support)] },
        };
        Ok(OutlinePage {
            session,
            body,
            subgroups: vec![subgroup()],
            as_of: NOW,
            parts: Part::all(&[subgroup()]).into_iter().map(part).collect(),
            coverage,
            provisions: HashMap::from([(provision.id, provision)]),
            uncited: if self.empty { vec![] } else { uncited() },
        })
    }

    async fn part(&self, _: &Ctx, _: SessionId, part: Part) -> PortalResult<PartPage> {
        let RoundLine { session, body, .. } = self.line(RoundKind::PositionPapers);
        let handed_in_at = part_in(part);
        Ok(PartPage {
            session,
            body,
            subgroups: vec![subgroup()],
            part,
            handed_in_at,
            sentences: if self.empty { vec![] } else { vec![line(part)] },
            organisations: 9,
            inputs: 3,
            uncited_count: 2,
            uncited: if self.empty { vec![] } else { uncited() },
            write: if self.own { Ok(()) } else { Err(Denied::NotInCharge) },
            own: self.own,
            hand_in: handed_in_at.is_none() && self.own,
            give_back: handed_in_at.is_some() && self.own,
        })
    }

    async fn sentence(&self, _: &Ctx, _: SentenceId) -> PortalResult<SentencePage> {
        let RoundLine { session, body, .. } = self.line(RoundKind::PositionPapers);
        let version = |version, text: &str| SentenceVersion {
            version,
            text: text.to_owned(),
            own: version == 2,
            sources: 3,
            at: NOW,
            by: "Amina <b>".to_owned(),
        };
        let remark = |n, settled_at| RemarkLine {
            id: RemarkId(Uuid::from_u128(n)),
            text: "Really <b>so</b>?".to_owned(),
            at: NOW,
            by: "Amina <b>".to_owned(),
            settled_at,
        };
        Ok(SentencePage {
            session,
            body,
            subgroups: vec![subgroup()],
            line: line(Part::Views(Some(subgroup().id))),
            organisations: 9,
            ended_at: self.empty.then_some(NOW),
            versions: vec![version(2, "{n} said <b>so</b>."), version(1, "Some said so.")],
            remarks: if self.empty { vec![] } else { vec![remark(1, None), remark(2, Some(NOW))] },
            write: if self.own { Ok(()) } else { Err(Denied::NotInCharge) },
            own: self.own,
        })
    }

    async fn add_sentence(&self, _: &Ctx, _: SessionId, _: Part, _: NewSentence) -> PortalResult<SentenceId> {
        Err(PortalError::NotFound)
    }
    async fn change_sentence(&self, _: &Ctx, _: SentenceId, _: i64, _: SentenceChange) -> PortalResult<()> {
        Err(PortalError::NotFound)
    }
    async fn hand_in(&self, _: &Ctx, _: SessionId, _: Part, _: bool) -> PortalResult<()> {
        Err(PortalError::NotFound)
    }
    async fn remark(&self, _: &Ctx, _: SentenceId, _: String) -> PortalResult<()> {
        Err(PortalError::NotFound)
    }
    async fn settle_remark(&self, _: &Ctx, _: SentenceId, _: RemarkId) -> PortalResult<()> {
        Err(PortalError::NotFound)
    }
}

/// The part of the whole body's subgroups stands with the chair.
fn part_in(part: Part) -> Option<model::domain::time::Instant> {
    part.moderated().map(|_| NOW)
}
