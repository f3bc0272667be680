//! A fresh demonstration database with enough public papers, written through the portal's own use cases.

use crate::stage::{self, ctx_of};
use anyhow::{Context, Result};
use engine::clock::{Clock, SystemClock};
use engine::store::{drafts, paper_lists, papers};
use model::domain::comment::{CommentContent, CommentKind, Operation, Stance};
use model::domain::ids::{DraftVersionId, PaperId, SessionId};
use model::domain::language::Language;
use model::domain::moderation::Outcome;
use model::domain::paper::PaperContent;
use model::domain::round::RoundKind;
use model::domain::time::Span;
use model::portal::{Bodies as _, Comments as _, Ctx, Moderation, NewDecision, Papers, RoundLine, SaveComment, SavePaper};
use std::path::Path;

/// Connections to the database while it is filled.
const CONNECTIONS: u32 = 4;

/// Fills the database at `url`, whose receipts are signed with the keys of that file, until `count` papers are public; answers one of them and its round.
pub async fn fill(url: &str, keys: &Path, count: usize) -> Result<(PaperId, String)> {
    let now = SystemClock.now();
    let portal = stage::seeded("http://127.0.0.1", url, CONNECTIONS, keys, now).await?;
    let db = portal.database();
    let public = paper_lists::public(&mut db.read().await?, None, 1000).await?;
    let first = public.first().context("a public paper")?.clone();
    let model = papers::by_id(&mut db.read().await?, first.id).await?.context("is there")?.content;
    // Others than the one whose desk is measured: nobody's desk holds two hundred papers of their own.
    let authors = [ctx_of(db, "business@demo.example", now).await?, ctx_of(db, "academia@demo.example", now).await?];
    let secretariat = ctx_of(db, "secretariat@demo.example", now).await?;
    for n in public.len()..count {
        let at = now - Span::MINUTE.times(i64::try_from(count - n)?);
        let content = PaperContent { title: format!("{} {n}", model.title), subgroup: None, ..model.clone() };
        let author = Ctx { now: at, ..authors[n % authors.len()].clone() };
        let saved = portal
            .save_paper(&author, SavePaper { id: None, round: first.round, organisation: None, version: 0, asked: None, content })
            .await?;
        portal.submit_paper(&author, saved.id, saved.version).await?;
        let accept = NewDecision { outcome: Outcome::Accept, code: None, reason: String::new(), version: saved.version + 1 };
        portal.decide_paper(&secretariat, saved.id, accept).await?;
    }
    db.close().await;
    Ok((first.id, first.round.to_string()))
}

/// Writes `count` drafts of some pages for the open round of position papers, by the authors of [`stage::AUTHORS`] in turn.
pub async fn drafts(url: &str, keys: &Path, count: usize) -> Result<Vec<PaperId>> {
    let now = SystemClock.now();
    let portal = stage::seeded("http://127.0.0.1", url, CONNECTIONS, keys, now).await?;
    let sentence = "States should share what they know of incidents, in time and in plain words. ";
    let text = |n| format!("Paragraph {n}. {}", sentence.repeat(40));
    let drafts = stage::drafts(&portal, stage::open_round(&portal, now).await?, now, count, text).await?;
    portal.database().close().await;
    Ok(drafts)
}

/// Puts `count` papers more into the queue of the whole of a body.
pub async fn queue(url: &str, keys: &Path, count: usize) -> Result<()> {
    let now = SystemClock.now();
    let portal = stage::seeded("http://127.0.0.1", url, CONNECTIONS, keys, now).await?;
    let round = stage::open_round(&portal, now).await?;
    let mut authors = Vec::new();
    for email in stage::AUTHORS {
        authors.push(ctx_of(portal.database(), email, now).await?);
    }
    let drafts = stage::drafts(&portal, round, now, count, |n| format!("Words of paper {n}.")).await?;
    for (n, paper) in drafts.into_iter().enumerate() {
        portal.submit_paper(&authors[n % authors.len()], paper, 1).await?;
    }
    portal.database().close().await;
    Ok(())
}

/// Fills the database at `url` until a session has that many public papers and comments; answers the session and the text.
pub async fn session(url: &str, keys: &Path, count: usize, said: usize) -> Result<(SessionId, DraftVersionId)> {
    fill(url, keys, count).await?;
    let now = SystemClock.now();
    let portal = stage::seeded("http://127.0.0.1", url, CONNECTIONS, keys, now).await?;
    let db = portal.database();
    let home = portal.home(&ctx_of(db, stage::AUTHORS[0], now).await?).await?;
    let open = |line: &&RoundLine| line.round.kind == RoundKind::Comments && line.round.window.public_phase(now).is_open();
    let line = home.rounds.iter().find(open).context("an open round for comments")?;
    let (round, draft) = (line.round.id, line.round.draft_version.context("a text")?);
    let provisions: Vec<_> = drafts::provisions(&mut db.read().await?, draft).await?;
    let provisions: Vec<_> = provisions.into_iter().filter(|one| one.level.is_numbered()).collect();
    let mut authors = Vec::new();
    for email in stage::AUTHORS {
        authors.push(ctx_of(db, email, now).await?);
    }
    let moderator = ctx_of(db, "moderator.rnp@demo.example", now).await?;
    for n in 0..said {
        let content = CommentContent {
            language: Language::ALL[n % Language::ALL.len()],
            kind: CommentKind::default(),
            quote: String::new(),
            stance: Stance::ALL[n % Stance::ALL.len()],
            operation: Operation::CommentOnly,
            proposed_text: String::new(),
            reason: format!("Comment {n}: it should be said in plain words who does what, and by when."),
            link: String::new(),
        };
        let provision = provisions[n % provisions.len()].id;
        let save = SaveComment { id: None, provision, round, organisation: None, version: 0, content };
        let comment = portal.send_comment(&authors[n % authors.len()], save).await?.comment;
        let accept = NewDecision { outcome: Outcome::Accept, code: None, reason: String::new(), version: 1 };
        portal.decide_comment(&moderator, comment, accept).await?;
    }
    let session = line.session.id;
    db.close().await;
    Ok((session, draft))
}
