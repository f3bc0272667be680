//! The arrows of the house: who may use whom. Reads `use` lines and manifests; a new arrow is a decision, not an accident.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the workspace").to_path_buf()
}

fn sources(folder: &Path) -> Vec<PathBuf> {
    sources_ending(folder, "rs")
}

fn sources_ending(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).unwrap_or_else(|_| panic!("{} exists", folder.display())) {
        let path = entry.expect("readable").path();
        if path.is_dir() {
            files.extend(sources_ending(&path, ending));
        } else if path.extension().is_some_and(|e| e == ending) {
            files.push(path);
        }
    }
    files
}

/// The rooms of a crate (`prefix`: `crate`, or its name) that a file refers to: by `use`, alone or in a group, or by a path in an expression.
fn rooms_in(text: &str, prefix: &str, rooms: &[&str]) -> BTreeSet<String> {
    // Tests at the end of a file may reach further.
    let text = text.split("#[cfg(test)]").next().unwrap_or_default();
    let code: String = text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
    let mut used = BTreeSet::new();
    let start = format!("{prefix}::");
    for (at, _) in code.match_indices(&start) {
        let before = code[..at].chars().next_back();
        if before.is_some_and(|c| c.is_alphanumeric() || c == '_' || c == ':') {
            continue;
        }
        let rest = &code[at + start.len()..];
        let named: Vec<&str> = match rest.strip_prefix('{') {
            Some(group) => first_of_each(group),
            None => vec![rest],
        };
        for path in named {
            let word: String = path.trim_start().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
            if rooms.contains(&word.as_str()) {
                used.insert(word);
            }
        }
    }
    used
}

/// The paths of a group of `use`, whose first brace is taken off already: groups within them are not looked into.
fn first_of_each(group: &str) -> Vec<&str> {
    let (mut depth, mut from, mut paths) = (0, 0, Vec::new());
    for (at, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => {
                paths.push(&group[from..at]);
                break;
            }
            '}' => depth -= 1,
            ',' if depth == 0 => {
                paths.push(&group[from..at]);
                from = at + 1;
            }
            _ => {}
        }
    }
    paths
}

#[test]
fn a_room_is_seen_however_it_is_named() {
    let rooms = ["store", "portal"];
    for text in [
        "use engine::store;",
        "use engine::store as s;",
        "use engine::{export, store};",
        "use engine::{\n    portal::{A, B},\n    store::Db,\n};",
        "let x = engine::store::open();",
    ] {
        assert!(rooms_in(text, "engine", &rooms).contains("store"), "{text}");
    }
    for text in ["// engine::store", "use my_engine::store;", "use engine::portal::store;", "use engine::{portal::{store}};"] {
        assert!(!rooms_in(text, "engine", &rooms).contains("store"), "{text}");
    }
}

/// The rooms that the files of a room refer to; a room is a folder, a file, or a file with a folder.
fn rooms_used(base: &str, room: &str, prefix: &str, rooms: &[&str]) -> Vec<(PathBuf, String)> {
    let folder = root().join(base).join(room);
    let file = folder.with_extension("rs");
    let mut files = if folder.is_dir() { sources(&folder) } else { Vec::new() };
    if file.is_file() {
        files.push(file);
    }
    assert!(!files.is_empty(), "{base}/{room}: no such room");
    let read = |file: PathBuf| {
        let text = fs::read_to_string(&file).expect("UTF-8");
        rooms_in(&text, prefix, rooms).into_iter().map(move |room| (file.clone(), room))
    };
    files.into_iter().flat_map(read).collect()
}

fn check(base: &str, prefix: &str, rooms: &[&str], may: &[(&str, &[&str])]) {
    let mut wrong = Vec::new();
    for (room, allowed) in may {
        for (file, other) in rooms_used(base, room, prefix, rooms) {
            if other != *room && !allowed.contains(&other.as_str()) {
                wrong.push(format!("{}: {room} must not use {prefix}::{other}", file.strip_prefix(root()).expect("inside").display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_rooms_of_model() {
    let rooms = ["domain", "policy", "portal", "forms", "i18n", "labels", "routes", "calendar", "error", "demonstration"];
    check(
        "app/model/src",
        "crate",
        &rooms,
        &[
            // Transitions take permits of actions: the one arrow from domain to policy, kept to the action types.
            ("domain", &["policy"]),
            ("policy", &["domain"]),
            ("portal", &["domain", "policy", "error"]),
            ("forms", &["domain", "error", "calendar", "portal"]),
            ("calendar", &["domain", "i18n"]),
            ("i18n", &["domain"]),
            ("labels", &["domain", "i18n", "portal"]),
            ("routes", &["domain"]),
            ("error", &["domain", "policy"]),
        ],
    );
}

#[test]
fn the_rooms_of_app() {
    let rooms = ["pages", "ui", "islands", "api", "render"];
    check(
        "app/src",
        "crate",
        &rooms,
        &[("api", &["render", "ui"]), ("ui", &["islands", "render"]), ("islands", &["api", "ui"]), ("pages", &["ui", "render", "islands"])],
    );
    check(
        "app/src",
        "model",
        &["domain", "policy", "portal", "forms", "error", "i18n", "labels", "routes", "calendar", "demonstration"],
        &[
            ("render", &["domain", "error", "portal"]),
            ("api", &["domain", "portal", "forms", "error", "calendar", "routes", "i18n", "policy"]),
            ("ui", &["domain", "policy", "portal", "forms", "error", "i18n", "labels", "routes", "calendar"]),
            ("islands", &["domain", "i18n", "calendar"]),
            ("pages", &["domain", "policy", "portal", "forms", "error", "i18n", "labels", "routes", "calendar", "demonstration"]),
            ("testing", &["domain", "policy", "portal", "error"]),
        ],
    );
}

/// All rooms of `engine`.
const ENGINE: [&str; 12] = ["auth", "backup", "clock", "demo", "export", "files", "import", "jobs", "portal", "proof", "store", "watch"];

#[test]
fn the_list_of_rooms_is_whole() {
    let text = fs::read_to_string(root().join("server/engine/src/lib.rs")).expect("UTF-8");
    let rooms = text.lines().filter_map(|line| line.trim_start_matches("pub ").strip_prefix("mod ")?.strip_suffix(';'));
    assert_eq!(rooms.collect::<Vec<_>>(), ENGINE, "a new room stands in this list, and with what it may use below");
}

#[test]
fn the_rooms_of_engine() {
    let rooms = ENGINE;
    check(
        "server/engine/src",
        "crate",
        &rooms,
        &[
            // `proof` is bytes in, bytes out: the store reads receipts and lines of the log as what they are.
            ("store", &["watch", "proof"]),
            ("auth", &["clock", "watch"]),
            ("portal", &["store", "auth", "clock", "proof", "import"]),
            // `auth` for writing a hash down.
            ("proof", &["auth", "clock", "files"]),
            ("files", &[]),
            ("import", &[]),
            ("export", &[]),
            // `portal` for the one transaction macro and the incident number.
            ("jobs", &["store", "portal", "clock"]),
            ("demo", &["store", "portal"]),
            // `auth` for writing a hash down.
            ("backup", &["store", "auth", "files"]),
        ],
    );
}

#[test]
fn the_web_knows_the_portal_and_not_the_store() {
    check("server/src", "engine", &ENGINE, &[("web", &["portal", "auth", "clock", "export", "proof"])]);
    check("server/src", "crate", &["cli", "config", "logging", "web"], &[("web", &[])]);
}

#[test]
fn policy_is_not_asked_by_the_store() {
    let used = rooms_used("server/engine/src", "store", "model", &["policy"]);
    assert!(used.is_empty(), "{used:?}");
}

#[test]
fn each_crate_knows_what_it_must_know() {
    for (folder, strangers) in [
        ("app/model", ["sqlx", "argon2", "tokio", "axum", "leptos", "app", "engine"].as_slice()),
        ("app", &["sqlx", "argon2", "tokio", "axum", "engine"]),
        ("server/engine", &["leptos", "axum", "hyper", "app"]),
        ("server", &["sqlx", "argon2"]),
    ] {
        let manifest = fs::read_to_string(root().join(folder).join("Cargo.toml")).expect("a manifest");
        // What tests need besides stands behind it.
        let manifest = manifest.split("[dev-dependencies]").next().unwrap_or_default();
        let depends = |name: &str| {
            manifest.lines().any(|line| line.split([' ', '.', '=']).next() == Some(name) || line.contains(&format!("dependencies.{name}]")))
        };
        for name in strangers {
            assert!(!depends(name), "{folder} depends on {name}");
        }
    }
}

#[test]
fn a_textarea_is_written_in_one_place() {
    // Leptos 0.8 writes the children of a textarea unescaped; ui::text_area escapes them.
    for file in sources(&root().join("app/src")) {
        let text = fs::read_to_string(&file).expect("UTF-8");
        let writes = text.lines().any(|line| line.contains("<textarea") && !line.trim_start().starts_with("//"));
        assert!(!writes || file.ends_with("ui/text_area.rs") || file.ends_with("tests.rs"), "{} writes a textarea", file.display());
    }
}

#[test]
fn the_instants_of_a_window_are_compared_in_one_place() {
    for file in sources(&root().join("server/engine/src/store")) {
        let text = fs::read_to_string(&file).expect("UTF-8");
        for line in text.lines() {
            let compares = ["closes_at <", "closes_at >", "opens_at <", "opens_at >"].iter().any(|form| line.contains(form));
            assert!(!compares, "{}: SQL compares a window with now: {line}", file.display());
        }
    }
}

#[test]
fn sql_is_put_together_in_one_place() {
    // Everywhere else a statement is a constant, which cannot hold what somebody typed. Here it holds names out of the catalog.
    for file in sources(&root().join("server/engine/src")).into_iter().chain(sources(&root().join("server/src"))) {
        let text = fs::read_to_string(&file).expect("UTF-8");
        assert!(!text.contains("AssertSqlSafe") || file.ends_with("store/dialect/tables.rs"), "{}", file.display());
    }
}

#[test]
fn both_locales_have_the_same_files() {
    let names = |locale: &str| {
        let mut names: Vec<String> = fs::read_dir(root().join("app/locales").join(locale))
            .expect("locales")
            .map(|entry| entry.expect("readable").file_name().to_string_lossy().into_owned())
            .collect();
        names.sort();
        names
    };
    assert_eq!(names("en"), names("ar"));
}

#[test]
fn every_table_that_names_a_person_is_in_the_archive_of_ones_own_data() {
    let mut tables = BTreeSet::new();
    let mut table = String::new();
    let mut migrations = sources_ending(&root().join("server/migrations/sqlite"), "sql");
    migrations.sort();
    for file in migrations {
        for line in fs::read_to_string(&file).expect("UTF-8").lines() {
            let words: Vec<&str> = line.split_whitespace().collect();
            if let ["CREATE" | "ALTER", "TABLE", name, ..] = words.as_slice() {
                (*name).clone_into(&mut table);
            }
            match words.as_slice() {
                ["DROP", "TABLE", name] => {
                    tables.remove(name.trim_end_matches(';'));
                }
                ["ALTER", "TABLE", old, "RENAME", "TO", new] if tables.remove(*old) => {
                    tables.insert(new.trim_end_matches(';').to_owned());
                }
                _ if line.contains("REFERENCES person") => {
                    tables.insert(table.clone());
                }
                _ => {}
            }
        }
    }
    assert!(tables.len() > 8, "{tables:?}");
    let archive = fs::read_to_string(root().join("server/engine/src/store/own_data.rs")).expect("UTF-8");
    // An archive of secrets would be worth stealing: these are taken away at the end of an account, but not shown.
    let secrets = ["confirmation", "recovery_code", "password_reset"];
    // Who else asked or ended a membership of a subgroup is told by the acts.
    let told_by_acts = ["subgroup_membership"];
    for table in &tables {
        let (shown, deleted) = (archive.contains(&format!("FROM {table} ")), archive.contains(&format!("DELETE FROM {table} ")));
        assert!(
            shown || deleted && secrets.contains(&table.as_str()) || told_by_acts.contains(&table.as_str()),
            "{table} names persons; store::own_data must know it"
        );
    }
}

#[test]
fn how_long_what_is_kept_is_documented_in_one_place() {
    use model::domain::retention::{CONFIRMATION, FORM_ANSWER, KNOWN_DEVICE, RATE_BUCKET, REMINDER, SENT_MAIL, SESSION, SPEAKER};
    use model::domain::time::Span;
    let rules = fs::read_to_string(root().join("app/model/src/domain/retention.rs")).expect("UTF-8");
    let operations = fs::read_to_string(root().join("server/docs/operations.md")).expect("UTF-8");
    let known = [
        ("SESSION", SESSION),
        ("CONFIRMATION", CONFIRMATION),
        ("SENT_MAIL", SENT_MAIL),
        ("KNOWN_DEVICE", KNOWN_DEVICE),
        ("RATE_BUCKET", RATE_BUCKET),
        ("FORM_ANSWER", FORM_ANSWER),
        ("REMINDER", REMINDER),
        ("SPEAKER", SPEAKER),
    ];
    assert_eq!(rules.matches("pub const ").count(), known.len(), "a new rule stands in this test and in operations.md");
    for (name, span) in known {
        let days = span.0 / Span::DAY.0;
        let row = format!("| `{name}` | {days} day");
        assert!(operations.contains(&row), "the table of operations.md has no {row}");
    }
}

#[test]
fn files_stay_small() {
    let mut long: Vec<String> = Vec::new();
    for folder in [
        "app/src",
        "app/browser/src",
        "app/model/src",
        "server/src",
        "server/engine/src",
        "server/xtask/src",
        "server/tests",
        "server/examples",
    ] {
        for file in sources(&root().join(folder)) {
            let lines = fs::read_to_string(&file).expect("UTF-8").lines().count();
            if lines > 400 {
                long.push(format!("{}: {lines} lines", file.strip_prefix(root()).expect("inside").display()));
            }
        }
    }
    assert!(long.is_empty(), "each may hold two rooms:\n{}", long.join("\n"));
}
