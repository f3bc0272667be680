//! Passwords that everyone tries first. `zxcvbn` knows the common passwords, names and words, keyboard patterns, dates and
//! repetitions; a list alone would take `Password2026!`.

/// Whether a password could be guessed with some ten thousand tries (a hundred, with what is known of its owner): NIST SP 800-63B asks
/// for a comparison with what is common, not for symbols. `known`: the owner's address and name.
pub fn is_common(password: &str, known: &[&str]) -> bool {
    let mut inputs: Vec<&str> = vec!["openfloor", "consultation", "united nations", "oewg"];
    for text in known {
        inputs.push(text);
        inputs.extend(text.split(|c: char| !c.is_alphanumeric()).filter(|part| part.chars().count() > 2));
    }
    zxcvbn::zxcvbn(password, &inputs).guesses_log10() < 6.0
}

#[cfg(test)]
mod tests {
    use super::is_common;

    #[test]
    fn common_and_uncommon() {
        for password in ["1234567890", "qwertyuiop", "password123", "aaaaaaaaaaaa", "Password2026", "openfloor1", "ana.perez@example.org"] {
            assert!(is_common(password, &["ana.perez@example.org", "Ana Perez"]), "{password}");
        }
        for password in ["a long enough password", "correct horse battery staple", "demonstration only", "كلمات لا صلة بينها"]
        {
            assert!(!is_common(password, &["ana.perez@example.org", "Ana Perez"]), "{password}");
        }
    }
}
