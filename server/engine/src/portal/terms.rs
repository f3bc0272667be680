//! Terms of office that end soon: who is concerned, and telling them once.

use super::{ServerPortal, in_tx};
use crate::store::people::Person;
use crate::store::{Tx, id_list, mails, offices, people};
use model::calendar;
use model::domain::ids::{BodyId, PersonId, RoleId};
use model::domain::language::Locale;
use model::domain::role::{Office, RoleName, TERM_IN_SIGHT, TERM_NOTICE};
use model::domain::time::Instant;
use model::error::{PortalError, PortalResult};
use model::i18n::t::{offices as office_texts, terms as t};
use model::labels;
use model::policy::{self, Appoint, ReadOfficeHistory};
use model::portal::{Ctx, Mail, OfficeLine};
use model::routes;
use std::collections::hash_map::Entry;
use std::collections::{BTreeMap, HashMap};

impl ServerPortal {
    /// The terms that end soon and concern the actor.
    pub(super) async fn terms_in_sight(&self, ctx: &Ctx) -> PortalResult<Vec<OfficeLine>> {
        let mut tx = self.db.read().await?;
        let mut lines = offices::ending(&mut tx, ctx.now, ctx.now + TERM_IN_SIGHT).await?;
        lines.retain(|line| concerns(ctx, line));
        Ok(lines)
    }

    /// Writes the mails about terms that end within [`TERM_NOTICE`] and notes it with each office, all in one transaction; answers how
    /// many offices. Of two nodes that tell of the same ones, one commits.
    ///
    /// # Errors
    /// `Conflict` when another node was first, or an office was ended meanwhile: nothing is written then. The database cannot be read
    /// or written.
    pub async fn tell_of_ending_terms(&self, now: Instant) -> PortalResult<usize> {
        let mut tx = self.db.read().await?;
        let ending = offices::to_remind(&mut tx, now, TERM_NOTICE).await?;
        if ending.is_empty() {
            return Ok(0);
        }
        let letters = self.letters_about(&mut tx, &ending, now).await?;
        drop(tx);
        let told: Vec<RoleId> = ending.iter().map(|line| line.id).collect();
        in_tx!(self.db, [told, letters], |tx| {
            for id in &told {
                offices::set_reminded(tx, *id, now).await?;
            }
            for letter in &letters {
                mails::insert(tx, letter).await?;
            }
            Ok::<_, PortalError>(())
        })
        .await?;
        Ok(ending.len())
    }

    /// One mail to each holder about the own office, and one to each of those concerned about all the others.
    async fn letters_about(&self, tx: &mut Tx, ending: &[OfficeLine], now: Instant) -> PortalResult<Vec<Mail>> {
        let mut told: BTreeMap<PersonId, Vec<&OfficeLine>> = BTreeMap::new();
        let mut in_office = InOffice::default();
        for line in ending {
            for person in in_office.who_appoints(tx, line, now).await? {
                let lines = told.entry(person).or_default();
                if !lines.iter().any(|known| known.id == line.id) {
                    lines.push(line);
                }
            }
        }
        let ids = id_list(told.keys().copied().chain(ending.iter().map(|line| line.person)));
        let persons: HashMap<PersonId, Person> = people::by_ids(tx, &ids).await?.into_iter().map(|person| (person.id, person)).collect();
        let own = ending.iter().filter_map(|line| Some(self.own_term_letter(now, persons.get(&line.person)?, line)));
        let others = told.iter().filter_map(|(person, lines)| Some(self.terms_letter(now, persons.get(person)?, lines)));
        Ok(own.chain(others).collect())
    }

    fn own_term_letter(&self, now: Instant, to: &Person, line: &OfficeLine) -> Mail {
        let l = Locale::from_code(&to.locale).unwrap_or_default();
        let (office, day) = (labels::office(l, line), last_day(l, line));
        let paragraphs = [
            office_texts::office_mail_greeting(l, to.full_name.as_str()),
            t::term_mail_own(l, day.as_str(), office.as_str()),
            t::term_mail_own_next(l).to_owned(),
            office_texts::office_mail_desk(l, self.link(&routes::desk(l))),
        ];
        self.letter(now, l, &to.email, t::term_mail_own_subject(l, day.as_str(), office.as_str()), &paragraphs)
    }

    fn terms_letter(&self, now: Instant, to: &Person, lines: &[&OfficeLine]) -> Mail {
        let l = Locale::from_code(&to.locale).unwrap_or_default();
        let list: Vec<String> =
            lines.iter().map(|line| t::term_mail_line(l, last_day(l, line), line.full_name.as_str(), labels::office(l, line))).collect();
        let paragraphs = [
            office_texts::office_mail_greeting(l, to.full_name.as_str()),
            t::term_mail_others(l).to_owned(),
            list.join("\n"),
            t::term_mail_others_next(l, self.link(&routes::desk(l))),
        ];
        self.letter(now, l, &to.email, t::term_mail_others_subject(l, lines.len()), &paragraphs)
    }
}

/// The own office, those one appoints to, and for the secretariat the chair of its body.
fn concerns(ctx: &Ctx, line: &OfficeLine) -> bool {
    let own = ctx.actor.signed_in().is_some_and(|person| person.person == line.person);
    let appoints = || policy::check(&ctx.actor, &Appoint { office: line.office }, ctx.now).is_ok();
    let chair_of_own_body = || match line.office {
        Office::Chair(body) => policy::check(&ctx.actor, &ReadOfficeHistory { body }, ctx.now).is_ok(),
        _ => false,
    };
    own || appoints() || chair_of_own_body()
}

fn last_day(l: Locale, line: &OfficeLine) -> String {
    line.until.map(|until| calendar::last_day(l, until)).unwrap_or_default()
}

/// Who is in office, read once for each place.
#[derive(Default)]
struct InOffice {
    of_body: HashMap<BodyId, Vec<OfficeLine>>,
    of_portal: Option<Vec<OfficeLine>>,
}

impl InOffice {
    /// Who is told of the end of a term besides its holder: the chair about moderators, and where there is no chair the secretariat, which
    /// appoints on the chair's behalf; the secretariat and the administrators about a chair; the administrators about the secretariat.
    async fn who_appoints(&mut self, tx: &mut Tx, line: &OfficeLine, now: Instant) -> PortalResult<Vec<PersonId>> {
        let mut told = match line.office {
            Office::Moderator { body, .. } => {
                let chairs = self.in_body(tx, body, RoleName::Chair, now).await?;
                if chairs.is_empty() { self.in_body(tx, body, RoleName::Secretariat, now).await? } else { chairs }
            }
            Office::Chair(body) => {
                let mut told = self.in_body(tx, body, RoleName::Secretariat, now).await?;
                told.extend(self.administrators(tx, now).await?);
                told
            }
            Office::Secretariat(_) => self.administrators(tx, now).await?,
            // Has no term.
            Office::Administrator => Vec::new(),
        };
        told.retain(|person| *person != line.person);
        Ok(told)
    }

    async fn in_body(&mut self, tx: &mut Tx, body: BodyId, name: RoleName, now: Instant) -> PortalResult<Vec<PersonId>> {
        let lines = match self.of_body.entry(body) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(place) => place.insert(offices::current_of_body(tx, body, now).await?),
        };
        Ok(holders(lines, name, now))
    }

    async fn administrators(&mut self, tx: &mut Tx, now: Instant) -> PortalResult<Vec<PersonId>> {
        if self.of_portal.is_none() {
            self.of_portal = Some(offices::current_to_administer(tx, now).await?);
        }
        Ok(holders(self.of_portal.as_deref().unwrap_or_default(), RoleName::Administrator, now))
    }
}

fn holders(lines: &[OfficeLine], name: RoleName, now: Instant) -> Vec<PersonId> {
    lines.iter().filter(|line| line.office.name() == name && line.in_force(now)).map(|line| line.person).collect()
}
