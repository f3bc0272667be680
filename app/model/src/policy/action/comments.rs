//! What organisations do with comments.

use super::{Act, Action};
use crate::domain::ids::{CommentId, OrganisationId};
use crate::domain::item::ItemState;
use crate::domain::window::Window;

acts! {
    /// A comment is sent.
    SendComment { comment: CommentId, organisation: OrganisationId, state: ItemState, window: Window }

    /// Other words are sent in the place of those of a comment that was sent.
    ChangeComment { comment: CommentId, organisation: OrganisationId, state: ItemState, window: Window }

    /// A comment that was sent is taken back.
    WithdrawComment { comment: CommentId, organisation: OrganisationId, state: ItemState, window: Window }

    /// An organisation says where it stands to the proposal of another, or takes that back.
    SayVoice {
        organisation: OrganisationId,
        /// Whose proposal it is.
        author: OrganisationId,
        /// Of the round it was made in, with the grants of the organisation that speaks.
        window: Window,
    }
}
