//! A fresh demonstration database with enough public papers, written through the portal's own use cases.

use anyhow::{Context, Result};
use engine::auth::{PasswordCost, Passwords, SecondFactor};
use engine::clock::{Clock, Ids, SystemClock, SystemEntropy};
use engine::demo;
use engine::portal::{PortalSettings, ServerPortal};
use engine::proof::key_file;
use engine::store::{Db, paper_lists, papers, people};
use model::domain::device::Browser;
use model::domain::ids::PaperId;
use model::domain::language::Locale;
use model::domain::moderation::Outcome;
use model::domain::paper::PaperContent;
use model::domain::person::Actor;
use model::domain::time::{Instant, Span};
use model::portal::{Ctx, Moderation, NewDecision, Papers, SavePaper};
use std::path::Path;
use std::sync::Arc;

/// Fills the database at `url`, whose receipts are signed with the keys of that file, until `count` papers are public; answers one of them and its round.
pub async fn fill(url: &str, keys: &Path, count: usize) -> Result<(PaperId, String)> {
    let db = Db::open(url, 4).await?;
    db.migrate().await?;
    let entropy = Arc::new(SystemEntropy);
    let passwords = Passwords::new(PasswordCost::CHEAP, 2, entropy.clone())?;
    let settings = PortalSettings { public_url: "http://127.0.0.1".to_owned(), demonstration: true, second_factor: SecondFactor::Required };
    let now = SystemClock.now();
    let keys = key_file::open(keys, &SystemEntropy, now)?;
    let portal = ServerPortal::new(db.clone(), Ids::new(entropy), passwords, settings, keys);
    demo::seed(&portal, now).await?;
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

async fn ctx_of(db: &Db, email: &str, now: Instant) -> Result<Ctx> {
    let mut tx = db.read().await?;
    let id = people::id_by_email(&mut tx, email).await?.context("a demonstration login")?;
    let mut person = people::reload(&mut tx, id).await?.context("is there")?;
    person.factor_satisfied = true;
    Ok(Ctx { actor: Actor::Person(Box::new(person)), now, locale: Locale::En, address: "bench".to_owned(), browser: Browser::default() })
}
