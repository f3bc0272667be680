//! What is published of a session: counted, listed, and by whom. Everybody reads it.

use super::{ServerPortal, paging};
use crate::store::{Tx, accreditations, bodies, counted, drafts, inputs, organisations, rounds, sessions, subgroups};
use async_trait::async_trait;
use model::domain::body::{Body, Session};
use model::domain::ids::{ItemId, OrganisationId, SessionId};
use model::domain::input_filter::InputFilter;
use model::domain::organisation::OrganisationRef;
use model::domain::round::RoundKind;
use model::domain::statistics::{Addressee, ContributorFilter, Statistics, bounds_of, contributors};
use model::domain::subgroup::Subgroup;
use model::domain::time::Instant;
use model::error::{PortalError, PortalResult};
use model::portal::{ContributorsPage, Counting, Ctx, InputsPage, PAGE_SIZE, RoundLine, StatisticsPage};
use std::collections::HashMap;

/// All of time.
const EVER: (Instant, Instant) = (Instant(i64::MIN), Instant(i64::MAX));

#[async_trait]
impl Counting for ServerPortal {
    async fn statistics(&self, ctx: &Ctx, id: SessionId) -> PortalResult<StatisticsPage> {
        // The figures of a page agree with one another.
        let mut tx = self.db.snapshot().await?;
        let (session, body) = of(&mut tx, id).await?;
        let inputs = counted::inputs(&mut tx, id).await?;
        let rounds: Vec<RoundLine> = rounds::of_session(&mut tx, id).await?.into_iter().filter(asks_for_input).collect();
        let closes = rounds.iter().map(|line| (line.round.id, line.round.window.closes_at)).collect();
        let subgroups = subgroups::of_body(&mut tx, session.body).await?;
        let mut provisions: HashMap<_, Vec<_>> = HashMap::new();
        for provision in drafts::provisions_of_session(&mut tx, id).await? {
            provisions.entry(provision.draft_version).or_default().push(provision);
        }
        let texts = drafts::of_session(&mut tx, id).await?;
        let texts = texts.into_iter().map(|draft| (provisions.remove(&draft.id).unwrap_or_default(), draft)).map(|(of, draft)| (draft, of));
        Ok(StatisticsPage {
            as_of: ctx.now,
            statistics: Statistics::of(&inputs, &closes),
            texts: texts.collect(),
            session,
            body,
            rounds,
            subgroups,
        })
    }

    async fn inputs(&self, _: &Ctx, id: SessionId, filter: InputFilter, cursor: Option<&str>) -> PortalResult<InputsPage> {
        let cursor = cursor.map(paging::parse_at_id::<ItemId>).transpose()?;
        let mut tx = self.db.read().await?;
        let (session, body) = of(&mut tx, id).await?;
        let subgroups = subgroups::of_body(&mut tx, session.body).await?;
        let provision = match filter.provision {
            None => None,
            Some(provision) => drafts::provision(&mut tx, provision).await?,
        };
        let round = match filter.round {
            None => None,
            Some(round) => rounds::by_id(&mut tx, round).await?.filter(|line| line.session.id == id),
        };
        let filter = InputFilter {
            addressee: known(filter.addressee, &subgroups),
            provision: provision.as_ref().map(|provision| provision.id),
            round: round.as_ref().map(|line| line.round.id),
            day: round.as_ref().and(filter.day),
            ..filter
        };
        let within = round.as_ref().zip(filter.day).map_or(EVER, |(line, day)| bounds_of(line.round.window.closes_at, day));
        let lines = inputs::public(&mut tx, id, &filter, within, cursor, paging::ASKED).await?;
        Ok(InputsPage {
            organisation: named(&mut tx, filter.organisation).await?,
            signatory: named(&mut tx, filter.signatory).await?,
            lines: paging::slice(lines, |line| Some(paging::at_id(line.at, line.item))),
            session,
            body,
            filter,
            subgroups,
            provision,
            round,
        })
    }

    async fn contributors(
        &self,
        _: &Ctx,
        id: SessionId,
        filter: ContributorFilter,
        cursor: Option<&str>,
    ) -> PortalResult<ContributorsPage> {
        let after = cursor.map(str::parse::<OrganisationId>).transpose().map_err(|_| PortalError::NotFound)?;
        let mut tx = self.db.snapshot().await?;
        let (session, body) = of(&mut tx, id).await?;
        let subgroups = subgroups::of_body(&mut tx, session.body).await?;
        let filter = ContributorFilter { addressee: known(filter.addressee, &subgroups), ..filter };
        let all = contributors(&counted::inputs(&mut tx, id).await?, &filter);
        let count = all.len();
        let behind = match after {
            None => 0,
            // One that contributes no more has no place: the list begins again.
            Some(after) => all.iter().position(|one| one.organisation.id == after).map_or(0, |at| at + 1),
        };
        let asked = usize::try_from(paging::ASKED).unwrap_or(usize::MAX);
        let rows: Vec<_> = all.into_iter().skip(behind).take(asked).collect();
        let lines = paging::slice_of(PAGE_SIZE, rows, |one| Some(one.organisation.id.to_string()));
        let standings = accreditations::standings(&mut tx, session.body, id).await?;
        Ok(ContributorsPage { session, body, filter, subgroups, standings, count, lines })
    }
}

async fn of(tx: &mut Tx, id: SessionId) -> PortalResult<(Session, Body)> {
    let session = sessions::by_id(tx, id).await?.ok_or(PortalError::NotFound)?;
    let body = bodies::by_id(tx, session.body).await?.ok_or(PortalError::NotFound)?;
    Ok((session, body))
}

const fn asks_for_input(line: &RoundLine) -> bool {
    matches!(line.round.kind, RoundKind::PositionPapers | RoundKind::Comments)
}

/// What is asked for, where the body has it.
fn known(asked: Option<Addressee>, subgroups: &[Subgroup]) -> Option<Addressee> {
    asked.filter(|asked| asked.subgroup().is_none_or(|id| subgroups.iter().any(|group| group.id == id)))
}

/// An organisation that everybody knows.
async fn named(tx: &mut Tx, id: Option<OrganisationId>) -> PortalResult<Option<OrganisationRef>> {
    match id {
        None => Ok(None),
        Some(id) => Ok(organisations::by_id(tx, id).await?.filter(|one| one.approved_at.is_some()).map(|one| one.reference())),
    }
}
