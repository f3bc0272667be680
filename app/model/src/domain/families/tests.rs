mod arrival;
mod grouping;
mod letters;
mod proof;
mod sentences;
mod shared;
mod signature;

/// A letter of different words, so many of them, that no other letter has.
fn letter(name: &str, words: usize) -> String {
    (0..words).map(|n| format!("{name}{n}")).collect::<Vec<_>>().join(" ")
}
