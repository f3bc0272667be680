//! Every single-bit change of a receipt, of the log and of its head is seen.

use super::canonical::Fault;
use super::chain::{Head, LogLine, START, SignedHead};
use super::key_file;
use super::keys::{KeyError, Keyring, PublicKeys};
use super::receipt::{FORMAT, File, Item, Judged, Organisation, Outcome, Payload, Place, SignedReceipt};
use crate::clock::{Entropy, SystemEntropy};
use model::domain::time::Instant;
use std::os::unix::fs::PermissionsExt as _;

const NOW: Instant = Instant(1_795_000_000_123_456);

fn keyring() -> Keyring {
    Keyring::generate(&SystemEntropy, NOW).expect("a key")
}

fn payload(index: i64, head: &str) -> Payload {
    let mut nonce = [0; 16];
    SystemEntropy.fill(&mut nonce);
    Payload {
        format: FORMAT.to_owned(),
        portal: "https://consultation.example.org".to_owned(),
        outcome: if index % 3 == 2 { Outcome::Refused } else { Outcome::Accepted },
        number: format!("STK-OEWG-S11-RNP-{index:04}"),
        item: Item { kind: "paper".to_owned(), id: "0193".to_owned(), version: 3 },
        organisation: Organisation { id: "0194".to_owned(), name: "منظمة \"Net\" \\ 2".to_owned() },
        received_at: "2026-11-20T22:59:59.999999Z".to_owned(),
        judged_by: Judged {
            round: "0195".to_owned(),
            entry: "0196".to_owned(),
            number: 2,
            closes_at: "2026-11-20T23:00:00.000000Z".to_owned(),
        },
        content_sha256: "ab".repeat(32),
        files: vec![File { name: "annex.pdf".to_owned(), sha256: "cd".repeat(32) }],
        nonce: crate::auth::hex(&nonce),
        log: Place { index, head: head.to_owned() },
    }
}

/// A log of so many receipts, its lines and its head.
fn log(keys: &Keyring, size: i64) -> (Vec<SignedReceipt>, Vec<String>, SignedHead) {
    let (mut head, mut receipts, mut lines) = (Head::start(), Vec::new(), Vec::new());
    for index in 0..size {
        let payload = payload(index, &head.hash);
        let receipt = SignedReceipt::sign(&payload, keys).expect("signs");
        let line = LogLine {
            index,
            received_at: payload.received_at,
            kind: payload.outcome,
            receipt_hash: receipt.hash(),
            prev_hash: head.hash.clone(),
        };
        head.follow(&line).expect("follows");
        lines.push(line.to_line().expect("writes"));
        receipts.push(receipt);
    }
    (receipts, lines, SignedHead::sign(head, keys).expect("signs"))
}

fn check_log(text: &str, signed: &SignedHead, keys: &PublicKeys) -> bool {
    let mut head = Head::start();
    let lines = text.strip_suffix('\n').unwrap_or(text).split('\n');
    let whole = lines.map(LogLine::from_line).all(|line| line.is_ok_and(|line| head.follow(&line).is_ok()));
    whole && head == signed.head && signed.check(keys).is_ok()
}

/// Every text that differs from `text` in one bit and is text at all.
fn one_bit_off(text: &str) -> impl Iterator<Item = String> {
    (0..text.len() * 8).filter_map(move |bit| {
        let mut bytes = text.as_bytes().to_vec();
        bytes[bit / 8] ^= 1 << (bit % 8);
        String::from_utf8(bytes).ok()
    })
}

#[test]
fn a_receipt_says_what_was_signed() {
    let keys = keyring();
    let payload = payload(0, START);
    let receipt = SignedReceipt::sign(&payload, &keys).expect("signs");
    let file = receipt.to_file();
    let back = SignedReceipt::from_file(&format!("\u{feff}{}\r\n", file.trim_end())).expect("reads");
    assert_eq!(back, receipt);
    assert_eq!(back.check(keys.public()), Ok(payload));
    assert_eq!(serde_json::from_str::<serde_json::Value>(&file).expect("JSON")["payload"]["log"]["index"], 0);
    assert_eq!(back.check(keyring().public()), Err(Fault::UnknownKey), "another portal's keys");
}

#[test]
fn proof_every_bit_of_a_receipt_counts() {
    let keys = keyring();
    let file = SignedReceipt::sign(&payload(0, START), &keys).expect("signs").to_file();
    let mut tried = 0;
    for changed in one_bit_off(&file) {
        tried += 1;
        let checked = SignedReceipt::from_file(&changed).and_then(|receipt| receipt.check(keys.public()));
        assert!(checked.is_err(), "taken: {changed}");
    }
    println!("receipt: {tried} single-bit changes in {} bytes, every one detected", file.len());
}

#[test]
fn proof_every_bit_of_the_log_counts() {
    let keys = keyring();
    let (_, lines, head) = log(&keys, 6);
    let text = lines.join("\n") + "\n";
    assert!(check_log(&text, &head, keys.public()));
    let mut tried = 0;
    for changed in one_bit_off(&text) {
        tried += 1;
        assert!(!check_log(&changed, &head, keys.public()), "taken: {changed}");
    }
    let file = head.to_file().expect("writes");
    for changed in one_bit_off(&file) {
        tried += 1;
        let checked = SignedHead::from_file(&changed).and_then(|head| head.check(keys.public()));
        assert!(checked.is_err(), "taken: {changed}");
    }
    println!("log and head: {tried} single-bit changes in {} bytes, every one detected", text.len() + file.len());
}

#[test]
fn lines_taken_out_put_in_or_moved_are_seen() {
    let keys = keyring();
    let (_, lines, head) = log(&keys, 5);
    let holds = |lines: &[&String]| {
        let text: Vec<_> = lines.iter().map(|line| line.as_str()).collect();
        check_log(&text.join("\n"), &head, keys.public())
    };
    let all: Vec<_> = lines.iter().collect();
    assert!(holds(&all));
    for at in 0..all.len() {
        let mut without = all.clone();
        without.remove(at);
        assert!(!holds(&without), "without line {at}");
        let mut twice = all.clone();
        twice.insert(at, all[at]);
        assert!(!holds(&twice), "line {at} twice");
        if at > 0 {
            let mut moved = all.clone();
            moved.swap(at, at - 1);
            assert!(!holds(&moved), "lines {at} and the one before it");
        }
    }
}

#[test]
fn one_spelling_only() {
    let keys = keyring();
    let receipt = SignedReceipt::sign(&payload(0, START), &keys).expect("signs");
    let other = |from: &str, to: &str| {
        let file = receipt.to_file().replacen(from, to, 1);
        SignedReceipt::from_file(&file).and_then(|receipt| receipt.check(keys.public()))
    };
    assert_eq!(other("\"files\":[", "\"files\": ["), Err(Fault::NotCanonical));
    assert_eq!(other("{\"name\":\"annex.pdf\",", "{\"more\":1,\"name\":\"annex.pdf\","), Err(Fault::Unreadable));
    assert_eq!(other("annex", "\\u0061nnex"), Err(Fault::NotCanonical));
    assert_eq!(other(&"ab".repeat(32), &"AB".repeat(32)), Err(Fault::Unreadable));
    assert!(other("==\"}", "\"}").is_err() && other("{\"payload\"", "{ \"payload\"").is_err());
    assert_eq!(SignedReceipt::from_file(""), Err(Fault::Unreadable));
    assert_eq!(SignedReceipt::from_file("{\"payload\":\"}"), Err(Fault::Unreadable));
}

#[test]
fn successors_follow_from_their_predecessors() {
    let first = keyring();
    let second = first.with_successor(&SystemEntropy, NOW).expect("a successor");
    let third = second.with_successor(&SystemEntropy, NOW).expect("a successor");
    let published = third.public().to_file();
    let read = PublicKeys::from_file(&published).expect("reads");
    assert_eq!(&read, third.public());

    let old = SignedReceipt::sign(&payload(0, START), &first).expect("signs");
    let new = SignedReceipt::sign(&payload(1, START), &third).expect("signs");
    assert!(old.check(&read).is_ok() && new.check(&read).is_ok());
    assert_eq!(new.check(first.public()), Err(Fault::UnknownKey));

    let stranger = keyring();
    let mut forged = read.keys().to_vec();
    forged[2] = stranger.public().keys()[0].clone();
    assert!(matches!(PublicKeys::new(forged.clone()), Err(KeyError::Unfit(_))), "a key from elsewhere");
    (forged[2].predecessor, forged[2].signature) = (read.keys()[2].predecessor.clone(), read.keys()[2].signature.clone());
    assert!(matches!(PublicKeys::new(forged), Err(KeyError::Unfit(_))), "with the signature of another");
    assert!(PublicKeys::new(read.keys()[1..].to_vec()).is_err(), "the first one is missing");
    assert_eq!(PublicKeys::new(Vec::new()), Err(KeyError::Empty));
    assert!(!format!("{third:?}").contains("seed"), "no secret in what is printed");
}

#[test]
fn the_key_file_is_made_once_and_is_its_owners_alone() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("new/keys.json");
    let made = key_file::open(&path, &SystemEntropy, NOW).expect("makes it");
    let again = key_file::open(&path, &SystemEntropy, NOW).expect("reads it");
    assert_eq!(made.public(), again.public());
    let mode = |path: &std::path::Path| std::fs::metadata(path).expect("there").permissions().mode() & 0o777;
    assert_eq!(mode(&path), 0o600);

    let more = key_file::succeed(&path, &SystemEntropy, NOW).expect("adds one");
    let read = key_file::read(&path).expect("reads it");
    assert_eq!((read.public().keys().len(), mode(&path)), (2, 0o600));
    assert_eq!(read.public(), more.public());
    assert_eq!(read.sign(b"x"), more.sign(b"x"));
    assert_eq!(std::fs::read_dir(path.parent().expect("folder")).expect("lists").count(), 1, "nothing beside it");

    std::fs::write(&path, "{}").expect("writes");
    assert!(key_file::open(&path, &SystemEntropy, NOW).is_err(), "what is not a key file is not replaced");
    assert_eq!(std::fs::read_to_string(&path).expect("reads"), "{}");
}

#[test]
fn of_programs_that_start_at_once_all_have_the_same_key() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("keys.json");
    let opened: Vec<_> = std::thread::scope(|scope| {
        let threads: Vec<_> =
            (0..8).map(|_| scope.spawn(|| key_file::open(&path, &SystemEntropy, NOW).map(|keys| keys.public().clone()))).collect();
        threads.into_iter().map(|thread| thread.join().expect("ends")).collect()
    });
    for keys in opened {
        assert_eq!(&keys.expect("opens"), key_file::read(&path).expect("reads").public());
    }
}
