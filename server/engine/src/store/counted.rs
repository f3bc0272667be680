//! What is published of a session, as far as it is counted: no words, only who, what, where and when.

use super::codes::Codes;
use super::organisations::{OrganisationRow, to_ref};
use super::row::{FromText, Text};
use super::sql::{fetch_all, statements};
use super::{StoreResult, Tx};
use model::domain::comment::Operation;
use model::domain::ids::{ItemId, OrganisationId, PaperId, SessionId};
use model::domain::statistics::{Counted, Inputs, Said};
use std::collections::HashMap;

/// Who leads, or has put a name to, what is published in the session `$1`. Whoever is not public yet is named once it is.
macro_rules! named {
    () => {
        "SELECT p.organisation_id FROM round r JOIN paper p ON p.round_id = r.id WHERE r.session_id = $1 AND p.state = 'accepted' UNION SELECT c.organisation_id FROM round r JOIN comment c ON c.round_id = r.id WHERE r.session_id = $1 AND c.state = 'accepted' UNION SELECT g.organisation_id FROM round r JOIN paper p ON p.round_id = r.id JOIN co_signature g ON g.paper_id = p.id AND g.taken_back_at IS NULL JOIN organisation q ON q.id = g.organisation_id AND q.approved_at IS NOT NULL WHERE r.session_id = $1 AND p.state = 'accepted'"
    };
}

macro_rules! organisation {
    ($rest:literal) => {
        concat!("SELECT o.id, o.name, o.stakeholder_type, o.region FROM organisation o WHERE o.id IN (", named!(), ") ", $rest)
    };
}

statements! {
    PAPERS = "SELECT p.id || ' ' || p.organisation_id || ' ' || p.round_id || ' ' || COALESCE(p.subgroup_id, '-') || ' ' || p.language || ' ' || p.submitted_at || ' ' || CASE WHEN p.received_late THEN 'late' ELSE '-' END FROM round r JOIN paper p ON p.round_id = r.id WHERE r.session_id = $1 AND p.state = 'accepted' ORDER BY p.id";
    COMMENTS = "SELECT c.id || ' ' || c.organisation_id || ' ' || c.round_id || ' ' || COALESCE(c.queue_id, '-') || ' ' || c.language || ' ' || c.submitted_at || ' ' || CASE WHEN c.received_late THEN 'late' ELSE '-' END || ' ' || c.provision_id || ' ' || c.stance || ' ' || c.operation FROM round r JOIN comment c ON c.round_id = r.id WHERE r.session_id = $1 AND c.state = 'accepted' ORDER BY c.id";
    SIGNED = "SELECT g.paper_id, g.organisation_id FROM round r JOIN paper p ON p.round_id = r.id JOIN co_signature g ON g.paper_id = p.id AND g.taken_back_at IS NULL JOIN organisation o ON o.id = g.organisation_id AND o.approved_at IS NOT NULL WHERE r.session_id = $1 AND p.state = 'accepted' ORDER BY g.paper_id, g.organisation_id";
    ORGANISATIONS = from organisation "ORDER BY o.name_key, o.id";
}

struct PaperCodes(Counted);
struct CommentCodes(Counted);

/// What papers and comments have in common.
fn counted(codes: &mut Codes<'_>) -> Result<Counted, String> {
    Ok(Counted {
        item: codes.next()?,
        organisation: codes.next()?,
        round: codes.next()?,
        subgroup: codes.optional()?,
        language: codes.next()?,
        at: codes.instant()?,
        late: codes.is("late"),
        said: None,
    })
}

impl FromText for PaperCodes {
    fn from_text(text: &str) -> Result<Self, String> {
        counted(&mut Codes::of(text)).map(Self)
    }
}

impl FromText for CommentCodes {
    fn from_text(text: &str) -> Result<Self, String> {
        let mut codes = Codes::of(text);
        let comment = counted(&mut codes)?;
        let said = Said { provision: codes.next()?, stance: codes.next()?, proposes: codes.next::<Operation>()? != Operation::CommentOnly };
        Ok(Self(Counted { said: Some(said), ..comment }))
    }
}

/// All that is published of a session.
pub async fn inputs(tx: &mut Tx, session: SessionId) -> StoreResult<Inputs> {
    let id = session.to_string();
    let papers = fetch_all!(tx, (Text<PaperCodes>,), PAPERS, id.as_str())?;
    let comments = fetch_all!(tx, (Text<CommentCodes>,), COMMENTS, id.as_str())?;
    let mut signed: HashMap<ItemId, Vec<OrganisationId>> = HashMap::new();
    for (paper, organisation) in fetch_all!(tx, (Text<PaperId>, Text<OrganisationId>), SIGNED, id.as_str())? {
        signed.entry(paper.0.item()).or_default().push(organisation.0);
    }
    let organisations = fetch_all!(tx, OrganisationRow, ORGANISATIONS, id.as_str())?;
    Ok(Inputs {
        counted: papers.into_iter().map(|(codes,)| codes.0.0).chain(comments.into_iter().map(|(codes,)| codes.0.0)).collect(),
        signed,
        organisations: organisations.into_iter().map(to_ref).collect(),
    })
}
