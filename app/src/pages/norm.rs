//! A norm with all that is said on it: the paragraphs that point to it, and what papers recommend about it.

use super::parts::{self, PageWords};
use crate::render::{Cx, PageResult};
use crate::ui::{self, Head};
use leptos::prelude::*;
use model::domain::language::Locale;
use model::i18n::t::{drafts, links as t};
use model::labels;
use model::portal::{AboutNorm, NormPage, PointingLine};
use model::routes;

/// `/norms/{code}`; `cursor` is where to go on, as an earlier page gave it.
pub async fn page(cx: &Cx, code: &str, cursor: Option<&str>) -> PageResult {
    let page = cx.portal.norm(&cx.ctx, code, cursor).await?;
    let l = cx.locale();
    let head = Head::new(page.norm.short_title.get(l).to_owned()).crumb(drafts::norms_title(l), routes::norms(l));
    Ok(ui::page(cx, 200, head, || content(l, &page, cursor.is_none())))
}

fn content(l: Locale, page: &NormPage, first: bool) -> AnyView {
    let norm = &page.norm;
    let eyebrow = drafts::norms_eyebrow(l, norm.code.as_str(), norm.reference.as_str());
    let pointing: Vec<_> = page.pointing.iter().map(|line| pointing(l, line)).collect();
    let pointing = if pointing.is_empty() {
        ui::empty(t::norm_no_paragraphs(l), view! { <p>{t::norm_no_paragraphs_what(l)}</p> }.into_any())
    } else {
        view! { <ul class="rows">{pointing}</ul> }.into_any()
    };
    let said: Vec<_> = page.recommendations.rows.iter().map(|one| recommended(l, one)).collect();
    let said = if said.is_empty() && !first {
        view! { <p>{t::norm_no_more(l)}</p> }.into_any()
    } else if said.is_empty() {
        ui::empty(t::norm_no_recommendations(l), view! { <p>{t::norm_no_recommendations_what(l)}</p> }.into_any())
    } else {
        view! { <ul class="rows">{said}</ul> }.into_any()
    };
    let path = routes::norm(l, norm.code.to_lowercase());
    let words = PageWords { label: t::norm_pages(l), first: t::norm_first(l), next: t::norm_next(l) };
    let next = page.recommendations.next.as_deref().map(|cursor| parts::with_query(&path, &[("after", cursor)]));
    view! {
        {ui::page_head(Some(eyebrow), norm.short_title.get(l), None)}
        <p class="measure">{parts::local(l, &norm.text)}</p>
        <section class="section"><h2>{t::norm_paragraphs(l)}</h2>{pointing}</section>
        <section class="section"><h2>{t::norm_recommendations(l)}</h2>{said}</section>
        {parts::pagination(&words, t::norm_recommendations(l), (!first).then_some(path), next)}
    }
    .into_any()
}

fn pointing(l: Locale, line: &PointingLine) -> AnyView {
    let (provision, draft) = (&line.provision, &line.draft);
    let address = routes::provision(l, provision.id);
    let (lang, dir) = (draft.language.code(), draft.language.direction().as_str());
    let comments = (line.comments > 0)
        .then(|| view! { <span><a href=format!("{address}#comments")>{drafts::text_comments(l, line.comments)}</a></span> });
    view! {
        <li class="row">
            <h3 class="row__title"><a href=address.clone()>{labels::provision_name(l, provision)}</a></h3>
            <p lang=lang dir=dir>{parts::provision_words(&provision.text, &routes::draft(l, draft.id))}</p>
            <p class="row__meta"><span>{parts::local(l, &draft.title)}</span><span>{parts::local(l, &draft.label)}</span>{comments}</p>
        </li>
    }
    .into_any()
}

fn recommended(l: Locale, one: &AboutNorm) -> AnyView {
    let (lang, dir) = (one.language.code(), one.language.direction().as_str());
    let all: Vec<_> = one
        .recommendations
        .iter()
        .map(|(number, text)| view! { <li value=number.to_string()><span lang=lang dir=dir>{text.clone()}</span></li> })
        .collect();
    view! {
        <li class="row">
            <h3 class="row__title"><a href=routes::paper(l, one.paper) lang=lang dir=dir>{one.title.clone()}</a></h3>
            <p class="row__meta"><span>{ui::organisation(l, &one.organisation)}</span>{ui::time(l, one.submitted_at.to_second(), "UTC")}</p>
            <ol>{all}</ol>
        </li>
    }
    .into_any()
}
