//! Texts: prepared by the chair of their body, issued, compared.

use super::issuing::to_issue;
use super::{ServerPortal, actor_now, in_tx, permitted, person_of};
use crate::import;
use crate::store::preparations::{self, NewPreparation};
use crate::store::{Tx, audit, bodies, drafts, sessions, subgroups};
use async_trait::async_trait;
use model::domain::audit::AuditAct;
use model::domain::drafting::{Alignment, OriginsMark, Preparation, StatedTime, TextAbout, Unit, VersionWords, outline, source};
use model::domain::ids::{BodyId, DraftId, DraftVersionId, PreparationId, ProvisionId};
use model::domain::language::{Locale, LocalizedText};
use model::domain::person::Actor;
use model::domain::provision_status::ProvisionStatus;
use model::domain::validate::Fault;
use model::error::{FieldError, PortalError, PortalResult};
use model::forms::TextForm;
use model::i18n::t::drafting as t;
use model::policy::{self, ChangeText, PrepareText};
use model::portal::{Ctx, Drafting, PreparationPage, TextEditor, TextLine, TextsPage};
use std::collections::{BTreeMap, HashMap};

#[async_trait]
impl Drafting for ServerPortal {
    async fn texts(&self, ctx: &Ctx, body: &str) -> PortalResult<TextsPage> {
        let mut tx = self.db.read().await?;
        let body = bodies::by_code(&mut tx, body).await?.ok_or(PortalError::NotFound)?;
        policy::check(&ctx.actor, &PrepareText { body: body.id }, ctx.now)?;
        let mut preparations = preparations::lines(&mut tx, body.id).await?;
        let names: HashMap<_, _> = subgroups::of_body(&mut tx, body.id)
            .await?
            .into_iter()
            .map(|group| (group.id, group.name.get(ctx.locale).to_owned()))
            .collect();
        let texts = drafts::of_body_by_text(&mut tx, body.id).await?.into_iter().map(|(draft, about, versions)| TextLine {
            title: about.title,
            subgroup: names.get(&about.subgroup).cloned().unwrap_or_default(),
            versions,
            preparation: preparations.remove(&draft),
        });
        let mut texts: Vec<_> = texts.collect();
        let changed = |line: &TextLine| {
            let issued = line.versions.first().map(|version| version.issued_at);
            line.preparation.as_ref().map(|preparation| preparation.updated_at).max(issued)
        };
        texts.sort_by_key(|line| std::cmp::Reverse(changed(line)));
        Ok(TextsPage { body, texts })
    }

    async fn text_editor(&self, ctx: &Ctx, body: &str) -> PortalResult<TextEditor> {
        let mut tx = self.db.read().await?;
        let body = bodies::by_code(&mut tx, body).await?.ok_or(PortalError::NotFound)?;
        policy::check(&ctx.actor, &PrepareText { body: body.id }, ctx.now)?;
        let subgroups = subgroups::of_body(&mut tx, body.id).await?;
        Ok(TextEditor { body, subgroups })
    }

    async fn begin_text(&self, ctx: &Ctx, body: &str, about: TextAbout, words: VersionWords) -> PortalResult<PreparationId> {
        self.limit_planning(ctx).await?;
        let words = {
            let mut tx = self.db.read().await?;
            let body = bodies::by_code(&mut tx, body).await?.ok_or(PortalError::NotFound)?;
            policy::check(&ctx.actor, &PrepareText { body: body.id }, ctx.now)?;
            plain(&words)?
        };
        let (draft, id) = (DraftId(self.ids.uuid(ctx.now)), PreparationId(self.ids.uuid(ctx.now)));
        let (this, body) = (self.clone(), body.to_owned());
        in_tx!(self.db, [this, ctx, body, about, words], |tx| {
            let body = bodies::by_code(tx, &body).await?.ok_or(PortalError::NotFound)?;
            let actor = actor_now(tx, &ctx).await?;
            permitted(&actor, PrepareText { body: body.id }, ctx.now)?;
            require_subgroup(tx, &about, body.id).await?;
            // Texts of the demonstration are known by a code of their own; all others by what they are.
            drafts::insert(tx, draft, body.id, about.subgroup, &draft.to_string(), &about.title).await?;
            let new = NewPreparation { id, draft, base: None, words: &words, by: person_of(&actor)?, at: ctx.now };
            preparations::insert(tx, &new).await?;
            this.note_text(tx, &ctx, AuditAct::TextBegun, draft, id).await?;
            Ok(id)
        })
        .await
    }

    async fn begin_version(&self, ctx: &Ctx, after: DraftVersionId) -> PortalResult<PreparationId> {
        self.limit_planning(ctx).await?;
        let id = PreparationId(self.ids.uuid(ctx.now));
        let this = self.clone();
        in_tx!(self.db, [this, ctx], |tx| {
            let named = drafts::by_id(tx, after).await?.ok_or(PortalError::NotFound)?;
            let actor = actor_now(tx, &ctx).await?;
            permitted(&actor, PrepareText { body: named.body }, ctx.now)?;
            if let Some(begun) = preparations::of_draft(tx, named.draft).await? {
                return Ok(begun);
            }
            let versions = drafts::of_draft(tx, named.draft).await?;
            let base = versions.first().ok_or(PortalError::NotFound)?;
            let words = VersionWords {
                label: revision(versions.len()),
                language: base.language,
                source: source(&Unit::all(&drafts::provisions(tx, base.id).await?)),
            };
            let new = NewPreparation { id, draft: named.draft, base: Some(base.id), words: &words, by: person_of(&actor)?, at: ctx.now };
            preparations::insert(tx, &new).await?;
            this.note_text(tx, &ctx, AuditAct::VersionBegun, named.draft, id).await?;
            Ok(id)
        })
        .await
    }

    async fn preparation(&self, ctx: &Ctx, id: PreparationId) -> PortalResult<PreparationPage> {
        let mut tx = self.db.read().await?;
        let preparation = own_preparation(&mut tx, &ctx.actor, ctx, id).await?;
        let body = bodies::by_id(&mut tx, preparation.body).await?.ok_or(PortalError::NotFound)?;
        let subgroups = subgroups::of_body(&mut tx, body.id).await?;
        let base = match preparation.base {
            Some(base) => {
                let version = drafts::by_id(&mut tx, base).await?.ok_or(PortalError::NotFound)?;
                Some((version, drafts::provisions(&mut tx, base).await?))
            }
            None => None,
        };
        let text = base.as_ref().map_or(&[][..], |(_, provisions)| provisions);
        let (act, ..) = to_issue(&mut tx, &preparation, text).await?;
        let issue = policy::check(&ctx.actor, &act, ctx.now);
        let newest = sessions::of_body(&mut tx, body.id).await?.into_iter().max_by(|one, other| one.starts_on.cmp(&other.starts_on));
        let time_zone = newest.map_or_else(|| "UTC".to_owned(), |session| session.time_zone);
        let change = policy::check(&ctx.actor, &change(&preparation), ctx.now);
        Ok(PreparationPage { body, subgroups, preparation, base, issue, change, time_zone })
    }

    async fn save_preparation(
        &self,
        ctx: &Ctx,
        id: PreparationId,
        version: i64,
        about: Option<TextAbout>,
        words: VersionWords,
    ) -> PortalResult<()> {
        // XML is read before the writer is held, and for nobody but the chair.
        let words = {
            let mut tx = self.db.read().await?;
            own_preparation(&mut tx, &ctx.actor, ctx, id).await?;
            plain(&words)?
        };
        in_tx!(self.db, [ctx, about, words], |tx| {
            let actor = actor_now(tx, &ctx).await?;
            let stored = own_preparation(tx, &actor, &ctx, id).await?;
            permitted(&actor, change(&stored), ctx.now)?;
            let about = about.filter(|about| stored.base.is_none() && *about != stored.about);
            // The same click again, or nothing new.
            if stored.words == words && about.is_none() {
                return Ok(());
            }
            preparations::save(tx, id, version, &words, ctx.now).await?;
            if let Some(about) = about {
                require_subgroup(tx, &about, stored.body).await?;
                preparations::describe(tx, stored.draft, &about).await?;
            }
            Ok(())
        })
        .await
    }

    async fn confirm_origins(&self, ctx: &Ctx, id: PreparationId, from: OriginsMark, origins: Vec<Vec<usize>>) -> PortalResult<()> {
        let this = self.clone();
        in_tx!(self.db, [this, ctx, from, origins], |tx| {
            let actor = actor_now(tx, &ctx).await?;
            let stored = own_preparation(tx, &actor, &ctx, id).await?;
            permitted(&actor, change(&stored), ctx.now)?;
            let base = stored.base.ok_or(PortalError::NotFound)?;
            let now = OriginsMark::of(&stored);
            if now.words != from.words {
                return Err(PortalError::Conflict);
            }
            let (old, new) = (drafts::provisions(tx, base).await?, outline(&stored.words.source).units);
            let aligned = Alignment::new(origins.clone(), old.len(), new.len()).ok_or(PortalError::Conflict)?;
            // The same click again.
            if stored.origins.as_deref() == Some(aligned.origins()) {
                return Ok(());
            }
            if now.confirmed != from.confirmed {
                return Err(PortalError::Conflict);
            }
            preparations::confirm(tx, id, stored.version, aligned.origins(), ctx.now).await?;
            this.note_text(tx, &ctx, AuditAct::OriginsConfirmed, stored.draft, id).await
        })
        .await
    }

    async fn issue_text(&self, ctx: &Ctx, id: PreparationId, version: i64) -> PortalResult<DraftVersionId> {
        self.issue_now(ctx, id, version).await
    }

    async fn state_issue_time(&self, ctx: &Ctx, id: PreparationId, version: i64, time: StatedTime) -> PortalResult<()> {
        self.state_time(ctx, id, version, time).await
    }

    async fn withdraw_issue_time(&self, ctx: &Ctx, id: PreparationId, version: i64) -> PortalResult<()> {
        self.withdraw_time(ctx, id, version).await
    }

    async fn set_status(&self, ctx: &Ctx, id: ProvisionId, after: i64, status: ProvisionStatus, note: &str) -> PortalResult<()> {
        self.set(ctx, id, after, status, note).await
    }

    async fn drop_preparation(&self, ctx: &Ctx, id: PreparationId, version: i64) -> PortalResult<String> {
        let this = self.clone();
        in_tx!(self.db, [this, ctx], |tx| {
            let actor = actor_now(tx, &ctx).await?;
            let stored = own_preparation(tx, &actor, &ctx, id).await?;
            permitted(&actor, change(&stored), ctx.now)?;
            // Somebody went on writing.
            if stored.version != version {
                return Err(PortalError::Conflict);
            }
            let body = bodies::by_id(tx, stored.body).await?.ok_or(PortalError::NotFound)?;
            preparations::remove(tx, &stored).await?;
            this.note_text(tx, &ctx, AuditAct::PreparationDropped, stored.draft, id).await?;
            Ok(body.code)
        })
        .await
    }
}

impl ServerPortal {
    pub(super) async fn note_text(&self, tx: &mut Tx, ctx: &Ctx, act: AuditAct, draft: DraftId, which: impl ToString) -> PortalResult<()> {
        let detail = serde_json::json!({ "which": which.to_string() });
        Ok(audit::insert(tx, &self.event(ctx, act, "draft", draft, detail)).await?)
    }
}

/// A preparation, for who prepares texts of its body; to all others there is none.
pub(super) async fn own_preparation(tx: &mut Tx, actor: &Actor, ctx: &Ctx, id: PreparationId) -> PortalResult<Preparation> {
    let stored = preparations::by_id(tx, id).await?.ok_or(PortalError::NotFound)?;
    match policy::check(actor, &PrepareText { body: stored.body }, ctx.now) {
        Ok(()) => Ok(stored),
        Err(policy::Denied::NotChair) => Err(PortalError::NotFound),
        Err(denied) => Err(denied.into()),
    }
}

/// The act of changing what is prepared.
pub(super) fn change(stored: &Preparation) -> ChangeText {
    ChangeText { body: stored.body, timed: stored.standing_time().is_some() }
}

/// What is kept of what was typed: a text, also where it was XML.
fn plain(words: &VersionWords) -> PortalResult<VersionWords> {
    let wrong = |fault| PortalError::Invalid(vec![FieldError { field: TextForm::SOURCE, fault }]);
    let read = import::plain(&words.source).map_err(wrong)?;
    Ok(VersionWords { source: read.unwrap_or_else(|| words.source.clone()), ..words.clone() })
}

/// The subgroup of a text is one of its body.
async fn require_subgroup(tx: &mut Tx, about: &TextAbout, body: BodyId) -> PortalResult<()> {
    let found = subgroups::by_id(tx, about.subgroup).await?.filter(|group| group.body == body);
    let wrong = FieldError { field: TextForm::SUBGROUP, fault: Fault::NotAChoice };
    found.map(|_| ()).ok_or_else(|| PortalError::Invalid(vec![wrong]))
}

/// What the version after so many is usually called: words to be changed in a form, which takes no marks of direction.
fn revision(issued: usize) -> LocalizedText {
    let words = |l: Locale| t::text_revision(l, issued).replace(['\u{2068}', '\u{2069}'], "");
    LocalizedText(BTreeMap::from_iter(Locale::ALL.map(|l| (l.code().to_owned(), words(l)))))
}
