//! The last look before a comment is withdrawn.

use super::parts::{LastLook, Looked, last_look};
use crate::render::{Cx, PageResult};
use model::domain::ids::CommentId;
use model::domain::item::ItemState;
use model::error::PortalError;
use model::i18n::t::comment_ends as t;
use model::routes;

/// `/comments/{id}/withdraw`; with `error` after it was refused.
pub async fn page(cx: &Cx, id: CommentId, error: Option<PortalError>) -> PageResult {
    let page = cx.portal.comment(&cx.ctx, id).await?;
    let l = cx.locale();
    let public = (page.comment.state == ItemState::Accepted).then(|| t::withdraw_comment_effect_public(l));
    let waits = (page.comment.state != ItemState::Accepted).then(|| t::withdraw_comment_effect_waits(l));
    let effects = [public, waits, Some(t::withdraw_comment_effect_record(l)), Some(t::withdraw_comment_effect_again(l))];
    let look = LastLook {
        title: t::withdraw_comment_title(l),
        heading: t::withdraw_comment_heading(l),
        effects: effects.into_iter().flatten().map(str::to_owned).collect(),
        changed: t::withdraw_comment_changed(l),
        closed: t::withdraw_comment_closed,
        action: routes::withdraw_comment(l, id),
        button: t::withdraw_comment_button(l),
        keep: t::withdraw_comment_keep(l),
    };
    last_look(cx, Looked::Comment(&page), &look, page.withdraw, error)
}
