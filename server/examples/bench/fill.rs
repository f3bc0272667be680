//! A fresh demonstration database with enough public papers, written through the portal's own use cases.

use anyhow::{Context, Result};
use engine::auth::{PasswordCost, Passwords, SecondFactor};
use engine::clock::{Clock, Ids, SystemClock, SystemEntropy};
use engine::demo;
use engine::portal::{PortalSettings, ServerPortal};
use engine::proof::key_file;
use engine::store::{Db, paper_lists, papers, people};
use model::domain::ids::PaperId;
use model::domain::language::Language;
use model::domain::moderation::Outcome;
use model::domain::paper::PaperContent;
use model::domain::person::Actor;
use model::domain::round::RoundKind;
use model::domain::time::{Instant, Span};
use model::portal::{Bodies, Ctx, Moderation, NewDecision, Papers, RoundLine, SavePaper};
use std::path::Path;
use std::sync::Arc;

/// Fills the database at `url`, whose receipts are signed with the keys of that file, until `count` papers are public; answers one of them and its round.
pub async fn fill(url: &str, keys: &Path, count: usize) -> Result<(PaperId, String)> {
    let now = SystemClock.now();
    let (db, portal) = seeded(url, keys, now).await?;
    let public = paper_lists::public(&mut db.read().await?, None, 1000).await?;
    let first = public.first().context("a public paper")?.clone();
    let model = papers::by_id(&mut db.read().await?, first.id).await?.context("is there")?.content;
    // Others than the one whose desk is measured: nobody's desk holds two hundred papers of their own.
    let authors = [ctx_of(&db, "business@demo.example", now).await?, ctx_of(&db, "academia@demo.example", now).await?];
    let secretariat = ctx_of(&db, "secretariat@demo.example", now).await?;
    for n in public.len()..count {
        let at = now - Span::MINUTE.times(i64::try_from(count - n)?);
        let content = PaperContent { title: format!("{} {n}", model.title), subgroup: None, ..model.clone() };
        let author = Ctx { now: at, ..authors[n % authors.len()].clone() };
        let saved = portal
            .save_paper(&author, SavePaper { id: None, round: first.round, organisation: None, version: 0, asked: None, content })
            .await?;
        portal.submit_paper(&author, saved.id, saved.version).await?;
        let accept = NewDecision { outcome: Outcome::Accept, reason: String::new(), version: saved.version + 1 };
        portal.decide_paper(&secretariat, saved.id, accept).await?;
    }
    db.close().await;
    Ok((first.id, first.round.to_string()))
}

/// Writes `count` drafts for the open round of position papers, by the authors of [`AUTHORS`] in turn; answers them in that order.
pub async fn drafts(url: &str, keys: &Path, count: usize) -> Result<Vec<PaperId>> {
    let now = SystemClock.now();
    let (db, portal) = seeded(url, keys, now).await?;
    let mut authors = Vec::new();
    for email in AUTHORS {
        authors.push(ctx_of(&db, email, now).await?);
    }
    let open = |line: &&RoundLine| line.round.kind == RoundKind::PositionPapers && line.round.window.public_phase(now).is_open();
    let home = portal.home(authors.first().context("an author")?).await?;
    let round = home.rounds.iter().filter(open).max_by_key(|line| line.round.window.closes_at).context("an open round")?.round.id;
    let mut drafts = Vec::new();
    for n in 0..count {
        let text = format!("Paragraph {n}. {}", "States should share what they know of incidents, in time and in plain words. ".repeat(40));
        let content = PaperContent { title: format!("Draft {n}"), language: Language::En, subgroup: None, text, answers: Vec::new() };
        let save = SavePaper { id: None, round, organisation: None, version: 0, asked: None, content };
        drafts.push(portal.save_paper(&authors[n % authors.len()], save).await?.id);
    }
    db.close().await;
    Ok(drafts)
}

/// Who writes the drafts.
pub const AUTHORS: [&str; 3] = ["business@demo.example", "ngo@demo.example", "academia@demo.example"];

/// The demonstration, in the database at `url`.
async fn seeded(url: &str, keys: &Path, now: Instant) -> Result<(Db, ServerPortal)> {
    let db = Db::open(url, 4).await?;
    db.migrate().await?;
    let entropy = Arc::new(SystemEntropy);
    let passwords = Passwords::new(PasswordCost::CHEAP, 2, entropy.clone())?;
    let settings = PortalSettings { public_url: "http://127.0.0.1".to_owned(), demonstration: true, second_factor: SecondFactor::Required };
    let keys = key_file::open(keys, &SystemEntropy, now)?;
    let portal = ServerPortal::new(db.clone(), Ids::new(entropy), passwords, settings, keys);
    demo::seed(&portal, now).await?;
    Ok((db, portal))
}

async fn ctx_of(db: &Db, email: &str, now: Instant) -> Result<Ctx> {
    let mut tx = db.read().await?;
    let id = people::id_by_email(&mut tx, email).await?.context("a demonstration login")?;
    let mut person = people::reload(&mut tx, id).await?.context("is there")?;
    person.factor_satisfied = true;
    Ok(Ctx::below_http(Actor::Person(Box::new(person)), now))
}
