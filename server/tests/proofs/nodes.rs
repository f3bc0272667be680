//! The program as a process of its own, and a database several of them can share.

use crate::{client, stage};
use engine::clock::{Clock as _, SystemClock};
use engine::portal::ServerPortal;
use engine::store::{Db, DbKind};
use model::domain::ids::{PaperId, RoundId};
use model::domain::time::{Instant, Span};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

#[path = "../support/postgres.rs"]
mod postgres;

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
        // Begun a day ago: the round has been open for long.
        let portal = stage::seeded("http://127.0.0.1", &url, 8, &folder.path().join("keys.json"), now() - Span::DAY).await.expect("seeds");
        let round = stage::open_round(&portal, now()).await.expect("an open round");
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
        let text = |n| format!("Words of draft {n}.");
        stage::drafts(&self.portal, self.round, now() - Span::HOUR, count, text).await.expect("saves")
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
