//! Patterns of `LIKE … ESCAPE '!'`: what somebody types is no pattern itself.

/// A text to be found anywhere.
pub fn anywhere(text: &str) -> String {
    format!("%{}%", escaped(text))
}

/// A text to be found at the beginning of a word, in keys that have a space before each word.
pub fn at_a_word(text: &str) -> String {
    format!("% {}%", escaped(text))
}

fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(c, '%' | '_' | '!') {
            escaped.push('!');
        }
        escaped.push(c);
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::{anywhere, at_a_word};

    #[test]
    fn what_is_typed_is_no_pattern() {
        assert_eq!(anywhere("50%_!"), "%50!%!_!!%");
        assert_eq!(at_a_word("a_b"), "% a!_b%");
    }
}
