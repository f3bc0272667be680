//! Writing mails: words from the locale files, in the language of who gets them, into the outbox of the same transaction.

use super::ServerPortal;
use app::calendar;
use app::domain::ids::MailId;
use app::domain::language::Locale;
use app::domain::receipt::Receipt;
use app::domain::time::Instant;
use app::i18n::t;
use app::portal::Mail;

impl ServerPortal {
    /// A mail to `recipient`, not stored yet.
    pub(super) fn letter(&self, now: Instant, l: Locale, recipient: &str, subject: String, paragraphs: &[String]) -> Mail {
        let mut body = paragraphs.join("\n\n");
        body.push_str("\n\n");
        body.push_str(&t::mails::mail_signature(l, self.settings.public_url.as_str()));
        body.push('\n');
        Mail {
            id: MailId(self.ids.uuid(now)),
            recipient: recipient.to_owned(),
            language: l.code().to_owned(),
            subject,
            body,
            written_at: now,
            sent_at: None,
        }
    }

    /// The address of `path` (with its language prefix) as it stands in mails.
    pub(super) fn link(&self, path: &str) -> String {
        format!("{}{path}", self.settings.public_url)
    }

    pub(super) fn receipt_letter(&self, l: Locale, recipient: &str, receipt: &Receipt, title: &str, zone: &str, path: &str) -> Mail {
        let paragraphs = [
            t::mails::mail_receipt_intro(l, title),
            t::mails::mail_receipt_facts(l, receipt.number.as_str(), calendar::full(l, receipt.received_at, zone), receipt.sha256.as_str()),
            t::mails::mail_receipt_link(l, self.link(path)),
        ];
        self.letter(receipt.received_at, l, recipient, t::mails::mail_receipt_subject(l, receipt.number.as_str()), &paragraphs)
    }
}
