//! Statistics of the sample portal.

use super::sample::{COMMENT, PAPER, Sample, provisions, subgroup};
use super::{NOW, organisation, sample};
use async_trait::async_trait;
use model::domain::comment::{Operation, Stance};
use model::domain::ids::{OrganisationId, SessionId};
use model::domain::input_filter::InputFilter;
use model::domain::item::ItemKind;
use model::domain::language::Language;
use model::domain::organisation::{OrganisationRef, Region};
use model::domain::round::RoundKind;
use model::domain::statistics::{ContributorFilter, Counted, Inputs, Said, Statistics, contributors};
use model::domain::time::{Instant, Span};
use model::error::PortalResult;
use model::portal::*;
use std::collections::HashMap;
use uuid::Uuid;

fn signatory() -> OrganisationRef {
    let id = OrganisationId(Uuid::from_u128(44));
    OrganisationRef { id, name: "Signs <b>too</b>".to_owned(), region: Region::Grulac, ..organisation() }
}

/// A joint paper, a proposal in time, one under a grant, and a late paper.
fn counted(line: &RoundLine) -> Inputs {
    let (paper, comment) = (PAPER.item(), COMMENT.item());
    let closes = line.round.window.closes_at;
    let one = |item, at: Instant| Counted {
        item,
        organisation: organisation().id,
        round: line.round.id,
        subgroup: Some(subgroup().id),
        language: Language::Ar,
        at,
        late: false,
        said: None,
    };
    let provision = provisions().remove(1).provision.id;
    let said = Some(Said { provision, stance: Stance::Oppose, proposes: true });
    Inputs {
        counted: vec![
            one(paper, closes - Span::DAY.times(3)),
            Counted { said, ..one(comment, closes - Span::HOUR) },
            Counted { said, subgroup: None, language: Language::En, ..one(comment, closes) },
            Counted { late: true, ..one(paper, closes) },
        ],
        signed: HashMap::from([(paper, vec![signatory().id])]),
        organisations: vec![organisation(), signatory()],
    }
}

#[async_trait]
impl Counting for Sample {
    async fn statistics(&self, _: &Ctx, _: SessionId) -> PortalResult<StatisticsPage> {
        let line = self.line(RoundKind::PositionPapers);
        let inputs = if self.empty { Inputs::default() } else { counted(&line) };
        let closes = HashMap::from([(line.round.id, line.round.window.closes_at)]);
        let provisions = provisions().into_iter().map(|line| line.provision).collect();
        Ok(StatisticsPage {
            session: line.session.clone(),
            body: line.body.clone(),
            as_of: NOW,
            statistics: Statistics::of(&inputs, &closes),
            rounds: vec![line],
            subgroups: vec![subgroup()],
            texts: vec![(sample::draft(), provisions)],
        })
    }

    async fn inputs(&self, _: &Ctx, _: SessionId, filter: InputFilter, _: Option<&str>) -> PortalResult<InputsPage> {
        let line = self.line(RoundKind::PositionPapers);
        let one = |kind, item, title: &str, said| InputLine {
            kind,
            item,
            title: title.to_owned(),
            language: Language::Ar,
            organisation: organisation(),
            subgroup_code: (kind == ItemKind::Comment).then(|| subgroup().code),
            said,
            at: NOW,
            late: kind == ItemKind::Paper,
        };
        let said = Some((Stance::SupportWithChange, Operation::Modify));
        let rows = vec![one(ItemKind::Paper, PAPER.item(), "Title <x>", None), one(ItemKind::Comment, COMMENT.item(), "4 (b)", said)];
        let lines = if self.empty { Slice { rows: vec![], next: None } } else { Slice { rows, next: Some("1-2".to_owned()) } };
        Ok(InputsPage {
            provision: filter.provision.map(|_| provisions().remove(1).provision),
            organisation: filter.organisation.map(|_| organisation()),
            signatory: filter.signatory.map(|_| signatory()),
            round: filter.round.map(|_| line.clone()),
            session: line.session,
            body: line.body,
            filter,
            subgroups: vec![subgroup()],
            lines,
        })
    }

    async fn contributors(&self, _: &Ctx, _: SessionId, filter: ContributorFilter, _: Option<&str>) -> PortalResult<ContributorsPage> {
        let line = self.line(RoundKind::PositionPapers);
        let rows = if self.empty { vec![] } else { contributors(&counted(&line), &ContributorFilter::default()) };
        let (session, body) = (line.session, line.body);
        let standings = [(organisation().id, super::accreditations::STANDING)].into();
        let lines = Slice { next: (!rows.is_empty()).then(|| signatory().id.to_string()), rows };
        Ok(ContributorsPage { session, body, filter, subgroups: vec![subgroup()], standings, count: lines.rows.len(), lines })
    }
}
