//! What a text is known by when it is held against many: its `MinHash` signature (Broder, *On the resemblance and containment of documents*,
//! 1997) over the runs of words that stand in it, and the bands of it by which a store finds candidates without reading them all.
//! A signature is an estimate: each share is right to some hundredths. The same text has the same signature on every machine and in every
//! release, until [`VERSION`] changes: the seeds are in the code, and folding follows Unicode's stability policy. The seeds being known,
//! somebody may write texts that look alike to it; then they stand beside each other on a page that shows that they are not.

use super::looked_at;
use super::words::{folded, is_han};
use std::fmt::Write as _;

/// Changes when the signature of any text does: what is stored with another is not read. A test holds some signatures.
pub(super) const VERSION: u8 = 1;
/// Hashes of which the smallest is kept. A share of 0.5 is estimated with a standard deviation of 0.036.
const VALUES: usize = BANDS * ROWS;
/// Values in a band. With three, texts whose likeness is 0.5 have a band in common but for 2 in 10,000, at 0.4 but for 1 in 70, at 0.3 but
/// for 1 in 6; of those that have a likeness of 0.05, 1 in 125 is looked at in vain.
const ROWS: usize = 3;
/// Bands of a signature.
pub(super) const BANDS: usize = 64;
/// Words in a run: three hold little that is in everybody's mouth, and a changed word spoils no more than three runs.
const RUN: usize = 3;
/// Characters in a run of Chinese, about as much as three words.
const RUN_HAN: usize = 4;
/// A text with fewer different runs is too short to compare: 42 words, or 43 Chinese characters. Phrases that everybody uses would make
/// up most of it.
pub(super) const LEAST: usize = 40;
/// Words that are looked at; compatibility characters may unfold into many.
const MOST_WORDS: usize = 50_000;

/// The signature of a text: 384 bytes and the number of its different runs of words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signature {
    runs: u32,
    values: [u16; VALUES],
}

impl Signature {
    /// The signature of the first 128 KiB of a text; `None` where it is too short to compare ([`LEAST`]).
    pub fn of(text: &str) -> Option<Self> {
        let folded = folded(looked_at(text));
        let words: Vec<&str> = folded.split(' ').take(MOST_WORDS).collect();
        let mut runs: Vec<u64> = (0..words.len()).filter_map(|at| run_at(&words, at)).collect();
        runs.sort_unstable();
        runs.dedup();
        if runs.len() < LEAST {
            return None;
        }
        let mut least = [u64::MAX; VALUES];
        for run in &runs {
            let mut seed = *run;
            for value in &mut least {
                seed = seed.wrapping_add(GOLDEN);
                *value = (*value).min(mix(seed));
            }
        }
        // Of the smallest the last 16 bits tell it from others: two that differ look the same once in 65,536.
        let values = least.map(|value| {
            let [low, high, ..] = value.to_le_bytes();
            u16::from_le_bytes([low, high])
        });
        Some(Self { runs: u32::try_from(runs.len()).ok()?, values })
    }

    /// Of the runs of words in either text, the share that stands in both (Jaccard), from 0 to 1, estimated.
    #[expect(clippy::cast_precision_loss, reason = "numbers of values")]
    pub(super) fn likeness(&self, other: &Self) -> f64 {
        let same = self.values.iter().zip(&other.values).filter(|(a, b)| a == b).count();
        same as f64 / VALUES as f64
    }

    /// Of the runs of words in this text, the share that stands in the other, from 0 to 1, estimated. The longer the other is, the worse:
    /// with six times as many runs the standard deviation is about 0.1.
    pub(super) fn share_in(&self, other: &Self) -> f64 {
        let likeness = self.likeness(other);
        let both = likeness / (1.0 + likeness) * (f64::from(self.runs) + f64::from(other.runs));
        (both / f64::from(self.runs)).min(1.0)
    }

    /// How many different runs of words the text has.
    pub(super) const fn runs(&self) -> u32 {
        self.runs
    }

    /// Its bands, none of them negative: the number of the band, then its three values. Texts with a band in common are candidates; a
    /// store keeps them in an index.
    pub fn bands(&self) -> [i64; BANDS] {
        let mut bands = [0; BANDS];
        let numbered = (0_i64..).zip(self.values.chunks_exact(ROWS));
        for (band, (number, values)) in bands.iter_mut().zip(numbered) {
            *band = values.iter().fold(number, |band, value| (band << 16) | i64::from(*value));
        }
        bands
    }

    /// As it is stored: version, number of runs, values in hexadecimal digits, at most 776 bytes.
    pub fn to_text(&self) -> String {
        let mut text = format!("{VERSION}.{}.", self.runs);
        for value in self.values {
            // Writing to a string does not fail.
            let _ = write!(text, "{value:04x}");
        }
        text
    }

    /// What was stored; `None` where it is not a signature of this version, letter by letter.
    pub fn from_text(text: &str) -> Option<Self> {
        let mut parts = text.splitn(3, '.');
        let version: u8 = parts.next()?.parse().ok()?;
        let runs: u32 = parts.next()?.parse().ok()?;
        let digits = parts.next()?;
        let possible = LEAST..=MOST_WORDS;
        if version != VERSION || !possible.contains(&usize::try_from(runs).ok()?) || digits.len() != 4 * VALUES {
            return None;
        }
        let mut values = [0; VALUES];
        for (at, value) in values.iter_mut().enumerate() {
            *value = u16::from_str_radix(digits.get(4 * at..4 * at + 4)?, 16).ok()?;
        }
        // Signs before a number, capital digits and the like are not what is written.
        Some(Self { runs, values }).filter(|signature| signature.to_text() == text)
    }
}

/// The run of words that begins at one of them, by its hash; none where the text ends before.
fn run_at(words: &[&str], at: usize) -> Option<u64> {
    let length = if words[at].starts_with(is_han) { RUN_HAN } else { RUN };
    let run = words.get(at..at + length)?;
    let mut hash = FNV_OFFSET;
    for byte in run.iter().flat_map(|word| word.bytes().chain([b' '])) {
        hash = (hash ^ u64::from(byte)).wrapping_mul(FNV_PRIME);
    }
    Some(mix(hash))
}

/// FNV-1a, 64 bits (RFC 9923).
const FNV_OFFSET: u64 = 0xcbf2_9ce4_8422_2325;
const FNV_PRIME: u64 = 0x0000_0100_0000_01b3;
/// The step of `SplitMix64`: the n-th hash of a run is that of the run's number and n steps.
const GOLDEN: u64 = 0x9e37_79b9_7f4a_7c15;

/// What `SplitMix64` (Steele, Lea and Flood, 2014) makes of a number: every bit depends on all of them.
const fn mix(number: u64) -> u64 {
    let number = (number ^ (number >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let number = (number ^ (number >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    number ^ (number >> 31)
}
