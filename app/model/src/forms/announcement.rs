//! An announcement to the members and followers of a subgroup: its words, and the last button.

use super::{Check, Fields, choice, version};
use crate::domain::language::Language;
use crate::domain::validate::{self, MAX_ANNOUNCEMENT, MAX_TITLE};
use crate::error::PortalError;
use crate::portal::{Announcement, AnnouncementWords};

#[derive(Debug, Clone, Default)]
pub struct AnnouncementForm {
    pub subject: String,
    pub language: String,
    pub text: String,
    pub version: String,
}

impl AnnouncementForm {
    pub const SUBJECT: &str = "subject";
    pub const LANGUAGE: &str = "language";
    pub const TEXT: &str = "text";
    pub const VERSION: &str = "version";

    pub fn from_fields(fields: &Fields) -> Self {
        Self {
            subject: fields.get(Self::SUBJECT),
            language: fields.get(Self::LANGUAGE),
            text: fields.get(Self::TEXT),
            version: fields.get(Self::VERSION),
        }
    }

    /// The form filled with what is stored.
    pub fn from_announcement(announcement: &Announcement) -> Self {
        Self {
            subject: announcement.words.subject.clone(),
            language: announcement.words.language.code().to_owned(),
            text: announcement.words.text.clone(),
            version: announcement.version.to_string(),
        }
    }

    /// The words, and the version they change; 0 for a new one.
    ///
    /// # Errors
    /// All faults at once.
    pub fn parse(&self) -> Result<(AnnouncementWords, i64), PortalError> {
        let mut check = Check::default();
        let subject = check.field(Self::SUBJECT, validate::line(&self.subject, MAX_TITLE));
        let language = check.field(Self::LANGUAGE, choice(&self.language, Language::from_code));
        let text = check.field(Self::TEXT, validate::required_text(&self.text, MAX_ANNOUNCEMENT));
        let words = (|| Some(AnnouncementWords { subject: subject?, language: language?, text: text?.trim().to_owned() }))();
        check.done(words.map(|words| (words, version(&self.version))))
    }
}

/// The last button: only the version that was read.
#[derive(Debug, Clone, Default)]
pub struct SendForm {
    pub version: i64,
}

impl SendForm {
    pub const VERSION: &str = "version";

    pub fn from_fields(fields: &Fields) -> Self {
        Self { version: version(&fields.get(Self::VERSION)) }
    }
}
