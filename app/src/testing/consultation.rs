//! The sample as a portal. What the pages do not ask for is not there.

use super::proofs::file;
use super::sample::{self, Sample};
use super::{NOW, organisation};
use async_trait::async_trait;
use model::domain::comment_filter::CommentFilter;
use model::domain::ids::*;
use model::domain::item::ItemKind;
use model::domain::language::Language;
use model::domain::norm::Norm;
use model::domain::provision_link::Links;
use model::domain::receipt::Receipt;
use model::domain::round::RoundKind;
use model::domain::voice::Voice;
use model::error::{PortalError, PortalResult};
use model::portal::*;
use std::collections::HashMap;

#[async_trait]
impl Bodies for Sample {
    async fn home(&self, _: &Ctx) -> PortalResult<Home> {
        let line = self.line(RoundKind::PositionPapers);
        let rounds = if self.empty { Vec::new() } else { vec![line.clone(), self.line(RoundKind::Comments)] };
        Ok(Home { bodies: vec![line.body], rounds, latest_papers: self.paper_lines() })
    }
    async fn body(&self, _: &Ctx, _: &str) -> PortalResult<BodyPage> {
        let line = self.line(RoundKind::PositionPapers);
        if self.empty {
            return Ok(BodyPage {
                body: line.body,
                sessions: vec![],
                rounds: vec![],
                subgroups: vec![],
                drafts: vec![],
                late: HashMap::new(),
            });
        }
        let subgroups = vec![SubgroupLine { subgroup: sample::subgroup(), members: 12 }];
        Ok(BodyPage {
            body: line.body.clone(),
            sessions: vec![line.session.clone()],
            rounds: vec![line],
            subgroups,
            drafts: vec![sample::draft()],
            late: HashMap::new(),
        })
    }
    async fn session(&self, _: &Ctx, _: SessionId) -> PortalResult<SessionPage> {
        let line = self.line(RoundKind::PositionPapers);
        let rounds = if self.empty { Vec::new() } else { vec![line.clone()] };
        let withdrawn = if self.empty { Vec::new() } else { super::planning::withdrawn() };
        let (session, body, own) = (line.session, line.body, self.own);
        Ok(SessionPage { session, body, rounds, drafts: vec![], withdrawn, may_read_summary: own, may_read_writing: own })
    }
    async fn norms(&self, _: &Ctx) -> PortalResult<Vec<Norm>> {
        Ok(if self.empty { vec![] } else { vec![sample::norm()] })
    }
}

#[async_trait]
impl Comments for Sample {
    async fn comment(&self, _: &Ctx, _: CommentId) -> PortalResult<CommentPage> {
        Ok(self.comment_page())
    }
    async fn send_comment(&self, _: &Ctx, _: SaveComment) -> PortalResult<Sent> {
        Err(PortalError::NotFound)
    }
    async fn say_voice(&self, _: &Ctx, _: CommentId, _: i64, _: OrganisationId, _: Option<Voice>) -> PortalResult<()> {
        Ok(())
    }
    async fn withdraw_comment(&self, _: &Ctx, _: CommentId, _: i64) -> PortalResult<()> {
        Ok(())
    }
    async fn comment_receipt(&self, _: &Ctx, _: CommentId) -> PortalResult<ReceiptPage> {
        let (receipt, line) = (sample::receipt(ItemKind::Comment), self.line(RoundKind::Comments));
        Ok(ReceiptPage {
            receipt,
            title: "4 (b)".to_owned(),
            organisation: organisation(),
            joint: Vec::new(),
            line,
            entry: sample::ledger().pop(),
            signed: file("STK-OEWG-S1-RNP-0017"),
            state: model::domain::item::ItemState::Submitted,
        })
    }
}

#[async_trait]
impl Deadlines for Sample {
    async fn round(&self, _: &Ctx, id: RoundId) -> PortalResult<RoundPage> {
        let speaks = id == sample::SPEAKERS_ROUND;
        let accredits = id == sample::ACCREDITATION_ROUND;
        let co_signs = id == sample::CO_SIGNING_ROUND;
        let line = self.line(match () {
            () if speaks => RoundKind::Speakers,
            () if accredits => RoundKind::Accreditation,
            () if co_signs => RoundKind::CoSigning,
            () => RoundKind::PositionPapers,
        });
        let co_signing = if co_signs && !self.empty { super::co_signing::public(self) } else { RoundCoSigning::default() };
        let accreditation = if accredits && !self.empty { super::accreditations::public() } else { RoundAccreditation::default() };
        let speakers = if speaks && !self.empty { super::speakers::public() } else { RoundSpeakers::default() };
        let (late_papers, papers): (Vec<_>, Vec<_>) = self.paper_lines().into_iter().partition(|paper| paper.late);
        let unsubmitted = if self.own { papers.iter().filter(|paper| paper.state.is_editable()).cloned().collect() } else { Vec::new() };
        let (ledger, draft, may_change) = (sample::ledger(), Some(sample::draft()), self.own);
        Ok(RoundPage {
            line,
            ledger,
            entries: 4,
            draft,
            subgroup: None,
            papers,
            late_papers,
            speakers,
            accreditation,
            co_signing,
            unsubmitted,
            may_change,
            for_the_chair: self.own.then_some(2),
            late: 2,
        })
    }
    async fn change_deadline(&self, _: &Ctx, _: RoundId, _: NewDeadline) -> PortalResult<()> {
        Err(PortalError::NotFound)
    }
}

#[async_trait]
impl Repeats for Sample {
    async fn form_answer(&self, _: &Ctx, _: &str) -> PortalResult<Option<FormAnswer>> {
        Ok(None)
    }
    async fn note_form_answer(&self, _: &Ctx, _: &str, _: FormAnswer) -> PortalResult<()> {
        Ok(())
    }
}

#[async_trait]
impl Outbox for Sample {
    async fn mails(&self, _: &Ctx) -> PortalResult<Vec<Mail>> {
        Ok(vec![sample::mail()])
    }
    async fn mail(&self, _: &Ctx, _: MailId) -> PortalResult<Mail> {
        Ok(sample::mail())
    }
}

#[async_trait]
impl Papers for Sample {
    async fn papers(&self, _: &Ctx, cursor: Option<&str>) -> PortalResult<Slice<PaperLine>> {
        Ok(Slice { rows: self.paper_lines(), next: (cursor.is_none() && !self.empty).then(|| "a/b&c".to_owned()) })
    }
    async fn round_papers(&self, _: &Ctx, _: RoundId, shelf: Shelf, cursor: Option<&str>) -> PortalResult<RoundPapers> {
        let next = (cursor.is_none() && !self.empty).then(|| "a/b&c".to_owned());
        Ok(RoundPapers { line: self.line(RoundKind::PositionPapers), shelf, list: Slice { rows: self.paper_lines(), next } })
    }
    async fn paper(&self, _: &Ctx, _: PaperId) -> PortalResult<PaperPage> {
        Ok(self.paper_page())
    }
    async fn paper_editor(&self, ctx: &Ctx, _: RoundId, _: Option<OrganisationId>) -> PortalResult<PaperEditor> {
        let subgroups = vec![SubgroupChoice { subgroup: sample::subgroup(), joined: true }];
        let line = self.line(RoundKind::PositionPapers);
        Ok(PaperEditor {
            line,
            subgroups,
            organisation: organisation().id,
            organisation_name: organisation().name,
            organisations: ctx.actor.writing_for(),
        })
    }
    async fn targets(&self, _: &Ctx, _: BodyId) -> PortalResult<Targets> {
        Ok(super::recommendations::targets())
    }
    async fn place_to_take(&self, _: &Ctx, id: PaperId) -> PortalResult<Option<PlaceToTake>> {
        Ok((self.own && !self.empty).then(|| PlaceToTake { id, title: "Another <b>".to_owned(), language: Language::Ar }))
    }
    async fn take_place(&self, _: &Ctx, _: PaperId, _: PaperId) -> PortalResult<()> {
        Err(PortalError::NotFound)
    }
    async fn save_paper(&self, _: &Ctx, _: SavePaper) -> PortalResult<Saved<PaperId>> {
        Err(PortalError::NotFound)
    }
    async fn autosave_paper(&self, _: &Ctx, _: SavePaper) -> PortalResult<Saved<PaperId>> {
        Err(PortalError::NotFound)
    }
    async fn submit_paper(&self, _: &Ctx, _: PaperId, _: i64) -> PortalResult<Submitted> {
        Err(PortalError::NotFound)
    }
    async fn discard_draft(&self, _: &Ctx, _: PaperId, _: i64) -> PortalResult<RoundId> {
        Err(PortalError::NotFound)
    }
    async fn withdraw_paper(&self, _: &Ctx, _: PaperId, _: i64) -> PortalResult<()> {
        Err(PortalError::NotFound)
    }
    async fn replace_paper(&self, _: &Ctx, _: PaperId) -> PortalResult<PaperId> {
        Err(PortalError::NotFound)
    }
    async fn successor(&self, _: &Ctx, _: PaperId) -> PortalResult<Option<PaperId>> {
        Ok(None)
    }
    async fn compare_paper(&self, _: &Ctx, id: PaperId, _: Option<ReceiptId>, _: Option<ReceiptId>) -> PortalResult<PaperComparison> {
        let page = self.paper_page();
        let receipt = sample::receipt(ItemKind::Paper);
        let mut new = page.paper.content.clone();
        new.text.push_str(" <b>more</b>");
        let versions = vec![
            PaperVersion { receipt: None, content: new },
            PaperVersion { receipt: Some((receipt.id, receipt.number, NOW)), content: page.paper.content },
        ];
        Ok(PaperComparison { id, line: page.line, versions, old: 1, new: 0, targets: HashMap::default() })
    }
    async fn paper_receipt(&self, _: &Ctx, _: PaperId) -> PortalResult<ReceiptPage> {
        let (receipt, line) = (sample::receipt(ItemKind::Paper), self.line(RoundKind::PositionPapers));
        Ok(ReceiptPage {
            receipt,
            title: "A <title>".to_owned(),
            organisation: organisation(),
            joint: vec![organisation()],
            line,
            entry: sample::ledger().pop(),
            signed: file("STK-OEWG-S1-RNP-0017"),
            state: model::domain::item::ItemState::Submitted,
        })
    }
    async fn receipt_content(&self, _: &Ctx, _: ReceiptId) -> PortalResult<Receipt> {
        Err(PortalError::NotFound)
    }
    async fn own_input(&self, _: &Ctx) -> PortalResult<OwnInput> {
        Ok(if self.empty { OwnInput::default() } else { sample::own_input() })
    }
}

#[async_trait]
impl People for Sample {
    async fn register(&self, _: &Ctx, _: Registration) -> PortalResult<Registered> {
        Err(PortalError::NotFound)
    }
    async fn confirm_code(&self, _: &Ctx, _: &str) -> PortalResult<()> {
        Err(PortalError::NotFound)
    }
    async fn confirm_link(&self, _: &Ctx, _: &str) -> PortalResult<()> {
        Err(PortalError::NotFound)
    }
    async fn resend_confirmation(&self, _: &Ctx) -> PortalResult<()> {
        Err(PortalError::NotFound)
    }
    async fn sign_in(&self, _: &Ctx, _: &str, _: &str) -> PortalResult<Option<NewLogin>> {
        Err(PortalError::NotFound)
    }
    async fn sign_out(&self, _: &Ctx, _: &SessionToken) -> PortalResult<()> {
        Err(PortalError::NotFound)
    }
}

#[async_trait]
impl Summaries for Sample {
    async fn summary(&self, _: &Ctx, _: SessionId) -> PortalResult<Summary> {
        let line = self.line(RoundKind::PositionPapers);
        let counts = if self.empty { StateCounts::default() } else { StateCounts { accepted: 1, submitted: 2, returned: 0, declined: 1 } };
        let receipt = "STK-OEWG-S1-RNP-0017".to_owned();
        let comment = SummaryComment {
            id: sample::COMMENT,
            receipt: receipt.clone(),
            organisation: organisation(),
            content: sample::words(),
            received_at: NOW,
            late: true,
            is_redacted: true,
            heard: sample::heard(),
        };
        let content = self.paper_page().paper.content;
        let paper = SummaryPaper {
            id: sample::PAPER,
            receipt,
            organisation: organisation(),
            title: content.title,
            language: content.language,
            text: content.text,
            signatories: vec![organisation()],
            answers: model::domain::paper::answered(&super::questions(), &content.answers),
            recommendations: super::recommendations::recommended(),
            received_at: NOW,
            late: true,
            is_redacted: true,
        };
        let provision = sample::provisions().remove(1).provision;
        let quiet =
            ProvisionSummary { provision: sample::provisions().remove(2).provision, accepted: vec![], counts: StateCounts::default() };
        let provisions = vec![ProvisionSummary { provision, accepted: vec![comment], counts }, quiet];
        let texts = vec![TextSummary { draft: sample::draft(), provisions }];
        let papers = vec![
            SubgroupSummary { subgroup: Some(sample::subgroup()), accepted: vec![paper], counts },
            SubgroupSummary { subgroup: None, accepted: vec![], counts: StateCounts { submitted: 1, ..StateCounts::default() } },
        ];
        let standings = [(organisation().id, super::accreditations::STANDING)].into();
        let (session, body) = (line.session, line.body);
        Ok(Summary { session, body, standings, as_of: NOW, texts, papers, comment_counts: counts, paper_counts: counts })
    }
    async fn note_export(&self, _: &Ctx, _: SessionId, _: &str) -> PortalResult<()> {
        Err(PortalError::NotFound)
    }
}

#[async_trait]
impl Texts for Sample {
    async fn draft(&self, _: &Ctx, _: DraftVersionId, filter: CommentFilter) -> PortalResult<DraftPage> {
        let line = self.line(RoundKind::Comments);
        let (provisions, rounds) = if self.empty { (vec![], vec![]) } else { (sample::provisions(), vec![line.clone()]) };
        Ok(DraftPage {
            draft: sample::draft(),
            body: line.body,
            subgroup: sample::subgroup(),
            provisions,
            filter,
            subgroups: vec![sample::subgroup()],
            on_whole: if self.empty { 0 } else { 3 },
            all_comments: if self.empty { 0 } else { 12 },
            without_place: if self.empty { 0 } else { 2 },
            places_said: self.own,
            versions: vec![sample::draft(), super::drafting::earlier()],
            translations: if self.empty { vec![] } else { super::translations::all() },
            rounds,
        })
    }
    async fn provision_status(&self, _: &Ctx, _: ProvisionId) -> PortalResult<StatusPage> {
        Ok(self.status_page())
    }
    async fn compare_texts(&self, _: &Ctx, _: DraftVersionId, _: DraftVersionId) -> PortalResult<TextComparison> {
        let line = self.line(RoundKind::Comments);
        let old = super::drafting::base();
        let mut new = old.clone();
        let mut origins: Vec<Vec<usize>> = (0..new.len()).map(|at| vec![at]).collect();
        if !self.empty {
            // One changed, one deleted, one new.
            "States [must <always>] act.".clone_into(&mut new[1].text);
            "Something <else>;".clone_into(&mut new[3].text);
            origins[3] = vec![];
            "(c)".clone_into(&mut new[2].label);
        }
        let alignment = model::domain::drafting::Alignment::new(origins, old.len(), new.len()).ok_or(PortalError::NotFound)?;
        Ok(TextComparison {
            body: line.body,
            versions: vec![sample::draft(), super::drafting::earlier()],
            old: (super::drafting::earlier(), old),
            new: (sample::draft(), new),
            alignment,
        })
    }
    async fn provision(&self, _: &Ctx, _: ProvisionId, asked: SaidQuery) -> PortalResult<ProvisionPage> {
        let line = self.line(RoundKind::Comments);
        Ok(ProvisionPage {
            provision: sample::provisions().remove(1).provision,
            draft: sample::draft(),
            body: line.body.clone(),
            subgroup: sample::subgroup(),
            rounds: if self.empty { vec![] } else { vec![line] },
            history: if self.empty {
                vec![]
            } else {
                let before = sample::provisions().remove(2).provision;
                vec![(sample::draft(), sample::provisions().remove(1).provision), (super::drafting::earlier(), before)]
            },
            translations: if self.empty { vec![] } else { super::translations::of_provision() },
            status: if self.empty { None } else { Some(super::drafting::status_entry()) },
            sets_status: self.own,
            links: if self.empty { Links::default() } else { super::linking::links() },
            norms: if self.empty { vec![] } else { vec![sample::norm()] },
            sets_links: self.own,
            earlier: self.earlier(),
            said: self.said(),
            asked,
            subgroups: vec![sample::subgroup()],
            heard: if self.empty { HashMap::new() } else { HashMap::from([(sample::COMMENT, sample::heard())]) },
            own: if self.own { vec![self.comment_line()] } else { vec![] },
        })
    }
}
