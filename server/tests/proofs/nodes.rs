//! The program as a process of its own, and a database several of them can share.

use crate::client;
use engine::auth::{PasswordCost, Passwords, SecondFactor};
use engine::clock::{Clock as _, Ids, SystemClock, SystemEntropy};
use engine::demo;
use engine::portal::{PortalSettings, ServerPortal};
use engine::proof::key_file;
use engine::store::{Db, DbKind, people};
use model::domain::ids::{PaperId, RoundId};
use model::domain::language::Language;
use model::domain::paper::PaperContent;
use model::domain::person::Actor;
use model::domain::round::RoundKind;
use model::domain::time::{Instant, Span};
use model::portal::{Bodies as _, Ctx, Papers as _, RoundLine, SavePaper};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::time::Duration;

#[path = "../support/postgres.rs"]
mod postgres;

/// Who writes the papers, in turn.
pub const AUTHORS: [&str; 3] = ["business@demo.example", "ngo@demo.example", "academia@demo.example"];

pub fn now() -> Instant {
    SystemClock.now()
}

/// A database with the demonstration, and a portal of this process over it.
pub struct Stage {
    pub portal: ServerPortal,
    pub round: RoundId,
    url: String,
    folder: tempfile::TempDir,
}

impl Stage {
    pub async fn new(kind: DbKind) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let url = match kind {
            DbKind::Sqlite => format!("sqlite:{}", folder.path().join("proof.db").display()),
            DbKind::Postgres => postgres::new_database(None).await,
        };
        let db = Db::open(&url, 8).await.expect("opens");
        db.migrate().await.expect("migrates");
        let entropy = Arc::new(SystemEntropy);
        let passwords = Passwords::new(PasswordCost::CHEAP, 2, entropy.clone()).expect("valid cost");
        let settings =
            PortalSettings { public_url: "http://127.0.0.1".to_owned(), demonstration: true, second_factor: SecondFactor::Required };
        // Begun a day ago: the round has been open for long.
        let begun = now() - Span::DAY;
        let keys = key_file::open(&folder.path().join("keys.json"), &SystemEntropy, begun).expect("keys");
        let portal = ServerPortal::new(db, Ids::new(entropy), passwords, settings, keys);
        demo::seed(&portal, begun).await.expect("seeds");
        let open = |line: &&RoundLine| line.round.kind == RoundKind::PositionPapers && line.round.window.public_phase(now()).is_open();
        let home = portal.home(&ctx_of(portal.database(), AUTHORS[0], now()).await).await.expect("home");
        let round = home.rounds.iter().filter(open).max_by_key(|line| line.round.window.closes_at).expect("an open round").round.id;
        Self { portal, round, url, folder }
    }

    pub fn db(&self) -> &Db {
        self.portal.database()
    }

    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// Drafts to submit, by the authors in turn.
    pub async fn drafts(&self, count: usize) -> Vec<PaperId> {
        let mut authors = Vec::new();
        for email in AUTHORS {
            authors.push(ctx_of(self.db(), email, now() - Span::HOUR).await);
        }
        let mut drafts = Vec::new();
        for n in 0..count {
            let (title, text) = (format!("Draft {n}"), format!("Words of draft {n}."));
            let content = PaperContent { title, language: Language::En, subgroup: None, text, answers: Vec::new() };
            let save = SavePaper { id: None, round: self.round, organisation: None, version: 0, asked: None, content };
            drafts.push(self.portal.save_paper(&authors[n % AUTHORS.len()], save).await.expect("saves").id);
        }
        drafts
    }

    /// Lets the round close at that instant. No chair could: it is less than a day ahead.
    pub async fn close_at(&self, at: Instant) {
        let sql = "UPDATE ledger_entry SET closes_at = $1 WHERE round_id = $2";
        let round = self.round.to_string();
        match self.db() {
            Db::Sqlite { writer, .. } => sqlx::query(sql).bind(at.0).bind(round).execute(writer).await.map(|_| ()),
            Db::Postgres { pool, .. } => sqlx::query(sql).bind(at.0).bind(round).execute(pool).await.map(|_| ()),
            Db::Held(_) => unreachable!("no rehearsal here"),
        }
        .expect("is set");
    }

    fn command(&self) -> Command {
        let mut command = Command::new(program());
        command
            .current_dir(workspace())
            .env("OPENFLOOR_MODE", "demonstration")
            .env("OPENFLOOR_DATABASE_URL", &self.url)
            .env("OPENFLOOR_KEYS", self.folder().join("keys.json"))
            .env("OPENFLOOR_OUTBOX", self.folder().join("outbox"))
            .env("OPENFLOOR_LOG", "error")
            .stdin(Stdio::null())
            .stdout(Stdio::null());
        command
    }

    /// Starts the program.
    pub fn node(&self) -> Node {
        let port = TcpListener::bind("127.0.0.1:0").and_then(|free| free.local_addr()).expect("a free port").port();
        let mut command = self.command();
        let child = command.arg("serve").env("OPENFLOOR_LISTEN", format!("127.0.0.1:{port}")).spawn().expect("starts");
        let node = Node { child, port };
        for _ in 0..1_000 {
            if client::fetch(port, "/healthz", "identity").is_ok() {
                return node;
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        panic!("the program does not answer");
    }

    /// What `openfloor verify-log` says of the database, and whether it is content.
    pub fn verify_log(&self) -> (bool, String) {
        let output = self.command().arg("verify-log").stdout(Stdio::piped()).stderr(Stdio::piped()).output().expect("runs");
        let text = [output.stdout, output.stderr].concat();
        (output.status.success(), String::from_utf8_lossy(&text).trim().to_owned())
    }
}

/// The program under proof.
fn program() -> PathBuf {
    PathBuf::from(env!("CARGO_BIN_EXE_openfloor"))
}

fn workspace() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().map_or_else(PathBuf::new, Path::to_path_buf)
}

/// A running program. Killed at once when it goes.
pub struct Node {
    child: Child,
    pub port: u16,
}

impl Node {
    /// `kill -9`: no handler runs, nothing is flushed.
    pub fn kill(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Drop for Node {
    fn drop(&mut self) {
        self.kill();
    }
}

/// A request of a demonstration login at an instant, below HTTP.
pub async fn ctx_of(db: &Db, email: &str, now: Instant) -> Ctx {
    let mut tx = db.read().await.expect("reads");
    let id = people::id_by_email(&mut tx, email).await.expect("reads").expect("a demonstration login");
    let person = people::reload(&mut tx, id).await.expect("reads").expect("is there");
    Ctx::below_http(Actor::Person(Box::new(person)), now)
}
