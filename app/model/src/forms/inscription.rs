//! Lists of speakers: the form of an organisation that asks to speak, and that of the chair who orders the list.

use super::{Check, Fields, choice, organisation_choice, version};
use crate::domain::ids::{InscriptionId, OrganisationId, RoundId};
use crate::domain::inscription::{InscriptionContent, MAX_SPEAKERS, MAX_SUBJECT, Numbers};
use crate::domain::language::Language;
use crate::domain::validate::{self, Fault, MAX_NAME};
use crate::error::PortalError;
use crate::portal::{NewInscription, SpeakerLine};

#[derive(Debug, Clone, Default)]
pub struct InscriptionForm {
    /// Hidden: for whom.
    pub organisation: String,
    pub speaker: String,
    /// May be empty.
    pub capacity: String,
    pub subject: String,
    pub language: String,
    /// Hidden: the version the form was filled from.
    pub version: String,
}

impl InscriptionForm {
    pub const ORGANISATION: &str = "organisation";
    pub const SPEAKER: &str = "speaker";
    pub const CAPACITY: &str = "capacity";
    pub const SUBJECT: &str = "subject";
    pub const LANGUAGE: &str = "language";
    pub const VERSION: &str = "version";

    pub fn from_fields(fields: &Fields) -> Self {
        Self {
            organisation: fields.get(Self::ORGANISATION),
            speaker: fields.get(Self::SPEAKER),
            capacity: fields.get(Self::CAPACITY),
            subject: fields.get(Self::SUBJECT),
            language: fields.get(Self::LANGUAGE),
            version: fields.get(Self::VERSION),
        }
    }

    /// The form filled with what is stored as `version`.
    pub fn from_content(content: &InscriptionContent, version: i64) -> Self {
        Self {
            organisation: String::new(),
            speaker: content.speaker.clone(),
            capacity: content.capacity.clone(),
            subject: content.subject.clone(),
            language: content.language.code().to_owned(),
            version: version.to_string(),
        }
    }

    /// For whom.
    ///
    /// # Errors
    /// `NotFound` for something that is not an identifier: the field is hidden.
    pub fn organisation_id(&self) -> Result<Option<OrganisationId>, PortalError> {
        organisation_choice(&self.organisation).map_err(|_| PortalError::NotFound)
    }

    /// # Errors
    /// All faults at once.
    pub fn parse(&self, round: RoundId) -> Result<NewInscription, PortalError> {
        let organisation = self.organisation_id()?;
        let mut check = Check::default();
        let speaker = check.field(Self::SPEAKER, validate::line(&self.speaker, MAX_NAME));
        let capacity = check.field(Self::CAPACITY, validate::optional_line(&self.capacity, MAX_NAME));
        let subject = check.field(Self::SUBJECT, validate::line(&self.subject, MAX_SUBJECT));
        let language = check.field(Self::LANGUAGE, choice(&self.language, Language::from_code));
        let content = (|| Some(InscriptionContent { speaker: speaker?, capacity: capacity?, subject: subject?, language: language? }))();
        check.done(content.map(|content| NewInscription { round, organisation, content, version: version(&self.version) }))
    }
}

/// The numbers the chair writes beside the lines of a list.
#[derive(Debug, Clone, Default)]
pub struct SpeakersForm {
    /// As typed, by line.
    pub numbers: Vec<(InscriptionId, String)>,
    /// Hidden: the version of the list the form was filled from.
    pub version: String,
}

impl SpeakersForm {
    /// Stands for all numbers where something is wrong with one.
    pub const NUMBERS: &str = "place";
    pub const VERSION: &str = "version";
    /// The largest number of a place.
    pub const MAX: usize = 2 * MAX_SPEAKERS;

    /// The name of the field beside a line.
    pub fn name(id: InscriptionId) -> String {
        format!("{}-{id}", Self::NUMBERS)
    }

    pub fn from_fields(fields: &Fields) -> Self {
        let number = |(name, value): &(String, String)| {
            let id = name.strip_prefix(Self::NUMBERS)?.strip_prefix('-')?.parse().ok()?;
            Some((id, value.clone()))
        };
        Self { numbers: fields.0.iter().filter_map(number).take(Self::MAX).collect(), version: fields.get(Self::VERSION) }
    }

    /// The form filled with the places as they are.
    pub fn from_lines(lines: &[SpeakerLine], version: i64) -> Self {
        let number = |line: &SpeakerLine| {
            let inscription = &line.inscription;
            (inscription.id, inscription.place.map_or_else(String::new, |place| place.to_string()))
        };
        Self { numbers: lines.iter().map(number).collect(), version: version.to_string() }
    }

    /// What was typed beside a line.
    pub fn number(&self, id: InscriptionId) -> &str {
        self.numbers.iter().find(|(named, _)| *named == id).map_or("", |(_, number)| number)
    }

    /// Why this is no number of a place.
    pub fn fault(number: &str) -> Option<Fault> {
        Self::read(number).err()
    }

    /// The numbers, and the version of the list they are for.
    ///
    /// # Errors
    /// One of them is no number of a place.
    pub fn parse(&self) -> Result<(Numbers, i64), PortalError> {
        let mut check = Check::default();
        let numbers = self.numbers.iter().map(|(id, number)| Ok((*id, Self::read(number)?))).collect::<Result<Vec<_>, Fault>>();
        let numbers = check.field(Self::NUMBERS, numbers);
        check.done(numbers.map(|numbers| (numbers, version(&self.version))))
    }

    fn read(number: &str) -> Result<Option<i64>, Fault> {
        let number: String = number.trim().chars().map(western).collect();
        if number.is_empty() {
            return Ok(None);
        }
        let max = i64::try_from(Self::MAX).unwrap_or(i64::MAX);
        number.parse().ok().filter(|place| (1..=max).contains(place)).map(Some).ok_or(Fault::NotAPlace { max: Self::MAX })
    }
}

/// A digit of an Arabic or Persian keyboard as the one it means.
fn western(digit: char) -> char {
    let of = |zero: u32| (u32::from(digit).checked_sub(zero)).filter(|value| *value < 10);
    of(0x0660).or_else(|| of(0x06F0)).and_then(|value| char::from_digit(value, 10)).unwrap_or(digit)
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    #[test]
    fn places_are_whole_numbers_from_one() {
        let id = InscriptionId(Uuid::nil());
        let read = |number: &str| {
            let fields = Fields(vec![(SpeakersForm::name(id), number.to_owned()), ("place-x".to_owned(), "7".to_owned())]);
            SpeakersForm::from_fields(&fields).parse().map(|(numbers, _)| numbers)
        };
        assert_eq!(read(" 3 "), Ok(vec![(id, Some(3))]));
        assert_eq!(read("١٢"), Ok(vec![(id, Some(12))]));
        assert_eq!(read("۳"), Ok(vec![(id, Some(3))]));
        assert_eq!(read(""), Ok(vec![(id, None)]));
        for wrong in ["0", "-1", "1.5", "two", "1001", "99999999999999999999"] {
            assert!(read(wrong).is_err(), "{wrong}");
        }
    }
}
