//! A draft text: its paragraphs with their numbers in the margin and what was said on each beside them.

use super::parts;
use crate::render::{Cx, PageResult};
use crate::ui::{self, Notice};
use leptos::prelude::*;
use model::domain::comment_filter::CommentFilter;
use model::domain::draft::{Level, Piece, Provision, pieces};
use model::domain::ids::DraftVersionId;
use model::domain::language::{Language, Locale};
use model::domain::provision_status::ProvisionStatus;
use model::i18n::t::{anchors as a, compilation as c, drafting as d, drafts as t, filters, sessions, statuses as s, translations};
use model::labels;
use model::policy::{self, PrepareText, TranslateText};
use model::portal::{DraftPage, ProvisionLine, SaidQuery, TranslatedText};
use model::routes;

/// `/drafts/{id}`; `filter`: which comments are counted; `language`: the translation that is asked for, where there is one.
pub async fn page(cx: &Cx, id: DraftVersionId, filter: CommentFilter, language: Option<Language>) -> PageResult {
    let page = cx.portal.draft(&cx.ctx, id, filter).await?;
    let reading = match language {
        Some(language) => cx.portal.translated(&cx.ctx, id, language).await?,
        None => None,
    };
    let l = cx.locale();
    let title = format!("{}, {}", page.draft.title.get(l), page.draft.label.get(l));
    let head =
        parts::head_in_body(l, title, &page.body).crumb(page.subgroup.name.get(l), routes::subgroup(l, page.subgroup.code.to_lowercase()));
    let asked = SaidQuery { filter: page.filter, language, ..SaidQuery::default() };
    Ok(ui::page(cx, 200, head, || content(cx, &page, &asked, reading.as_ref())))
}

fn content(cx: &Cx, page: &DraftPage, asked: &SaidQuery, reading: Option<&TranslatedText>) -> AnyView {
    let l = cx.locale();
    let draft = &page.draft;
    let eyebrow = t::text_eyebrow(l, parts::issued_on(l, draft), draft.label.get(l));
    let deadline = if page.rounds.is_empty() {
        let what = view! { <p><strong>{t::text_no_round(l)}</strong>" "{t::text_no_round_what(l)}</p> };
        ui::notice(Notice::Info, what.into_any())
    } else {
        parts::own_head_deadline(cx, &page.rounds)
    };
    let text = if page.provisions.is_empty() {
        let none = ui::empty(t::text_empty(l), view! { <p>{t::text_empty_what(l)}</p> }.into_any());
        view! { <section class="section"><h2 class="visually-hidden">{draft.label.get(l).to_owned()}</h2>{none}</section> }.into_any()
    } else {
        text(cx, page, asked, reading)
    };
    let brackets = page.provisions.iter().any(|line| pieces(&line.provision.text).iter().any(|piece| matches!(piece, Piece::Bracketed(_))));
    let brackets = brackets.then(|| view! { <p class="hint">{t::text_brackets(l)}</p> });
    view! {
        {ui::page_head_with(Some(eyebrow), draft.title.get(l), Some(t::text_how(l).to_owned()), deadline)}
        {newer(cx, page)}
        {languages(cx, page, asked, reading)}
        {brackets}
        {attention(cx, page, asked)}
        {whole(cx, page, asked)}
        {text}
        {without_place(cx, page)}
        {versions(cx, page)}
        <section class="section"><h2>{t::text_facts(l)}</h2>{facts(cx, page)}</section>
    }
    .into_any()
}

/// What is said on the text as a whole, and the way to say something.
fn whole(cx: &Cx, page: &DraftPage, asked: &SaidQuery) -> AnyView {
    let l = cx.locale();
    let address = parts::asking(&routes::provision(l, Provision::whole(page.draft.id).id), &asked.pairs());
    let comments =
        (page.on_whole > 0).then(|| view! { <a href=format!("{address}#comments")>{t::text_whole_comments(l, page.on_whole)}</a> });
    let compilation = parts::filtered(&routes::compilation(l, page.draft.id), &page.filter, &[]);
    view! {
        <p class="actions">
            <a href=address.clone()>{t::text_whole_comment(l)}</a>
            {comments}
            <a href=compilation>{c::compilation_link(l)}</a>
        </p>
    }
    .into_any()
}

/// What one may rely on in the words that are shown, and the ways to read others; for the chair the way to add a translation.
fn languages(cx: &Cx, page: &DraftPage, asked: &SaidQuery, reading: Option<&TranslatedText>) -> AnyView {
    let l = cx.locale();
    let all: Vec<_> = page.translations.iter().collect();
    let shown = reading.map(|text| &text.translation);
    let manages = policy::offers(&cx.ctx.actor, &TranslateText { body: page.body.id }, cx.ctx.now);
    let manage =
        manages.then(|| view! { <p><a href=routes::translations(l, page.draft.id)>{translations::translations_manage(l)}</a></p> });
    let address = |language| parts::asking(&routes::draft(l, page.draft.id), &SaidQuery { language, ..*asked }.pairs());
    view! {
        {parts::missing(l, asked.language, page.draft.language, &all)}
        {shown.map(|translation| parts::reliance(l, translation, page.draft.language))}
        {parts::languages(l, address, page.draft.language, &all, shown.map(|translation| translation.language))}
        {manage}
    }
    .into_any()
}

/// The text in sections: each heading begins one.
fn text(cx: &Cx, page: &DraftPage, asked: &SaidQuery, reading: Option<&TranslatedText>) -> AnyView {
    let shown = parts::read_in(&page.draft, reading);
    let mut sections: Vec<Vec<AnyView>> = Vec::new();
    for line in &page.provisions {
        if line.provision.level == Level::Heading || sections.is_empty() {
            sections.push(Vec::new());
        }
        let block = parts::provision_block(&shown, &parts::words_in(&line.provision, reading), tools(cx, line, asked));
        if let Some(section) = sections.last_mut() {
            section.push(block);
        }
    }
    let sections: Vec<_> = sections.into_iter().map(|blocks| view! { <section>{blocks}</section> }).collect();
    let dir = shown.language.direction().as_str();
    // Numbers stand at the side from which the text is read; the tools keep the reader's language.
    view! { <article class="draft draft--margin section" dir=dir>{sections}</article> }.into_any()
}

fn tools(cx: &Cx, line: &ProvisionLine, asked: &SaidQuery) -> AnyView {
    let l = cx.locale();
    let provision = &line.provision;
    let status = (line.status != ProvisionStatus::Open).then(|| {
        view! { <a href=routes::provision_status(l, provision.id)>
            <span class="visually-hidden">{s::provision_status_title(l, provision.citation.as_str())}": "</span>
            {ui::badge(labels::provision_status(l, line.status))}
        </a> }
    });
    if !provision.level.is_numbered() && line.comments == 0 {
        return ().into_any();
    }
    let address = parts::asking(&routes::provision(l, provision.id), &asked.pairs());
    let citation = provision.citation.as_str();
    let comments = (line.comments > 0).then(|| {
        view! {
            <a href=format!("{address}#comments")>
                {t::text_comments(l, line.comments)}<span class="visually-hidden">" "{t::text_comments_on(l, citation)}</span>
            </a>
        }
    });
    view! {
        <p class="provision__tools" lang=l.code() dir=l.direction().as_str()>
            <a href=address.clone()>{t::text_comment(l)}<span class="visually-hidden">" "{t::text_comment_on(l, citation)}</span></a>
            {comments}
            {status}
        </p>
    }
    .into_any()
}

/// Who reads an earlier version is told of the newest.
fn newer(cx: &Cx, page: &DraftPage) -> AnyView {
    let l = cx.locale();
    let Some(newest) = page.versions.first().filter(|newest| newest.id != page.draft.id) else { return ().into_any() };
    let label = newest.label.get(l);
    let words = view! {
        <p><strong>{d::text_newer(l)}</strong>" "{d::text_newer_what(l, parts::issued_on(l, newest), label)}</p>
        <p>
            <a href=routes::draft(l, newest.id)>{d::text_newer_read(l, label)}</a>
            " · "
            <a href=routes::compare_texts(l, page.draft.id, newest.id)>{d::text_version_compare(l, label, page.draft.label.get(l))}</a>
        </p>
    };
    ui::notice(Notice::Info, words.into_any())
}

/// The way to the comments on earlier versions that stand nowhere in this one, or where the moderator said.
fn without_place(cx: &Cx, page: &DraftPage) -> AnyView {
    let l = cx.locale();
    let words = match (page.without_place, page.places_said) {
        (0, false) => return ().into_any(),
        (0, true) => a::earlier_title(l).to_owned(),
        (count, _) => a::earlier_without(l, count),
    };
    let link = view! { <p><a href=routes::earlier_comments(l, page.draft.id)>{words}</a></p> };
    view! { <section class="section" id="without-place"><h2 class="visually-hidden">{a::earlier_title(l)}</h2>{link}</section> }.into_any()
}

/// All versions, each compared with the one before; for the chair what comes next.
fn versions(cx: &Cx, page: &DraftPage) -> AnyView {
    let l = cx.locale();
    let prepares = policy::offers(&cx.ctx.actor, &PrepareText { body: page.body.id }, cx.ctx.now);
    if page.versions.len() < 2 && !prepares {
        return ().into_any();
    }
    let rows: Vec<_> = page
        .versions
        .iter()
        .enumerate()
        .map(|(at, version)| {
            let label = version.label.get(l);
            let name = if version.id == page.draft.id {
                view! { {parts::local(l, &version.label)}" "{ui::badge(d::text_version_this(l))} }.into_any()
            } else {
                view! { <a href=routes::draft(l, version.id)>{parts::local(l, &version.label)}</a> }.into_any()
            };
            let compare = page.versions.get(at + 1).map(|before| {
                let words = d::text_version_compare(l, label, before.label.get(l));
                view! { <span><a href=routes::compare_texts(l, before.id, version.id)>{words}</a></span> }
            });
            view! {
                <li class="row">
                    <h3 class="row__title">{name}</h3>
                    <p class="row__meta"><span>{sessions::body_draft_issued(l, parts::issued_on(l, version))}</span>{compare}</p>
                </li>
            }
        })
        .collect();
    let prepare = prepares.then(|| view! { <p><a href=routes::texts(l, &page.body.code)>{d::texts_title(l)}</a></p> });
    view! { <section class="section"><h2>{d::text_versions(l)}</h2><ul class="rows">{rows}</ul>{prepare}</section> }.into_any()
}

fn numbered(page: &DraftPage) -> impl Iterator<Item = &ProvisionLine> {
    page.provisions.iter().filter(|line| line.provision.level.is_numbered())
}

/// Which paragraphs draw comments, by what is asked for; nothing while there are none. What has no number is there where it is spoken on.
fn attention(cx: &Cx, page: &DraftPage, asked: &SaidQuery) -> AnyView {
    let l = cx.locale();
    if page.all_comments == 0 {
        return ().into_any();
    }
    let value = |provision: &Provision, count| parts::Value { short: String::new(), full: labels::provision_name(l, provision), count };
    let whole = (page.on_whole > 0).then(|| value(&Provision::whole(page.draft.id), page.on_whole));
    let lines = page.provisions.iter().filter(|line| line.provision.level.is_numbered() || line.comments > 0);
    let values: Vec<_> = whole.into_iter().chain(lines.map(|line| value(&line.provision, line.comments))).collect();
    let words = parts::Words {
        caption: if page.filter.is_empty() { t::text_attention_caption(l) } else { filters::text_attention_filtered(l) },
        as_table: t::text_attention_table(l),
        column: t::text_attention_paragraph(l),
        count: t::text_attention_comments(l),
    };
    let path = routes::draft(l, page.draft.id);
    let kept = SaidQuery { language: asked.language, ..SaidQuery::default() }.pairs();
    let shown = page.on_whole + page.provisions.iter().map(|line| line.comments).sum::<i64>();
    let filter = parts::comment_filters(l, (&path, "#attention"), &page.filter, &page.subgroups, (shown, page.all_comments), &kept);
    view! {
        <section class="section stack" id="attention"><h2>{t::text_attention(l)}</h2>{parts::strip(l, &words, &values)}{filter}</section>
    }
    .into_any()
}

/// How many paragraphs have come how far; nothing while all are open.
fn statuses(l: Locale, page: &DraftPage) -> Option<String> {
    let count = |status| numbered(page).filter(|line| line.status == status).count();
    let said = |status: &ProvisionStatus| Some((*status, count(*status))).filter(|(_, count)| *count > 0);
    let all: Vec<_> = ProvisionStatus::ALL.iter().filter_map(said).collect();
    let set = all.iter().any(|(status, _)| *status != ProvisionStatus::Open);
    let words = |(status, count): &(ProvisionStatus, usize)| format!("{}: {count}", labels::provision_status(l, *status));
    set.then(|| all.iter().map(words).collect::<Vec<_>>().join(" · "))
}

fn facts(cx: &Cx, page: &DraftPage) -> AnyView {
    let l = cx.locale();
    let subgroup = view! {
        <a href=routes::subgroup(l, page.subgroup.code.to_lowercase())>{parts::local(l, &page.subgroup.name)}</a>
    };
    let fact = |name: &'static str, value: AnyView| (name.to_owned(), value);
    let mut facts = vec![
        fact(t::text_fact_version(l), parts::local(l, &page.draft.label)),
        fact(t::text_fact_issued(l), ui::time(l, page.draft.issued_at.to_second(), "UTC")),
        fact(t::text_fact_language(l), labels::language_name(l, page.draft.language).into_any()),
        fact(t::text_fact_subgroup(l), subgroup.into_any()),
        fact(t::text_fact_paragraphs(l), numbered(page).count().to_string().into_any()),
        fact(t::text_fact_comments(l), page.all_comments.to_string().into_any()),
    ];
    if let Some(statuses) = statuses(l, page) {
        facts.push(fact(s::text_fact_statuses(l), statuses.into_any()));
    }
    ui::facts(facts)
}
