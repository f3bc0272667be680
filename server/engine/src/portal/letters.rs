//! Form letters: inputs that are nearly the same text are put together behind the scenes, and shown beside each other (ADR 0046).

use super::submitting::KeptPaper;
use super::{ServerPortal, in_tx, incident};
use crate::store::letters::{self, StoredLetter};
use crate::store::{Tx, comments, papers, receipts};
use model::domain::comment::CommentContent;
use model::domain::families::{Mark, Placement, Reference, Run, Signature, place, takes_in};
use model::domain::ids::{CommentId, FamilyId, ItemId, PaperId, ReceiptId, RoundId};
use model::domain::item::{ItemKind, ItemState};
use model::domain::language::Language;
use model::domain::time::Instant;
use model::error::{PortalError, PortalResult};
use model::policy::{self, ReadQueue};
use model::portal::{Alike, AlikePassage, Ctx};
use std::sync::Arc;

/// Letters of a family that are listed; the others are counted.
const MOST: i64 = 500;

/// What is compared of an input: its words as they were put on the record. Of a comment why it says what it says: the words it proposes are
/// mostly those of the paragraph, and two that want opposite things have them in common.
pub(super) fn words(kind: ItemKind, content: &str) -> PortalResult<String> {
    Ok(match kind {
        ItemKind::Paper => {
            let kept: KeptPaper = serde_json::from_str(content).map_err(|error| incident(&error))?;
            kept.into_content(None, Language::En).all_words()
        }
        ItemKind::Comment => {
            let kept: CommentContent = serde_json::from_str(content).map_err(|error| incident(&error))?;
            kept.reason
        }
    })
}

/// An input that is to be compared.
struct ToPlace {
    kind: ItemKind,
    item: ItemId,
    round: RoundId,
    receipt: ReceiptId,
    /// `None`: it is too short, or nobody but the chair reads it.
    signature: Option<Signature>,
}

impl ServerPortal {
    /// Compares what was submitted since with the other inputs of its round; answers how many there were.
    ///
    /// # Errors
    /// The database cannot be read or written.
    pub async fn place_letters(&self, now: Instant, limit: i64) -> PortalResult<usize> {
        let due = letters::all_due(&mut self.db.read().await?, limit).await?;
        for (kind, item) in &due {
            match self.place_letter(now, *kind, *item).await {
                // A conflict: another node, or its authors; the next tick reads anew.
                Ok(()) | Err(PortalError::Conflict) => {}
                Err(error @ PortalError::Unavailable) => return Err(error),
                Err(error) => {
                    // It is not compared; the others are.
                    tracing::warn!(item = %item, ?error, "an input cannot be compared");
                    let item = *item;
                    in_tx!(self.db, [], |tx| { Ok::<_, PortalError>(letters::done(tx, item).await?) }).await?;
                }
            }
        }
        Ok(due.len())
    }

    async fn place_letter(&self, now: Instant, kind: ItemKind, item: ItemId) -> PortalResult<()> {
        let new = FamilyId(self.ids.uuid(now));
        // What takes time comes before the writer's turn.
        let letter = Arc::new(to_place(&mut self.db.read().await?, kind, item).await?);
        in_tx!(self.db, [letter], |tx| {
            // Another node is done with it.
            if !letters::done(tx, item).await? {
                return Ok(());
            }
            let newest = receipts::latest_of_item(tx, item).await?.map(|receipt| receipt.id);
            match &*letter {
                // It was sent again a moment ago: that is due, too.
                Some(letter) if newest != Some(letter.receipt) => Err(PortalError::Conflict),
                Some(letter) => put(tx, letter, new).await,
                None => Ok(()),
            }
        })
        .await
    }
}

/// Puts a letter into the family it belongs to.
async fn put(tx: &mut Tx, letter: &ToPlace, new: FamilyId) -> PortalResult<()> {
    letters::leave(tx, letter.item).await?;
    let Some(signature) = &letter.signature else { return Ok(()) };
    let candidates = letters::candidates(tx, letter.round, signature).await?;
    let known: Vec<_> = candidates.iter().map(|one| (one.id, &one.signature)).collect();
    let family = match place(signature, &known) {
        Placement::Joins(family) => family,
        Placement::Founds => {
            letters::found(tx, new, letter.round, signature).await?;
            let alone: Vec<_> = candidates.iter().filter(|one| one.members == 1).map(|one| (one.id, &one.signature)).collect();
            for other in takes_in(signature, &alone) {
                letters::go_over(tx, other, new).await?;
            }
            new
        }
    };
    Ok(letters::put(tx, letter.kind, letter.item, letter.receipt, family).await?)
}

async fn to_place(tx: &mut Tx, kind: ItemKind, item: ItemId) -> PortalResult<Option<ToPlace>> {
    let Some(receipt) = receipts::latest_of_item(tx, item).await? else { return Ok(None) };
    let (round, state) = match kind {
        ItemKind::Paper => papers::by_id(tx, PaperId(item.0)).await?.map(|paper| (paper.round, paper.state)),
        ItemKind::Comment => comments::by_id(tx, CommentId(item.0)).await?.map(|comment| (comment.round, comment.state)),
    }
    .ok_or(PortalError::NotFound)?;
    let signature = if state == ItemState::ForTheChair { None } else { Signature::of(&words(kind, &receipt.content)?) };
    Ok(Some(ToPlace { kind, item, round, receipt: receipt.id, signature }))
}

/// What is nearly the same as an input, for who is in charge of it.
pub(super) async fn alike(tx: &mut Tx, ctx: &Ctx, kind: ItemKind, item: ItemId) -> PortalResult<Option<Alike>> {
    let (count, organisations) = letters::totals(tx, item).await?;
    if count < 2 {
        return Ok(None);
    }
    let all = letters::alike(tx, item, MOST).await?;
    let passages = passages(tx, kind, item, &all).await?;
    let in_charge =
        |letter: &StoredLetter| policy::check(&ctx.actor, &ReadQueue { body: letter.body, subgroup: letter.queue }, ctx.now).is_ok();
    let lines: Vec<_> = all.into_iter().filter(in_charge).map(|letter| letter.line).collect();
    let elsewhere = count - i64::try_from(lines.len()).unwrap_or(i64::MAX);
    Ok(Some(Alike { lines, elsewhere, organisations, passages }))
}

/// What an input has in common with the oldest of the others. Only its own words are in it: the other may be nobody's to read here.
async fn passages(tx: &mut Tx, kind: ItemKind, item: ItemId, all: &[StoredLetter]) -> PortalResult<Vec<AlikePassage>> {
    // Beside redacted words of another queue it would show what they are.
    let Some(other) = all.iter().find(|letter| letter.line.item != item && !letter.is_redacted) else { return Ok(Vec::new()) };
    let (own, theirs) = (letters::content(tx, item).await?, letters::content(tx, other.line.item).await?);
    let (Some(own), Some(theirs)) = (own, theirs) else { return Ok(Vec::new()) };
    let (own, other) = (words(kind, &own)?, words(other.line.kind, &theirs)?);
    let mut passages: Vec<AlikePassage> = Vec::new();
    let mut push = |words: &str, own: bool| match passages.last_mut() {
        Some(last) if last.own == own => last.words.push_str(words),
        _ => passages.push(AlikePassage { words: words.to_owned(), own }),
    };
    for passage in Reference::of(&other).compare(&own) {
        match passage.mark {
            Mark::Shared => push(passage.text, false),
            Mark::Own | Mark::Unread => push(passage.text, true),
            // Of a sentence that was changed only the words that were.
            Mark::Changed(runs) => {
                for run in runs {
                    match run {
                        Run::Same(words) => push(words, false),
                        Run::In(words) => push(words, true),
                        Run::Out(_) => {}
                    }
                }
            }
        }
    }
    Ok(passages)
}
