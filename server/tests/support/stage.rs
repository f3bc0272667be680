//! The demonstration in a database of its own, written through the portal's own use cases: what benchmarks and proofs with real processes
//! begin with.

use anyhow::{Context, Result};
use engine::auth::{PasswordCost, Passwords, SecondFactor};
use engine::clock::{Ids, SystemEntropy};
use engine::demo;
use engine::portal::{PortalSettings, ServerPortal};
use engine::proof::key_file;
use engine::store::{Db, people};
use model::domain::ids::{PaperId, RoundId};
use model::domain::language::Language;
use model::domain::paper::{Consent, PaperContent};
use model::domain::person::Actor;
use model::domain::round::RoundKind;
use model::domain::time::Instant;
use model::portal::{Bodies as _, Ctx, Papers as _, RoundLine, SavePaper};
use std::path::Path;
use std::sync::Arc;

/// Who writes the drafts, in turn.
pub const AUTHORS: [&str; 3] = ["business@demo.example", "ngo@demo.example", "academia@demo.example"];

/// A portal over the demonstration, in the database at `url`, begun at `begun`; what it signs it signs with the keys of that file.
/// `public_url`: where people reach it.
pub async fn seeded(public_url: &str, url: &str, connections: u32, keys: &Path, begun: Instant) -> Result<ServerPortal> {
    let db = Db::open(url, connections).await?;
    db.migrate().await?;
    let entropy = Arc::new(SystemEntropy);
    let passwords = Passwords::new(PasswordCost::CHEAP, 2, entropy.clone())?;
    let settings = PortalSettings { public_url: public_url.to_owned(), demonstration: true, second_factor: SecondFactor::Required };
    let keys = key_file::open(keys, &SystemEntropy, begun)?;
    let portal = ServerPortal::new(db, Ids::new(entropy), passwords, settings, keys);
    demo::seed(&portal, begun).await?;
    Ok(portal)
}

/// A request of a demonstration login at an instant, below HTTP.
pub async fn ctx_of(db: &Db, email: &str, now: Instant) -> Result<Ctx> {
    let mut tx = db.read().await?;
    let id = people::id_by_email(&mut tx, email).await?.context("a demonstration login")?;
    let mut person = people::reload(&mut tx, id).await?.context("is there")?;
    person.factor_satisfied = true;
    Ok(Ctx::below_http(Actor::Person(Box::new(person)), now))
}

/// The open round for position papers that closes last.
pub async fn open_round(portal: &ServerPortal, now: Instant) -> Result<RoundId> {
    let open = |line: &&RoundLine| line.round.kind == RoundKind::PositionPapers && line.round.window.public_phase(now).is_open();
    let home = portal.home(&ctx_of(portal.database(), AUTHORS[0], now).await?).await?;
    Ok(home.rounds.iter().filter(open).max_by_key(|line| line.round.window.closes_at).context("an open round")?.round.id)
}

/// Writes `count` drafts at `now`, by the authors of [`AUTHORS`] in turn; answers them in that order.
pub async fn drafts(
    portal: &ServerPortal,
    round: RoundId,
    now: Instant,
    count: usize,
    text: impl Fn(usize) -> String,
) -> Result<Vec<PaperId>> {
    let mut authors = Vec::new();
    for email in AUTHORS {
        authors.push(ctx_of(portal.database(), email, now).await?);
    }
    let mut drafts = Vec::new();
    for n in 0..count {
        let content = PaperContent {
            title: format!("Draft {n}"),
            text: text(n),
            consent: Some(Consent::WithoutName),
            ..PaperContent::empty(Language::En)
        };
        let save = SavePaper { id: None, round, organisation: None, version: 0, asked: None, content };
        drafts.push(portal.save_paper(&authors[n % authors.len()], save).await?.id);
    }
    Ok(drafts)
}
