//! Recommendations of papers: what they may point at, and what they point at.

use crate::store::{StoreResult, Tx, drafts, norms};
use model::domain::ids::{BodyId, ProvisionId};
use model::domain::paper::PaperContent;
use model::domain::recommendation::{About, Recommendation, Recommended, Target};
use model::domain::validate::Fault;
use model::error::{FieldError, PortalError, PortalResult};
use model::forms::PaperForm;
use model::portal::Targets;
use std::collections::HashMap;

/// What recommendations of papers to a body may point at.
pub(super) async fn choices(tx: &mut Tx, body: BodyId) -> StoreResult<Targets> {
    let mut of: HashMap<_, Vec<_>> = HashMap::new();
    for provision in drafts::to_point_at(tx, body).await? {
        of.entry(provision.draft_version).or_default().push(provision);
    }
    let versions = drafts::of_body(tx, body).await?;
    let texts = versions.into_iter().filter_map(|version| of.remove(&version.id).map(|provisions| (version, provisions))).collect();
    Ok(Targets { norms: norms::all(tx).await?, texts })
}

/// What these recommendations are about, with the body whose text that stands in; norms are everybody's.
async fn known<'a>(
    tx: &mut Tx,
    recommendations: impl Iterator<Item = &'a Recommendation>,
) -> StoreResult<HashMap<About, (Option<BodyId>, Target)>> {
    let (mut codes, mut ids): (Vec<&str>, Vec<ProvisionId>) = (Vec::new(), Vec::new());
    for about in recommendations.filter_map(|one| one.about.as_ref()) {
        match about {
            About::Norm(code) => codes.push(code),
            About::Provision(id) => ids.push(*id),
        }
    }
    let mut targets = HashMap::new();
    if !codes.is_empty() {
        let norms = norms::all(tx).await?.into_iter().filter(|norm| codes.contains(&norm.code.as_str()));
        targets.extend(norms.map(|norm| {
            let target = Target::Norm { code: norm.code, short_title: norm.short_title };
            (target.about(), (None, target))
        }));
    }
    if !ids.is_empty() {
        let provisions = drafts::pointed_at(tx, ids).await?;
        targets.extend(provisions.into_iter().map(|(body, target)| (target.about(), (Some(body), target))));
    }
    Ok(targets)
}

/// What these recommendations are about.
pub(super) async fn targets<'a>(tx: &mut Tx, of: impl Iterator<Item = &'a Recommendation>) -> StoreResult<HashMap<About, Target>> {
    Ok(known(tx, of).await?.into_iter().map(|(about, (_, target))| (about, target)).collect())
}

/// Recommendations with their numbers and what they are about.
pub(super) fn numbered(recommendations: &[Recommendation], targets: &HashMap<About, Target>) -> Vec<Recommended> {
    let number = |(at, one): (usize, &Recommendation)| Recommended {
        number: at + 1,
        text: one.text.clone(),
        about: one.about.as_ref().and_then(|about| targets.get(about)).cloned(),
    };
    recommendations.iter().enumerate().map(number).collect()
}

/// The recommendations of a paper, in full.
pub(super) async fn of_paper(tx: &mut Tx, content: &PaperContent) -> StoreResult<Vec<Recommended>> {
    let targets = targets(tx, content.recommendations.iter()).await?;
    Ok(numbered(&content.recommendations, &targets))
}

/// They point at norms and at texts of the body alone.
pub(super) async fn check(tx: &mut Tx, body: BodyId, content: &PaperContent) -> PortalResult<()> {
    let known = known(tx, content.recommendations.iter()).await?;
    let stranger = |about: &About| known.get(about).is_none_or(|(of, _)| of.is_some_and(|of| of != body));
    let fields = PaperForm::ABOUT.into_iter().zip(&content.recommendations);
    let faults: Vec<_> = fields
        .filter(|(_, one)| one.about.as_ref().is_some_and(stranger))
        .map(|(field, _)| FieldError { field, fault: Fault::NotAChoice })
        .collect();
    if faults.is_empty() { Ok(()) } else { Err(PortalError::Invalid(faults)) }
}
