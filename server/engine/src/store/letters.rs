//! Inputs that are nearly the same text: what is still to be compared, the families, and who stands in them.

use super::organisations::AuthorRow;
use super::row::{Text, id_list};
use super::sql::{execute, fetch_all, fetch_optional, statements};
use super::{StoreResult, Tx};
use model::domain::families::{MOST_CANDIDATES, Signature};
use model::domain::ids::{BodyId, FamilyId, ItemId, ReceiptId, RoundId, SubgroupId};
use model::domain::item::{ItemKind, ItemState};
use model::domain::redaction::Redacted;
use model::portal::AlikeLine;
use sqlx::FromRow;
use std::collections::{BTreeSet, HashMap};

statements! {
    DUE = "INSERT INTO letter_due (item_id, item_kind) VALUES ($1, $2) ON CONFLICT (item_id) DO NOTHING";
    // In the order of their arrival, as far as their ids tell.
    ALL_DUE = "SELECT item_id, item_kind FROM letter_due ORDER BY item_id LIMIT $1";
    DONE = "DELETE FROM letter_due WHERE item_id = $1";
    CANDIDATES = ids "SELECT f.id, f.signature, (SELECT COUNT(*) FROM letter l WHERE l.family_id = f.id) FROM letter_family f JOIN (SELECT b.family_id, COUNT(*) AS bands FROM letter_band b WHERE b.band IN " " AND b.round_id = $2 GROUP BY b.family_id ORDER BY bands DESC, b.family_id LIMIT $3) c ON c.family_id = f.id ORDER BY f.id";
    FOUND = "INSERT INTO letter_family (id, round_id, signature) VALUES ($1, $2, $3)";
    PUT = "INSERT INTO letter (item_id, item_kind, receipt_id, family_id) VALUES ($1, $2, $3, $4) ON CONFLICT (item_id) DO UPDATE SET receipt_id = $3, family_id = $4";
    LEAVE = "DELETE FROM letter WHERE item_id = $1";
    GO_OVER = "UPDATE letter SET family_id = $2 WHERE family_id = $1";
    END_BANDS = "DELETE FROM letter_band WHERE family_id = $1";
    END_FAMILY = "DELETE FROM letter_family WHERE id = $1";
    // What was submitted and still stands, whatever was decided about it.
    ALIKE = "SELECT l.item_kind, l.item_id, COALESCE(p.subgroup_id, c.queue_id) AS queue_id, n.body_id, COALESCE(p.state, c.state) AS state, COALESCE(p.redacted, c.redacted) AS redacted, o.id AS organisation_id, COALESCE(p.submitted_as, c.submitted_as, o.name) AS organisation_name, o.stakeholder_type, o.region FROM letter l JOIN receipt t ON t.id = l.receipt_id LEFT JOIN paper p ON l.item_kind = 'paper' AND p.id = l.item_id LEFT JOIN comment c ON l.item_kind = 'comment' AND c.id = l.item_id JOIN round r ON r.id = COALESCE(p.round_id, c.round_id) JOIN session n ON n.id = r.session_id JOIN organisation o ON o.id = COALESCE(p.organisation_id, c.organisation_id) WHERE l.family_id = (SELECT x.family_id FROM letter x WHERE x.item_id = $1) AND COALESCE(p.state, c.state) IN ('submitted', 'accepted', 'returned', 'declined') ORDER BY t.received_at, l.item_id LIMIT $2";
    FAMILIES = ids "SELECT item_id, family_id FROM letter WHERE item_id IN " " ORDER BY item_id";
    HOW_MANY = ids "SELECT m.family_id, COUNT(*) FROM letter m LEFT JOIN paper p ON m.item_kind = 'paper' AND p.id = m.item_id LEFT JOIN comment c ON m.item_kind = 'comment' AND c.id = m.item_id WHERE COALESCE(p.state, c.state) IN ('submitted', 'accepted', 'returned', 'declined') AND m.family_id IN " " GROUP BY m.family_id ORDER BY m.family_id";
    TOTALS = "SELECT COUNT(*), COUNT(DISTINCT COALESCE(p.organisation_id, c.organisation_id)) FROM letter m LEFT JOIN paper p ON m.item_kind = 'paper' AND p.id = m.item_id LEFT JOIN comment c ON m.item_kind = 'comment' AND c.id = m.item_id WHERE m.family_id = (SELECT x.family_id FROM letter x WHERE x.item_id = $1) AND COALESCE(p.state, c.state) IN ('submitted', 'accepted', 'returned', 'declined')";
    CONTENT = "SELECT t.content FROM letter l JOIN receipt t ON t.id = l.receipt_id WHERE l.item_id = $1";
    FAMILY_OF = "SELECT family_id FROM letter WHERE item_id = $1";
    IN_FAMILY = "SELECT 1 FROM letter WHERE family_id = $1 LIMIT 1";
}

/// Notes that an input is to be compared with others.
pub async fn due(tx: &mut Tx, kind: ItemKind, item: ItemId) -> StoreResult<()> {
    execute!(tx, DUE, item.to_string(), kind.code()).map(|_| ())
}

/// What is to be compared, the oldest first.
pub async fn all_due(tx: &mut Tx, limit: i64) -> StoreResult<Vec<(ItemKind, ItemId)>> {
    let rows = fetch_all!(tx, (Text<ItemId>, Text<ItemKind>), ALL_DUE, limit)?;
    Ok(rows.into_iter().map(|(item, kind)| (kind.0, item.0)).collect())
}

/// Notes that an input is compared; answers whether nobody else has done it.
pub async fn done(tx: &mut Tx, item: ItemId) -> StoreResult<bool> {
    Ok(execute!(tx, DONE, item.to_string())? > 0)
}

/// A family a letter may belong to.
#[derive(Debug)]
pub struct Candidate {
    pub id: FamilyId,
    pub signature: Signature,
    /// How many stand in it.
    pub members: i64,
}

/// The families of a round that have most bands in common with a letter.
pub async fn candidates(tx: &mut Tx, round: RoundId, signature: &Signature) -> StoreResult<Vec<Candidate>> {
    let most = i64::try_from(MOST_CANDIDATES).unwrap_or(i64::MAX);
    let rows = fetch_all!(tx, (Text<FamilyId>, String, i64), CANDIDATES, id_list(signature.bands()), round.to_string(), most)?;
    // One that cannot be read is no candidate: nobody's letter waits for it.
    let candidate =
        |(id, text, members): (Text<FamilyId>, String, i64)| Some(Candidate { id: id.0, signature: Signature::from_text(&text)?, members });
    Ok(rows.into_iter().filter_map(candidate).collect())
}

/// Stores a family and what finds it.
pub async fn found(tx: &mut Tx, id: FamilyId, round: RoundId, signature: &Signature) -> StoreResult<()> {
    execute!(tx, FOUND, id.to_string(), round.to_string(), signature.to_text())?;
    execute!(tx, super::dialect::BANDS, id_list(signature.bands()), round.to_string(), id.to_string()).map(|_| ())
}

/// Lets a family go over into another.
pub async fn go_over(tx: &mut Tx, from: FamilyId, into: FamilyId) -> StoreResult<()> {
    execute!(tx, GO_OVER, from.to_string(), into.to_string())?;
    end(tx, from).await
}

/// Puts a letter into a family.
pub async fn put(tx: &mut Tx, kind: ItemKind, item: ItemId, receipt: ReceiptId, family: FamilyId) -> StoreResult<()> {
    execute!(tx, PUT, item.to_string(), kind.code(), receipt.to_string(), family.to_string()).map(|_| ())
}

/// Takes a letter out of its family; a family without letters ends.
pub async fn leave(tx: &mut Tx, item: ItemId) -> StoreResult<()> {
    let Some((family,)) = fetch_optional!(tx, (Text<FamilyId>,), FAMILY_OF, item.to_string())? else { return Ok(()) };
    execute!(tx, LEAVE, item.to_string())?;
    if fetch_optional!(tx, (i32,), IN_FAMILY, family.0.to_string())?.is_none() {
        end(tx, family.0).await?;
    }
    Ok(())
}

async fn end(tx: &mut Tx, family: FamilyId) -> StoreResult<()> {
    execute!(tx, END_BANDS, family.to_string())?;
    execute!(tx, END_FAMILY, family.to_string()).map(|_| ())
}

#[derive(FromRow)]
struct AlikeRow {
    item_kind: Text<ItemKind>,
    item_id: Text<ItemId>,
    queue_id: Option<Text<SubgroupId>>,
    body_id: Text<BodyId>,
    state: Text<ItemState>,
    redacted: Text<Redacted>,
    #[sqlx(flatten)]
    author: AuthorRow,
}

/// A letter of a family, with the queue it is in.
#[derive(Debug)]
pub struct StoredLetter {
    pub line: AlikeLine,
    /// `None`: that of the whole body.
    pub queue: Option<SubgroupId>,
    pub body: BodyId,
    pub is_redacted: bool,
}

/// Those that are nearly the same as an input, it among them, the oldest first.
pub async fn alike(tx: &mut Tx, item: ItemId, limit: i64) -> StoreResult<Vec<StoredLetter>> {
    let letter = |row: AlikeRow| StoredLetter {
        line: AlikeLine { kind: row.item_kind.0, item: row.item_id.0, state: row.state.0, organisation: row.author.into() },
        queue: row.queue_id.map(|id| id.0),
        body: row.body_id.0,
        is_redacted: !row.redacted.0.is_empty(),
    };
    Ok(fetch_all!(tx, AlikeRow, ALIKE, item.to_string(), limit)?.into_iter().map(letter).collect())
}

/// How many inputs are nearly the same as this one, it among them, and how many organisations sent them.
pub async fn totals(tx: &mut Tx, item: ItemId) -> StoreResult<(i64, i64)> {
    Ok(fetch_optional!(tx, (i64, i64), TOTALS, item.to_string())?.unwrap_or_default())
}

/// The record of the words of a letter.
pub async fn content(tx: &mut Tx, item: ItemId) -> StoreResult<Option<String>> {
    Ok(fetch_optional!(tx, (String,), CONTENT, item.to_string())?.map(|(content,)| content))
}

/// How many inputs are nearly the same as each of these, those alone left out.
pub async fn how_many(tx: &mut Tx, items: impl IntoIterator<Item = ItemId>) -> StoreResult<HashMap<ItemId, i64>> {
    let families = fetch_all!(tx, (Text<ItemId>, Text<FamilyId>), FAMILIES, id_list(items))?;
    if families.is_empty() {
        return Ok(HashMap::new());
    }
    let ids: BTreeSet<_> = families.iter().map(|(_, family)| family.0).collect();
    let counts: HashMap<_, _> =
        fetch_all!(tx, (Text<FamilyId>, i64), HOW_MANY, id_list(ids))?.into_iter().map(|(family, n)| (family.0, n)).collect();
    let count = |(item, family): (Text<ItemId>, Text<FamilyId>)| Some((item.0, counts.get(&family.0).copied().filter(|n| *n > 1)?));
    Ok(families.into_iter().filter_map(count).collect())
}
