//! The 11 voluntary norms.

use super::parts;
use crate::render::{Cx, PageResult};
use crate::ui::{self, Head};
use leptos::prelude::*;
use model::domain::norm::Norm;
use model::i18n::t::{drafts as t, links};
use model::routes;

/// `/norms`
pub async fn page(cx: &Cx) -> PageResult {
    let norms = cx.portal.norms(&cx.ctx).await?;
    Ok(ui::page(cx, 200, Head::new(t::norms_title(cx.locale())), || content(cx, &norms)))
}

fn content(cx: &Cx, norms: &[Norm]) -> AnyView {
    let l = cx.locale();
    let head = ui::page_head(Some(t::norms_title(l).to_owned()), t::norms_heading(l), Some(t::norms_lede(l).to_owned()));
    if norms.is_empty() {
        let none = ui::empty(t::norms_empty(l), view! { <p>{t::norms_empty_what(l)}</p> }.into_any());
        return view! { {head}<section class="section"><h2 class="visually-hidden">{t::norms_list(l)}</h2>{none}</section> }.into_any();
    }
    let articles: Vec<_> = norms
        .iter()
        .map(|norm| {
            view! {
                <article class="norm" id=norm.code.to_lowercase()>
                    <p class="eyebrow">{t::norms_eyebrow(l, norm.code.as_str(), norm.reference.as_str())}</p>
                    <h2>{parts::local(l, &norm.short_title)}</h2>
                    <p>{parts::local(l, &norm.text)}</p>
                    <p><a href=routes::norm(l, norm.code.to_lowercase())>{links::norm_read(l)}<span class="visually-hidden">": "{norm.short_title.get(l).to_owned()}</span></a></p>
                </article>
            }
        })
        .collect();
    let contents: Vec<_> = norms
        .iter()
        .map(|norm| view! { <li><a href=format!("#{}", norm.code.to_lowercase())>{parts::local(l, &norm.short_title)}</a></li> })
        .collect();
    view! {
        {head}
        <div class="columns">
            <div>{articles}</div>
            <aside>
                <nav class="section" aria-labelledby="norms-contents"><h2 id="norms-contents">{t::norms_list(l)}</h2><ol class="stack">{contents}</ol></nav>
            </aside>
        </div>
    }
    .into_any()
}
