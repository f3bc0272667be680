//! The second factor: TOTP (RFC 6238) with SHA-1, six digits and 30 seconds, which is what every authenticator understands.
//! The arithmetic is `totp-rs`; that a code serves once is kept here.

use model::domain::time::Instant;
use totp_rs::{Builder, Secret};

/// Seconds for which a code is shown.
const STEP: i64 = 30;

/// 160 random bits as a secret in base 32.
pub fn secret_of(bytes: [u8; 20]) -> String {
    Secret::from(bytes).to_base32()
}

/// 80 random bits as a recovery code: four groups of four.
pub fn recovery_code_of(bytes: [u8; 10]) -> String {
    let letters = Secret::from(bytes).to_base32();
    letters.as_bytes().chunks(4).map(|group| String::from_utf8_lossy(group).into_owned()).collect::<Vec<_>>().join("-")
}

/// The time step whose code this is, one step around `now` being forgiven; `None` when it is wrong, or of a step not later than
/// `last`: a code that was used, or one before it, is not taken again (RFC 6238, section 5.2).
pub fn step_of(secret: &str, code: &str, now: Instant, last: i64) -> Option<i64> {
    let seconds = u64::try_from(now.milliseconds() / 1000).ok()?;
    let totp = Builder::new().with_secret(Secret::try_from_base32(secret).ok()?).build().ok()?;
    let step = i64::try_from(totp.check(code, seconds)?).ok()?;
    // After the server's clock was put back, `last` lies in the future: it must not lock its owner out until then.
    let in_the_future = last > now.milliseconds() / 1000 / STEP + 1;
    (step > last || in_the_future).then_some(step)
}

/// The address an authenticator reads from the QR code.
pub fn uri(issuer: &str, account: &str, secret: &str) -> String {
    let encoded = |text: &str| -> String { form_urlencoded::byte_serialize(text.as_bytes()).collect::<String>().replace('+', "%20") };
    format!("otpauth://totp/{0}:{1}?secret={secret}&issuer={0}", encoded(issuer), encoded(account))
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::domain::time::Span;

    /// The secret of the test vectors in RFC 6238, appendix B.
    fn rfc() -> String {
        secret_of(*b"12345678901234567890")
    }

    fn at(seconds: i64) -> Instant {
        Instant(0) + Span::SECOND.times(seconds)
    }

    #[test]
    fn the_vectors_of_the_rfc() {
        // The last six of the eight digits there.
        for (seconds, code) in [(59, "287082"), (1_111_111_109, "081804"), (1_234_567_890, "005924"), (20_000_000_000, "353130")] {
            assert_eq!(step_of(&rfc(), code, at(seconds), 0), Some(seconds / 30), "{seconds}");
        }
    }

    #[test]
    fn a_code_serves_once_and_for_a_minute_and_a_half() {
        let (secret, code) = (rfc(), "005924");
        let step = 1_234_567_890 / 30;
        let begins = step * 30;
        let asked = |seconds, last| step_of(&secret, code, at(seconds), last);
        assert_eq!(
            [asked(begins - 31, 0), asked(begins - 30, 0), asked(begins + 59, 0), asked(begins + 60, 0)],
            [None, Some(step), Some(step), None]
        );
        assert_eq!(asked(begins, step), None, "used");
        assert_eq!(asked(begins, step - 1), Some(step));
        assert_eq!(asked(begins, step + 100), Some(step), "the clock was put back");
        assert_eq!(step_of(&secret, "", at(begins), 0), None);
        assert_eq!(step_of("not base 32!", code, at(begins), 0), None);
    }

    #[test]
    fn what_authenticators_read() {
        let uri = uri("Openfloor", "ana+x@example.org", "ABC");
        assert_eq!(uri, "otpauth://totp/Openfloor:ana%2Bx%40example.org?secret=ABC&issuer=Openfloor");
        assert_eq!(recovery_code_of([0xff; 10]), "7777-7777-7777-7777");
    }
}
