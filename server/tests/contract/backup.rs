//! Backups: of either database into either, while the portal runs; and everything that must be refused.

mod refused;

use crate::support::{Fresh, KINDS, ctx, fresh, portal, start};
use engine::backup::{self, Archive, BackupError, Entry, Manifest};
use engine::demo;
use engine::store::Db;
use model::domain::language::Language;
use model::domain::paper::{Consent, PaperContent};
use model::domain::round::RoundKind;
use model::portal::{Bodies, Papers, SavePaper};
use sqlx::Executor;
use std::collections::BTreeSet;
use std::io::{Cursor, Read as _, Write as _};
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use tempfile::TempDir;
use zip::write::SimpleFileOptions;

fn folder() -> TempDir {
    tempfile::tempdir().expect("a folder")
}

async fn back_up(db: &Db, file: &Path) -> Manifest {
    backup::write(db, file, start(), &[]).await.expect("backs up")
}

/// What a database holds, table by table.
async fn content(db: &Db) -> Vec<Entry> {
    back_up(db, &folder().path().join("content")).await.entries
}

/// The rows of a table in a backup.
fn rows(file: &Path, table: &str) -> Vec<serde_json::Value> {
    let mut zip = zip::ZipArchive::new(std::fs::File::open(file).expect("opens")).expect("a ZIP");
    let mut text = String::new();
    zip.by_name(&format!("tables/{table}.jsonl")).expect("a table").read_to_string(&mut text).expect("reads");
    text.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn what_is_backed_up_while_people_write_is_restored_into_either_database() {
    for kind in KINDS {
        let source = fresh(kind).await;
        let portal = portal(&source.db);
        demo::seed(&portal, start()).await.expect("seeds");
        let (ngo, folder) = (ctx(&source.db, "ngo", start()).await, folder());
        let home = portal.home(&ngo).await.expect("home");
        let open = |l: &&model::portal::RoundLine| {
            l.round.kind == RoundKind::PositionPapers && l.round.subgroup.is_none() && l.round.window.public_phase(start()).is_open()
        };
        let round = home.rounds.iter().find(open).expect("an open round").round.id;
        let going = Arc::new(AtomicBool::new(true));
        let writer = tokio::spawn({
            let (portal, ngo, going) = (portal.clone(), ngo.clone(), going.clone());
            async move {
                let mut submitted = 0;
                while going.load(Ordering::Relaxed) {
                    let content = PaperContent {
                        title: format!("Paper «{submitted}» \"\\ \u{1f600}"),
                        text: "Words.\n\tمزيد".to_owned(),
                        consent: Some(Consent::WithoutName),
                        ..PaperContent::empty(Language::En)
                    };
                    let save = SavePaper { id: None, round, organisation: None, version: 0, asked: None, content };
                    let saved = portal.save_paper(&ngo, save).await.expect("saves");
                    portal.submit_paper(&ngo, saved.id, saved.version).await.expect("submits");
                    portal.seal_audit(3).await.expect("seals");
                    submitted += 1;
                }
                submitted
            }
        });
        let (file, mut entries) = (folder.path().join("first.zip"), Vec::new());
        for n in 0..3 {
            let file = folder.path().join(format!("{n}.zip"));
            entries = back_up(&source.db, &file).await.entries;
            std::fs::rename(&file, folder.path().join("first.zip")).expect("renames");
            // One moment: a submission is whole or not there at all.
            let receipts: BTreeSet<String> =
                rows(&folder.path().join("first.zip"), "receipt").iter().map(|row| row["item_id"].to_string()).collect();
            for paper in rows(&folder.path().join("first.zip"), "paper") {
                assert_eq!(receipts.contains(&paper["id"].to_string()), !paper["submitted_at"].is_null(), "{kind:?}: {paper}");
            }
        }
        going.store(false, Ordering::Relaxed);
        assert!(writer.await.expect("ends") > 0, "{kind:?}: somebody wrote meanwhile");
        for target in KINDS {
            let fresh = fresh(target).await;
            backup::restore(Archive::open(&file).expect("opens"), &fresh.db, &[])
                .await
                .unwrap_or_else(|error| panic!("{kind:?} → {target:?}: {error}"));
            assert_eq!(content(&fresh.db).await, entries, "{kind:?} → {target:?}");
            // The portal goes on there: it writes, and its log holds.
            let restored = crate::support::portal(&fresh.db);
            while restored.seal_audit(100).await.expect("seals") > 0 {}
            let found = restored.verify_audit().await.expect("checks");
            assert_eq!((found.broken, found.unsealed), (None, 0), "{kind:?} → {target:?}");
            demo::seed(&restored, start()).await.expect("nothing to do");
            let home = restored.home(&ctx(&fresh.db, "ngo", start()).await).await.expect("home");
            assert!(!home.rounds.is_empty(), "{kind:?} → {target:?}");
        }
    }
}

#[tokio::test]
async fn references_that_wait_are_held_again_afterwards() {
    for kind in KINDS {
        let (small, fresh) = (Small::new().await, fresh(kind).await);
        backup::restore(small.open().expect("opens"), &fresh.db, &[]).await.expect("restores");
        let orphan = "INSERT INTO known_device (person_id, device_hash, first_seen_at, last_seen_at) VALUES ('nobody', 'x', 1, 1)";
        let refused = match &fresh.db {
            Db::Sqlite { writer, .. } => writer.execute(orphan).await.map(|_| ()),
            Db::Postgres { pool, .. } => pool.execute(orphan).await.map(|_| ()),
            Db::Held(_) => unreachable!("the real database"),
        };
        let refused = refused.expect_err("it belongs to nobody");
        let why = refused.as_database_error().map(sqlx::error::DatabaseError::kind);
        assert!(matches!(why, Some(sqlx::error::ErrorKind::ForeignKeyViolation)), "{kind:?}: {refused}");
    }
}

/// A small backup with one extra file, of a database in which somebody is signed in.
struct Small {
    folder: TempDir,
    bytes: Vec<u8>,
    manifest: Manifest,
    _source: Fresh,
}

impl Small {
    async fn new() -> Self {
        let (folder, source) = (folder(), fresh(engine::store::DbKind::Sqlite).await);
        let Db::Sqlite { writer, .. } = &source.db else { unreachable!("SQLite") };
        let fill = "INSERT INTO person (id, email, full_name, password_hash, locale, created_at) VALUES ('p', 'a@example.org', 'Ana ''\" \\ م', 'hash', 'en', 9007199254740993);
             INSERT INTO organisation (id, name, stakeholder_type, region, created_at, technical_community) VALUES ('o2', 'Two', 'ngo', 'global', 1, TRUE);
             INSERT INTO organisation (id, name, stakeholder_type, region, created_at, merged_into) VALUES ('o1', 'One', 'ngo', 'global', 1, 'o2');
             INSERT INTO auth_session (id, token_hash, person_id, browser, platform, created_at, seen_at, expires_at, wrong_codes, offer) VALUES ('s', 'h', 'p', '', '', 1, 1, 1, 0, '');
             INSERT INTO setting (key, value) VALUES ('k', 'v')";
        writer.execute(fill).await.expect("fills");
        let keys = folder.path().join("source.json");
        std::fs::write(&keys, "{\"key\":1}").expect("writes");
        let file = folder.path().join("small.zip");
        let manifest = backup::write(&source.db, &file, start(), &[("keys.json", &keys)]).await.expect("backs up");
        Self { bytes: std::fs::read(&file).expect("reads"), folder, manifest, _source: source }
    }

    fn path(&self) -> PathBuf {
        self.folder.path().join("small.zip")
    }

    fn open(&self) -> Result<Archive, BackupError> {
        // Without the extra file, which most tests have no place for.
        self.changed(|name, _| name != "keys.json", |manifest| manifest.entries.retain(|entry| entry.name != "keys.json"))
    }

    /// The same with other entries, and a manifest that goes with them.
    fn changed(&self, keep: impl Fn(&str, &mut Vec<u8>) -> bool, mend: impl Fn(&mut Manifest)) -> Result<Archive, BackupError> {
        let mut zip = zip::ZipArchive::new(Cursor::new(self.bytes.as_slice())).expect("a ZIP");
        let mut out = zip::ZipWriter::new(Cursor::new(Vec::new()));
        let mut manifest = self.manifest.clone();
        let names: Vec<String> = zip.file_names().map(str::to_owned).collect();
        for name in names.iter().filter(|name| *name != "manifest.json") {
            let mut bytes = Vec::new();
            zip.by_name(name).expect("there").read_to_end(&mut bytes).expect("reads");
            if keep(name, &mut bytes) {
                let entry = manifest.entries.iter_mut().find(|entry| entry.name == *name).expect("named");
                entry.bytes = u64::try_from(bytes.len()).expect("small");
                entry.rows = entry.rows.map(|_| u64::try_from(bytes.split(|byte| *byte == b'\n').count() - 1).expect("small"));
                entry.sha256 = engine::auth::hex(&<sha2::Sha256 as sha2::Digest>::digest(&bytes));
                out.start_file(name.as_str(), SimpleFileOptions::default()).expect("starts");
                out.write_all(&bytes).expect("writes");
            }
        }
        mend(&mut manifest);
        out.start_file("manifest.json", SimpleFileOptions::default()).expect("starts");
        out.write_all(&serde_json::to_vec(&manifest).expect("JSON")).expect("writes");
        self.of(&out.finish().expect("ends").into_inner())
    }

    fn of(&self, bytes: &[u8]) -> Result<Archive, BackupError> {
        let file = self.folder.path().join("other.zip");
        std::fs::write(&file, bytes).expect("writes");
        Archive::open(&file)
    }
}

#[tokio::test]
async fn a_backup_is_for_its_owner_and_holds_nobody_who_is_signed_in() {
    let small = Small::new().await;
    let mode = std::fs::metadata(small.path()).expect("there").permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
    for table in backup::LEFT_OUT {
        assert!(small.manifest.entries.iter().all(|entry| entry.table() != Some(table)), "{table}");
    }
    assert_eq!(small.manifest.left_out, backup::LEFT_OUT);
    // Every other table of the migrations is in it.
    assert!(small.manifest.entries.len() > 45, "{}", small.manifest.entries.len());
    for kind in KINDS {
        let fresh = fresh(kind).await;
        backup::restore(small.open().expect("opens"), &fresh.db, &[]).await.expect("restores");
        let mut there = content(&fresh.db).await;
        there.push(small.manifest.extras().next().expect("one").clone());
        assert_eq!(there, small.manifest.entries, "{kind:?}: a large number, a row that points to a later one, marks in a name");
        let again = backup::restore(small.open().expect("opens"), &fresh.db, &[]).await;
        assert!(matches!(again, Err(BackupError::NotEmpty(_))), "{kind:?}: {again:?}");
    }
}

#[tokio::test]
async fn nothing_is_overwritten_and_nothing_half_done_stays() {
    let small = Small::new().await;
    let source = fresh(engine::store::DbKind::Sqlite).await;
    let again = backup::write(&source.db, &small.path(), start(), &[]).await;
    assert!(matches!(again, Err(BackupError::Exists(_))), "{again:?}");
    assert_eq!(std::fs::read(small.path()).expect("there"), small.bytes);
    // An extra file that is not there: neither a backup nor a part of one.
    let (folder, missing) = (folder(), small.folder.path().join("missing"));
    let file = folder.path().join("b.zip");
    assert!(backup::write(&source.db, &file, start(), &[("keys.json", &missing)]).await.is_err());
    assert_eq!(std::fs::read_dir(folder.path()).expect("a folder").count(), 0);
    // A program that dies on the way leaves the part, and says so the next time. Here it waits for the last table until it dies.
    let part = folder.path().join("b.zip.part");
    let held = fresh(engine::store::DbKind::Postgres).await;
    let Db::Postgres { pool, .. } = &held.db else { unreachable!("PostgreSQL") };
    let mut lock = pool.begin().await.expect("begins");
    lock.execute("LOCK TABLE withdrawn_round IN ACCESS EXCLUSIVE MODE").await.expect("locks");
    tokio::select! {
        () = async { while !part.exists() { tokio::task::yield_now().await } } => {}
        done = backup::write(&held.db, &file, start(), &[]) => panic!("{done:?}"),
    }
    lock.rollback().await.expect("ends");
    assert!(part.exists() && !file.exists());
    let next = backup::write(&source.db, &file, start(), &[]).await;
    assert!(matches!(next, Err(BackupError::Unfinished(_))), "{next:?}");
}

#[tokio::test]
async fn files_beside_the_database_go_where_nothing_is() {
    let small = Small::new().await;
    let (folder, fresh) = (folder(), fresh(engine::store::DbKind::Sqlite).await);
    let place = folder.path().join("keys.json");
    let open = || Archive::open(&small.path()).expect("opens");
    let none = backup::restore(open(), &fresh.db, &[]).await;
    assert!(matches!(none, Err(BackupError::NoPlace(_))), "{none:?}");
    std::fs::write(&place, "other").expect("writes");
    let taken = backup::restore(open(), &fresh.db, &[("keys.json", &place)]).await;
    assert!(matches!(taken, Err(BackupError::InTheWay(_))), "{taken:?}");
    assert_eq!(std::fs::read_to_string(&place).expect("there"), "other");
    std::fs::remove_file(&place).expect("removes");
    backup::restore(open(), &fresh.db, &[("keys.json", &place)]).await.expect("restores");
    assert_eq!(std::fs::read_to_string(&place).expect("there"), "{\"key\":1}");
    assert_eq!(std::fs::metadata(&place).expect("there").permissions().mode() & 0o777, 0o600);
    let another = crate::support::fresh(engine::store::DbKind::Sqlite).await;
    backup::restore(open(), &another.db, &[("keys.json", &place)]).await.expect("the same file is in nobody's way");
}
