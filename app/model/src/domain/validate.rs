//! Limits and checks of single fields. Every text from outside passes here; the answer is a code, words come later.

use serde::{Deserialize, Serialize};

/// Why a field was not taken. The words for it are in the locale files (`errors.ftl`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fault {
    /// Nothing was given.
    Missing,
    /// More characters than `max`.
    TooLong { max: usize },
    /// Fewer characters than `min`.
    TooShort { min: usize },
    /// More words (characters for Chinese) than `max`.
    TooManyWords { max: usize, count: usize },
    /// Holds characters that cannot be shown, such as NUL.
    ControlCharacters,
    /// Not one of the choices offered.
    NotAChoice,
    /// More of them than `max`.
    TooMany { max: usize },
    /// Not the number of a receipt of a published input of the session.
    UnknownReceipt,
    /// So many views of queues are kept already.
    TooManyViews { max: usize },
    /// Another theme beside it has that name.
    ThemeNameTaken,
    /// Themes stand no deeper than that.
    ThemeTooDeep { max: usize },
    /// So many themes are open already.
    TooManyThemes { max: usize },
    /// A theme cannot stand under itself.
    ThemeUnderItself,
    /// Open themes stand below it.
    ThemesBelow,
    /// The theme above it is not open.
    ThemeAboveEnded,
    /// Two at least.
    TooFewThemes,
    /// A reason that does not serve such a decision.
    NotAReasonForIt,
    /// Not an e-mail address.
    NotAnEmail,
    /// An account with this address exists.
    EmailTaken,
    /// Does not match what was sent by mail.
    WrongCode,
    /// The code was valid once and is not any more.
    ExpiredCode,
    /// Not a date and time of the form `2026-12-11T18:00`.
    NotADateTime,
    /// The clocks jump over this local time.
    NoSuchLocalTime,
    /// The clocks pass this local time twice.
    AmbiguousLocalTime,
    /// Not an IANA time zone.
    NotATimeZone,
    /// The password is the address or the name itself.
    PasswordGuessable,
    /// One of the passwords everyone tries first, or made of what is easily guessed.
    PasswordCommon,
    /// Not the password of this account.
    WrongPassword,
    /// Not a code of the second factor, or one that was used already.
    WrongFactorCode,
    /// Proposed words are needed for this operation.
    NeedsProposedText,
    /// This operation takes no proposed words.
    NeedsNoProposedText,
    /// The closing instant must lie after the opening one.
    ClosesBeforeItOpens,
    /// The same deadline as the one in force.
    Unchanged,
    /// An end that gives no more time than there is already.
    GivesNothing,
    /// Not a year the portal handles.
    OutOfRange,
    /// Not the address of a website that begins with https://.
    NotAWebsite,
    /// Not the address of one's own account.
    NotYourEmail,
    /// The form came back faster than people type, or with a field filled that nobody sees: type the password again and press again.
    PressAgain,
    /// Somebody with this address is a member already, or is invited.
    AlreadyInvited,
    /// Not an organisation one can be merged into.
    NotAnOrganisation,
    /// No login has this address.
    NoSuchPerson,
    /// The person holds this office already.
    HoldsItAlready,
    /// Not a day of the form `2026-12-11`.
    NotADay,
    /// The code of a session has letters, digits and hyphens.
    NotACode,
    /// Another session of the body has this code.
    CodeTaken,
    /// Receipt numbers have this code already.
    CodeInUse,
    /// The last day lies before the first one.
    EndsBeforeItStarts,
    /// A session lasts a year at most.
    TooManyDays { max: i64 },
    /// Names a provision that the version before does not have.
    NotAProvision,
    /// Not the version it is to be a translation of, provision by provision.
    DoesNotMatch,
    /// Names a provision that the text does not have.
    NotInThisText,
    /// Not in the provision as whole words.
    WordsNotThere,
    /// More than once in the provision.
    WordsNotOnce,
    /// To be redacted, and not in the input as whole words: the passage with this number, from 1.
    PassageNotThere { number: usize },
    /// To be redacted, and redacted already: the passage with this number.
    PassageRedacted { number: usize },
    /// To be redacted, and shown again after an appeal: the passage with this number.
    PassageShownAgain { number: usize },
    /// To be redacted, and without a letter or digit.
    PassageWithoutWords,
    /// More passages of one input than are redacted, those of before included.
    TooManyPassages { max: usize },
    /// Redacts more than half of the input, or of one of its texts.
    HidesTooMuch,
    /// An instant that has passed.
    InThePast,
    /// More lines than guiding questions are taken.
    TooManyQuestions { max: usize },
    /// More lines than are taken.
    TooManyLines { max: usize },
    /// Not as many lines in one language as in the other.
    UnevenQuestions,
    /// Not a whole number from 1 to `max`.
    NotAPlace { max: usize },
    /// One of several does not stand where the step that was chosen can be taken.
    NotForThisStep,
    /// Does not go with the kind of round that was chosen.
    NotForThisKind,
    /// XML that is not well formed.
    NotXml { line: usize },
    /// XML with a document type, which nothing here reads.
    XmlWithDtd { line: usize },
    /// More than `max` elements one within the other.
    XmlTooDeep { line: usize, max: usize },
    /// Too many elements, attributes or namespaces; the line is not always known.
    XmlTooLarge { line: Option<usize> },
    /// XML of another kind than Akoma Ntoso 3.0.
    NotAkomaNtoso,
    /// Akoma Ntoso in which there is nothing to read.
    NoTextInXml,
}

/// Limits in characters (Unicode scalar values).
pub const MAX_NAME: usize = 200;
pub const MAX_EMAIL: usize = 254;
/// Bounds of a password (NIST SP 800-63B: at least 8, at least 64 allowed); argon2 work is bounded by the upper one.
pub const MIN_PASSWORD: usize = 10;
pub const MAX_PASSWORD: usize = 200;
pub const MAX_SHORT_NAME: usize = 40;
pub const MAX_WEBSITE: usize = 300;
pub const MAX_ECOSOC: usize = 200;
pub const MAX_DESCRIPTION: usize = 1_500;
pub const MAX_MESSAGE: usize = 1_000;
pub const MAX_TITLE: usize = 300;
/// A draft may be far longer than what may be submitted: nothing typed is refused while it can still be cut.
pub const MAX_DRAFT_TEXT: usize = 300_000;
/// The word limit of a position paper (A/AC.291/6, annex II: 2,000 words).
pub const MAX_PAPER_WORDS: usize = 2_000;
/// The limit in characters for Chinese: about 1.7 for a word of English.
pub const MAX_PAPER_CHARACTERS_ZH: usize = 3_400;
pub const MAX_COMMENT_TEXT: usize = 10_000;
pub const MAX_REASON: usize = 4_000;
/// What is asked for in a round, in the chair's words.
pub const MAX_CALL: usize = 10_000;
/// The text of an announcement: a mail, not a paper.
pub const MAX_ANNOUNCEMENT: usize = 10_000;
/// What is typed into a search field.
pub const MAX_QUERY: usize = 100;

/// A text as it is searched: lower case, single spaces. The same for what is stored and for what is typed.
pub fn search_key(text: &str) -> String {
    text.split_whitespace().map(str::to_lowercase).collect::<Vec<_>>().join(" ")
}

/// One line: trimmed, not empty, at most `max` characters, no control characters.
pub fn line(text: &str, max: usize) -> Result<String, Fault> {
    let text = text.trim();
    if text.is_empty() {
        return Err(Fault::Missing);
    }
    if text.chars().any(|c| c.is_control() || is_invisible_override(c)) {
        return Err(Fault::ControlCharacters);
    }
    bounded(text, max)?;
    Ok(text.to_owned())
}

/// Running text: line ends become `\n`, tabs stay, other control characters are refused; at most `max` characters. May be empty.
pub fn text(text: &str, max: usize) -> Result<String, Fault> {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    if text.chars().any(|c| c.is_control() && c != '\n' && c != '\t') {
        return Err(Fault::ControlCharacters);
    }
    bounded(&text, max)?;
    Ok(text)
}

/// Running text that must say something.
pub fn required_text(input: &str, max: usize) -> Result<String, Fault> {
    let text = text(input, max)?;
    if text.trim().is_empty() { Err(Fault::Missing) } else { Ok(text) }
}

/// An e-mail address: one `@`, something on both sides, a dot in the domain, no spaces. Stored in lower case.
pub fn email(text: &str) -> Result<String, Fault> {
    let address = line(text, MAX_EMAIL)?.to_lowercase();
    let (local, domain) = address.split_once('@').ok_or(Fault::NotAnEmail)?;
    let allowed = |c: char| c.is_ascii_alphanumeric() || "!#$%&'*+/=?^_`{|}~.-".contains(c);
    let label = |l: &str| {
        !l.is_empty()
            && l.len() <= 63
            && l.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
            && !l.starts_with('-')
            && !l.ends_with('-')
    };
    let local_ok = !local.is_empty()
        && local.len() <= 64
        && local.chars().all(allowed)
        && !local.starts_with('.')
        && !local.ends_with('.')
        && !local.contains("..");
    if local_ok && domain.contains('.') && domain.split('.').all(label) { Ok(address) } else { Err(Fault::NotAnEmail) }
}

/// One line that may be empty.
pub fn optional_line(text: &str, max: usize) -> Result<String, Fault> {
    if text.trim().is_empty() { Ok(String::new()) } else { line(text, max) }
}

/// The address of a website, or nothing: `https://`, a host name with a dot, no user, no other signs than addresses have.
pub fn website(text: &str) -> Result<String, Fault> {
    let address = optional_line(text, MAX_WEBSITE)?;
    let Some(rest) = address.strip_prefix("https://") else {
        return if address.is_empty() { Ok(address) } else { Err(Fault::NotAWebsite) };
    };
    let host = rest.split(['/', '?', '#', ':']).next().unwrap_or_default();
    let host_ok = host.contains('.')
        && host.split('.').all(|label| {
            let hyphen = label.starts_with('-') || label.ends_with('-');
            !label.is_empty() && label.chars().count() <= 63 && !hyphen && label.chars().all(|c| c.is_alphanumeric() || c == '-')
        });
    let signs_ok = rest.chars().all(|c| c.is_alphanumeric() || "-._~:/?#[]!$&()*+,;=%".contains(c));
    if host_ok && signs_ok { Ok(address) } else { Err(Fault::NotAWebsite) }
}

/// A new password, checked against its bounds and against the address and name of its owner. Never trimmed.
pub fn new_password(password: &str, email: &str, full_name: &str) -> Result<(), Fault> {
    if password.is_empty() {
        return Err(Fault::Missing);
    }
    let length = password.chars().count();
    if length < MIN_PASSWORD {
        return Err(Fault::TooShort { min: MIN_PASSWORD });
    }
    bounded(password, MAX_PASSWORD)?;
    let lower = password.trim().to_lowercase();
    if lower == email.trim().to_lowercase() || lower == full_name.trim().to_lowercase() {
        return Err(Fault::PasswordGuessable);
    }
    Ok(())
}

fn bounded(text: &str, max: usize) -> Result<(), Fault> {
    // Bytes first: five megabytes need not be walked through to be refused.
    if text.len() > max.saturating_mul(4) || text.chars().count() > max { Err(Fault::TooLong { max }) } else { Ok(()) }
}

/// Direction overrides let one name look like another; they have no place in a single line.
const fn is_invisible_override(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines() {
        assert_eq!(line("  A  b ", 5), Ok("A  b".to_owned()));
        assert_eq!(line("\t ", 5), Err(Fault::Missing));
        assert_eq!(line("a\0b", 5), Err(Fault::ControlCharacters));
        assert_eq!(line("a\u{202e}b", 5), Err(Fault::ControlCharacters));
        assert_eq!(line("العربية", 7), Ok("العربية".to_owned()));
        assert_eq!(line("العربيةا", 7), Err(Fault::TooLong { max: 7 }));
    }

    #[test]
    fn texts_keep_their_words() {
        assert_eq!(text("a\r\nb\rc\td", 20), Ok("a\nb\nc\td".to_owned()));
        assert_eq!(text("</textarea><script>", 20), Ok("</textarea><script>".to_owned()));
        assert_eq!(required_text(" \n", 20), Err(Fault::Missing));
    }

    #[test]
    fn emails() {
        assert_eq!(email(" Ana.Perez+x@Example.ORG "), Ok("ana.perez+x@example.org".to_owned()));
        for bad in ["ana", "ana@", "@x.org", "a b@x.org", "a@b", "a@x..org", "a@@x.org", "a@-x.org", ".a@x.org", "a\u{202e}@x.org"] {
            assert!(email(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn websites() {
        for good in ["", "  ", "https://example.org", "https://münchen.example/a?b=c#d", "https://a.b.example:8443/x_(y)"] {
            assert_eq!(website(good), Ok(good.trim().to_owned()), "{good}");
        }
        for bad in [
            "http://example.org",
            "javascript:alert(1)",
            "https://",
            "https://localhost",
            "https://user@example.org",
            "https://a b.org",
            "https://exa\"mple.org",
            "https://-x.org",
            "https://x.org/<script>",
            "example.org",
        ] {
            assert!(website(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn passwords() {
        assert_eq!(new_password("short", "a@b.org", "A"), Err(Fault::TooShort { min: MIN_PASSWORD }));
        assert_eq!(new_password("Ana Perez Soto", "a@b.org", "ana perez soto"), Err(Fault::PasswordGuessable));
        assert_eq!(new_password("demonstration only", "a@b.org", "A"), Ok(()));
        assert_eq!(new_password(&"x".repeat(MAX_PASSWORD + 1), "a@b.org", "A"), Err(Fault::TooLong { max: MAX_PASSWORD }));
    }
}
