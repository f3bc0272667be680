//! Proofs with the real program: processes of their own on a database of their own, spoken to over sockets, by the machine's clock.
//! `make test` runs them small, `make prove` (`OPENFLOOR_PROOF=full`) at full size.

#[path = "../support/client.rs"]
#[expect(dead_code, reason = "the benchmark uses the rest")]
mod client;
mod kills;
mod nodes;
mod noise;
mod race;
mod reading;
mod seeds;
#[path = "../support/stage.rs"]
mod stage;
mod submissions;

/// One size for `make test`, another for `make prove`.
fn sized(small: usize, full: usize) -> usize {
    if std::env::var("OPENFLOOR_PROOF").is_ok_and(|size| size == "full") { full } else { small }
}
