//! Reading the chair's summary while it is written: the outline with its coverage, a part, a sentence.

use super::{ServerPortal, sentencing};
use crate::store::{Tx, bodies, counted, drafts, inputs, sentences, sessions, subgroups, summary_parts};
use async_trait::async_trait;
use model::domain::body::{Body, Session};
use model::domain::ids::{ItemId, OrganisationId, RemarkId, SentenceId, SessionId};
use model::domain::statistics::{Counted, Inputs};
use model::domain::subgroup::Subgroup;
use model::domain::summary::{Part, coverage, gaps};
use model::error::{PortalError, PortalResult};
use model::policy::{self, HandInPart, ReadWriting, WritePart};
use model::portal::{
    Ctx, InputLine, NewSentence, OutlinePage, PartLine, PartPage, SentenceChange, SentenceLine, SentencePage, Sentences, SourceLine,
};
use std::collections::{HashMap, HashSet};

/// Inputs that no sentence cites, on one page.
const UNCITED: usize = 30;

#[async_trait]
impl Sentences for ServerPortal {
    async fn outline(&self, ctx: &Ctx, id: SessionId) -> PortalResult<OutlinePage> {
        let mut tx = self.db.snapshot().await?;
        let frame = Frame::of(&mut tx, ctx, id).await?;
        let inputs = counted::inputs(&mut tx, id).await?;
        let public: HashSet<ItemId> = inputs.counted.iter().map(|input| input.item).collect();
        let mut sources: HashMap<SentenceId, (usize, usize)> = HashMap::new();
        let mut cited = HashSet::new();
        for (sentence, item) in sentences::cited(&mut tx, id).await? {
            let (all, still) = sources.entry(sentence).or_default();
            *all += 1;
            *still += usize::from(public.contains(&item));
            cited.insert(item);
        }
        let handed_in: HashMap<_, _> = summary_parts::all_handed_in(&mut tx, id).await?.into_iter().collect();
        let mut lines: Vec<PartLine> = Part::all(&frame.subgroups)
            .into_iter()
            .map(|part| {
                let handed_in_at = handed_in.get(&part).copied();
                let may_write = frame.may_write(ctx, part, handed_in_at.is_some(), false).is_ok();
                PartLine { part, sentences: 0, gaps: 0, remarks: 0, handed_in_at, may_write }
            })
            .collect();
        for stored in sentences::of_session(&mut tx, id).await? {
            let (all, still) = sources.get(&stored.id).copied().unwrap_or_default();
            if let Some(line) = lines.iter_mut().find(|line| line.part == stored.part) {
                line.sentences += 1;
                line.remarks += stored.remarks;
                line.gaps += usize::from(!gaps(&stored.words, all, still).is_empty());
            }
        }
        let coverage = coverage(&inputs, |item| cited.contains(&item));
        let named: HashSet<_> = coverage.minorities.iter().map(|one| one.provision).collect();
        let provisions = drafts::provisions_of_session(&mut tx, id).await?;
        let provisions = provisions.into_iter().filter(|one| named.contains(&one.id)).map(|one| (one.id, one)).collect();
        let (_, uncited) = uncited(&mut tx, inputs.counted.iter(), &cited).await?;
        let Frame { session, body, subgroups } = frame;
        Ok(OutlinePage { session, body, subgroups, as_of: ctx.now, parts: lines, coverage, provisions, uncited })
    }

    async fn part(&self, ctx: &Ctx, id: SessionId, part: Part) -> PortalResult<PartPage> {
        let mut tx = self.db.snapshot().await?;
        let frame = Frame::of(&mut tx, ctx, id).await?;
        frame.require(part)?;
        let inputs = counted::inputs(&mut tx, id).await?;
        let handed_in_at = summary_parts::handed_in(&mut tx, id, part).await?;
        let mut sources = sentences::sources_of_part(&mut tx, id, part).await?;
        let stored = sentences::of_part(&mut tx, id, part).await?;
        let names = Names::of(&inputs);
        let lines: Vec<_> = stored.into_iter().map(|one| line(&names, sources.remove(&one.id).unwrap_or_default(), one)).collect();
        let cited: HashSet<ItemId> = sentences::cited(&mut tx, id).await?.into_iter().map(|(_, item)| item).collect();
        let (uncited_count, uncited) = uncited(&mut tx, about(&inputs, part), &cited).await?;
        let passes = |back| {
            let hand = part.moderated().map(|subgroup| HandInPart { body: frame.body.id, subgroup, back });
            hand.is_some_and(|hand| policy::check(&ctx.actor, &hand, ctx.now).is_ok())
        };
        Ok(PartPage {
            part,
            handed_in_at,
            sentences: lines,
            organisations: names.behind(about(&inputs, part)).len(),
            inputs: about(&inputs, part).count(),
            uncited_count,
            uncited,
            write: frame.may_write(ctx, part, handed_in_at.is_some(), false),
            own: frame.may_write(ctx, part, handed_in_at.is_some(), true).is_ok(),
            hand_in: handed_in_at.is_none() && passes(false),
            give_back: handed_in_at.is_some() && passes(true),
            session: frame.session,
            body: frame.body,
            subgroups: frame.subgroups,
        })
    }

    async fn sentence(&self, ctx: &Ctx, id: SentenceId) -> PortalResult<SentencePage> {
        let mut tx = self.db.snapshot().await?;
        let stored = sentences::by_id(&mut tx, id).await?.ok_or(PortalError::NotFound)?;
        let frame = Frame::of(&mut tx, ctx, stored.session).await?;
        let inputs = counted::inputs(&mut tx, stored.session).await?;
        let names = Names::of(&inputs);
        let handed_in = summary_parts::handed_in(&mut tx, stored.session, stored.part).await?.is_some();
        let (part, ended_at, was_own) = (stored.part, stored.ended_at, stored.words.own);
        let sources = sentences::sources_of(&mut tx, id).await?;
        Ok(SentencePage {
            ended_at,
            versions: sentences::versions(&mut tx, id).await?,
            remarks: summary_parts::remarks(&mut tx, id).await?,
            organisations: names.behind(about(&inputs, part)).len(),
            write: frame.may_write(ctx, part, handed_in, was_own),
            own: frame.may_write(ctx, part, handed_in, true).is_ok(),
            line: line(&names, sources, stored),
            session: frame.session,
            body: frame.body,
            subgroups: frame.subgroups,
        })
    }

    async fn add_sentence(&self, ctx: &Ctx, session: SessionId, part: Part, new: NewSentence) -> PortalResult<SentenceId> {
        sentencing::add(self, ctx, session, part, new).await
    }

    async fn change_sentence(&self, ctx: &Ctx, id: SentenceId, version: i64, change: SentenceChange) -> PortalResult<()> {
        sentencing::change(self, ctx, id, version, change).await
    }

    async fn hand_in(&self, ctx: &Ctx, session: SessionId, part: Part, back: bool) -> PortalResult<()> {
        sentencing::hand_in(self, ctx, session, part, back).await
    }

    async fn remark(&self, ctx: &Ctx, id: SentenceId, text: String) -> PortalResult<()> {
        sentencing::remark(self, ctx, id, text).await
    }

    async fn settle_remark(&self, ctx: &Ctx, id: SentenceId, remark: RemarkId) -> PortalResult<()> {
        sentencing::settle(self, ctx, id, remark).await
    }
}

/// A session whose summary somebody may read while it is written.
pub(super) struct Frame {
    pub session: Session,
    pub body: Body,
    pub subgroups: Vec<Subgroup>,
}

impl Frame {
    /// # Errors
    /// `NotFound`, and the denials of [`ReadWriting`].
    pub async fn of(tx: &mut Tx, ctx: &Ctx, id: SessionId) -> PortalResult<Self> {
        let session = sessions::by_id(tx, id).await?.ok_or(PortalError::NotFound)?;
        let body = bodies::by_id(tx, session.body).await?.ok_or(PortalError::NotFound)?;
        let subgroups = subgroups::of_body(tx, session.body).await?;
        let read = ReadWriting { body: body.id, subgroups: subgroups.iter().map(|group| group.id).collect() };
        policy::check(&ctx.actor, &read, ctx.now)?;
        Ok(Self { session, body, subgroups })
    }

    /// # Errors
    /// `NotFound`: it is no part of this summary.
    pub fn require(&self, part: Part) -> PortalResult<()> {
        if Part::all(&self.subgroups).contains(&part) { Ok(()) } else { Err(PortalError::NotFound) }
    }

    pub fn may_write(&self, ctx: &Ctx, part: Part, handed_in: bool, own: bool) -> Result<(), policy::Denied> {
        policy::check(&ctx.actor, &self.write(part, handed_in, own), ctx.now)
    }

    pub const fn write(&self, part: Part, handed_in: bool, own: bool) -> WritePart {
        WritePart { body: self.body.id, subgroup: part.moderated(), handed_in, own }
    }
}

/// What a part is about: views of a subgroup about what went to it, the others about everything.
fn about(inputs: &Inputs, part: Part) -> impl Iterator<Item = &Counted> {
    inputs.counted.iter().filter(move |input| match part {
        Part::Views(subgroup) => input.subgroup == subgroup,
        _ => true,
    })
}

/// How many of these inputs no sentence cites, and the oldest of them.
async fn uncited<'a>(
    tx: &mut Tx,
    about: impl Iterator<Item = &'a Counted>,
    cited: &HashSet<ItemId>,
) -> PortalResult<(usize, Vec<InputLine>)> {
    let mut left: Vec<_> = about.filter(|input| !cited.contains(&input.item)).map(|input| (input.at, input.item)).collect();
    left.sort_unstable();
    let count = left.len();
    left.truncate(UNCITED);
    let items: Vec<_> = left.into_iter().map(|(_, item)| item).collect();
    Ok((count, inputs::of(tx, &items).await?))
}

/// Whose names stand under which input.
struct Names<'a> {
    inputs: &'a Inputs,
    by_item: HashMap<ItemId, &'a Counted>,
}

impl<'a> Names<'a> {
    fn of(inputs: &'a Inputs) -> Self {
        Self { inputs, by_item: inputs.counted.iter().map(|input| (input.item, input)).collect() }
    }

    fn behind<'b>(&self, of: impl Iterator<Item = &'b Counted>) -> HashSet<OrganisationId> {
        of.flat_map(|input| self.inputs.named(input)).collect()
    }

    fn behind_sources(&self, sources: &[SourceLine]) -> usize {
        self.behind(sources.iter().filter_map(|source| self.by_item.get(&source.item).copied())).len()
    }
}

fn line(names: &Names<'_>, sources: Vec<SourceLine>, stored: sentences::Stored) -> SentenceLine {
    let public = sources.iter().filter(|source| source.public.is_some()).count();
    SentenceLine {
        id: stored.id,
        part: stored.part,
        organisations: names.behind_sources(&sources),
        gaps: gaps(&stored.words, sources.len(), public),
        words: stored.words,
        version: stored.version,
        sources,
        remarks: stored.remarks,
    }
}
