//! What is refused before anything is written: what is damaged, foreign, too large, or does not fit.

use super::{Small, content};
use crate::support::{KINDS, fresh};
use engine::backup::{self, Archive, BackupError, Manifest};

/// What is done to the text of a table: what it is called, the table, the change.
type Change<'a> = (&'a str, &'a str, fn(String) -> String);

fn refused(result: Result<Archive, BackupError>, what: &str) -> String {
    match result {
        Ok(_) => panic!("{what}: not refused"),
        Err(error) => error.to_string(),
    }
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
