//! Texts that nobody would write: noise, and what becomes of sound texts in careless hands. The same for the same seed.

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng as _, SeedableRng as _};

/// Characters of a text at most: what is made is many and small.
const LONGEST: usize = 6_000;
/// The variable with the seed of the first round: that of a round that failed begins with it.
const SEED: &str = "OPENFLOOR_PROOF_SEED";

/// Signs that mean something to one reader or another.
const SIGNS: [&str; 74] = [
    "1.",
    "2.",
    "3 bis.",
    "(a)",
    "(b)",
    "(i)",
    "(ii)",
    "a.",
    "i.",
    "b)",
    "A.",
    "II.",
    "PP2",
    "OP3",
    "[^1]",
    "[^1]:",
    "[^",
    "[",
    "]",
    "#",
    "##",
    "*",
    "**",
    "_",
    "__",
    "\\",
    "---",
    "- ",
    "\n",
    "\n\n",
    "\r\n",
    "\t",
    " ",
    "   ",
    "\u{a0}",
    "\u{200f}",
    "\u{2067}",
    "\u{feff}",
    "\0",
    "،",
    "。",
    "١ -",
    "㈠",
    "（一）",
    "مكررا",
    "Annex I",
    "Article 5",
    "paragraph 7 above",
    "上文第7段",
    "paras. 1 (a), (b) and 3 below",
    "párrafo 9",
    "(former)",
    "## Annex I",
    "附件一",
    "]",
    "(a)(i)",
    "10⁶",
    "e\u{301}",
    "İ",
    "🏳️‍🌈",
    "<",
    ">",
    "</p>",
    "<p>",
    "<num>",
    "</num>",
    "&",
    "&amp;",
    "&#0;",
    "&lol;",
    "<!--",
    "-->",
    "<![CDATA[",
    "\"",
];

/// Chance that repeats.
pub struct Noise(ChaCha8Rng);

impl Noise {
    /// A number below `bound`; 0 where there is none.
    pub fn below(&mut self, bound: usize) -> usize {
        let drawn = usize::try_from(self.0.next_u64() >> 1).expect("64 bits");
        drawn.checked_rem(bound).unwrap_or(0)
    }

    fn one<T: Copy>(&mut self, of: &[T]) -> T {
        of[self.below(of.len())]
    }

    /// Noise, or a sound text with mistakes in it.
    pub fn text(&mut self, seeds: &[&str]) -> String {
        match self.below(10) {
            0 => self.bytes(),
            1 => (0..self.below(300)).filter_map(|_| char::from_u32(u32::try_from(self.below(0x11_0000)).ok()?)).collect(),
            2 => (0..self.below(80)).map(|_| self.one(&SIGNS)).collect(),
            _ => {
                let seed = self.one(seeds);
                self.mutated(seed, seeds)
            }
        }
    }

    /// Bytes of all kinds, as a browser makes text of them.
    fn bytes(&mut self) -> String {
        let bytes: Vec<u8> = (0..self.below(400))
            .map(|_| self.one(&[0, 10, 13, 32, 0x80, 0xc3, 0xd9, 0xff]) ^ u8::try_from(self.below(128)).expect("small"))
            .collect();
        String::from_utf8_lossy(&bytes).into_owned()
    }

    /// A text in which something was deleted, doubled, moved, inserted, or continued by another.
    pub fn mutated(&mut self, text: &str, seeds: &[&str]) -> String {
        let mut text: Vec<char> = text.chars().collect();
        for _ in 0..=self.below(4) {
            let (from, to) = self.part(text.len());
            match self.below(7) {
                0 => _ = text.drain(from..to),
                1 => {
                    let part = text[from..to].to_vec();
                    text.splice(from..from, part);
                }
                2 => {
                    let part: Vec<char> = text.drain(from..to).collect();
                    let at = self.below(text.len() + 1);
                    text.splice(at..at, part);
                }
                3 => {
                    let other: Vec<char> = self.one(seeds).chars().collect();
                    let (a, b) = self.part(other.len());
                    text.splice(from..to, other[a..b].iter().copied());
                }
                4 => {
                    let (other, cut) = (self.one(seeds).chars(), self.below(2_000));
                    text.truncate(from);
                    text.extend(other.skip(cut));
                }
                _ => {
                    let sign = self.one(&SIGNS);
                    text.splice(from..from, sign.chars());
                }
            }
            text.truncate(LONGEST);
        }
        text.into_iter().collect()
    }

    /// A part of something so long: mostly a short one.
    pub fn part(&mut self, length: usize) -> (usize, usize) {
        let from = self.below(length + 1);
        let longest = if self.below(4) == 0 { length } else { 12 };
        (from, (from + self.below(longest + 1)).min(length))
    }
}

/// Says, when a round fails, how to begin with it.
struct Round<'a>(u64, &'a str);

impl Drop for Round<'_> {
    fn drop(&mut self) {
        if std::thread::panicking() {
            eprintln!("To begin with this round: {SEED}={} cargo test -p server --test proofs {} -- --nocapture", self.0, self.1);
        }
    }
}

/// Runs so many rounds of a proof, each with chance of its own.
pub fn rounds(name: &str, count: usize, mut round: impl FnMut(&mut Noise)) {
    let first = std::env::var(SEED).ok().and_then(|seed| seed.parse().ok()).unwrap_or(0_u64);
    for seed in (first..).take(count) {
        let _said = Round(seed, name);
        round(&mut Noise(ChaCha8Rng::seed_from_u64(seed)));
    }
}
