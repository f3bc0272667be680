//! A person's authenticator: the secret they scanned, the recovery codes they kept, and the last code they used.

use super::{Persona, TestApp};
use axum::http::StatusCode;
use model::domain::time::Instant;
use totp_rs::{Builder, Secret};

pub struct Authenticator {
    secret: String,
    pub recovery_codes: Vec<String>,
    last_step: u64,
}

fn step(now: Instant) -> u64 {
    u64::try_from(now.milliseconds() / 1000 / 30).expect("after 1970")
}

impl Authenticator {
    /// Reads the secret from the page, types the code, keeps the recovery codes.
    pub async fn set_up(app: &TestApp, persona: &mut Persona<'_>) -> Self {
        let page = persona.get("/account/second-factor").await.html();
        let mut authenticator = Self { secret: page.text("#secret").replace(' ', ""), recovery_codes: Vec::new(), last_step: 0 };
        let code = authenticator.code(app.now());
        let answer = persona.post("/account/second-factor", &[("code", &code)]).await;
        assert_eq!(answer.status, StatusCode::OK, "{}", answer.html().main_text());
        authenticator.recovery_codes = answer.html().texts(".codes code");
        assert_eq!(authenticator.recovery_codes.len(), 10);
        authenticator
    }

    /// The next code that was not used yet; while the clock stands still, a recovery code once the three that fit are used up.
    pub fn code(&mut self, now: Instant) -> String {
        let next = (step(now) - 1).max(self.last_step + 1);
        if next > step(now) + 1 && self.last_step <= step(now) + 1 {
            return self.recovery_codes.pop().expect("a recovery code is left");
        }
        let next = if self.last_step > step(now) + 1 { step(now) } else { next };
        self.last_step = next;
        self.code_of(next)
    }

    /// The code of a time step.
    pub fn code_of(&self, step: u64) -> String {
        let secret = Secret::try_from_base32(&self.secret).expect("base 32");
        Builder::new().with_secret(secret).build().expect("a good secret").generate(step * 30).to_string()
    }

    /// The code that the app shows at this instant, used or not.
    pub fn shown(&self, now: Instant) -> String {
        self.code_of(step(now))
    }
}
