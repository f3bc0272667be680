//! The summary as JSON, for machines. Field names are English in every language and part of the format `openfloor-summary-1`.

use super::ExportError;
use model::calendar;
use model::domain::draft::Provision;
use model::domain::organisation::OrganisationRef;
use model::domain::paper::Answered;
use model::domain::recommendation::{Recommended, Target};
use model::domain::voice::{Voice, saying};
use model::portal::{StateCounts, Summary, SummaryComment, SummaryPaper};
use serde_json::{Value, json};

/// # Errors
/// Never for values that come from the portal.
pub fn write(summary: &Summary) -> Result<Vec<u8>, ExportError> {
    let texts: Vec<Value> = summary
        .texts
        .iter()
        .map(|text| {
            json!({
                "title": text.draft.title, "version": text.draft.label, "language": text.draft.language,
                "provisions": text.provisions.iter().map(|p| provision(&p.provision, &p.accepted, p.counts)).collect::<Vec<_>>(),
            })
        })
        .collect();
    let papers: Vec<Value> = summary
        .papers
        .iter()
        .map(|group| {
            json!({
                "subgroup": group.subgroup.as_ref().map(|s| json!({ "code": s.code, "name": s.name })),
                "counts": counts(group.counts),
                "papers": group.accepted.iter().map(paper).collect::<Vec<_>>(),
            })
        })
        .collect();
    let value = json!({
        "format": "openfloor-summary-1",
        "body": { "code": summary.body.code, "name": summary.body.name },
        "session": { "code": summary.session.code, "title": summary.session.title, "starts_on": summary.session.starts_on, "ends_on": summary.session.ends_on },
        "as_of": calendar::iso_micros(summary.as_of),
        "counts": { "comments": counts(summary.comment_counts), "papers": counts(summary.paper_counts) },
        "texts": texts,
        "papers_by_subgroup": papers,
    });
    let mut bytes = serde_json::to_vec_pretty(&value)?;
    bytes.push(b'\n');
    Ok(bytes)
}

fn counts(counts: StateCounts) -> Value {
    json!({
        "accepted": counts.accepted, "submitted": counts.submitted, "returned": counts.returned, "declined": counts.declined,
        "total": counts.total(),
    })
}

fn provision(provision: &Provision, accepted: &[SummaryComment], numbers: StateCounts) -> Value {
    json!({
        "id": provision.id, "stable_id": provision.stable_id, "number": provision.citation, "text": provision.text,
        "counts": counts(numbers),
        "comments": accepted.iter().map(comment).collect::<Vec<_>>(),
    })
}

pub(super) fn comment(comment: &SummaryComment) -> Value {
    json!({
        "id": comment.id, "receipt": comment.receipt, "received_at": calendar::iso_micros(comment.received_at), "received_late": comment.late, "redacted": comment.is_redacted,
        "organisation": organisation(&comment.organisation), "language": comment.content.language,
        "type": comment.content.kind, "words": comment.content.quote,
        "stance": comment.content.stance, "operation": comment.content.operation,
        "proposed_text": comment.content.proposed_text, "reason": comment.content.reason,
        "link": comment.content.link,
        "joined_by": saying(&comment.heard, Voice::Join).map(organisation).collect::<Vec<_>>(),
        "supported_by": saying(&comment.heard, Voice::Support).map(organisation).collect::<Vec<_>>(),
        "opposed_by": saying(&comment.heard, Voice::Oppose).map(organisation).collect::<Vec<_>>(),
    })
}

fn paper(paper: &SummaryPaper) -> Value {
    json!({
        "id": paper.id, "receipt": paper.receipt, "received_at": calendar::iso_micros(paper.received_at), "received_late": paper.late, "redacted": paper.is_redacted,
        "organisation": organisation(&paper.organisation), "language": paper.language, "title": paper.title, "text": paper.text,
        "answers": paper.answers.iter().map(answer).collect::<Vec<_>>(),
        "recommendations": paper.recommendations.iter().map(recommendation).collect::<Vec<_>>(),
        "co_signatories": paper.signatories.iter().map(organisation).collect::<Vec<_>>(),
    })
}

fn answer(answered: &Answered) -> Value {
    json!({ "number": answered.number, "question": answered.question, "answer": answered.answer })
}

fn recommendation(one: &Recommended) -> Value {
    json!({ "number": one.number, "recommendation": one.text, "about": one.about.as_ref().map(target) })
}

fn target(target: &Target) -> Value {
    match target {
        Target::Norm { code, short_title } => json!({ "kind": "norm", "code": code, "short_title": short_title }),
        Target::Provision { id, citation, version, label, title } => {
            json!({ "kind": "provision", "id": id, "number": citation, "draft_version": version, "version": label, "draft": title })
        }
    }
}

fn organisation(organisation: &OrganisationRef) -> Value {
    json!({ "id": organisation.id, "name": organisation.name, "stakeholder_type": organisation.stakeholder_type, "region": organisation.region })
}
