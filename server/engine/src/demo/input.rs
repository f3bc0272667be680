//! Invented papers and comments, written, submitted and decided upon through the portal's own use cases.

use super::rounds::First;
use super::{SeedError, data, people};
use crate::portal::{ServerPortal, in_tx};
use crate::store::{bodies, drafts, offices, people as person_store, subgroup_members, subgroups};
use model::domain::draft::{Provision, WHOLE};
use model::domain::ids::{ProvisionId, SubgroupId};
use model::domain::inscription::InscriptionContent;
use model::domain::item::ItemState;
use model::domain::moderation::{Outcome, ReasonCode};
use model::domain::paper::{Consent, PaperContent};
use model::domain::person::Actor;
use model::domain::recommendation::{About, Recommendation};
use model::domain::role::Office;
use model::domain::time::{Instant, Span};
use model::portal::{Comments as _, Ctx, Moderation as _, NewDecision, NewInscription, Papers as _, SaveComment, SavePaper, Speakers as _};
use std::collections::HashMap;

/// The frame as the input refers to it.
struct Refs {
    subgroups: HashMap<String, SubgroupId>,
    provisions: HashMap<String, ProvisionId>,
}

pub async fn seed(portal: &ServerPortal, first: &First, now: Instant) -> Result<(), SeedError> {
    let refs = refs(portal).await?;
    join(portal, &refs, now).await?;
    // The papers came in over the last week, one every few hours, and each was decided upon a day later.
    for (n, paper) in (0..).zip(data::papers()?) {
        let at = now - Span::DAY.times(7) + Span::MINUTE.times(n * 200);
        seed_paper(portal, first, &refs, paper, at, now).await?;
    }
    for (n, comment) in (0..).zip(data::comments()?) {
        let at = now - Span::DAY.times(6) + Span::MINUTE.times(n * 170);
        seed_comment(portal, first, &refs, comment, at, now).await?;
    }
    for (n, speaker) in (0..).zip(data::speakers()?) {
        let at = now - Span::DAY.times(5) + Span::MINUTE.times(n * 410);
        let ctx = ctx_of(portal, &people::address_of(&speaker.organisation), at).await?;
        let content =
            InscriptionContent { speaker: speaker.name, capacity: speaker.capacity, subject: speaker.subject, language: speaker.language };
        // The same words again, after an interruption, are the same request.
        portal.inscribe(&ctx, NewInscription { round: first.speakers, organisation: None, content, version: 0 }).await?;
    }
    Ok(())
}

async fn refs(portal: &ServerPortal) -> Result<Refs, SeedError> {
    let mut tx = portal.db.read().await?;
    let mut refs = Refs { subgroups: HashMap::new(), provisions: HashMap::new() };
    for body in bodies::all(&mut tx).await? {
        for subgroup in subgroups::of_body(&mut tx, body.id).await? {
            refs.subgroups.insert(subgroup.code, subgroup.id);
        }
        for draft in drafts::of_body(&mut tx, body.id).await? {
            refs.provisions.insert(WHOLE.to_owned(), Provision::whole(draft.id).id);
            for provision in drafts::provisions(&mut tx, draft.id).await? {
                refs.provisions.insert(provision.stable_id, provision.id);
            }
        }
    }
    Ok(refs)
}

/// Every organisation joins the subgroups it writes to.
async fn join(portal: &ServerPortal, refs: &Refs, now: Instant) -> Result<(), SeedError> {
    for paper in data::papers()? {
        let Some(code) = &paper.subgroup else { continue };
        let subgroup = *refs.subgroups.get(code).ok_or_else(|| SeedError::Missing(code.clone()))?;
        let ctx = ctx_of(portal, &people::address_of(&paper.organisation), now).await?;
        let organisation = own_organisation(&ctx)?;
        in_tx!(portal.db, [], |tx| { subgroup_members::begin(tx, subgroup, organisation, None, now - Span::DAY.times(8), true).await })
            .await?;
    }
    Ok(())
}

pub(super) fn own_organisation(ctx: &Ctx) -> Result<model::domain::ids::OrganisationId, SeedError> {
    let first = ctx.actor.signed_in().and_then(|person| person.memberships.first());
    first.map(|membership| membership.organisation).ok_or_else(|| SeedError::Missing("organisation of a demonstration login".to_owned()))
}

/// A request by the person with this address, at that instant.
pub(super) async fn ctx_of(portal: &ServerPortal, email: &str, now: Instant) -> Result<Ctx, SeedError> {
    let mut tx = portal.db.read().await?;
    let id = person_store::id_by_email(&mut tx, email).await?.ok_or_else(|| SeedError::Missing(email.to_owned()))?;
    let mut person = person_store::reload(&mut tx, id).await?.ok_or_else(|| SeedError::Missing(email.to_owned()))?;
    // The invented past was not lived in sessions, so nobody could pass the second factor in one.
    person.factor_satisfied = true;
    Ok(Ctx::below_http(Actor::Person(Box::new(person)), now))
}

/// The decision the data asks for, if any.
fn decision(state: ItemState, reason: &str, version: i64) -> Option<NewDecision> {
    let (outcome, code) = match state {
        ItemState::Accepted => (Outcome::Accept, None),
        ItemState::Returned => (Outcome::Return, Some(ReasonCode::Incomplete)),
        ItemState::Declined => (Outcome::Decline, Some(ReasonCode::OffTopic)),
        ItemState::Draft | ItemState::Submitted | ItemState::Withdrawn | ItemState::Replaced | ItemState::ForTheChair => return None,
    };
    Some(NewDecision { outcome, code, reason: reason.to_owned(), version })
}

fn moderator_of(subgroup: Option<&str>) -> Option<&'static str> {
    match subgroup {
        Some("SG-RNP") => Some("moderator.rnp@demo.example"),
        Some("SG-CAP") => Some("moderator.cap@demo.example"),
        None => Some("secretariat@demo.example"),
        Some(_) => None,
    }
}

async fn seed_paper(
    portal: &ServerPortal,
    first: &First,
    refs: &Refs,
    paper: data::Paper,
    at: Instant,
    now: Instant,
) -> Result<(), SeedError> {
    let ctx = ctx_of(portal, &people::address_of(&paper.organisation), at).await?;
    let subgroup = match &paper.subgroup {
        Some(code) => Some(*refs.subgroups.get(code).ok_or_else(|| SeedError::Missing(code.clone()))?),
        None => None,
    };
    // One draft stayed behind in the closed round: there one can see what the portal says after a deadline.
    let late = paper.state == ItemState::Draft && paper.organisation == "demo-business";
    let round = if late { first.closed } else { first.papers };
    let mut recommendations = Vec::new();
    for one in paper.recommendations {
        let about = one.about.map(|name| match refs.provisions.get(&name) {
            Some(id) => Ok(About::Provision(*id)),
            None if name.starts_with("N-") => Ok(About::Norm(name)),
            None => Err(SeedError::Missing(name)),
        });
        recommendations.push(Recommendation { text: one.text, about: about.transpose()? });
    }
    let content = PaperContent {
        title: paper.title,
        recommendations,
        subgroup,
        text: paper.text,
        consent: Some(Consent::Public),
        ..PaperContent::empty(paper.language)
    };
    // An interrupted seeding may have brought it some of the way.
    let own = portal.own_input(&ctx).await?.papers;
    let (id, state) = match own.into_iter().find(|line| line.round == round && line.title == content.title) {
        Some(line) => (line.id, line.state),
        None => (
            portal.save_paper(&ctx, SavePaper { id: None, round, organisation: None, version: 0, asked: None, content }).await?.id,
            ItemState::Draft,
        ),
    };
    if paper.state == ItemState::Draft {
        return Ok(());
    }
    if state == ItemState::Draft {
        portal.submit_paper(&ctx, id, 1).await?;
    } else if state != ItemState::Submitted {
        return Ok(());
    }
    let Some(decision) = decision(paper.state, &paper.return_reason, 2) else { return Ok(()) };
    let then = (at + Span::DAY).0.min(now.0);
    match moderator_of(paper.subgroup.as_deref()) {
        Some(moderator) => {
            portal.decide_paper(&ctx_of(portal, moderator, Instant(then)).await?, id, decision).await?;
        }
        None => decide_as_secretariat(portal, subgroup, id, decision, Instant(then)).await?,
    }
    Ok(())
}

/// Subgroups without a moderator of their own are moderated by the secretariat, which is given that office.
async fn decide_as_secretariat(
    portal: &ServerPortal,
    subgroup: Option<SubgroupId>,
    paper: model::domain::ids::PaperId,
    decision: NewDecision,
    at: Instant,
) -> Result<(), SeedError> {
    let Some(subgroup) = subgroup else { return Ok(()) };
    let ctx = ctx_of(portal, "secretariat@demo.example", at).await?;
    let Some(person) = ctx.actor.signed_in().map(|p| p.person) else { return Ok(()) };
    let id = model::domain::ids::RoleId(portal.ids.uuid(at));
    in_tx!(portal.db, [], |tx| {
        let body = subgroups::by_id(tx, subgroup).await?.map(|subgroup| subgroup.body);
        let Some(office) = body.map(|body| Office::Moderator { subgroup, body }) else { return Ok(()) };
        if offices::holds(tx, person, office, at).await? {
            return Ok(());
        }
        offices::insert(tx, &people::founding(id, person, office, at - Span::DAY)).await
    })
    .await?;
    let ctx = ctx_of(portal, "secretariat@demo.example", at).await?;
    portal.decide_paper(&ctx, paper, decision).await?;
    Ok(())
}

async fn seed_comment(
    portal: &ServerPortal,
    first: &First,
    refs: &Refs,
    comment: data::Comment,
    at: Instant,
    now: Instant,
) -> Result<(), SeedError> {
    let ctx = ctx_of(portal, &people::address_of(&comment.organisation), at).await?;
    let provision = *refs.provisions.get(&comment.provision).ok_or_else(|| SeedError::Missing(comment.provision.clone()))?;
    let content = comment.content;
    // An interrupted seeding may have brought it some of the way.
    let own = portal.own_input(&ctx).await?.comments;
    let there = own.into_iter().find(|line| line.provision == provision && line.content.reason == content.reason);
    let id = match there {
        Some(line) if line.state == ItemState::Submitted => line.id,
        Some(line) if line.state != ItemState::Draft => return Ok(()),
        line => {
            let (id, version) = line.map_or((None, 0), |line| (Some(line.id), 1));
            let sent = portal
                .send_comment(&ctx, SaveComment { id, provision, round: first.comments, organisation: None, version, content })
                .await?;
            sent.outcome?;
            sent.comment
        }
    };
    // A comment taken up again was saved once more before it was sent.
    let version = portal.comment(&ctx, id).await?.comment.version;
    let Some(decision) = decision(comment.state, &comment.return_reason, version) else { return Ok(()) };
    let then = (at + Span::DAY).0.min(now.0);
    let moderator = ctx_of(portal, "moderator.rnp@demo.example", Instant(then)).await?;
    portal.decide_comment(&moderator, id, decision).await?;
    Ok(())
}
