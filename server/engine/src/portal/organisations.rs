//! Organisations: the public list, their pages, what they say of themselves, duplicates.

use super::{ServerPortal, actor_now, in_tx, paging, permitted, require_person};
use crate::store::{
    Tx, accreditations, audit, comments, id_list, joining, mails, members, merging, organisation_lists, organisations, paper_lists,
    subgroups,
};
use async_trait::async_trait;
use model::domain::audit::AuditAct;
use model::domain::ids::{ChangeId, CommentId, OrganisationId, PaperId};
use model::domain::likeness::Name;
use model::domain::organisation::{ChangeKind, Office, Organisation};
use model::domain::person::Actor;
use model::domain::time::Instant;
use model::domain::validate::Fault;
use model::error::{FieldError, PortalError, PortalResult};
use model::forms::{MergeForm, OrganisationForm};
use model::policy::{self, AskToJoin, Denied, EditOrganisation, MergeOrganisations, ReadMembers, ReadOrganisation};
use model::portal::{
    Ctx, InputCursors, MergePage, OrganisationChange, OrganisationFilter, OrganisationLine, OrganisationPage, OrganisationStanding,
    Organisations, ProfileChange, Slice,
};

/// How many organisations a page of the list holds.
const LIST_SIZE: i64 = 50;
/// How many papers and comments a page of an organisation shows.
const INPUT_SIZE: i64 = 20;
/// How many duplicates are suggested for a merger.
const SUGGESTED: usize = 10;

#[async_trait]
impl Organisations for ServerPortal {
    async fn organisations(&self, _ctx: &Ctx, filter: &OrganisationFilter, cursor: Option<&str>) -> PortalResult<Slice<OrganisationLine>> {
        let cursor = cursor.map(paging::parse_name).transpose()?;
        let mut tx = self.db.read().await?;
        let rows = organisation_lists::public(&mut tx, filter, cursor.as_ref(), LIST_SIZE + 1).await?;
        let page = slice(rows, LIST_SIZE, |((key, id), _)| Some(paging::id_text(id, key)));
        Ok(Slice { rows: page.rows.into_iter().map(|(_, line)| line).collect(), next: page.next })
    }

    async fn merged_into(&self, _ctx: &Ctx, id: OrganisationId) -> PortalResult<Option<OrganisationId>> {
        let mut tx = self.db.read().await?;
        Ok(merging::merged_into(&mut tx, id).await?)
    }

    async fn organisation(&self, ctx: &Ctx, id: OrganisationId, cursors: &InputCursors) -> PortalResult<OrganisationPage> {
        let paper_cursor = input_cursor::<PaperId>(cursors.papers.as_deref())?;
        let comment_cursor = input_cursor::<CommentId>(cursors.comments.as_deref())?;
        let mut tx = self.db.read().await?;
        let organisation = readable(&mut tx, &ctx.actor, id, ctx.now).await?;
        let history = organisations::history(&mut tx, id).await?;
        let subgroups = subgroups::of_organisation(&mut tx, id).await?;
        let papers = paper_lists::public_of_organisation(&mut tx, id, paper_cursor, INPUT_SIZE + 1).await?;
        let papers = slice(papers, INPUT_SIZE, |line| line.submitted_at.map(|at| format!("{}-{}", at.0, line.id)));
        let comments = comments::public_of_organisation(&mut tx, id, comment_cursor, INPUT_SIZE + 1).await?;
        let comments = slice(comments, INPUT_SIZE, |line| line.submitted_at.map(|at| format!("{}-{}", at.0, line.id)));
        let mut standing = standing(&ctx.actor, id, ctx.now);
        if let (true, Some(person)) = (standing.may_ask_to_join, ctx.actor.signed_in()) {
            standing.asked = joining::has_asked(&mut tx, id, person.person).await?;
        }
        let accreditations = accreditations::standings_of(&mut tx, id).await?;
        Ok(OrganisationPage { organisation, history, subgroups, accreditations, papers, comments, standing })
    }

    async fn organisation_profile(&self, ctx: &Ctx, id: OrganisationId) -> PortalResult<Organisation> {
        require_person(ctx)?;
        let mut tx = self.db.read().await?;
        let organisation = readable(&mut tx, &ctx.actor, id, ctx.now).await?;
        policy::check(&ctx.actor, &EditOrganisation { organisation: id }, ctx.now)?;
        Ok(organisation)
    }

    async fn change_organisation(&self, ctx: &Ctx, id: OrganisationId, change: ProfileChange) -> PortalResult<()> {
        require_person(ctx)?;
        let ids = [ChangeId(self.ids.uuid(ctx.now)), ChangeId(self.ids.uuid(ctx.now))];
        let event =
            self.event(ctx, AuditAct::OrganisationChanged, "organisation", id, serde_json::json!({ "version": change.version + 1 }));
        in_tx!(self.db, [ctx, change, event], |tx| {
            let actor = actor_now(tx, &ctx).await?;
            let stored = readable(tx, &actor, id, ctx.now).await?;
            permitted(&actor, EditOrganisation { organisation: id }, ctx.now)?;
            let by = if actor.submits_for(id) { Office::ContactPoint } else { Office::Secretariat };
            let renamed = renamings(&stored, &change, by, ctx.now);
            if stored.profile == change.profile {
                return Ok(());
            }
            // Before it is public an organisation has no history, and nobody to give a reason to.
            if stored.approved_at.is_some() && !renamed.is_empty() {
                if change.reason.is_empty() {
                    return Err(PortalError::Invalid(vec![FieldError { field: OrganisationForm::REASON, fault: Fault::Missing }]));
                }
                for (change_id, entry) in ids.iter().zip(&renamed) {
                    organisations::insert_change(tx, *change_id, id, entry).await?;
                }
            }
            organisations::save(tx, id, change.version, &change.profile).await?;
            audit::insert(tx, &event).await?;
            Ok(())
        })
        .await
    }

    async fn merge_page(&self, ctx: &Ctx, id: OrganisationId, search: &str) -> PortalResult<MergePage> {
        require_person(ctx)?;
        let mut tx = self.db.read().await?;
        let organisation = readable(&mut tx, &ctx.actor, id, ctx.now).await?;
        policy::check(&ctx.actor, &MergeOrganisations { from: id, into: id }, ctx.now)?;
        let close = if search.trim().is_empty() {
            let profile = &organisation.profile;
            let close = organisation_lists::close_to(&mut tx, &Name::new(&profile.name, &profile.short_name), SUGGESTED + 1).await?;
            organisation_lists::lines(&mut tx, &id_list(close)).await?
        } else {
            let filter = OrganisationFilter { search: search.to_owned(), ..OrganisationFilter::default() };
            organisation_lists::public(&mut tx, &filter, None, LIST_SIZE).await?.into_iter().map(|(_, line)| line).collect()
        };
        let close = close.into_iter().filter(|line| line.organisation.id != id).collect();
        let members = members::of(&mut tx, id).await?.len();
        Ok(MergePage { organisation, close, members })
    }

    async fn merge_organisations(&self, ctx: &Ctx, from: OrganisationId, into: OrganisationId, reason: &str) -> PortalResult<()> {
        require_person(ctx)?;
        let change_id = ChangeId(self.ids.uuid(ctx.now));
        let detail = serde_json::json!({ "into": into, "reason": reason });
        let event = self.event(ctx, AuditAct::OrganisationsMerged, "organisation", from, detail);
        let (this, reason) = (self.clone(), reason.to_owned());
        in_tx!(self.db, [this, ctx, event, reason], |tx| {
            let actor = actor_now(tx, &ctx).await?;
            // Always in the same order, so that two mergers the other way round do not wait for each other.
            for id in [from.min(into), from.max(into)] {
                organisations::lock(tx, id).await?;
            }
            let duplicate = readable(tx, &actor, from, ctx.now).await?;
            let permit = policy::permit(&actor, MergeOrganisations { from, into }, ctx.now)?;
            let wrong = || PortalError::Invalid(vec![FieldError { field: MergeForm::INTO, fault: Fault::NotAnOrganisation }]);
            let kept = organisations::by_id(tx, into).await?.ok_or_else(wrong)?;
            if from == into || kept.merged_into.is_some() || kept.approved_at.is_none() {
                return Err(wrong());
            }
            let mut people = crate::store::people::of_organisation(tx, from).await?;
            for person in crate::store::people::of_organisation(tx, into).await? {
                if !people.iter().any(|known| known.id == person.id) {
                    people.push(person);
                }
            }
            let ended = merging::merge(tx, permit.action().from, permit.action().into, &duplicate.profile.name, permit.at()).await?;
            let entry = OrganisationChange {
                at: ctx.now,
                kind: ChangeKind::Merged,
                by: Office::Secretariat,
                old: duplicate.profile.name.clone(),
                new: kept.profile.name.clone(),
                reason: reason.clone(),
            };
            organisations::insert_change(tx, change_id, into, &entry).await?;
            let told = super::told::Told::Merged { from: &duplicate.profile.name, reason: &reason, ended };
            for person in people {
                mails::insert(tx, &this.tell(&ctx, &person, &kept, &told)).await?;
            }
            let mut event = event;
            event.detail["speakers_ended"] = ended.speakers.into();
            event.detail["applications_ended"] = ended.applications.into();
            event.detail["signatures_ended"] = ended.signatures.into();
            audit::insert(tx, &event).await?;
            Ok(())
        })
        .await
    }
}

/// An organisation that is there and that the actor may know of.
pub(super) async fn readable(tx: &mut Tx, actor: &Actor, id: OrganisationId, now: Instant) -> PortalResult<Organisation> {
    let organisation = organisations::by_id(tx, id).await?.filter(|o| o.merged_into.is_none()).ok_or(PortalError::NotFound)?;
    let read = ReadOrganisation { organisation: id, approved: organisation.approved_at.is_some() };
    policy::check(actor, &read, now).map_err(|_: Denied| PortalError::NotFound)?;
    Ok(organisation)
}

fn standing(actor: &Actor, id: OrganisationId, now: Instant) -> OrganisationStanding {
    OrganisationStanding {
        function: actor.function_in(id),
        may_edit: policy::check(actor, &EditOrganisation { organisation: id }, now).is_ok(),
        may_read_members: policy::check(actor, &ReadMembers { organisation: id }, now).is_ok(),
        may_ask_to_join: policy::check(actor, &AskToJoin { organisation: id }, now).is_ok(),
        asked: false,
        may_merge: policy::offers(actor, &MergeOrganisations { from: id, into: id }, now),
    }
}

/// What of the names changes, as it goes into the history.
fn renamings(stored: &Organisation, change: &ProfileChange, by: Office, at: Instant) -> Vec<OrganisationChange> {
    let names = [
        (ChangeKind::Name, &stored.profile.name, &change.profile.name),
        (ChangeKind::ShortName, &stored.profile.short_name, &change.profile.short_name),
    ];
    names
        .into_iter()
        // A short name that is given for the first time changes nothing.
        .filter(|(kind, old, new)| old != new && !(*kind == ChangeKind::ShortName && old.is_empty()))
        .map(|(kind, old, new)| OrganisationChange { at, kind, by, old: old.clone(), new: new.clone(), reason: change.reason.clone() })
        .collect()
}

/// The first `size` rows, and the cursor of the last of them when there are more.
fn slice<T>(mut rows: Vec<T>, size: i64, cursor: impl Fn(&T) -> Option<String>) -> Slice<T> {
    let size = usize::try_from(size).unwrap_or(usize::MAX);
    let more = rows.len() > size;
    rows.truncate(size);
    let next = rows.last().filter(|_| more).and_then(cursor);
    Slice { rows, next }
}

/// `microseconds-id`.
fn input_cursor<Id: std::str::FromStr>(text: Option<&str>) -> PortalResult<Option<(Instant, Id)>> {
    let Some(text) = text else { return Ok(None) };
    let parse = || {
        let (at, id) = text.split_once('-')?;
        Some((Instant(at.parse().ok()?), id.parse().ok()?))
    };
    parse().map(Some).ok_or(PortalError::NotFound)
}
