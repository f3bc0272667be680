//! Backups: of either database into either, while the portal runs; and everything that must be refused.

use crate::support::{Fresh, KINDS, ctx, fresh, portal, start};
use engine::backup::{self, Archive, BackupError, Entry, Manifest};
use engine::demo;
use engine::store::Db;
use model::domain::language::Language;
use model::domain::paper::PaperContent;
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
                        language: Language::En,
                        subgroup: None,
                        text: "Words.\n\tمزيد".to_owned(),
                        answers: Vec::new(),
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

/// What is done to the text of a table: what it is called, the table, the change.
type Change<'a> = (&'a str, &'a str, fn(String) -> String);

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

fn refused(result: Result<Archive, BackupError>, what: &str) -> String {
    match result {
        Ok(_) => panic!("{what}: not refused"),
        Err(error) => error.to_string(),
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

#[tokio::test]
async fn what_is_no_whole_backup_of_this_schema_is_refused() {
    let small = Small::new().await;
    let sized = |manifest: &mut Manifest, name: &str, bytes: u64| {
        manifest.entries.iter_mut().filter(|entry| entry.name == name).for_each(|entry| entry.bytes = bytes);
    };
    let said = refused(small.changed(|_, _| true, |manifest| manifest.format = "openfloor-backup-2".to_owned()), "another format");
    assert!(said.contains("openfloor-backup-2") && said.contains("use the program that made it"), "{said}");
    let said = refused(
        small.changed(|_, _| true, |manifest| (manifest.program_version, manifest.schema_version) = ("9.8.7".to_owned(), 999)),
        "another schema",
    );
    assert!(said.contains("openfloor 9.8.7") && said.contains("999"), "{said}");
    for (what, result) in [
        ("an entry that is not named", small.changed(|_, _| true, |manifest| manifest.entries.retain(|entry| entry.name != "keys.json"))),
        ("an entry that is missing", small.changed(|name, _| name != "tables/setting.jsonl", |_| {})),
        ("an entry named twice", small.changed(|_, _| true, |manifest| manifest.entries.push(manifest.entries[0].clone()))),
        ("another count of rows", small.changed(|_, _| true, |manifest| manifest.entries[0].rows = Some(77))),
        ("a hash of something else", small.changed(|_, _| true, |manifest| manifest.entries[0].sha256 = "0".repeat(64))),
        ("more than it says", small.changed(|_, _| true, |manifest| sized(manifest, "tables/setting.jsonl", 3))),
        ("a file beside the tables that is too large", small.changed(|_, _| true, |manifest| sized(manifest, "keys.json", u64::MAX))),
        (
            "a line without an end",
            small.changed(
                |name, bytes| {
                    if name.contains("setting") {
                        bytes.pop();
                    }
                    true
                },
                |_| {},
            ),
        ),
        ("no ZIP", small.of(b"PK is not enough")),
        ("an empty file", small.of(b"")),
    ] {
        refused(result, what);
    }
    for name in ["../keys.json", "/etc/keys", "tables/../x.jsonl", "tables/a/b.jsonl", "Keys.json", "a\\b", ".keys", ""] {
        let renamed = small.changed(|_, _| true, |manifest| name.clone_into(&mut manifest.entries.last_mut().expect("some").name));
        refused(renamed, name);
    }
    for cut in [1, 22, 100, small.bytes.len() / 2, small.bytes.len() - 1] {
        refused(small.of(&small.bytes[..small.bytes.len() - cut]), "a part of it");
    }
}

#[tokio::test]
async fn what_grows_when_it_is_unpacked_is_not_unpacked() {
    let small = Small::new().await;
    // 70 MiB of nothing: as large as it says, in one line.
    let bomb = small.changed(
        |name, bytes| {
            if name.contains("setting") {
                *bytes = vec![b'0'; 70 << 20];
            }
            true
        },
        |_| {},
    );
    assert!(refused(bomb, "a line without end").contains("too long"));
    // The same, but said to be small.
    let lies = small.changed(
        |name, bytes| {
            if name.contains("setting") {
                *bytes = vec![b'\n'; 20 << 20];
            }
            true
        },
        |manifest| manifest.entries.iter_mut().for_each(|entry| entry.bytes = entry.bytes.min(10)),
    );
    refused(lies, "more than it says");
}

#[tokio::test]
async fn rows_that_do_not_fit_leave_an_empty_database() {
    let small = Small::new().await;
    let without_keys = |manifest: &mut Manifest| manifest.entries.retain(|entry| entry.name != "keys.json");
    let changes: [Change<'_>; 5] = [
        ("a row that belongs to none", "organisation", |text| text.replace("\"merged_into\":\"o2\"", "\"merged_into\":\"o9\"")),
        ("a row twice", "setting", |text| text.repeat(2)),
        ("another column", "setting", |text| text.replace("\"value\"", "\"worth\"")),
        ("another kind of value", "setting", |text| text.replace("\"v\"", "1")),
        ("rows in another order", "organisation", |text| text.lines().rev().collect::<Vec<_>>().join("\n") + "\n"),
    ];
    for kind in KINDS {
        let fresh = fresh(kind).await;
        let before = content(&fresh.db).await;
        for (what, table, change) in changes {
            let archive = small.changed(
                |name, bytes| {
                    if name == format!("tables/{table}.jsonl") {
                        *bytes = change(String::from_utf8(bytes.clone()).expect("UTF-8")).into_bytes();
                    }
                    name != "keys.json"
                },
                without_keys,
            );
            let ended = backup::restore(archive.expect("whole"), &fresh.db, &[]).await;
            assert!(matches!(ended, Err(BackupError::DoesNotFit(_) | BackupError::Damaged(_))), "{kind:?}: {what}: {ended:?}");
            assert_eq!(content(&fresh.db).await, before, "{kind:?}: {what}");
        }
    }
}

/// Every byte under `OPENFLOOR_PROOF=full`, some of them otherwise.
#[tokio::test]
async fn proof_every_flipped_byte_is_refused_or_harmless() {
    let full = std::env::var("OPENFLOOR_PROOF").is_ok_and(|v| v == "full");
    let (step, flips) = if full { (1, [0x01, 0xff].as_slice()) } else { (41, [0x10].as_slice()) };
    let small = Small::new().await;
    let (mut harmless, mut restored) = (0, 0);
    for at in (0..small.bytes.len()).step_by(step) {
        for flip in flips {
            let mut bytes = small.bytes.clone();
            bytes[at] ^= flip;
            let Ok(mut archive) = small.of(&bytes) else { continue };
            // The archive is read by its hashes: with this manifest it holds what the backup held.
            assert_eq!(archive.manifest, small.manifest, "byte {at}");
            harmless += 1;
            if harmless % if full { 200 } else { 40 } == 1 {
                let fresh = fresh(engine::store::DbKind::Sqlite).await;
                archive.manifest.entries.retain(|entry| entry.name != "keys.json");
                let expected = archive.manifest.entries.clone();
                backup::restore(archive, &fresh.db, &[]).await.expect("restores");
                assert_eq!(content(&fresh.db).await, expected, "byte {at}");
                restored += 1;
            }
        }
    }
    println!("{} bytes: {harmless} flips harmless, {restored} of them restored", small.bytes.len());
    assert!(restored > 0);
}
