//! Lists of speakers.

use super::organisations::{OrganisationRow, to_ref};
use super::papers::one;
use super::row::{Text, text_list};
use super::sql::{execute, fetch_all, fetch_optional, statements};
use super::{StoreError, StoreResult, Tx, dialect};
use model::domain::body::Day;
use model::domain::ids::{InscriptionId, LedgerEntryId, OrganisationId, PersonId, RoundId};
use model::domain::inscription::{Inscribed, Inscription, InscriptionContent, MAX_SPEAKERS, SpeakersOrder};
use model::domain::language::Language;
use model::domain::organisation::OrganisationRef;
use model::domain::time::Instant;
use model::portal::{OwnInscription, SpeakerLine};
use sqlx::FromRow;

/// An inscription with its organisation.
macro_rules! line {
    ($rest:literal) => {
        concat!(
            "SELECT i.id AS inscription_id, i.round_id, i.speaker, i.capacity, i.subject, i.language, i.version, i.received_at, ",
            "i.updated_at, i.ledger_entry_id, ",
            // Whoever left since the list was ordered leaves no gap.
            "CASE WHEN i.place IS NULL THEN NULL ELSE (SELECT COUNT(*) FROM inscription k WHERE k.round_id = i.round_id ",
            "AND k.withdrawn_at IS NULL AND k.place <= i.place) END AS place, o.id, o.name, o.stakeholder_type, o.region ",
            "FROM inscription i JOIN organisation o ON o.id = i.organisation_id ",
            $rest
        )
    };
}

statements! {
    OF_ORGANISATION = from line "WHERE i.round_id = $1 AND i.organisation_id = $2 AND i.withdrawn_at IS NULL";
    LIST = from line "WHERE i.round_id = $1 AND i.withdrawn_at IS NULL ORDER BY i.place IS NULL, i.place, i.received_at, i.id LIMIT $2";
    PUBLIC = "SELECT x.position, o.id, o.name, o.stakeholder_type, o.region FROM (SELECT organisation_id, ROW_NUMBER() OVER (ORDER BY place IS NULL, place, received_at, id) AS position FROM inscription WHERE round_id = $1 AND withdrawn_at IS NULL) x JOIN organisation o ON o.id = x.organisation_id WHERE o.approved_at IS NOT NULL ORDER BY x.position LIMIT $2";
    COUNT = "SELECT COUNT(*) FROM inscription WHERE round_id = $1 AND withdrawn_at IS NULL";
    ANY_OF_PERSON = "SELECT 1 FROM inscription i JOIN membership m ON m.organisation_id = i.organisation_id WHERE i.round_id = $1 AND m.person_id = $2 AND m.ended_at IS NULL AND i.withdrawn_at IS NULL LIMIT 1";
    OF_PERSON = "SELECT i.round_id, o.id, o.name, i.speaker FROM inscription i JOIN organisation o ON o.id = i.organisation_id JOIN membership m ON m.organisation_id = i.organisation_id WHERE m.person_id = $1 AND m.ended_at IS NULL AND i.withdrawn_at IS NULL ORDER BY i.received_at DESC, i.id LIMIT 200";
    // A form that was filled from nothing brings back what was taken off the list; it overwrites nothing that is on it.
    PUT = "INSERT INTO inscription (id, round_id, organisation_id, speaker, capacity, subject, language, version, received_at, updated_at, ledger_entry_id, written_by) VALUES ($1, $2, $3, $4, $5, $6, $7, 1, $8, $8, $9, $10) ON CONFLICT (round_id, organisation_id) DO UPDATE SET speaker = excluded.speaker, capacity = excluded.capacity, subject = excluded.subject, language = excluded.language, version = inscription.version + 1, received_at = CASE WHEN inscription.withdrawn_at IS NULL THEN inscription.received_at ELSE excluded.received_at END, updated_at = excluded.updated_at, ledger_entry_id = excluded.ledger_entry_id, written_by = excluded.written_by, withdrawn_at = NULL WHERE inscription.version = $11 OR ($11 = 0 AND inscription.withdrawn_at IS NOT NULL) RETURNING version, received_at";
    LEAVE = "UPDATE inscription SET speaker = '', capacity = '', subject = '', withdrawn_at = $3, place = NULL, version = version + 1 WHERE round_id = $1 AND organisation_id = $2 AND withdrawn_at IS NULL";
    // The texts of the days compare as the days do.
    FORGET = "UPDATE inscription SET speaker = '', capacity = '', subject = '' WHERE speaker <> '' AND round_id IN (SELECT r.id FROM round r JOIN session s ON s.id = r.session_id WHERE s.ends_on < $1)";
    ORDER_VERSION = "SELECT speakers_version FROM round WHERE id = $1";
    ORDERED = "UPDATE round SET speakers_version = speakers_version + 1 WHERE id = $1 AND speakers_version = $2";
}

#[derive(FromRow)]
struct LineRow {
    inscription_id: Text<InscriptionId>,
    round_id: Text<RoundId>,
    speaker: String,
    capacity: String,
    subject: String,
    language: Text<Language>,
    version: i64,
    received_at: i64,
    updated_at: i64,
    ledger_entry_id: Text<LedgerEntryId>,
    place: Option<i64>,
    #[sqlx(flatten)]
    organisation: OrganisationRow,
}

impl From<LineRow> for SpeakerLine {
    fn from(row: LineRow) -> Self {
        let organisation = to_ref(row.organisation);
        let inscription = Inscription {
            id: row.inscription_id.0,
            round: row.round_id.0,
            organisation: organisation.id,
            content: InscriptionContent { speaker: row.speaker, capacity: row.capacity, subject: row.subject, language: row.language.0 },
            version: row.version,
            received_at: Instant(row.received_at),
            updated_at: Instant(row.updated_at),
            judged_by: row.ledger_entry_id.0,
            place: row.place,
        };
        Self { inscription, organisation, standing: None }
    }
}

fn most() -> i64 {
    i64::try_from(MAX_SPEAKERS).unwrap_or(i64::MAX)
}

/// What an organisation asked for in a round, unless it took it back.
pub async fn of_organisation(tx: &mut Tx, round: RoundId, organisation: OrganisationId) -> StoreResult<Option<Inscription>> {
    let row = fetch_optional!(tx, LineRow, OF_ORGANISATION, round.to_string(), organisation.to_string())?;
    Ok(row.map(|row| SpeakerLine::from(row).inscription))
}

/// The list in its order: those the chair gave a place, then the others by the time they asked.
pub async fn list(tx: &mut Tx, round: RoundId) -> StoreResult<Vec<SpeakerLine>> {
    Ok(fetch_all!(tx, LineRow, LIST, round.to_string(), most())?.into_iter().map(SpeakerLine::from).collect())
}

#[derive(FromRow)]
struct PublicRow {
    position: i64,
    #[sqlx(flatten)]
    organisation: OrganisationRow,
}

/// The public list: the organisations alone, and of those only the public ones, each with its position among all.
pub async fn public(tx: &mut Tx, round: RoundId) -> StoreResult<Vec<(i64, OrganisationRef)>> {
    let rows = fetch_all!(tx, PublicRow, PUBLIC, round.to_string(), most())?;
    Ok(rows.into_iter().map(|row| (row.position, to_ref(row.organisation))).collect())
}

/// How many have asked to speak.
pub async fn count(tx: &mut Tx, round: RoundId) -> StoreResult<i64> {
    Ok(fetch_optional!(tx, (i64,), COUNT, round.to_string())?.map_or(0, |(count,)| count))
}

/// What the organisations of a person asked for.
pub async fn of_person(tx: &mut Tx, person: PersonId) -> StoreResult<Vec<OwnInscription>> {
    let rows = fetch_all!(tx, (Text<RoundId>, Text<OrganisationId>, String, String), OF_PERSON, person.to_string())?;
    Ok(rows
        .into_iter()
        .map(|(round, organisation, organisation_name, speaker)| OwnInscription {
            round: round.0,
            organisation: organisation.0,
            organisation_name,
            speaker,
        })
        .collect())
}

/// Whether an organisation of a person is on the list.
pub async fn any_of_person(tx: &mut Tx, round: RoundId, person: PersonId) -> StoreResult<bool> {
    Ok(fetch_optional!(tx, (i32,), ANY_OF_PERSON, round.to_string(), person.to_string())?.is_some())
}

/// Stores an inscription; answers its version, and since when the organisation is on the list. `version`: the one it changes, 0 for a
/// new one; `id` is that of a new one.
///
/// # Errors
/// `Conflict` when another version is stored.
pub async fn put(tx: &mut Tx, id: InscriptionId, inscribed: &Inscribed, version: i64, by: PersonId) -> StoreResult<(i64, Instant)> {
    let content = inscribed.content();
    let stored = fetch_optional!(
        tx,
        (i64, i64),
        PUT,
        id.to_string(),
        inscribed.round().to_string(),
        inscribed.organisation().to_string(),
        content.speaker.as_str(),
        content.capacity.as_str(),
        content.subject.as_str(),
        content.language.code(),
        inscribed.at().0,
        inscribed.judged_by().to_string(),
        by.to_string(),
        version,
    )?;
    stored.map(|(version, received_at)| (version, Instant(received_at))).ok_or(StoreError::Conflict)
}

/// Takes an organisation off the list, with what it said of its speaker; answers whether it was on it.
pub async fn leave(tx: &mut Tx, round: RoundId, organisation: OrganisationId, at: Instant) -> StoreResult<bool> {
    Ok(execute!(tx, LEAVE, round.to_string(), organisation.to_string(), at.0)? > 0)
}

/// Forgets what was said of the speakers of sessions that ended before that day; the lists of organisations stay.
pub async fn forget(tx: &mut Tx, before: &Day) -> StoreResult<()> {
    execute!(tx, FORGET, before.0.as_str()).map(|_| ())
}

/// How often the list was ordered.
pub async fn order_version(tx: &mut Tx, round: RoundId) -> StoreResult<i64> {
    Ok(fetch_optional!(tx, (i64,), ORDER_VERSION, round.to_string())?.map_or(0, |(version,)| version))
}

/// Gives every line its place; those that are not named lose theirs.
///
/// # Errors
/// `Conflict` when the list was ordered since `version`.
pub async fn put_in_order(tx: &mut Tx, order: &SpeakersOrder, version: i64) -> StoreResult<()> {
    let round = order.round().to_string();
    one(execute!(tx, ORDERED, round.as_str(), version)?)?;
    let places: Vec<String> = order.places().iter().map(ToString::to_string).collect();
    execute!(tx, dialect::PLACES, text_list(&places), round).map(|_| ())
}
