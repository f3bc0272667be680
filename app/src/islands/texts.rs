//! Finished texts with places for what only the browser knows.

use serde::{Deserialize, Serialize};

/// What stands in a finished text where the browser puts a value.
pub const SLOTS: [&str; 3] = ["{0}", "{1}", "{2}"];

/// Puts `values` into their slots.
pub fn fill(text: &str, values: &[&str]) -> String {
    SLOTS.iter().zip(values).fold(text.to_owned(), |text, (slot, value)| text.replace(slot, value))
}

/// How a count is said: within the limit (count, limit), and over it (count, limit, how many too many).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CountTexts {
    pub within: String,
    pub over: String,
}

impl CountTexts {
    pub fn say(&self, count: usize, max: usize) -> String {
        let text = if count > max { &self.over } else { &self.within };
        fill(text, &[&count.to_string(), &max.to_string(), &count.saturating_sub(max).to_string()])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slots_are_filled() {
        let texts = CountTexts { within: format!("{} of {}", SLOTS[0], SLOTS[1]), over: format!("{} too many", SLOTS[2]) };
        assert_eq!(texts.say(412, 2000), "412 of 2000");
        assert_eq!(texts.say(2001, 2000), "1 too many");
    }
}
