//! The demonstration data as it lies in `data/*.json`.

use model::domain::accreditation::{AccreditationStatus, ApplicationContent};
use model::domain::body::Mode;
use model::domain::comment::CommentContent;
use model::domain::country::Country;
use model::domain::item::ItemState;
use model::domain::language::{Language, LocalizedText};
use model::domain::organisation::{Affiliation, Profile, Region, StakeholderType};
use model::domain::person::Function;
use model::domain::subgroup::Joining;
use serde::Deserialize;

#[derive(Debug, Deserialize)]
pub struct Body {
    pub code: String,
    pub name: LocalizedText,
    pub short_name: LocalizedText,
    pub description: LocalizedText,
}

#[derive(Debug, Deserialize)]
pub struct Session {
    pub body: String,
    pub code: String,
    pub title: LocalizedText,
    pub starts_on: String,
    pub ends_on: String,
    pub city: LocalizedText,
    pub time_zone: String,
    pub mode: Mode,
    pub demonstration: bool,
}

#[derive(Debug, Deserialize)]
pub struct Subgroup {
    pub body: String,
    pub code: String,
    pub name: LocalizedText,
    pub description: LocalizedText,
    /// Open where it is not said.
    pub joining: Option<Joining>,
}

#[derive(Debug, Deserialize)]
pub struct Norm {
    pub code: String,
    pub reference: String,
    pub short_title: LocalizedText,
    pub text: LocalizedText,
}

#[derive(Debug, Deserialize)]
pub struct Draft {
    pub code: String,
    pub title: LocalizedText,
    pub language: Language,
    pub provisions: Vec<Provision>,
}

#[derive(Debug, Deserialize)]
pub struct Provision {
    pub stable_id: String,
    /// 0 heading, 1 paragraph, 2 `(a)`, 3 `(i)`.
    pub level: usize,
    pub label: String,
    pub text: String,
}

#[derive(Debug, Deserialize)]
pub struct Organisation {
    pub key: String,
    pub name: String,
    pub stakeholder_type: StakeholderType,
    pub region: Region,
    #[serde(default)]
    pub short_name: String,
    #[serde(default)]
    pub technical_community: bool,
    pub country: Option<Country>,
    #[serde(default)]
    pub affiliations: Vec<Affiliation>,
    #[serde(default)]
    pub languages: Vec<Language>,
    #[serde(default)]
    pub website: String,
    #[serde(default)]
    pub ecosoc: String,
    #[serde(default)]
    pub description: String,
    /// Further logins beside the contact point.
    #[serde(default)]
    pub members: Vec<Member>,
}

#[derive(Debug, Clone, Deserialize)]
pub struct Member {
    pub email: String,
    pub name: String,
    pub function: Function,
}

impl Organisation {
    /// What it says of itself.
    pub fn profile(&self) -> Profile {
        Profile {
            short_name: self.short_name.clone(),
            technical_community: self.technical_community,
            country: self.country,
            affiliations: self.affiliations.clone(),
            languages: self.languages.clone(),
            website: self.website.clone(),
            ecosoc: self.ecosoc.clone(),
            description: self.description.clone(),
            ..Profile::of_registration(self.name.clone(), self.stakeholder_type, self.region)
        }
    }
}

#[derive(Debug, Deserialize)]
pub struct Paper {
    pub organisation: String,
    pub subgroup: Option<String>,
    pub language: Language,
    pub title: String,
    pub text: String,
    #[serde(default)]
    pub recommendations: Vec<Recommendation>,
    pub state: ItemState,
    #[serde(default)]
    pub return_reason: String,
}

/// A recommendation; `about`: the code of a norm, or the stable id of a provision.
#[derive(Debug, Deserialize)]
pub struct Recommendation {
    pub text: String,
    pub about: Option<String>,
}

/// An application for accreditation, and how far it has come.
#[derive(Debug, Deserialize)]
pub struct Application {
    pub organisation: String,
    #[serde(flatten)]
    pub content: ApplicationContent,
    pub status: AccreditationStatus,
    /// Of the last step.
    #[serde(default)]
    pub reason: String,
    /// The objecting one.
    #[serde(default)]
    pub state: String,
}

/// On the list of speakers.
#[derive(Debug, Deserialize)]
pub struct Speaker {
    pub organisation: String,
    #[serde(rename = "speaker")]
    pub name: String,
    pub capacity: String,
    pub subject: String,
    pub language: Language,
}

/// `provision`: its stable id.
#[derive(Debug, Deserialize)]
pub struct Comment {
    pub organisation: String,
    pub provision: String,
    #[serde(flatten)]
    pub content: CommentContent,
    pub state: ItemState,
    #[serde(default)]
    pub return_reason: String,
}

macro_rules! file {
    ($($name:ident: $type:ty = $file:literal),+ $(,)?) => {$(
        pub fn $name() -> serde_json::Result<$type> {
            serde_json::from_str(include_str!(concat!("data/", $file)))
        }
    )+};
}

file! {
    bodies: Vec<Body> = "bodies.json",
    sessions: Vec<Session> = "sessions.json",
    subgroups: Vec<Subgroup> = "subgroups.json",
    norms: Vec<Norm> = "norms.json",
    zero_draft: Draft = "zero-draft.json",
    organisations: Vec<Organisation> = "organisations.json",
    papers: Vec<Paper> = "papers.json",
    comments: Vec<Comment> = "comments.json",
    speakers: Vec<Speaker> = "speakers.json",
    applications: Vec<Application> = "applications.json",
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::domain::drafting::outline;

    #[test]
    fn the_text_reads_as_one_that_is_prepared_without_a_flaw_or_a_doubt() {
        let draft = zero_draft().expect("valid");
        let lines: Vec<_> = draft.provisions.iter().map(|provision| format!("{} {}", provision.label, provision.text)).collect();
        let read = outline(&lines.join("\n\n"));
        assert_eq!((read.units.len(), read.flaws, read.doubts), (draft.provisions.len(), vec![], vec![]));
    }
}
