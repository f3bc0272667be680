//! Invented sessions with rounds: one open, one closing soon, one closed; and a new one whenever none is open any more.

use super::SeedError;
use super::frame::{BODY, in_all_locales};
use crate::portal::{ServerPortal, in_tx};
use crate::store::{bodies, drafts, rounds, sessions};
use model::calendar;
use model::domain::accreditation::Reach;
use model::domain::body::{Body, Mode, Session};
use model::domain::ids::{DraftVersionId, LedgerEntryId, RoundId, SessionId};
use model::domain::language::{Locale, LocalizedText};
use model::domain::role::RoleName;
use model::domain::round::{LedgerEntry, LedgerKind, Round, RoundKind};
use model::domain::time::{Instant, Span};
use model::domain::window::Window;
use model::i18n::t;
use std::sync::Arc;

const ZONE: &str = "America/New_York";
/// The code of the first invented session.
const FIRST: &str = "DEMO1";

/// The rounds the invented input goes to.
pub struct First {
    /// Open: position papers.
    pub papers: RoundId,
    /// Open: comments on the zero draft.
    pub comments: RoundId,
    /// Closed three days ago: position papers.
    pub closed: RoundId,
    /// Open: a list of speakers.
    pub speakers: RoundId,
    /// Open: accreditation to the body.
    pub accreditation: RoundId,
    /// Open: co-signing of the papers of the session.
    pub co_signing: RoundId,
}

/// The first invented session, relative to the first seeding. What an interrupted seeding left behind is taken up again.
pub async fn first(portal: &ServerPortal, now: Instant) -> Result<First, SeedError> {
    let (oewg, draft) = {
        let mut tx = portal.db.read().await?;
        let oewg = bodies::by_code(&mut tx, BODY).await?.ok_or_else(|| SeedError::Missing(BODY.to_owned()))?;
        let draft =
            drafts::of_body(&mut tx, oewg.id).await?.first().map(|d| d.id).ok_or_else(|| SeedError::Missing("zero draft".to_owned()))?;
        (oewg, draft)
    };
    let opened = now - Span::DAY.times(9);
    let left_behind = {
        let mut tx = portal.db.read().await?;
        sessions::of_body(&mut tx, oewg.id).await?.into_iter().find(|session| session.code == FIRST)
    };
    let demo = match left_behind {
        Some(session) => session,
        None => new_session(portal, &oewg, FIRST, 1, now).await?,
    };
    let there = {
        let mut tx = portal.db.read().await?;
        rounds::of_session(&mut tx, demo.id).await?
    };
    let once = async |call: Call, closes_at| match there.iter().find(|line| line.round.title == call.title) {
        Some(line) => Ok(line.round.id),
        None => add(portal, &demo, call, opened, closes_at, now).await,
    };
    let papers = once(Call::papers(), evening(now + Span::DAY.times(30))).await?;
    let comments = once(Call::comments(draft), evening(now + Span::DAY.times(12))).await?;
    let closed = once(Call::closed(), evening(now - Span::DAY.times(3))).await?;
    once(Call::soon(), minute(now + Span::HOUR.times(20))).await?;
    let speakers = once(Call::speakers(), evening(now + Span::DAY.times(40))).await?;
    let accreditation = once(Call::accreditation(), evening(now + Span::DAY.times(25))).await?;
    let co_signing = once(Call::co_signing(), evening(now + Span::DAY.times(35))).await?;
    Ok(First { papers, comments, closed, speakers, accreditation, co_signing })
}

/// Opens a new invented session when no invented round of one of the kinds is open any more.
pub async fn keep_one_open(portal: &ServerPortal, now: Instant) -> Result<(), SeedError> {
    let (oewg, lines, sessions, draft) = {
        let mut tx = portal.db.read().await?;
        let oewg = bodies::by_code(&mut tx, BODY).await?.ok_or_else(|| SeedError::Missing(BODY.to_owned()))?;
        let lines = rounds::of_body(&mut tx, oewg.id).await?;
        let sessions = sessions::of_body(&mut tx, oewg.id).await?;
        let draft = drafts::of_body(&mut tx, oewg.id).await?.first().map(|d| d.id);
        (oewg, lines, sessions, draft)
    };
    let open = |kind| lines.iter().any(|l| l.round.demonstration && l.round.kind == kind && l.round.window.public_phase(now).is_open());
    // Co-signing goes with the papers of its session.
    let [papers, comments, speakers, accreditation] =
        [RoundKind::PositionPapers, RoundKind::Comments, RoundKind::Speakers, RoundKind::Accreditation].map(open);
    if papers && comments && speakers && accreditation {
        return Ok(());
    }
    let number = 1 + sessions.iter().filter(|session| session.code.starts_with("DEMO")).count();
    let session = new_session(portal, &oewg, &format!("DEMO{number}"), number, now).await?;
    if !papers {
        add(portal, &session, Call::papers(), now, evening(now + Span::DAY.times(30)), now).await?;
        add(portal, &session, Call::co_signing(), now, evening(now + Span::DAY.times(35)), now).await?;
    }
    if let Some(draft) = draft.filter(|_| !comments) {
        add(portal, &session, Call::comments(draft), now, evening(now + Span::DAY.times(21)), now).await?;
    }
    if !speakers {
        add(portal, &session, Call::speakers(), now, evening(now + Span::DAY.times(40)), now).await?;
    }
    if !accreditation {
        add(portal, &session, Call::accreditation(), now, evening(now + Span::DAY.times(25)), now).await?;
    }
    Ok(())
}

/// 18:00 in New York on the day of `instant` there: the usual hour.
fn evening(instant: Instant) -> Instant {
    let day = calendar::day(instant, ZONE);
    calendar::parse_local(&format!("{}T18:00", day.0), ZONE).unwrap_or(instant)
}

/// The full minute at or before `instant`.
fn minute(instant: Instant) -> Instant {
    Instant(instant.0.div_euclid(Span::MINUTE.0) * Span::MINUTE.0)
}

async fn new_session(portal: &ServerPortal, body: &Body, code: &str, number: usize, now: Instant) -> Result<Session, SeedError> {
    let number = i64::try_from(number).unwrap_or(i64::MAX);
    let session = Arc::new(Session {
        id: SessionId(portal.ids.uuid(now)),
        body: body.id,
        code: code.to_owned(),
        title: in_all_locales(|l| t::demo::demo_session(l, number)),
        starts_on: calendar::day(now + Span::DAY.times(45), ZONE),
        ends_on: calendar::day(now + Span::DAY.times(47), ZONE),
        city: in_all_locales(|l| calendar::city(l, ZONE)),
        time_zone: ZONE.to_owned(),
        mode: Mode::Informal,
        demonstration: true,
    });
    in_tx!(portal.db, [session], |tx| { sessions::insert(tx, &session).await }).await?;
    Ok((*session).clone())
}

/// What a round asks for.
struct Call {
    kind: RoundKind,
    title: LocalizedText,
    words: LocalizedText,
    draft: Option<DraftVersionId>,
    reach: Option<Reach>,
    questions: Vec<LocalizedText>,
}

impl Call {
    fn of(kind: RoundKind, title: fn(Locale) -> &'static str, call: fn(Locale) -> &'static str, draft: Option<DraftVersionId>) -> Self {
        Self {
            kind,
            title: in_all_locales(|l| title(l).to_owned()),
            words: in_all_locales(|l| call(l).to_owned()),
            draft,
            reach: None,
            questions: Vec::new(),
        }
    }

    fn papers() -> Self {
        Self::of(RoundKind::PositionPapers, t::demo::demo_papers_title, t::demo::demo_papers_call, None)
    }

    fn comments(draft: DraftVersionId) -> Self {
        Self::of(RoundKind::Comments, t::demo::demo_comments_title, t::demo::demo_comments_call, Some(draft))
    }

    fn soon() -> Self {
        let questions: [fn(Locale) -> &'static str; 2] = [t::demo::demo_soon_question_1, t::demo::demo_soon_question_2];
        let questions = questions.iter().map(|question| in_all_locales(|l| question(l).to_owned())).collect();
        Self { questions, ..Self::of(RoundKind::PositionPapers, t::demo::demo_soon_title, t::demo::demo_soon_call, None) }
    }

    fn speakers() -> Self {
        Self::of(RoundKind::Speakers, t::demo::demo_speakers_title, t::demo::demo_speakers_call, None)
    }

    fn accreditation() -> Self {
        let call = Self::of(RoundKind::Accreditation, t::demo::demo_accreditation_title, t::demo::demo_accreditation_call, None);
        Self { reach: Some(Reach::Body), ..call }
    }

    fn co_signing() -> Self {
        Self::of(RoundKind::CoSigning, t::demo::demo_co_signing_title, t::demo::demo_co_signing_call, None)
    }

    fn closed() -> Self {
        Self::of(RoundKind::PositionPapers, t::demo::demo_closed_title, t::demo::demo_closed_call, None)
    }
}

async fn add(
    portal: &ServerPortal,
    session: &Session,
    call: Call,
    opens_at: Instant,
    closes_at: Instant,
    now: Instant,
) -> Result<RoundId, SeedError> {
    let opens_at = minute(opens_at);
    let id = RoundId(portal.ids.uuid(now));
    let entry = LedgerEntry {
        id: LedgerEntryId(portal.ids.uuid(now)),
        round: id,
        number: 1,
        kind: LedgerKind::Opened,
        opens_at,
        closes_at,
        time_zone: ZONE.to_owned(),
        reason: t::demo::demo_ledger_reason(Locale::En).to_owned(),
        by: RoleName::Chair,
        recorded_at: opens_at,
    };
    let round = Round {
        id,
        session: session.id,
        body: session.body,
        kind: call.kind,
        title: call.title,
        call: call.words,
        draft_version: call.draft,
        subgroup: None,
        reach: call.reach,
        questions: call.questions,
        window: Window { entry: entry.id, opens_at, closes_at, grants: Vec::new() },
        time_zone: ZONE.to_owned(),
        demonstration: true,
    };
    let pair = Arc::new((round, entry));
    in_tx!(portal.db, [pair], |tx| {
        rounds::insert(tx, &pair.0, opens_at).await?;
        rounds::insert_entry(tx, &pair.1).await
    })
    .await?;
    Ok(id)
}
