//! Writing mails: words from the locale files, in the language of who gets them, into the outbox of the same transaction.

use super::ServerPortal;
use crate::proof::SignedReceipt;
use model::calendar;
use model::domain::ids::MailId;
use model::domain::language::Locale;
use model::domain::receipt::Receipt;
use model::domain::time::Instant;
use model::i18n::t;
use model::portal::{Attachment, Mail};

/// What a letter calls a paper.
pub(super) fn title_in(l: Locale, title: &str) -> &str {
    let title = title.trim();
    if title.is_empty() { t::common::untitled(l) } else { title }
}

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
            subject: copyable(&subject),
            body: copyable(&body),
            written_at: now,
            sent_at: None,
            attachment: None,
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

/// The mail with the signed receipt as a file: whoever keeps the mail keeps the proof.
pub(super) fn with_receipt(mail: Mail, number: &str, receipt: &SignedReceipt) -> Mail {
    let attachment = Attachment { name: format!("{number}.json"), text: receipt.to_file() };
    Mail { attachment: Some(attachment), ..mail }
}

/// Takes the isolation marks off what people copy out of a mail: addresses, codes, numbers, hashes. A mark at the end of a link
/// would become part of it. Words keep theirs.
fn copyable(text: &str) -> String {
    const START: char = '\u{2068}';
    const END: char = '\u{2069}';
    let mut clean = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(START) {
        clean.push_str(before);
        match after.split_once(END) {
            Some((token, behind)) if token.bytes().all(|b| b.is_ascii_graphic()) => {
                clean.push_str(token);
                rest = behind;
            }
            _ => {
                clean.push(START);
                rest = after;
            }
        }
    }
    clean.push_str(rest);
    clean
}

#[cfg(test)]
mod tests {
    use super::copyable;

    #[test]
    fn links_and_codes_can_be_copied_and_words_stay_isolated() {
        let arabic = "افتح \u{2068}https://portal.example/confirm/abc\u{2069}\nرمزك \u{2068}123456\u{2069} \u{2068}Ana Pérez\u{2069}.";
        assert_eq!(copyable(arabic), "افتح https://portal.example/confirm/abc\nرمزك 123456 \u{2068}Ana Pérez\u{2069}.");
        assert_eq!(copyable("\u{2068}\u{2068}25\u{2069} x\u{2069}"), "\u{2068}25 x\u{2069}");
        assert_eq!(copyable("open \u{2068}end"), "open \u{2068}end");
    }
}
