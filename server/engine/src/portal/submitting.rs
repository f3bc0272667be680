//! Submitting a paper: judged by the stamp, the words and the ledger as they stand inside the transaction.

use super::papers::{own_paper, subgroup_of};
use super::sealing::Refused;
use super::submission::{Attempt, Record, canonical};
use super::{ServerPortal, actor_now, in_tx, joint, recommending};
use crate::store::{Tx, decisions, papers, receipts, rounds, subgroup_members};
use model::calendar;
use model::domain::ids::{OrganisationId, PaperId, RoundId, SubgroupId};
use model::domain::item::{ItemKind, ItemState};
use model::domain::joint::{Invited, MAX_INVITED};
use model::domain::language::{Language, Locale, LocalizedText};
use model::domain::paper::{Consent, Paper, PaperContent, PaperProblem, answered};
use model::domain::plan::MAX_QUESTIONS;
use model::domain::recommendation::{About, MAX_RECOMMENDATIONS, Recommendation, Recommended, Target};
use model::domain::subgroup::Subgroup;
use model::domain::validate::Fault;
use model::domain::window::judged_at;
use model::domain::words;
use model::error::{FieldError, PortalError, PortalResult};
use model::forms::PaperForm;
use model::labels;
use model::policy::{self, Denied, SubmitPaper, WithdrawPaper};
use model::portal::{Ctx, RoundLine, Submitted};
use model::routes;
use serde::{Deserialize, Serialize};

/// The canonical content of a paper: the order of the fields is part of the format.
#[derive(Serialize)]
struct PaperRecord<'a> {
    format: &'static str,
    paper: PaperId,
    round: RoundId,
    organisation: OrganisationId,
    subgroup: Option<&'a str>,
    language: &'static str,
    title: &'a str,
    text: &'a str,
    /// Only where there are any.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    answers: Vec<AnswerRecord<'a>>,
    /// Only where there are any.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    recommendations: Vec<RecommendationRecord<'a>>,
    /// The organisations that have put their names to these words; only where there are any.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    co_signatories: Vec<CoSignatoryRecord<'a>>,
    /// What may be published: the receipt proves that too.
    consent: Option<&'static str>,
}

/// An answer with the question as it was asked, in English: the record speaks for itself.
#[derive(Serialize)]
struct AnswerRecord<'a> {
    number: usize,
    question: &'a str,
    answer: &'a str,
}

/// A recommendation; what it is about as the portal keeps it, and in English words.
#[derive(Serialize)]
struct RecommendationRecord<'a> {
    number: usize,
    recommendation: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    about: Option<AboutRecord>,
}

#[derive(Serialize)]
struct AboutRecord {
    id: String,
    name: String,
}

/// An organisation that confirmed the record as it is without the names.
#[derive(Serialize)]
struct CoSignatoryRecord<'a> {
    organisation: OrganisationId,
    name: &'a str,
    confirmed_at: String,
    sha256: &'a str,
}

/// What is read back of it.
#[derive(Deserialize)]
pub(super) struct KeptPaper {
    language: String,
    title: String,
    text: String,
    #[serde(default)]
    answers: Vec<KeptAnswer>,
    #[serde(default)]
    recommendations: Vec<KeptRecommendation>,
    #[serde(default)]
    co_signatories: Vec<KeptCoSignatory>,
    #[serde(default)]
    consent: Option<String>,
}

#[derive(Deserialize)]
struct KeptCoSignatory {
    organisation: OrganisationId,
}

#[derive(Deserialize)]
struct KeptRecommendation {
    recommendation: String,
    about: Option<KeptAbout>,
}

#[derive(Deserialize)]
struct KeptAbout {
    id: String,
}

impl From<KeptRecommendation> for Recommendation {
    fn from(kept: KeptRecommendation) -> Self {
        Self { text: kept.recommendation, about: kept.about.and_then(|about| About::from_code(&about.id)) }
    }
}

#[derive(Deserialize)]
struct KeptAnswer {
    number: usize,
    answer: String,
}

impl KeptPaper {
    /// What may be published of it; `None`: it was submitted before anybody was asked.
    fn consent(&self) -> Option<Consent> {
        self.consent.as_deref().and_then(Consent::from_code)
    }

    /// The organisations whose names it bears, besides the one that leads.
    pub fn co_signatories(&self) -> Vec<OrganisationId> {
        self.co_signatories.iter().map(|kept| kept.organisation).take(MAX_INVITED).collect()
    }

    /// The words of the paper it was made of. `subgroup`: its own, of which it holds the code alone; `otherwise`: the language where it
    /// names none that is known.
    pub fn into_content(self, subgroup: Option<SubgroupId>, otherwise: Language) -> PaperContent {
        let (answers, consent) = (self.answers(), self.consent());
        let language = Language::from_code(&self.language).unwrap_or(otherwise);
        let recommendations = self.recommendations.into_iter().take(MAX_RECOMMENDATIONS).map(Recommendation::from).collect();
        PaperContent { title: self.title, language, subgroup, text: self.text, answers, recommendations, consent }
    }

    /// The answers in the order of their questions, as a paper holds them.
    fn answers(&self) -> Vec<String> {
        let count = self.answers.iter().map(|kept| kept.number).max().unwrap_or(0).min(MAX_QUESTIONS);
        let of = |number| self.answers.iter().find(|kept| kept.number == number).map(|kept| kept.answer.clone());
        (1..=count).map(|number| of(number).unwrap_or_default()).collect()
    }
}

/// The bytes a receipt of this paper is made of, with the names of those who confirmed its words.
pub(super) async fn canonical_of(tx: &mut Tx, paper: &Paper, line: &RoundLine, named: &[Invited]) -> PortalResult<String> {
    let subgroup = subgroup_of(tx, &paper.content).await?;
    canonical_in(tx, paper, subgroup.as_ref(), line, named).await
}

/// The same where the subgroup of the paper is known.
async fn canonical_in(
    tx: &mut Tx,
    paper: &Paper,
    subgroup: Option<&Subgroup>,
    line: &RoundLine,
    named: &[Invited],
) -> PortalResult<String> {
    let recommended = recommending::of_paper(tx, &paper.content).await?;
    bytes_of(paper, subgroup.map(|subgroup| subgroup.code.as_str()), &line.round.questions, &recommended, named)
}

fn bytes_of(
    paper: &Paper,
    subgroup: Option<&str>,
    questions: &[LocalizedText],
    recommended: &[Recommended],
    named: &[Invited],
) -> PortalResult<String> {
    let answered = answered(questions, &paper.content.answers);
    let answers: Vec<_> = answered
        .iter()
        .map(|one| AnswerRecord { number: one.number, question: one.question.get(Locale::En), answer: &one.answer })
        .collect();
    let about = |target: &Target| AboutRecord { id: target.about().code(), name: labels::target(Locale::En, target) };
    let recommendations = recommended
        .iter()
        .map(|one| RecommendationRecord { number: one.number, recommendation: &one.text, about: one.about.as_ref().map(about) })
        .collect();
    let co_signatories = named
        .iter()
        .filter_map(|one| {
            let (at, sha256) = one.confirmed.as_ref()?;
            let (organisation, name) = (one.organisation.id, one.organisation.name.as_str());
            Some(CoSignatoryRecord { organisation, name, confirmed_at: calendar::iso_micros(*at), sha256 })
        })
        .collect();
    let record = PaperRecord {
        format: "openfloor-paper-4",
        paper: paper.id,
        round: paper.round,
        organisation: paper.organisation,
        subgroup,
        language: paper.content.language.code(),
        title: &paper.content.title,
        text: &paper.content.text,
        answers,
        recommendations,
        co_signatories,
        consent: paper.content.consent.map(Consent::code),
    };
    Ok(canonical(paper.id.item(), &record)?)
}

impl ServerPortal {
    pub(super) async fn submit_once(&self, ctx: &Ctx, id: PaperId, version: i64) -> PortalResult<Attempt> {
        let this = self.clone();
        in_tx!(self.db, [this, ctx], |tx| { this.submit_in(tx, &ctx, id, version).await }).await
    }

    async fn submit_in(&self, tx: &mut Tx, ctx: &Ctx, id: PaperId, version: i64) -> PortalResult<Attempt> {
        let actor = actor_now(tx, ctx).await?;
        let paper = own_paper(tx, &actor, id).await?;
        // The same click again: the same receipt.
        if matches!(paper.state, ItemState::Submitted | ItemState::ForTheChair) && paper.version == version + 1 {
            let receipt = receipts::latest_of_item(tx, id.item()).await?.ok_or(PortalError::NotFound)?;
            Self::note_form(tx, ctx, routes::paper_receipt(ctx.locale, id)).await?;
            return Ok(Attempt::Taken(Submitted { receipt: receipt.id }));
        }
        let line = rounds::for_organisation(tx, paper.round, paper.organisation).await?.ok_or(PortalError::NotFound)?;
        let subgroup = subgroup_of(tx, &paper.content).await?;
        let in_subgroup = match &subgroup {
            Some(subgroup) => {
                subgroup_members::is_member(tx, subgroup.id, paper.organisation).await? || returned_by(tx, &paper, subgroup.id).await?
            }
            None => false,
        };
        let submit = SubmitPaper {
            paper: id,
            organisation: paper.organisation,
            state: paper.state,
            window: line.round.window.clone(),
            subgroup: paper.content.subgroup,
            in_subgroup,
        };
        let at = judged_at(ctx.now, paper.updated_at);
        let permit = match policy::permit(&actor, submit, at) {
            Ok(permit) => permit,
            // Words that are not the stored ones any more are not what would be kept sealed.
            Err(Denied::Closed { .. }) if paper.version != version => return Err(PortalError::Conflict),
            Err(denied) => {
                let named = joint::named(tx, &paper, &line).await?.unwrap_or_default();
                let refused = Refused {
                    kind: ItemKind::Paper,
                    item: id.item(),
                    version,
                    organisation: paper.organisation,
                    line: &line,
                    subgroup: paper.content.subgroup,
                    at,
                    // What could not have been submitted in time either is only refused.
                    whole: paper.content.problems().is_empty(),
                    words: words::count(&paper.content.all_words(), paper.content.language),
                    content: canonical_in(tx, &paper, subgroup.as_ref(), &line, &named).await?,
                };
                return self.refuse(tx, ctx, &actor, denied, refused).await;
            }
        };
        if paper.version != version {
            return Err(PortalError::Conflict);
        }
        let submission = paper.submit(permit).map_err(|problems| PortalError::Invalid(problems.into_iter().map(fault_of).collect()))?;
        papers::set_submitted(tx, &submission).await?;
        // Only now: who confirmed a moment ago has done so before, and whoever is about to finds other words.
        let named = joint::named(tx, &paper, &line).await?;
        // What is for the chair only is never accepted: it ends what is public of it at once, as long as that could be withdrawn.
        let for_the_chair = paper.content.submitted_state() == ItemState::ForTheChair;
        let withdraw =
            WithdrawPaper { paper: id, organisation: paper.organisation, state: ItemState::Accepted, window: line.round.window.clone() };
        let ends = for_the_chair && policy::check(&actor, &withdraw, at).is_ok();
        self.supersede(tx, ctx, &paper, ends).await?;
        Self::note_form(tx, ctx, routes::paper_receipt(ctx.locale, id)).await?;
        let by = actor.signed_in().ok_or(Denied::NotSignedIn)?;
        let record = Record {
            kind: ItemKind::Paper,
            item: id.item(),
            version,
            organisation: paper.organisation,
            line: &line,
            subgroup: subgroup.as_ref(),
            judged_by: submission.judged_by(),
            at: submission.at(),
            content: canonical_in(tx, &paper, subgroup.as_ref(), &line, named.as_deref().unwrap_or_default()).await?,
        };
        let receipt = self.put_on_record(tx, ctx, by, &record).await?;
        // Names of an earlier submission end also where nobody is invited any more.
        if named.is_some() || paper.state == ItemState::Returned {
            let names = named.into_iter().flatten().map(|one| one.organisation.id).collect();
            self.sign_joint(tx, ctx, &paper, names, receipt.id).await?;
        }
        let path = routes::paper_receipt(by.mail_language, id);
        self.give_receipt(tx, by, &receipt, &paper.content.title, &line.round.time_zone, &path).await?;
        Ok(Attempt::Taken(Submitted { receipt: receipt.id }))
    }
}

/// Whether those who asked for the revision are of that subgroup: a paper may have been moved there, and comes back to them.
async fn returned_by(tx: &mut Tx, paper: &Paper, subgroup: SubgroupId) -> PortalResult<bool> {
    if paper.state != ItemState::Returned {
        return Ok(false);
    }
    let Some(newest) = decisions::newest(tx, paper.id.item()).await? else { return Ok(false) };
    Ok(decisions::by_id(tx, newest).await?.is_some_and(|act| act.queue == Some(subgroup)))
}

fn fault_of(problem: PaperProblem) -> FieldError {
    match problem {
        PaperProblem::NoTitle => FieldError { field: PaperForm::TITLE, fault: Fault::Missing },
        PaperProblem::NoText => FieldError { field: PaperForm::TEXT, fault: Fault::Missing },
        PaperProblem::EmptyRecommendation { number } => {
            let field = PaperForm::RECOMMENDATIONS.get(number.saturating_sub(1)).copied().unwrap_or(PaperForm::TEXT);
            FieldError { field, fault: Fault::Missing }
        }
        PaperProblem::NoConsent => FieldError { field: PaperForm::CONSENT, fault: Fault::Missing },
        PaperProblem::TooLong { max, count, .. } => FieldError { field: PaperForm::TEXT, fault: Fault::TooManyWords { max, count } },
    }
}
