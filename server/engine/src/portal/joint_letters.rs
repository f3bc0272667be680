//! What is written about joint papers: to invited organisations, to those whose names stand under one, and to those who write it.

use super::ServerPortal;
use super::mailing::title_in;
use crate::store::{Tx, joint, mails, organisations, people, rounds};
use model::calendar;
use model::domain::ids::OrganisationId;
use model::domain::language::Locale;
use model::domain::moderation::Outcome;
use model::domain::organisation::OrganisationRef;
use model::domain::paper::Paper;
use model::domain::time::Instant;
use model::domain::window::Phase;
use model::error::{PortalError, PortalResult};
use model::i18n::t::joint as t;
use model::portal::{Ctx, JointAct, RoundLine};
use model::routes;

/// What is written to invited organisations.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Letter {
    Invited,
    /// Asked (again) to confirm.
    Asked,
    /// What they confirmed was changed.
    Changed,
    /// They are not invited any more.
    Uninvited,
    /// The draft was deleted.
    Deleted,
    /// It was submitted with their name.
    Named,
    /// It was submitted before they had confirmed its words.
    NotNamed,
}

/// Until when the words can be confirmed, from when, or that they cannot.
fn time_to_confirm(l: Locale, line: &RoundLine, lead: &str, phase: Phase) -> String {
    let (round, zone) = (line.round.title.get(l), line.round.time_zone.as_str());
    let at = |at: Instant| calendar::full(l, at, zone);
    match phase {
        Phase::Open { until } => t::mail_joint_until(l, round, at(until)),
        Phase::Upcoming { opens } => t::mail_joint_from(l, at(opens), round),
        Phase::Closed { since } => t::mail_joint_late(l, lead, round, at(since)),
    }
}

impl ServerPortal {
    /// Writes to those who can confirm for these organisations.
    pub(super) async fn write_to_invited(
        &self,
        tx: &mut Tx,
        ctx: &Ctx,
        paper: &Paper,
        organisations: Vec<OrganisationId>,
        letter: Letter,
    ) -> PortalResult<()> {
        if organisations.is_empty() {
            return Ok(());
        }
        let line = rounds::for_organisation(tx, paper.round, paper.organisation).await?.ok_or(PortalError::NotFound)?;
        let lead = organisations::ref_by_id(tx, paper.organisation).await?.ok_or(PortalError::NotFound)?.name;
        let names = joint::of_paper(tx, paper.id).await?;
        let phase = |item| line.round.window.phase(paper.organisation, item, ctx.now);
        for (organisation, person) in people::contact_points(tx, organisations).await? {
            let l = Locale::from_code(&person.locale).unwrap_or_default();
            let (title, lead) = (title_in(l, &paper.content.title), lead.as_str());
            let name = names.iter().find(|one| one.organisation.id == organisation).map_or("", |one| one.organisation.name.as_str());
            let time = || time_to_confirm(l, &line, lead, phase(Some(paper.id.item())));
            let link = || t::mail_joint_link(l, self.link(&routes::joint_request_for(l, paper.id, organisation)));
            let (subject, paragraphs) = match letter {
                Letter::Invited => (
                    t::mail_joint_invited_subject(l, title),
                    vec![t::mail_joint_invited(l, lead, name, title), t::mail_joint_what(l).to_owned(), time(), link()],
                ),
                Letter::Asked => (
                    t::mail_joint_asked_subject(l, title),
                    vec![t::mail_joint_asked(l, lead, name, title), t::mail_joint_what(l).to_owned(), time(), link()],
                ),
                Letter::Changed => (
                    t::mail_joint_changed_subject(l, title),
                    vec![t::mail_joint_changed(l, lead, title), t::mail_joint_changed_what(l).to_owned(), time(), link()],
                ),
                Letter::Named => {
                    let stands = match phase(None) {
                        Phase::Open { until } => t::mail_joint_named_what(l, calendar::full(l, until, &line.round.time_zone)),
                        Phase::Upcoming { .. } | Phase::Closed { .. } => t::mail_joint_named_stands(l).to_owned(),
                    };
                    (t::mail_joint_named_subject(l, title), vec![t::mail_joint_named(l, lead, title), stands, link()])
                }
                Letter::NotNamed => (
                    t::mail_joint_not_named_subject(l, title),
                    vec![t::mail_joint_not_named(l, lead, title), t::mail_joint_not_named_what(l).to_owned()],
                ),
                Letter::Uninvited => (t::mail_joint_uninvited_subject(l, title), vec![t::mail_joint_uninvited(l, lead, title)]),
                Letter::Deleted => (t::mail_joint_deleted_subject(l, title), vec![t::mail_joint_deleted(l, lead, title)]),
            };
            mails::insert(tx, &self.letter(ctx.now, l, &person.email, subject, &paragraphs)).await?;
        }
        Ok(())
    }

    /// Says to those whose names stand under a paper beside that of its authors what was decided about it. The reason is the authors'.
    pub(super) async fn tell_names_of_decision(
        &self,
        tx: &mut Tx,
        ctx: &Ctx,
        paper: &Paper,
        named: &[OrganisationId],
        outcome: Outcome,
    ) -> PortalResult<()> {
        if named.is_empty() {
            return Ok(());
        }
        let lead = organisations::ref_by_id(tx, paper.organisation).await?.ok_or(PortalError::NotFound)?.name;
        for person in people::of_organisations(tx, named.iter().copied()).await?.into_values().flatten() {
            let l = Locale::from_code(&person.locale).unwrap_or_default();
            let title = title_in(l, &paper.content.title);
            let mut paragraphs = vec![match outcome {
                Outcome::Accept => t::mail_joint_accepted(l, title),
                Outcome::Return => t::mail_joint_returned(l, lead.as_str(), title),
                Outcome::Decline => t::mail_joint_not_accepted(l, title),
            }];
            if outcome == Outcome::Accept {
                paragraphs.push(t::mail_joint_link(l, self.link(&routes::paper(l, paper.id))));
            }
            mails::insert(tx, &self.letter(ctx.now, l, &person.email, t::mail_joint_decided_subject(l, title), &paragraphs)).await?;
        }
        Ok(())
    }

    /// Says to those who write the paper what an organisation has answered.
    pub(super) async fn tell_authors(
        &self,
        tx: &mut Tx,
        ctx: &Ctx,
        paper: &Paper,
        by: &OrganisationRef,
        act: JointAct,
    ) -> PortalResult<()> {
        for person in people::of_organisation(tx, paper.organisation).await? {
            let l = Locale::from_code(&person.locale).unwrap_or_default();
            let (title, name) = (title_in(l, &paper.content.title), by.name.as_str());
            let (subject, words) = match act {
                JointAct::Confirm => (t::mail_joint_confirmed_subject(l, title), t::mail_joint_confirmed(l, name, title)),
                JointAct::Decline => (t::mail_joint_declined_subject(l, title), t::mail_joint_declined(l, name, title)),
                JointAct::Leave => (t::mail_joint_left_subject(l, title), t::mail_joint_left(l, name, title)),
            };
            let link = self.link(&routes::joint_paper(l, paper.id));
            mails::insert(tx, &self.letter(ctx.now, l, &person.email, subject, &[words, t::mail_joint_link(l, link)])).await?;
        }
        Ok(())
    }
}
