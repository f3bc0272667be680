//! The moderator's queue: as rows on its own page, and at the side of an item.

use super::paging::asking;
use crate::ui::{self, Button};
use leptos::prelude::*;
use model::calendar;
use model::domain::comment::Operation;
use model::domain::ids::ItemId;
use model::domain::item::ItemKind;
use model::domain::language::Locale;
use model::domain::queue_filter::QueueFilter;
use model::forms::BulkForm;
use model::i18n::t::{anchors, corrigenda, late, moderation as t, queues};
use model::labels;
use model::portal::{Beside, Queue, QueueLine};
use model::routes;

/// What a queue is called.
pub fn queue_name(l: Locale, queue: &Queue) -> String {
    match &queue.subgroup {
        Some(subgroup) => subgroup.name.get(l).to_owned(),
        None => format!("{} · {}", t::queue_whole_body(l), queue.body_code.to_uppercase()),
    }
}

/// The page of an input before its decision.
pub fn address(l: Locale, line: &QueueLine) -> String {
    routes::moderate(l, line.kind, line.item)
}

/// What an input is called, in its language.
pub fn title(l: Locale, line: &QueueLine) -> AnyView {
    match line.kind {
        ItemKind::Paper => ui::paper_title(l, &line.title, line.language).into_any(),
        ItemKind::Comment => words(l, line).into_any(),
    }
}

/// How far a queue is: words and a bar.
pub fn progress(l: Locale, queue: &Queue, id: String) -> AnyView {
    view! {
        <div class="progress">
            <label for=id.clone()>{t::queue_progress(l, queue.decided, queue.total)}</label>
            <progress id=id max=queue.total.max(1).to_string() value=queue.decided.to_string()></progress>
        </div>
    }
    .into_any()
}

/// A page of a queue as rows, the oldest first, with a box before each.
pub fn queue_rows(l: Locale, queue: &Queue, filter: QueueFilter) -> AnyView {
    let rows: Vec<_> = queue
        .waiting
        .iter()
        .map(|line| {
            let at = line.submitted_at.to_second();
            let own = line.own.then(|| view! { <p class="row__aside">{ui::badge(t::queue_own(l))}</p> });
            let id = format!("item-{}", line.item);
            let value = BulkForm::item(line.kind, line.item, line.version);
            let choose = queues::queue_choose(l, words(l, line));
            let the_box = (!line.own).then(|| {
                view! { <input type="checkbox" id=id.clone() name=BulkForm::ITEM value=value aria-label=choose/> }
            });
            view! {
                <li class="row row--chosen" data-queue-row>
                    <span class="row__place">{the_box}</span>
                    <h3 class="row__title"><a href=asking(&address(l, line), &filter.pairs())>{title(l, line)}</a></h3>
                    <p class="row__meta">
                        <span>{ui::organisation(l, &line.organisation)}</span>
                        <span>{queue_kind(l, line)}</span>
                        <time datetime=calendar::iso(at)>{t::queue_submitted(l, calendar::minute(l, at))}</time>
                        {line.late.then(|| view! { <span>{ui::badge(late::late_mark(l))}</span> })}
                        {(line.alike > 1).then(|| view! { <span>{queues::alike_badge(l, line.alike)}</span> })}
                    </p>
                    {own}
                </li>
            }
        })
        .collect();
    view! {
        <form class="stack" method="get" action=routes::bulk(l)>
            {filter.pairs().into_iter().map(|(name, value)| ui::hidden(name, value)).collect_view()}
            <ul class="rows">{rows}</ul>
            <div class="actions">{ui::button(queues::queue_bulk_button(l), Button::Secondary, None)}</div>
        </form>
    }
    .into_any()
}

/// What an input is called, in words alone.
pub fn words(l: Locale, line: &QueueLine) -> String {
    match line.kind {
        ItemKind::Paper => line.title.clone(),
        ItemKind::Comment => t::queue_comment_on(l, line.title.as_str()),
    }
}

/// The kind of an input; of a comment that wants the text changed or kept, what it wants.
pub fn queue_kind(l: Locale, line: &QueueLine) -> AnyView {
    let wants = line.operation.filter(|operation| *operation != Operation::CommentOnly);
    view! { {labels::item_kind(l, line.kind)}{wants.map(|operation| format!(" · {}", labels::operation(l, operation)))} }.into_any()
}

/// Corrigenda that wait in a queue, the oldest first; nothing where there are none.
pub fn corrigendum_rows(l: Locale, queue: &Queue) -> AnyView {
    if queue.corrigenda.is_empty() {
        return ().into_any();
    }
    let rows: Vec<_> = queue
        .corrigenda
        .iter()
        .map(|line| {
            let at = line.asked_at.to_second();
            let own = line.own.then(|| view! { <p class="row__aside">{ui::badge(t::queue_own(l))}</p> });
            view! {
                <li class="row">
                    <h4 class="row__title">
                        <a href=routes::moderate_corrigendum(l, line.id)>{ui::paper_title(l, &line.title, line.language)}</a>
                    </h4>
                    <p class="row__meta">
                        <span>{ui::organisation(l, &line.organisation)}</span>
                        {ui::happened(l, at)}
                    </p>
                    {own}
                </li>
            }
        })
        .collect();
    view! { <h3>{corrigenda::corrigenda_queue(l)}</h3><ul class="rows">{rows}</ul> }.into_any()
}

/// Texts in which comments on earlier versions wait for a place.
pub fn to_place_rows(l: Locale, queue: &Queue) -> AnyView {
    if queue.to_place.is_empty() {
        return ().into_any();
    }
    let rows: Vec<_> = queue
        .to_place
        .iter()
        .map(|one| {
            let words = anchors::earlier_to_place(l, one.comments, one.label.get(l));
            view! {
                <li class="row">
                    <h4 class="row__title"><a href=routes::earlier_comments(l, one.version)>{words}</a></h4>
                    <p class="row__meta"><span>{one.title.get(l).to_owned()}</span></p>
                </li>
            }
        })
        .collect();
    view! { <h3>{anchors::earlier_queue(l)}</h3><ul class="rows">{rows}</ul> }.into_any()
}

/// A queue beside one of its items, from that on.
pub fn queue_list(l: Locale, beside: &Beside, current: ItemId, filter: QueueFilter) -> AnyView {
    let queue = &beside.queue;
    let items: Vec<_> = queue
        .waiting
        .iter()
        .map(|line| {
            let at = line.submitted_at.to_second();
            let here = (line.item == current).then_some("true");
            let own = line.own.then(|| view! { <span class="meta">{t::queue_own(l)}</span> });
            view! {
                <li>
                    <a href=asking(&address(l, line), &filter.pairs()) aria-current=here>
                        <strong>{title(l, line)}</strong>
                        <span class="meta"><bdi>{line.organisation.name.clone()}</bdi></span>
                        <span class="meta">{ui::happened(l, at)}</span>
                        {line.late.then(|| view! { <span class="meta">{late::late_mark(l)}</span> })}
                        {own}
                    </a>
                </li>
            }
        })
        .collect();
    let none = (queue.waits() == 0).then(|| view! { <p class="progress">{t::queue_empty(l)}</p> });
    let corrections: Vec<_> = queue
        .corrigenda
        .iter()
        .map(|line| {
            view! {
                <li>
                    <a href=routes::moderate_corrigendum(l, line.id)>
                        <strong>{ui::paper_title(l, &line.title, line.language)}</strong>
                        <span class="meta">{corrigenda::corrigendum_moderate(l)}</span>
                    </a>
                </li>
            }
        })
        .collect();
    let to_place: Vec<_> = queue
        .to_place
        .iter()
        .map(|one| {
            let words = anchors::earlier_to_place(l, one.comments, one.label.get(l));
            view! { <li><a href=routes::earlier_comments(l, one.version)><strong>{words}</strong></a></li> }
        })
        .collect();
    view! {
        <nav class="queue__list" aria-label=t::queue_label(l)>
            <h2>{queue_name(l, queue)}</h2>
            {progress(l, queue, "progress".to_owned())}
            {none}
            <ol>{items}{corrections}{to_place}</ol>
        </nav>
    }
    .into_any()
}
