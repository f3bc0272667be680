//! Bodies, sessions, subgroups, norms and the zero draft.

use super::{SeedError, data};
use crate::portal::{ServerPortal, in_tx};
use crate::store::{StoreError, bodies, drafts, norms, sessions, subgroups};
use model::domain::body::{Body, Day, Session};
use model::domain::draft::{DraftVersion, Level, Provision, citation};
use model::domain::ids::{BodyId, DraftId, DraftVersionId, ProvisionId, SessionId, SubgroupId};
use model::domain::language::LocalizedText;
use model::domain::norm::Norm;
use model::domain::subgroup::{Joining, Subgroup};
use model::domain::time::{Instant, Span};
use model::i18n::t;
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

/// The body the invented consultation is of, and the subgroup of its draft.
pub const BODY: &str = "oewg";
const DRAFT_SUBGROUP: &str = "SG-RNP";

/// A text of the locale files in every locale.
pub fn in_all_locales(text: impl Fn(model::domain::language::Locale) -> String) -> LocalizedText {
    LocalizedText(BTreeMap::from_iter(model::domain::language::Locale::ALL.map(|l| (l.code().to_owned(), text(l)))))
}

pub async fn seed(portal: &ServerPortal, now: Instant) -> Result<(), SeedError> {
    let mut ids = HashMap::new();
    for (position, body) in data::bodies()?.into_iter().enumerate() {
        ids.insert(body.code.clone(), add_body(portal, now, body, position).await?);
    }
    let body_of = |code: &str| ids.get(code).copied().ok_or_else(|| SeedError::Missing(format!("body {code}")));
    for session in data::sessions()? {
        let session = Session {
            id: SessionId(portal.ids.uuid(now)),
            body: body_of(&session.body)?,
            code: session.code,
            title: session.title,
            starts_on: Day(session.starts_on),
            ends_on: Day(session.ends_on),
            city: session.city,
            time_zone: session.time_zone,
            mode: session.mode,
            demonstration: session.demonstration,
        };
        let session = Arc::new(session);
        in_tx!(portal.db, [session], |tx| { sessions::insert(tx, &session).await }).await?;
    }
    for (position, subgroup) in data::subgroups()?.into_iter().enumerate() {
        let subgroup = Arc::new(Subgroup {
            id: SubgroupId(portal.ids.uuid(now)),
            body: body_of(&subgroup.body)?,
            code: subgroup.code,
            name: subgroup.name,
            description: subgroup.description,
            joining: subgroup.joining.unwrap_or(Joining::Open),
        });
        let position = i64::try_from(position).unwrap_or(i64::MAX);
        in_tx!(portal.db, [subgroup], |tx| { subgroups::insert(tx, &subgroup, position).await }).await?;
    }
    for norm in data::norms()? {
        let norm = Arc::new(Norm { code: norm.code, reference: norm.reference, short_title: norm.short_title, text: norm.text });
        in_tx!(portal.db, [norm], |tx| { norms::insert(tx, &norm).await }).await?;
    }
    zero_draft(portal, body_of(BODY)?, now).await
}

async fn add_body(portal: &ServerPortal, now: Instant, body: data::Body, position: usize) -> Result<BodyId, SeedError> {
    let body = Arc::new(Body {
        id: BodyId(portal.ids.uuid(now)),
        code: body.code,
        name: body.name,
        short_name: body.short_name,
        description: body.description,
    });
    let position = i64::try_from(position).unwrap_or(i64::MAX);
    in_tx!(portal.db, [body], |tx| {
        bodies::insert(tx, &body, position).await?;
        bodies::by_code(tx, &body.code).await?.map(|stored| stored.id).ok_or_else(|| StoreError::corrupt("body", &body.code, "gone"))
    })
    .await
    .map_err(SeedError::from)
}

async fn zero_draft(portal: &ServerPortal, body: BodyId, now: Instant) -> Result<(), SeedError> {
    let draft = data::zero_draft()?;
    let (draft_id, version_id) = (DraftId(portal.ids.uuid(now)), DraftVersionId(portal.ids.uuid(now)));
    let mut above: Vec<String> = Vec::new();
    let mut provisions = Vec::new();
    for (position, provision) in draft.provisions.iter().enumerate() {
        let level = Level::ALL.get(provision.level).copied().ok_or_else(|| SeedError::Missing(format!("level {}", provision.level)))?;
        // What one cites a provision by: the labels from its paragraph down. A heading is cited by its own.
        let depth = provision.level.max(1) - 1;
        above.truncate(depth);
        above.push(provision.label.clone());
        let labels: Vec<&str> = above.iter().map(String::as_str).collect();
        provisions.push(Provision {
            id: ProvisionId(portal.ids.uuid(now)),
            draft_version: version_id,
            stable_id: provision.stable_id.clone(),
            position: i64::try_from(position).unwrap_or(i64::MAX) + 1,
            level,
            label: provision.label.clone(),
            citation: citation(&labels),
            text: provision.text.clone(),
        });
    }
    let label = in_all_locales(|l| t::demo::demo_zero_draft(l).to_owned());
    let (code, title, language, provisions) = (draft.code, draft.title, draft.language, Arc::new(provisions));
    in_tx!(portal.db, [code, title, label, provisions], |tx| {
        if drafts::exists(tx, &code).await? {
            return Ok::<_, StoreError>(());
        }
        let subgroup =
            subgroups::by_code(tx, DRAFT_SUBGROUP).await?.ok_or_else(|| StoreError::corrupt("subgroup", DRAFT_SUBGROUP, "gone"))?;
        drafts::insert(tx, draft_id, body, subgroup.id, &code, &title).await?;
        let version = DraftVersion {
            id: version_id,
            draft: draft_id,
            body,
            subgroup: subgroup.id,
            title: title.clone(),
            label: label.clone(),
            language,
            issued_at: now - Span::DAY.times(14),
        };
        drafts::insert_version(tx, &version, 1).await?;
        for provision in provisions.iter() {
            drafts::insert_provision(tx, provision).await?;
        }
        Ok(())
    })
    .await
    .map_err(SeedError::from)
}
