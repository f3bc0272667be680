//! Deleting accounts on both databases, when two who count on each other go at once.

use crate::support::{KINDS, ctx, fresh, portal, start};
use engine::demo;
use model::domain::person::Function;
use model::domain::time::Span;
use model::error::PortalError;
use model::policy::Denied;
use model::portal::{MemberAct, Members, OwnData};
use tokio::task::JoinSet;

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn two_contact_points_who_leave_at_once_do_not_both_go() {
    for kind in KINDS {
        let fresh = fresh(kind).await;
        let portal = portal(&fresh.db);
        demo::seed(&portal, start()).await.expect("seeds");
        let now = start() + Span::HOUR;
        let (ngo, drafter) = (ctx(&fresh.db, "ngo", now).await, ctx(&fresh.db, "drafter.ngo", now).await);
        let organisation = ngo.actor.signed_in().expect("a person").memberships[0].organisation;
        let second = MemberAct::Change { person: drafter.actor.signed_in().expect("a person").person, function: Function::ContactPoint };
        portal.act_on_members(&ngo, organisation, second).await.expect("a second contact point");

        let mut running = JoinSet::new();
        for who in ["ngo", "drafter.ngo"] {
            let (portal, ctx) = (portal.clone(), ctx(&fresh.db, who, now).await);
            running.spawn(async move { portal.delete_account(&ctx).await });
        }
        let mut ends = running.join_all().await;
        ends.sort_by_key(Result::is_err);
        assert_eq!(ends, [Ok(()), Err(PortalError::Denied(Denied::HandOverFirst))], "{kind:?}: the reviewer would be left alone");
    }
}
