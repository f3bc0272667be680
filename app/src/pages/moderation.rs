//! The moderator's desk: the queues, and an item with its decision.

use super::parts::{self, PageWords, asking, pagination};
use crate::render::{Cx, PageResult};
use crate::ui::{self, Head};
use leptos::prelude::*;
use model::domain::ids::{CommentId, DecisionId, ItemId, PaperId, ThemeId};
use model::domain::item::ItemKind;
use model::domain::queue_filter::{QueueFilter, ThemeAsked};
use model::domain::role::RoleName;
use model::forms::{DecisionForm, Fields, FormState, MoveForm, ViewForm};
use model::i18n::t::{appeals as a, moderation as t, queues as q, themes};
use model::policy::Denied;
use model::portal::{AppealLine, DecisionPage, ModerationItem, Queue, QueueQuery, QueueView, ThemeChoices};
use model::routes;

mod act;
mod appeal;
mod bulk;
mod corrigendum;
mod item;
mod public;
mod redact;
mod reply;

pub use act::page as act;
pub use appeal::page as appeal;
pub use bulk::{done as bulk_done, page as bulk};
pub use corrigendum::page as corrigendum;
pub use public::{ledger, rules};
pub use redact::{page as redact, shown as redact_shown};
pub use reply::page as reply;

/// What an address of the desk asks for beside its queue.
#[derive(Debug, Clone, Default)]
pub struct Asked {
    pub query: QueueQuery,
    /// The act that led here.
    pub done: Option<DecisionId>,
}

impl Asked {
    pub const DONE: &str = "done";

    /// As it stands in an address.
    pub fn of<'a>(asked: impl Fn(&str) -> Option<&'a str>) -> Self {
        let text = |name| asked(name).filter(|text: &&str| !text.is_empty()).map(str::to_owned);
        let query = QueueQuery { filter: QueueFilter::of(&asked), queue: text(QueueQuery::QUEUE), after: text(QueueQuery::AFTER) };
        Self { query, done: asked(Self::DONE).and_then(|id| id.parse().ok()) }
    }
}

/// What the page of the queues shows.
struct Desk {
    queues: Vec<Queue>,
    appeals: Vec<AppealLine>,
    views: Vec<QueueView>,
    themes: Vec<ThemeChoices>,
    done: Option<DecisionPage>,
}

/// `/moderation`
pub async fn queues(cx: &Cx, asked: Asked, state: Option<FormState<ViewForm>>) -> PageResult {
    if cx.signed_in().is_none() {
        return Err(Denied::NotSignedIn.into());
    }
    let desk = Desk {
        queues: cx.portal.queues(&cx.ctx, &asked.query).await?,
        appeals: cx.portal.appeals(&cx.ctx).await?,
        views: cx.portal.queue_views(&cx.ctx).await?,
        themes: cx.portal.theme_choices(&cx.ctx, theme_asked(&asked)).await?,
        done: done(cx, asked.done).await,
    };
    let state = state.unwrap_or_default();
    let head = Head::new(t::queue_title(cx.locale())).with_islands();
    Ok(ui::page(cx, parts::status_of_form(&state), head, || content(cx, &desk, &asked.query, &state)))
}

/// The theme that is asked for.
const fn theme_asked(asked: &Asked) -> Option<ThemeId> {
    match asked.query.filter.theme {
        Some(ThemeAsked::Of(theme)) => Some(theme),
        _ => None,
    }
}

/// The act that led here, if it still can be read.
async fn done(cx: &Cx, id: Option<DecisionId>) -> Option<DecisionPage> {
    cx.portal.decision(&cx.ctx, id?).await.ok()
}

/// What was typed on the page of an input, into the two parts of its form.
#[derive(Debug, Clone, Default)]
pub struct Typed {
    /// `None`: nothing yet.
    pub decision: Option<FormState<DecisionForm>>,
    pub moved: FormState<MoveForm>,
}

impl Typed {
    /// What came with something else that was done on the page: it is not lost.
    pub fn beside(fields: &Fields) -> Self {
        let decision = Some(FormState::fresh(DecisionForm::from_fields(fields)));
        Self { decision, moved: FormState::fresh(MoveForm::from_fields(fields)) }
    }

    /// As fields of another form that leads back here.
    pub fn hidden(&self) -> Vec<(&'static str, String)> {
        let decision =
            self.decision.iter().flat_map(|state| [(DecisionForm::CODE, &state.form.code), (DecisionForm::REASON, &state.form.reason)]);
        let moved = [(MoveForm::TO, &self.moved.form.to), (MoveForm::REASON, &self.moved.form.reason)];
        decision.chain(moved).filter(|(_, value)| !value.is_empty()).map(|(name, value)| (name, value.clone())).collect()
    }

    /// Whether there is anything that could be lost.
    pub fn is_begun(&self) -> bool {
        !self.hidden().is_empty()
    }
}

/// `/moderation/papers/{id}`
pub async fn paper(cx: &Cx, id: PaperId, asked: Asked) -> PageResult {
    input(cx, ItemKind::Paper, id.item(), asked, Typed::default()).await
}

/// `/moderation/comments/{id}`
pub async fn comment(cx: &Cx, id: CommentId, asked: Asked) -> PageResult {
    input(cx, ItemKind::Comment, id.item(), asked, Typed::default()).await
}

/// The page of an input, with what was typed on it.
pub async fn input(cx: &Cx, kind: ItemKind, id: ItemId, asked: Asked, typed: Typed) -> PageResult {
    let item = match kind {
        ItemKind::Paper => cx.portal.moderate_paper(&cx.ctx, PaperId(id.0)).await?,
        ItemKind::Comment => cx.portal.moderate_comment(&cx.ctx, CommentId(id.0)).await?,
    };
    let filter = asked.query.filter;
    let beside = cx.portal.beside(&cx.ctx, kind, id, &filter).await?;
    let tagging = cx.portal.tagging(&cx.ctx, kind, id, None).await?;
    let others = match &item {
        ModerationItem::Paper(page) if page.paper.state.awaits_decision() => cx.portal.other_queues(&cx.ctx, page.paper.id).await?,
        _ => Vec::new(),
    };
    let state = item::prepared(&item, typed.decision);
    let moved = typed.moved;
    let head = item::head(cx.locale(), &item).with_islands();
    let status = if moved.is_refused() { parts::status_of_form(&moved) } else { parts::status_of_form(&state) };
    let done = done(cx, asked.done).await;
    let around = item::Around { beside: &beside, filter, tagging: &tagging, done: done.as_ref(), others: &others, moved: &moved };
    Ok(ui::page(cx, status, head, || item::content(cx, &item, &around, &state)))
}

fn content(cx: &Cx, desk: &Desk, query: &QueueQuery, state: &FormState<ViewForm>) -> AnyView {
    let l = cx.locale();
    let chairs = cx.ctx.actor.roles_in_force(cx.ctx.now).any(|role| role.name == RoleName::Chair);
    let body = if desk.queues.is_empty() && !desk.appeals.is_empty() {
        ().into_any()
    } else if desk.queues.is_empty() {
        let (title, what) = if query.queue.is_some() {
            (q::queue_page_none(l), q::queue_page_none_what(l))
        } else if chairs {
            (a::appeals_none(l), a::appeals_none_what(l))
        } else {
            (t::queue_none(l), t::queue_none_what(l))
        };
        let none = ui::empty(title, view! { <p>{what}</p> }.into_any());
        view! { <section class="section"><h2 class="visually-hidden">{t::queue_label(l)}</h2>{none}</section> }.into_any()
    } else {
        desk.queues.iter().enumerate().map(|(at, queue)| one(cx, queue, query, at)).collect_view().into_any()
    };
    let filters = (!desk.queues.is_empty()).then(|| {
        view! { {parts::queue_filters(l, query.filter, &desk.themes)}{parts::queue_views(l, &desk.views, query.filter, state)}{ui::queue_keys(l)} }
    });
    view! {
        {ui::page_head(None, t::queue_title(l), Some(t::queue_lede(l).to_owned()))}
        <div class="stack">
            {desk.done.as_ref().map(|done| parts::act_done(l, done, q::done_last(l).to_owned()))}
            {filters}
        </div>
        {parts::appeal_rows(l, &desk.appeals)}
        {body}
        {query.queue.is_some().then(|| view! { <p class="section"><a href=asking(&routes::moderation(l), &query.filter.pairs())>{t::queue_back(l)}</a></p> })}
    }
    .into_any()
}

fn one(cx: &Cx, queue: &Queue, query: &QueueQuery, at: usize) -> AnyView {
    let l = cx.locale();
    let rows = if !queue.waiting.is_empty() {
        parts::queue_rows(l, queue, query.filter)
    } else if query.after.is_some() {
        ui::empty(q::queue_page_none(l), view! { <p>{q::queue_page_none_what(l)}</p> }.into_any())
    } else if queue.open > 0 {
        ui::empty(q::queue_filter_none(l), view! { <p>{q::queue_filter_none_what(l)}</p> }.into_any())
    } else if queue.waits() > 0 {
        ().into_any()
    } else {
        let title = if queue.total == 0 { t::queue_empty_none(l) } else { t::queue_empty(l) };
        ui::empty(title, view! { <p>{t::queue_empty_what(l)}</p> }.into_any())
    };
    let address = |more: Vec<(&'static str, String)>| {
        let pairs = [query.filter.pairs(), vec![(QueueQuery::QUEUE, queue.key().to_owned())], more].concat();
        asking(&routes::moderation(l), &pairs)
    };
    let words = PageWords { label: q::queue_pages(l), first: q::queue_first(l), next: q::queue_more(l) };
    let next = queue.next.clone().map(|cursor| address(vec![(QueueQuery::AFTER, cursor)]));
    let first = query.after.is_some().then(|| address(Vec::new()));
    let code = queue.subgroup.as_ref().map(|subgroup| format!("{} · ", subgroup.code));
    let name = parts::queue_name(l, queue);
    view! {
        <section class="section">
            <h2>{name.clone()}</h2>
            {parts::progress(l, queue, format!("progress-{at}"))}
            <p class="meta">{code}{t::queue_waiting(l, queue.waits())}" · "<a href=routes::themes(l, queue.key().to_lowercase())>{themes::queue_themes_link(l)}</a></p>
            {rows}
            {pagination(&words, &name, first, next)}
            {parts::corrigendum_rows(l, queue)}
            {parts::to_place_rows(l, queue)}
            {parts::replied_rows(l, queue)}
            {parts::recent_rows(l, queue)}
        </section>
    }
    .into_any()
}
