//! Hands mails over: to an SMTP server, or to a folder as `.eml` files.

use crate::portal::in_tx;
use crate::store::{Db, StoreError, mails};
use lettre::message::header::{ContentTransferEncoding, ContentType, HeaderName, HeaderValue};
use lettre::message::{Attachment, Body, Mailbox, Message, MultiPart, SinglePart};
use lettre::{AsyncSmtpTransport, AsyncTransport, Tokio1Executor};
use model::domain::time::{Instant, Span};
use model::portal::Mail;
use std::path::PathBuf;
use std::time::{Duration, UNIX_EPOCH};

/// Where mails go.
pub enum Delivery {
    Smtp(Box<AsyncSmtpTransport<Tokio1Executor>>),
    Folder(PathBuf),
}

/// The job that empties the outbox.
pub struct Outbox {
    pub delivery: Delivery,
    pub from: Mailbox,
}

/// A mail could not be handed over.
#[derive(Debug, thiserror::Error)]
pub enum OutboxError {
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error("mail: {0}")]
    Mail(String),
}

/// The longest wait between two attempts.
const LONGEST_WAIT: Span = Span::HOUR.times(4);
/// How long a claim holds. It is taken just before the mail is handed over, and an SMTP server has 20 seconds for each step. A node
/// that dies with a claim delays the mail by as much.
const CLAIM: Span = Span::MINUTE.times(10);
/// What is kept of an error, in characters.
const MAX_ERROR: usize = 300;

impl Outbox {
    /// # Errors
    /// The SMTP address or the sender cannot be read.
    pub fn new(smtp_url: Option<&str>, folder: &str, from: &str) -> Result<Self, OutboxError> {
        let mail = |error: &dyn std::fmt::Display| OutboxError::Mail(error.to_string());
        let delivery = match smtp_url {
            Some(url) => {
                let builder = AsyncSmtpTransport::<Tokio1Executor>::from_url(url).map_err(|error| mail(&error))?;
                Delivery::Smtp(Box::new(builder.timeout(Some(Duration::from_secs(20))).build()))
            }
            None => Delivery::Folder(PathBuf::from(folder)),
        };
        Ok(Self { delivery, from: from.parse().map_err(|error| mail(&error))? })
    }

    /// Hands over what is due and claims each mail first, so that of several nodes one hands it over. One mail that fails waits longer
    /// each time and holds up no other.
    ///
    /// # Errors
    /// The database cannot be read or written.
    pub async fn tick(&self, db: &Db, now: Instant) -> Result<(), OutboxError> {
        let due = {
            let mut tx = db.read().await?;
            mails::due(&mut tx, now).await?
        };
        for mail in due {
            let id = mail.id;
            if !in_tx!(db, [], |tx| { mails::claim(tx, id, now, now + CLAIM).await }).await? {
                continue;
            }
            match self.hand_over(&mail).await {
                Ok(()) => in_tx!(db, [], |tx| { mails::mark_sent(tx, id, now).await }).await?,
                Err(error) => {
                    tracing::warn!(mail = %id, %error, "mail not handed over");
                    let said: String = error.to_string().chars().take(MAX_ERROR).collect();
                    in_tx!(db, [said], |tx| {
                        let failures = mails::attempts(tx, id).await?;
                        let wait = Span::MINUTE.times(1 << failures.clamp(0, 10)).min(LONGEST_WAIT);
                        mails::mark_failed(tx, id, now + wait, &said).await
                    })
                    .await?;
                }
            }
        }
        Ok(())
    }

    async fn hand_over(&self, mail: &Mail) -> Result<(), OutboxError> {
        let message = self.message(mail)?;
        match &self.delivery {
            Delivery::Smtp(transport) => transport.send(message).await.map(|_| ()).map_err(|error| OutboxError::Mail(error.to_string())),
            Delivery::Folder(folder) => {
                let (folder, bytes, id) = (folder.clone(), message.formatted(), mail.id);
                let write = move || std::fs::create_dir_all(&folder).and_then(|()| std::fs::write(folder.join(format!("{id}.eml")), bytes));
                let written = tokio::task::spawn_blocking(write).await.map_err(|error| OutboxError::Mail(error.to_string()))?;
                written.map_err(|error| OutboxError::Mail(error.to_string()))
            }
        }
    }

    fn message(&self, mail: &Mail) -> Result<Message, OutboxError> {
        let wrong = |error: &dyn std::fmt::Display| OutboxError::Mail(error.to_string());
        let to: Mailbox = mail.recipient.parse().map_err(|error| wrong(&error))?;
        let written = UNIX_EPOCH + Duration::from_micros(u64::try_from(mail.written_at.0).unwrap_or_default());
        let host = self.from.email.domain().to_owned();
        let language = HeaderName::new_from_ascii_str("Content-Language");
        let message = Message::builder()
            .from(self.from.clone())
            .to(to)
            .date(written)
            .message_id(Some(format!("<{}@{host}>", mail.id)))
            .subject(mail.subject.as_str())
            .raw_header(HeaderValue::new(language, mail.language.clone()));
        let message = match &mail.attachment {
            None => message.header(ContentType::TEXT_PLAIN).body(mail.body.clone()),
            Some(file) => {
                let json = ContentType::parse("application/json").map_err(|error| wrong(&error))?;
                // To the byte: other encodings may touch the ends of lines.
                let bytes = Body::new_with_encoding(file.text.clone().into_bytes(), ContentTransferEncoding::Base64);
                let bytes = bytes.map_err(|_| OutboxError::Mail("a file that cannot be encoded".to_owned()))?;
                let attached = Attachment::new(file.name.clone()).body(bytes, json);
                message.multipart(MultiPart::mixed().singlepart(SinglePart::plain(mail.body.clone())).singlepart(attached))
            }
        };
        message.map_err(|error| wrong(&error))
    }
}
