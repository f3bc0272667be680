//! Acts of moderation, in words.

use crate::domain::language::{Locale, LocalizedText};
use crate::domain::moderation::{ModerationAct, ReasonCode};
use crate::domain::queue_filter::OnlyAsked;
use crate::domain::role::RoleName;
use crate::i18n::t::{acts as t, queues};

names! {
    in queues:
    /// A kind of input that one looks for.
    only_asked: OnlyAsked { Late => queue_only_late, Proposal => queue_only_proposal }
}

names! {
    in t:
    /// What was done.
    moderation_act: ModerationAct {
        Accept => moderation_act_accept, Return => moderation_act_return, Decline => moderation_act_decline, Move => moderation_act_move,
        Undo => moderation_act_undo, AppealGranted => moderation_act_appeal_granted, AppealDismissed => moderation_act_appeal_dismissed,
        Redact => moderation_act_redact,
    }
    reason_code: ReasonCode {
        Unclear => reason_code_unclear, Incomplete => reason_code_incomplete, OffTopic => reason_code_off_topic,
        Duplicate => reason_code_duplicate, PersonalData => reason_code_personal_data, Confidential => reason_code_confidential,
        Abusive => reason_code_abusive, Unlawful => reason_code_unlawful, Advertising => reason_code_advertising,
        NoMandate => reason_code_no_mandate, Other => reason_code_other,
    }
    /// What a reason says to the authors.
    reason_words: ReasonCode {
        Unclear => reason_words_unclear, Incomplete => reason_words_incomplete, OffTopic => reason_words_off_topic,
        Duplicate => reason_words_duplicate, PersonalData => reason_words_personal_data, Confidential => reason_words_confidential,
        Abusive => reason_words_abusive, Unlawful => reason_words_unlawful, Advertising => reason_words_advertising,
        NoMandate => reason_words_no_mandate, Other => reason_words_other,
    }
}

/// The office that did something: of the subgroup `queue` where it is a moderator's.
pub fn moderation_office(l: Locale, role: RoleName, queue: Option<&LocalizedText>) -> String {
    match (role, queue) {
        (RoleName::Chair, _) => t::decision_office_chair(l).to_owned(),
        (RoleName::Moderator, Some(queue)) => t::decision_office_moderator(l, queue.get(l)),
        _ => t::decision_office_secretariat(l).to_owned(),
    }
}
