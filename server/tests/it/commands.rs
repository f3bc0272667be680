//! The commands that keep the record safe, as an operator runs them. On `SQLite`; the contract tests do the same on both databases.

use sqlx::Executor;
use std::path::Path;
use std::process::{Command, Output};

/// Runs the program on the database `db` of a folder.
fn openfloor(folder: &Path, db: &str, arguments: &[&str]) -> Output {
    with_keys(folder, db, "data/keys.json", arguments)
}

/// The same with a file of keys.
fn with_keys(folder: &Path, db: &str, keys: &str, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_openfloor"));
    for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("OPENFLOOR_")) {
        command.env_remove(name);
    }
    command
        .current_dir(folder)
        .env("OPENFLOOR_MODE", "demonstration")
        .env("OPENFLOOR_DATABASE_URL", format!("sqlite:{db}"))
        .env("OPENFLOOR_KEYS", keys)
        .args(arguments)
        .output()
        .expect("runs")
}

fn said(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

fn works(output: Output) -> String {
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    said(&output)
}

fn fails(output: Output) -> String {
    assert_eq!(output.status.code(), Some(1), "{}", said(&output));
    said(&output)
}

#[tokio::test]
async fn a_backup_goes_out_and_comes_back_and_the_log_is_checked() {
    let folder = tempfile::tempdir().expect("a folder");
    let at = folder.path();
    // Nothing is made on the way.
    for arguments in [["backup", "b.zip"].as_slice(), &["verify-log"]] {
        assert!(fails(openfloor(at, "data/one.db", arguments)).contains("there is no database"));
    }
    assert!(fails(openfloor(at, "two.db", &["restore", "b.zip"])).contains("b.zip"));
    assert_eq!(std::fs::read_dir(at).expect("a folder").count(), 0);

    works(openfloor(at, "data/one.db", &["migrate"]));
    let created = works(openfloor(at, "data/one.db", &["create-admin", "--email", "root@example.org", "--name", "Root"]));
    let password = created.rsplit(' ').next().expect("a word").trim().to_owned();
    let backed_up = works(openfloor(at, "data/one.db", &["backup", "b.zip"]));
    assert!(backed_up.contains("b.zip") && !backed_up.contains(&password), "{backed_up}");
    assert!(fails(openfloor(at, "data/one.db", &["backup", "b.zip"])).contains("overwrites nothing"));
    assert!(works(openfloor(at, "deep/two.db", &["restore", "b.zip"])).contains("Restored"));
    assert!(fails(openfloor(at, "deep/two.db", &["restore", "b.zip"])).contains("not empty"));
    assert!(works(openfloor(at, "deep/two.db", &["verify-log"])).contains("0 events sealed"));
    let again = openfloor(at, "deep/two.db", &["create-admin", "--email", "root@example.org", "--name", "Root"]);
    assert!(fails(again).contains("there is a login with the address"));

    // Somebody writes into the log.
    let db = sqlx::SqlitePool::connect(&format!("sqlite:{}", at.join("deep/two.db").display())).await.expect("opens");
    let forged = "INSERT INTO audit_event (id, at, act, object_kind, object_id, detail, position, hash) VALUES ('x', 1, 'signed_in', '', '', '{}', 1, 'x')";
    db.execute(forged).await.expect("writes");
    db.close().await;
    assert!(fails(openfloor(at, "deep/two.db", &["verify-log"])).contains("broken at position 1"));
}

#[tokio::test]
async fn keys_go_with_the_backup_and_nothing_replaces_those_that_are_lost() {
    let folder = tempfile::tempdir().expect("a folder");
    let at = folder.path();
    works(openfloor(at, "one.db", &["seed", "--demo"]));
    let keys = std::fs::read(at.join("data/keys.json")).expect("the keys");
    works(openfloor(at, "one.db", &["backup", "b.zip"]));

    // Lost: no backup without them, and no start makes others in their place.
    std::fs::rename(at.join("data/keys.json"), at.join("put-away.json")).expect("moves");
    assert!(fails(openfloor(at, "one.db", &["backup", "c.zip"])).contains("the keys they are signed with are not at"));
    assert!(!at.join("c.zip").exists());
    for arguments in [["seed", "--demo"].as_slice(), &["create-admin", "--email", "root@example.org", "--name", "Root"]] {
        let told = fails(openfloor(at, "one.db", arguments));
        assert!(told.contains("there is no file of keys at data/keys.json: restore it from a backup"), "{told}");
    }
    assert!(!at.join("data/keys.json").exists());

    // Restored to a place of their own, and everything that was signed holds by them.
    assert!(works(with_keys(at, "two.db", "safe/keys.json", &["restore", "b.zip"])).contains("Restored"));
    assert_eq!(std::fs::read(at.join("safe/keys.json")).expect("the keys"), keys);
    let holds = works(with_keys(at, "two.db", "safe/keys.json", &["verify-log"]));
    assert!(holds.contains("It holds."), "{holds}");
    works(with_keys(at, "two.db", "safe/keys.json", &["seed", "--demo"]));
    // With other keys nothing starts.
    works(with_keys(at, "three.db", "other.json", &["seed", "--demo"]));
    let told = fails(with_keys(at, "two.db", "other.json", &["seed", "--demo"]));
    assert!(told.contains("another installation's file"), "{told}");
}
