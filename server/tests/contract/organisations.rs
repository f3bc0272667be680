//! Organisations and members do the same on both databases.

use crate::support::{KINDS, ctx, fresh, portal, start};
use engine::demo;
use model::domain::comment::Operation;
use model::domain::ids::OrganisationId;
use model::domain::item::ItemState;
use model::domain::moderation::Outcome;
use model::domain::person::Function;
use model::domain::time::Span;
use model::domain::voice::{Heard, Voice};
use model::error::PortalError;
use model::portal::{
    Bodies, Comments, CompilationQuery, Compilations, CompiledComment, Ctx, InputCursors, Joining, MemberAct, Members, Moderation,
    NewDecision, NewOrganisation, OrganisationFilter, Organisations, Papers, Scope,
};

fn own(ctx: &Ctx) -> OrganisationId {
    ctx.actor.signed_in().and_then(|person| person.memberships.first()).expect("a member").organisation
}

#[tokio::test]
async fn people_join_hand_over_and_organisations_merge_alike() {
    let mut seen = Vec::new();
    for kind in KINDS {
        let fresh = fresh(kind).await;
        let portal = portal(&fresh.db);
        demo::seed(&portal, start()).await.expect("seeds");
        let now = start();
        let ngo = ctx(&fresh.db, "ngo", now).await;
        let business = ctx(&fresh.db, "business", now).await;
        let (jukwaa, kestrel) = (own(&ngo), own(&business));
        // Both speak for the proposal of somebody else, and one for that of the other.
        let texts = portal.body(&ngo, "oewg").await.expect("the body").drafts;
        let moderator = ctx(&fresh.db, "moderator.rnp", now).await;
        let full = CompilationQuery { scope: Scope::Full, ..CompilationQuery::default() };
        let compilation = portal.compilation(&moderator, texts[0].id, full).await.expect("in charge");
        let comments: Vec<_> = compilation.provisions.iter().flat_map(|one| &one.comments).collect();
        let proposal = |wanted: &dyn Fn(OrganisationId) -> bool, state| {
            let of = |one: &&&CompiledComment| one.state == state && wanted(one.comment.organisation.id);
            let proposes = |one: &&&CompiledComment| one.comment.content.operation != Operation::CommentOnly;
            comments.iter().filter(of).find(proposes).expect("a proposal").comment.id
        };
        let others = proposal(&|by| by != jukwaa && by != kestrel, ItemState::Accepted);
        let kestrels = proposal(&|by| by == kestrel, ItemState::Submitted);
        let version = portal.comment(&moderator, kestrels).await.expect("in charge").comment.version;
        let accept = NewDecision { outcome: Outcome::Accept, code: None, reason: String::new(), version };
        portal.decide_comment(&moderator, kestrels, accept).await.expect("accepts");
        for (speaker, organisation, comment) in [(&ngo, jukwaa, others), (&business, kestrel, others), (&ngo, jukwaa, kestrels)] {
            let version = portal.comment(speaker, comment).await.expect("public").comment.version;
            portal.say_voice(speaker, comment, version, organisation, Some(Voice::Support)).await.expect("says");
        }
        // A request, accepted.
        portal.ask_to_join(&business, jukwaa, "Please").await.expect("asks");
        assert_eq!(portal.organisation_tasks(&ngo).await.expect("tasks")[0].requests, 1, "{kind:?}");
        let request = portal.members(&ngo, jukwaa).await.expect("members").requests.remove(0);
        let accept = MemberAct::Accept { request: request.id, function: Function::Drafter };
        portal.act_on_members(&ngo, jukwaa, accept.clone()).await.expect("accepts");
        assert_eq!(portal.act_on_members(&ngo, jukwaa, accept).await, Err(PortalError::NotFound), "{kind:?}: accepted once");
        // Removed and back again: one row, one membership.
        let person = business.actor.signed_in().expect("signed in").person;
        portal.act_on_members(&ngo, jukwaa, MemberAct::Remove { person }).await.expect("removes");
        portal.ask_to_join(&business, jukwaa, "").await.expect("asks again");
        let request = portal.members(&ngo, jukwaa).await.expect("members").requests.remove(0);
        portal
            .act_on_members(&ngo, jukwaa, MemberAct::Accept { request: request.id, function: Function::Reviewer })
            .await
            .expect("accepts");
        // A claim by the drafter, confirmed after the time to object.
        let drafter = ctx(&fresh.db, "drafter.ngo", now).await;
        portal.act_on_members(&drafter, jukwaa, MemberAct::Claim { reason: "Gone".to_owned() }).await.expect("claims");
        let later = now + Span::DAY.times(8);
        let secretariat = ctx(&fresh.db, "secretariat", later).await;
        let claim = portal.open_claims(&secretariat).await.expect("claims").remove(0);
        let decide = MemberAct::Decide { claim: claim.id, confirm: true, reason: "Nobody objected".to_owned() };
        portal.act_on_members(&secretariat, jukwaa, decide).await.expect("confirms");
        // A merger: both have the business contact as a member.
        portal.merge_organisations(&secretariat, kestrel, jukwaa, "One house").await.expect("merges");
        let members = portal.members(&secretariat, jukwaa).await.expect("members").members;
        let by = |heard: Vec<Heard>| heard.into_iter().map(|one| one.organisation.id).collect::<Vec<_>>();
        assert_eq!(by(portal.comment(&secretariat, others).await.expect("public").heard), [jukwaa], "{kind:?}: one voice");
        assert_eq!(by(portal.comment(&secretariat, kestrels).await.expect("public").heard), [], "{kind:?}: none on the own proposal");
        let members: Vec<_> = members.into_iter().map(|m| (m.email, m.function)).collect();
        let list = portal.organisations(&secretariat, &OrganisationFilter::default(), None).await.expect("list").rows;
        let names: Vec<_> = list.into_iter().map(|line| line.organisation.name).collect();
        let page = portal.organisation(&secretariat, jukwaa, &InputCursors::default()).await.expect("page");
        assert_eq!(portal.merged_into(&secretariat, kestrel).await, Ok(Some(jukwaa)), "{kind:?}");
        let business = ctx(&fresh.db, "business", later).await;
        let drafts = portal.own_input(&business).await.expect("own input").papers.len();
        seen.push((members, names, page.history.len(), page.subgroups.len(), drafts));
    }
    assert_eq!(seen[0], seen[1]);
    assert!(seen[0].0.contains(&("drafter.ngo@demo.example".to_owned(), Function::ContactPoint)), "{:?}", seen[0].0);
    assert!(seen[0].0.contains(&("ngo@demo.example".to_owned(), Function::Drafter)), "{:?}", seen[0].0);
}

#[tokio::test]
async fn of_two_who_found_or_accept_at_once_one_does() {
    for kind in KINDS {
        let fresh = fresh(kind).await;
        let portal = portal(&fresh.db);
        demo::seed(&portal, start()).await.expect("seeds");
        let ngo = ctx(&fresh.db, "ngo", start()).await;
        let business = ctx(&fresh.db, "business", start()).await;
        let jukwaa = own(&ngo);
        let (one, two) = tokio::join!(portal.ask_to_join(&business, jukwaa, ""), portal.ask_to_join(&business, jukwaa, ""));
        assert_eq!((one, two), (Ok(()), Ok(())), "{kind:?}");
        let requests = portal.members(&ngo, jukwaa).await.expect("members").requests;
        assert_eq!(requests.len(), 1, "{kind:?}: asking twice is asking once");
        let new = NewOrganisation {
            name: "Another house".to_owned(),
            stakeholder_type: model::domain::organisation::StakeholderType::Ngo,
            region: model::domain::organisation::Region::Global,
        };
        let founded = portal.found_organisation(&business, Some(new)).await.expect("founds").expect("nothing is close");
        let last = ctx(&fresh.db, "business", start()).await;
        assert!(last.actor.submits_for(founded), "{kind:?}");
        // Two contact points cannot leave each other without one.
        let person = last.actor.signed_in().expect("signed in").person;
        let act = || MemberAct::Change { person, function: Function::Drafter };
        let (one, two) =
            tokio::join!(portal.act_on_members(&last, founded, act()), portal.act_on_members(&last, founded, MemberAct::Leave));
        assert!(one.is_err() && two.is_err(), "{kind:?}: {one:?} {two:?}");
    }
}
