//! The pages of a session that count and list what is published, and the summary.

use super::*;
use model::domain::ids::{ItemId, OrganisationId, RoundId, SubgroupId};
use model::domain::input_filter::{InputFilter, Received};
use model::domain::organisation::{Region, StakeholderType};
use model::domain::statistics::{Addressee, ContributorFilter};
use model::domain::summary::Part;
use model::forms::{RemarkForm, SentenceForm};
use uuid::Uuid;

pub fn all(cx: &Cx) -> Vec<(&'static str, PageResult)> {
    let id = Uuid::from_u128(1);
    let everything = InputFilter {
        kind: Some(ItemKind::Comment),
        proposals: true,
        joint: true,
        stance: Some(Stance::Oppose),
        received: Some(Received::InTime),
        stakeholder_type: Some(StakeholderType::Ngo),
        region: Some(Region::Weog),
        language: Some(Language::Ar),
        addressee: Some(Addressee::Subgroup(SubgroupId(id))),
        provision: Some(PROVISION),
        organisation: Some(OrganisationId(id)),
        signatory: Some(OrganisationId(id)),
        round: Some(RoundId(id)),
        day: Some(0),
    };
    let some = ContributorFilter {
        stakeholder_type: Some(StakeholderType::Ngo),
        region: Some(Region::Weog),
        language: Some(Language::Ar),
        addressee: Some(Addressee::WholeBody),
    };
    let typed = || SentenceForm {
        text: "<b>".to_owned(),
        cited: vec![SentenceForm::cite(ItemKind::Paper, PAPER.item())],
        ..SentenceForm::default()
    };
    let fault = |field, fault| PortalError::Invalid(vec![FieldError { field, fault }]);
    let unknown = FormState::refused(typed(), fault(SentenceForm::SOURCES, Fault::UnknownReceipt));
    let stale = FormState::refused(typed(), PortalError::Conflict);
    let empty = FormState::refused(RemarkForm::default(), fault(RemarkForm::TEXT, Fault::Missing));
    let (views, sentence) = (Part::Views(Some(sample::subgroup().id)), crate::testing::sentences::SENTENCE);
    let cursor = format!("1-{}", ItemId(id));
    vec![
        ("statistics", now(statistics::page(cx, SESSION))),
        ("inputs", now(inputs::page(cx, SESSION, InputFilter::default(), None))),
        ("inputs_asked_for", now(inputs::page(cx, SESSION, everything, Some(&cursor)))),
        ("contributors", now(contributors::page(cx, SESSION, ContributorFilter::default(), None))),
        ("contributors_asked_for", now(contributors::page(cx, SESSION, some, Some("x")))),
        ("outline", now(sentences::page(cx, SESSION))),
        ("part", now(sentences::part(cx, SESSION, Part::Overview, None))),
        ("part_handed_in", now(sentences::part(cx, SESSION, views, None))),
        ("part_refused", now(sentences::part(cx, SESSION, Part::Views(None), Some(unknown)))),
        ("sentence", now(sentences::one(cx, sentence, None, None))),
        ("sentence_stale", now(sentences::one(cx, sentence, Some(stale), None))),
        ("sentence_remark_refused", now(sentences::one(cx, sentence, None, Some(empty)))),
        ("moderation_ledger", now(moderation::ledger(cx, SESSION, None))),
        ("summary", now(summary::page(cx, SESSION))),
    ]
}
