//! Notices by mail: what happened to an account, when, from which browser, and what to do if it was not its person.

use super::super::ServerPortal;
use crate::store::people::Person;
use model::calendar;
use model::domain::device::Device;
use model::domain::language::Locale;
use model::i18n::t::account as t;
use model::portal::{Ctx, Mail};
use model::routes;

/// What a person is told of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Notice<'a> {
    NewDevice,
    PasswordChanged,
    FactorOn,
    FactorOff,
    FactorRemoved {
        reason: &'a str,
    },
    RecoveryCodeUsed {
        left: i64,
    },
    RecoveryCodesRenewed,
    WrongCodes,
    /// Goes to the old address.
    EmailChanged {
        to: &'a str,
    },
}

impl ServerPortal {
    /// A notice in the person's language, not stored yet.
    pub(super) fn notice(&self, ctx: &Ctx, person: &Person, what: Notice<'_>) -> Mail {
        let l = Locale::from_code(&person.locale).unwrap_or(Locale::En);
        let (subject, sentence) = words(l, what);
        let from = device_words(l, &ctx.browser.device);
        let paragraphs = [
            t::notice_greeting(l, person.full_name.as_str()),
            sentence,
            t::notice_from(l, from, calendar::full(l, ctx.now.to_second(), "UTC")),
            t::notice_not_you(l, self.link(&routes::forgotten(l))),
        ];
        // An act of the office says nothing of the person's own browser.
        let told: Vec<String> = match what {
            Notice::FactorRemoved { .. } => vec![paragraphs[0].clone(), paragraphs[1].clone()],
            _ => paragraphs.to_vec(),
        };
        self.letter(ctx.now, l, &person.email, subject.to_owned(), &told)
    }
}

fn words(l: Locale, what: Notice<'_>) -> (&'static str, String) {
    match what {
        Notice::NewDevice => (t::notice_new_device_subject(l), t::notice_new_device(l).to_owned()),
        Notice::PasswordChanged => (t::notice_password_subject(l), t::notice_password(l).to_owned()),
        Notice::FactorOn => (t::notice_factor_on_subject(l), t::notice_factor_on(l).to_owned()),
        Notice::FactorOff => (t::notice_factor_off_subject(l), t::notice_factor_off(l).to_owned()),
        Notice::FactorRemoved { reason } => (t::notice_factor_removed_subject(l), t::notice_factor_removed(l, reason)),
        Notice::RecoveryCodeUsed { left } => (t::notice_recovery_subject(l), t::notice_recovery(l, left)),
        Notice::RecoveryCodesRenewed => (t::notice_codes_subject(l), t::notice_codes(l).to_owned()),
        Notice::WrongCodes => (t::notice_wrong_codes_subject(l), t::notice_wrong_codes(l).to_owned()),
        Notice::EmailChanged { to } => (t::notice_email_subject(l), t::notice_email(l, to)),
    }
}

fn device_words(l: Locale, device: &Device) -> String {
    model::labels::device(l, device)
}
