//! Recommendations of the sample paper, and what they may point at.

use super::sample;
use model::domain::recommendation::{Recommendation, Recommended, Target};
use model::portal::Targets;

/// One about a norm, one about a provision, one about nothing in particular.
pub fn recommended() -> Vec<Recommended> {
    let norm = sample::norm();
    let draft = sample::draft();
    let provision = Target::Provision {
        id: sample::PROVISION,
        citation: "4 <b>(a)</b>".to_owned(),
        version: draft.id,
        label: draft.label,
        title: draft.title,
    };
    let about = [Some(Target::Norm { code: norm.code, short_title: norm.short_title }), Some(provision), None];
    let one = |(at, about)| Recommended { number: at + 1, text: format!("Do <i>{at}</i>."), about };
    about.into_iter().enumerate().map(one).collect()
}

/// The same as they are written.
pub fn recommendations() -> Vec<Recommendation> {
    recommended().into_iter().map(|one| Recommendation { text: one.text, about: one.about.map(|target| target.about()) }).collect()
}

pub fn targets() -> Targets {
    let provisions = sample::provisions().into_iter().map(|line| line.provision).collect();
    Targets { norms: vec![sample::norm()], texts: vec![(sample::draft(), provisions)] }
}
