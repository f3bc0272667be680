//! Reading draft texts.

use super::ServerPortal;
use super::anchors::{in_charge, reads_submitted};
use super::bodies::by_urgency;
use super::grants::add_own_grants;
use super::said;
use super::statuses::is_newest;
use crate::store::{Tx, anchors, bodies, comments, drafts, links, norms, rounds, statuses, subgroups, translations, voices};
use async_trait::async_trait;
use model::domain::body::Body;
use model::domain::comment_filter::CommentFilter;
use model::domain::draft::{DraftVersion, Provision};
use model::domain::drafting::Alignment;
use model::domain::ids::{DraftVersionId, ProvisionId};
use model::domain::subgroup::Subgroup;
use model::error::{PortalError, PortalResult};
use model::policy::{self, LinkProvision, SetStatus};
use model::portal::{Ctx, DraftPage, ProvisionPage, SaidQuery, StatusPage, TextComparison, Texts};
use std::collections::{BTreeSet, HashMap};

#[async_trait]
impl Texts for ServerPortal {
    async fn draft(&self, ctx: &Ctx, id: DraftVersionId, filter: CommentFilter) -> PortalResult<DraftPage> {
        let mut tx = self.db.read().await?;
        let (draft, body, subgroup) = frame(&mut tx, id).await?;
        let subgroups = subgroups::of_body(&mut tx, draft.body).await?;
        let filter = known(filter, &subgroups);
        let (provisions, on_whole, all_comments) = drafts::provision_lines(&mut tx, id, filter).await?;
        let mut rounds = by_urgency(rounds::of_draft(&mut tx, id).await?, ctx.now);
        add_own_grants(&mut tx, ctx, &mut rounds).await?;
        let (without_place, listed) = anchors::counted(&mut tx, id, reads_submitted(ctx, &draft)).await?;
        let places_said = listed > without_place && in_charge(ctx, &draft);
        let versions = drafts::of_draft(&mut tx, draft.draft).await?;
        let translations = translations::of_version(&mut tx, id).await?;
        Ok(DraftPage {
            draft,
            body,
            subgroup,
            provisions,
            filter,
            subgroups,
            on_whole,
            all_comments,
            without_place,
            places_said,
            versions,
            translations,
            rounds,
        })
    }

    async fn provision(&self, ctx: &Ctx, id: ProvisionId, asked: SaidQuery) -> PortalResult<ProvisionPage> {
        let mut tx = self.db.read().await?;
        let provision = drafts::provision(&mut tx, id).await?.ok_or(PortalError::NotFound)?;
        let (draft, body, subgroup) = frame(&mut tx, provision.draft_version).await?;
        let mut rounds = by_urgency(rounds::of_draft(&mut tx, draft.id).await?, ctx.now);
        add_own_grants(&mut tx, ctx, &mut rounds).await?;
        let history = history(&mut tx, &draft, id).await?;
        let subgroups = subgroups::of_body(&mut tx, draft.body).await?;
        let asked = SaidQuery { filter: known(asked.filter, &subgroups), ..asked };
        let said = said::said(&mut tx, &provision, &asked).await?;
        let earlier = said::earlier(&mut tx, &provision, &asked).await?;
        let status = statuses::newest(&mut tx, id).await?;
        let links = links::of_provision(&mut tx, id).await?;
        let norms = if links.norms.is_empty() { Vec::new() } else { norms::all(&mut tx).await? };
        let norms = norms.into_iter().filter(|norm| links.norms.contains(&norm.code)).collect();
        // Only where somebody could.
        let newest = ctx.actor.signed_in().is_some() && provision.level.is_numbered() && is_newest(&mut tx, &draft).await?;
        let (set, link) = (SetStatus { body: draft.body, newest }, LinkProvision { body: draft.body, newest });
        let sets_status = policy::check(&ctx.actor, &set, ctx.now).is_ok();
        let sets_links = policy::check(&ctx.actor, &link, ctx.now).is_ok();
        let shown = said.rows.iter().flat_map(|block| &block.comments).chain(earlier.rows.iter().map(|one| &one.line));
        let heard = voices::of_comments(&mut tx, shown.map(|line| line.id)).await?;
        let own = match ctx.actor.signed_in() {
            Some(person) => comments::of_person_on_provision(&mut tx, person.person, id).await?,
            None => Vec::new(),
        };
        let translations = translations::of_provision(&mut tx, id).await?;
        Ok(ProvisionPage {
            provision,
            draft,
            body,
            subgroup,
            rounds,
            translations,
            status,
            sets_status,
            links,
            norms,
            sets_links,
            history,
            earlier,
            said,
            asked,
            subgroups,
            heard,
            own,
        })
    }

    async fn provision_status(&self, ctx: &Ctx, id: ProvisionId) -> PortalResult<StatusPage> {
        self.status_page(ctx, id).await
    }

    async fn compare_texts(&self, _ctx: &Ctx, one: DraftVersionId, other: DraftVersionId) -> PortalResult<TextComparison> {
        let mut tx = self.db.read().await?;
        let (version, body, _) = frame(&mut tx, one).await?;
        let versions = drafts::of_draft(&mut tx, version.draft).await?;
        let place = |id: DraftVersionId| versions.iter().position(|version| version.id == id).ok_or(PortalError::NotFound);
        let (one, other) = (place(one)?, place(other)?);
        // The newest come first.
        let (from, to) = (one.max(other), one.min(other));
        let old = drafts::provisions(&mut tx, versions[from].id).await?;
        let new = drafts::provisions(&mut tx, versions[to].id).await?;
        let origins = drafts::origins(&mut tx, version.draft).await?;
        let alignment = aligned(&old, &new, &origins, from - to).ok_or(PortalError::Conflict)?;
        let (old, new) = ((versions[from].clone(), old), (versions[to].clone(), new));
        Ok(TextComparison { body, versions, old, new, alignment })
    }
}

pub(super) async fn frame(tx: &mut Tx, id: DraftVersionId) -> PortalResult<(DraftVersion, Body, Subgroup)> {
    let draft = drafts::by_id(tx, id).await?.ok_or(PortalError::NotFound)?;
    let body = bodies::by_id(tx, draft.body).await?.ok_or(PortalError::NotFound)?;
    let subgroup = subgroups::by_id(tx, draft.subgroup).await?.ok_or(PortalError::NotFound)?;
    Ok((draft, body, subgroup))
}

/// The filter with a subgroup that is one of these: it asks for what its form shows.
pub(super) fn known(filter: CommentFilter, subgroups: &[Subgroup]) -> CommentFilter {
    let subgroup = filter.subgroup.filter(|id| subgroups.iter().any(|group| group.id == *id));
    CommentFilter { subgroup, ..filter }
}

/// A provision through the versions of its text.
async fn history(tx: &mut Tx, draft: &DraftVersion, id: ProvisionId) -> PortalResult<Vec<(DraftVersion, Provision)>> {
    let provisions = drafts::lineage(tx, id).await?;
    if provisions.len() < 2 {
        return Ok(Vec::new());
    }
    let versions = drafts::of_draft(tx, draft.draft).await?;
    let of = |provision: &Provision| versions.iter().position(|version| version.id == provision.draft_version);
    let mut history: Vec<_> = provisions.into_iter().filter_map(|provision| Some((of(&provision)?, provision))).collect();
    history.sort_by_key(|(at, provision)| (*at, provision.position));
    Ok(history.into_iter().map(|(at, provision)| (versions[at].clone(), provision)).collect())
}

/// The alignment of two versions so many steps apart, by what was confirmed at each: pairs of a provision and one of the version before it.
fn aligned(old: &[Provision], new: &[Provision], origins: &[(ProvisionId, ProvisionId)], steps: usize) -> Option<Alignment> {
    let mut before: HashMap<ProvisionId, Vec<ProvisionId>> = HashMap::new();
    for (provision, origin) in origins {
        before.entry(*provision).or_default().push(*origin);
    }
    let places: HashMap<ProvisionId, usize> = old.iter().enumerate().map(|(at, provision)| (provision.id, at)).collect();
    let from = |provision: &Provision| -> Vec<usize> {
        let mut here = BTreeSet::from([provision.id]);
        for _ in 0..steps {
            here = here.iter().filter_map(|id| before.get(id)).flatten().copied().collect();
        }
        here.iter().filter_map(|id| places.get(id)).copied().collect()
    };
    Alignment::new(new.iter().map(from).collect(), old.len(), new.len())
}
