//! Reminders to those who hold something unsubmitted, before the end that holds for them.

use super::{ServerPortal, in_tx};
use crate::store::reminders::{self as store, Due, Holder, Unsubmitted, What};
use crate::store::{Tx, id_list, mails, rounds};
use model::calendar;
use model::domain::ids::LedgerEntryId;
use model::domain::item::ItemState;
use model::domain::language::Locale;
use model::domain::person::Function;
use model::domain::reminder::Mark;
use model::domain::time::{Instant, Span};
use model::domain::window::Phase;
use model::error::{PortalError, PortalResult};
use model::i18n::t::reminders as t;
use model::labels;
use model::portal::{Mail, RoundLine};
use model::routes;
use std::collections::HashMap;

/// Ends of one mark that one tick goes through.
const ENDS: i64 = 4;
/// People looked at in one transaction.
const PAGE: usize = 50;

/// A round as it is while a page of people is looked at.
struct Then {
    line: RoundLine,
    /// When each entry that may decide was recorded: everybody concerned was told of it then.
    recorded: HashMap<LedgerEntryId, Instant>,
    unsubmitted: Vec<Unsubmitted>,
}

impl ServerPortal {
    /// Ends that have a mark nobody has gone through yet, the nearest first. The same three statements, however much there is.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn reminders_due(&self, now: Instant) -> PortalResult<Vec<Due>> {
        let mut tx = self.db.read().await?;
        let mut due = Vec::new();
        for mark in Mark::ALL.iter().rev() {
            due.extend(store::ends(&mut tx, *mark, now, ENDS).await?);
        }
        Ok(due)
    }

    /// Looks at some of those whom an end concerns and writes the reminders, all in one transaction; answers whether that was everybody.
    /// Of two nodes that look at the same people, one commits.
    ///
    /// # Errors
    /// `Conflict` when another node was first: nothing is written then. The database cannot be read or written.
    pub async fn remind(&self, due: Due, now: Instant) -> PortalResult<bool> {
        let this = self.clone();
        in_tx!(self.db, [this], |tx| {
            let all = this.remind_some(tx, &due, PAGE, now).await? < PAGE;
            if all {
                store::set_swept(tx, &due, now).await?;
            }
            Ok::<_, PortalError>(all)
        })
        .await
    }

    /// Looks at `page` of those whom an end concerns, in the order of their ids, and writes the reminders; answers how many there were.
    pub(super) async fn remind_some(&self, tx: &mut Tx, due: &Due, page: usize, now: Instant) -> PortalResult<usize> {
        let holders = store::holders(tx, due, i64::try_from(page).unwrap_or(i64::MAX)).await?;
        let then = then(tx, due, &holders).await?;
        for holder in &holders {
            let waiting = then.as_ref().map(|then| then.waiting(due, holder, now)).unwrap_or_default();
            store::insert(tx, due, holder, !waiting.is_empty(), now).await?;
            if let Some(then) = then.as_ref().filter(|_| !waiting.is_empty()) {
                mails::insert(tx, &self.reminder(&then.line, due, holder, &waiting, now)).await?;
            }
        }
        Ok(holders.len())
    }

    fn reminder(&self, line: &RoundLine, due: &Due, to: &Holder, waiting: &[&Unsubmitted], now: Instant) -> Mail {
        let l = Locale::from_code(&to.locale).unwrap_or_default();
        let (round, organisation) = (line.round.title.get(l), to.organisation_name.as_str());
        let left = calendar::span_in_words(l, due.ends_at - now);
        let unlisted = unlisted(waiting);
        let subject = match waiting {
            [one] if unlisted == 0 => t::reminder_subject_one(l, left.as_str(), title(l, one)),
            _ => t::reminder_subject_many(l, waiting.len() + unlisted, left.as_str(), round),
        };
        let mut paragraphs = vec![
            t::reminder_greeting(l, to.full_name.as_str()),
            t::reminder_not_submitted(l, organisation, round),
            t::reminder_closes(l, left.as_str(), organisation, calendar::full(l, due.ends_at, &line.round.time_zone)),
        ];
        paragraphs.extend(waiting.iter().map(|one| self.lines_about(l, one, !line.round.questions.is_empty())));
        if unlisted > 0 {
            paragraphs.push(t::reminder_more(l, self.link(&routes::desk(l))));
        }
        if to.function != Function::ContactPoint {
            paragraphs.push(t::reminder_contact_point(l).to_owned());
        }
        paragraphs.push(t::reminder_why(l, organisation));
        self.letter(now, l, &to.email, subject, &paragraphs)
    }

    /// What one input is, that it is not submitted, what remains, and where to do it. `asked`: the round has guiding questions.
    fn lines_about(&self, l: Locale, one: &Unsubmitted, asked: bool) -> String {
        let mut lines = vec![standing(l, one)];
        let path = match &one.what {
            What::Comment { id, .. } => {
                lines.push(t::reminder_remains_send(l).to_owned());
                routes::comment(l, *id)
            }
            What::Paper { id, problems, unjoined, .. } => {
                lines.extend(problems.iter().map(|problem| labels::paper_problem(l, *problem, asked)));
                lines.extend(unjoined.iter().map(|name| model::i18n::t::papers::submit_problem_joined(l, name.get(l))));
                lines.push(t::reminder_remains_submit(l).to_owned());
                routes::submit_paper(l, *id)
            }
        };
        lines.push(t::reminder_link(l, self.link(&path)));
        lines.join("\n")
    }
}

async fn then(tx: &mut Tx, due: &Due, holders: &[Holder]) -> PortalResult<Option<Then>> {
    if holders.is_empty() {
        return Ok(None);
    }
    let Some(mut line) = rounds::by_id(tx, due.round).await? else { return Ok(None) };
    let organisations = id_list(holders.iter().map(|holder| holder.organisation));
    let mut recorded = HashMap::new();
    if let Some(entry) = rounds::entry(tx, line.round.window.entry).await? {
        recorded.insert(entry.id, entry.recorded_at);
    }
    for (grant, given_at) in store::grants(tx, &organisations, due.round).await? {
        recorded.insert(grant.entry, given_at);
        line.round.window.grants.push(grant);
    }
    let unsubmitted = store::unsubmitted(tx, &organisations, due).await?;
    Ok(Some(Then { line, recorded, unsubmitted }))
}

impl Then {
    /// What somebody is reminded of at this mark: unsubmitted, with this very end, and known since before the mark: begun, or returned,
    /// and the end told of, and they a member.
    fn waiting(&self, due: &Due, holder: &Holder, now: Instant) -> Vec<&Unsubmitted> {
        let window = &self.line.round.window;
        let concerned = |one: &&Unsubmitted| {
            let (organisation, item) = (one.organisation, Some(one.item()));
            let entry = window.judged_by(organisation, item, due.ends_at - Span::MICROSECOND);
            let told = self.recorded.get(&entry).copied().unwrap_or(due.ends_at);
            organisation == holder.organisation
                && window.phase(organisation, item, now) == (Phase::Open { until: due.ends_at })
                && due.mark.concerns(due.ends_at, one.since.max(told).max(holder.since))
        };
        self.unsubmitted.iter().filter(concerned).collect()
    }
}

/// How many more there are than a mail lists.
fn unlisted(waiting: &[&Unsubmitted]) -> usize {
    let of_kind = |papers: bool| {
        let mut of_kind = waiting.iter().filter(|one| matches!(one.what, What::Paper { .. }) == papers).peekable();
        let held = of_kind.peek().map_or(0, |one| usize::try_from(one.held).unwrap_or(0));
        held.saturating_sub(of_kind.count())
    };
    of_kind(true) + of_kind(false)
}

fn title(l: Locale, one: &Unsubmitted) -> String {
    match &one.what {
        What::Paper { title, .. } if title.trim().is_empty() => model::i18n::t::common::untitled(l).to_owned(),
        What::Paper { title, .. } => title.clone(),
        What::Comment { citation, .. } => t::reminder_comment_on(l, citation.as_str()),
    }
}

fn standing(l: Locale, one: &Unsubmitted) -> String {
    let title = title(l, one);
    match (&one.what, one.state) {
        (_, ItemState::Returned) => t::reminder_item_returned(l, title),
        (What::Comment { .. }, _) => t::reminder_item_comment(l, title),
        (What::Paper { version: true, .. }, _) => t::reminder_item_version(l, title),
        (What::Paper { .. }, _) => t::reminder_item(l, title),
    }
}
