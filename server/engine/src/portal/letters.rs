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
use std::collections::BTreeSet;

/// Letters of a family that are listed.
const MOST: i64 = 500;

/// What is compared of an input: its words as they were put on the record.
fn words(kind: ItemKind, content: &str) -> PortalResult<String> {
    Ok(match kind {
        ItemKind::Paper => {
            let kept: KeptPaper = serde_json::from_str(content).map_err(|error| incident(&error))?;
            kept.into_content(None, Language::En).all_words()
        }
        ItemKind::Comment => {
            let kept: CommentContent = serde_json::from_str(content).map_err(|error| incident(&error))?;
            [kept.reason, kept.proposed_text].join("\n\n")
        }
    })
}

/// An input that is to be compared.
struct ToPlace {
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
            self.place_letter(now, *kind, *item).await?;
        }
        Ok(due.len())
    }

    async fn place_letter(&self, now: Instant, kind: ItemKind, item: ItemId) -> PortalResult<()> {
        let new = FamilyId(self.ids.uuid(now));
        in_tx!(self.db, [], |tx| {
            // Another node is done with it.
            if !letters::done(tx, item).await? {
                return Ok(());
            }
            let Some(letter) = to_place(tx, kind, item).await? else { return Ok(()) };
            letters::leave(tx, item).await?;
            let Some(signature) = letter.signature else { return Ok(()) };
            let candidates = letters::candidates(tx, letter.round, &signature).await?;
            let known: Vec<_> = candidates.iter().map(|one| (one.id, &one.signature)).collect();
            let family = match place(&signature, &known) {
                Placement::Joins(family) => family,
                Placement::Founds => {
                    letters::found(tx, new, letter.round, &signature).await?;
                    let alone: Vec<_> = candidates.iter().filter(|one| one.members == 1).map(|one| (one.id, &one.signature)).collect();
                    for other in takes_in(&signature, &alone) {
                        letters::go_over(tx, other, new).await?;
                    }
                    new
                }
            };
            Ok::<_, PortalError>(letters::put(tx, kind, item, letter.receipt, family).await?)
        })
        .await
    }
}

async fn to_place(tx: &mut Tx, kind: ItemKind, item: ItemId) -> PortalResult<Option<ToPlace>> {
    let Some(receipt) = receipts::latest_of_item(tx, item).await? else { return Ok(None) };
    let (round, state) = match kind {
        ItemKind::Paper => papers::by_id(tx, PaperId(item.0)).await?.map(|paper| (paper.round, paper.state)),
        ItemKind::Comment => comments::by_id(tx, CommentId(item.0)).await?.map(|comment| (comment.round, comment.state)),
    }
    .ok_or(PortalError::NotFound)?;
    let signature = if state == ItemState::ForTheChair { None } else { Signature::of(&words(kind, &receipt.content)?) };
    Ok(Some(ToPlace { round, receipt: receipt.id, signature }))
}

/// What is nearly the same as an input, for who is in charge of it.
pub(super) async fn alike(tx: &mut Tx, ctx: &Ctx, kind: ItemKind, item: ItemId) -> PortalResult<Option<Alike>> {
    let all = letters::alike(tx, item, MOST).await?;
    if all.len() < 2 {
        return Ok(None);
    }
    let organisations = all.iter().map(|letter| letter.line.organisation.id).collect::<BTreeSet<_>>().len();
    let passages = passages(kind, item, &all)?;
    let in_charge =
        |letter: &StoredLetter| policy::check(&ctx.actor, &ReadQueue { body: letter.body, subgroup: letter.queue }, ctx.now).is_ok();
    let (here, elsewhere): (Vec<_>, Vec<_>) = all.into_iter().partition(in_charge);
    let lines = here.into_iter().map(|letter| letter.line).collect();
    Ok(Some(Alike { lines, elsewhere: elsewhere.len(), organisations, passages }))
}

/// What an input has in common with the oldest of the others. Only its own words are in it: the other may be nobody's to read here.
fn passages(kind: ItemKind, item: ItemId, all: &[StoredLetter]) -> PortalResult<Vec<AlikePassage>> {
    let own = all.iter().find(|letter| letter.line.item == item);
    let other = all.iter().find(|letter| letter.line.item != item);
    let (Some(own), Some(other)) = (own, other) else { return Ok(Vec::new()) };
    let (own, other) = (words(kind, &own.content)?, words(other.line.kind, &other.content)?);
    let comparison = Reference::of(&other).compare(&own);
    let mut passages: Vec<AlikePassage> = Vec::new();
    let mut push = |words: &str, own: bool| match passages.last_mut() {
        Some(last) if last.own == own => last.words.push_str(words),
        _ => passages.push(AlikePassage { words: words.to_owned(), own }),
    };
    for passage in comparison.passages {
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
