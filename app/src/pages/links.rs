//! What a provision points to: the chair's form.

use super::parts;
use crate::render::{Cx, PageResult};
use crate::ui::{self, Button, FieldSpec};
use leptos::prelude::*;
use model::domain::ids::ProvisionId;
use model::domain::language::Locale;
use model::error::PortalError;
use model::forms::{FormState, LinksForm};
use model::i18n::t::links as t;
use model::labels;
use model::portal::LinksPage;
use model::routes;

/// `/provisions/{id}/links`
pub async fn page(cx: &Cx, id: ProvisionId, state: Option<FormState<LinksForm>>) -> PageResult {
    let page = cx.portal.provision_links(&cx.ctx, id).await?;
    let l = cx.locale();
    let draft = format!("{}, {}", page.draft.title.get(l), page.draft.label.get(l));
    let head = parts::head_in_body(l, t::links_title(l, page.provision.citation.as_str()), &page.body)
        .crumb(draft, routes::draft(l, page.draft.id))
        .crumb(labels::provision_name(l, &page.provision), routes::provision(l, id));
    let mut state = state.unwrap_or_else(|| FormState::fresh(LinksForm::from_links(&page.links)));
    if state.refusal == Some(PortalError::Conflict) {
        // What stands now is shown; pressing again is then a choice.
        state.form.mark = page.links.mark();
    }
    Ok(ui::page(cx, parts::status_of_form(&state), head, || content(l, &page, &state)))
}

fn content(l: Locale, page: &LinksPage, state: &FormState<LinksForm>) -> AnyView {
    let eyebrow = format!("{} · {}", page.draft.title.get(l), page.draft.label.get(l));
    let options: Vec<_> = page.norms.iter().map(|norm| (norm.code.clone(), named(l, &norm.code, norm.short_title.get(l)))).collect();
    let norms = FieldSpec::of(state, LinksForm::NORMS, t::links_norms(l), None, "").optional();
    let texts = FieldSpec::of(state, LinksForm::TEXTS, t::links_texts(l), Some(t::links_texts_hint(l)), &state.form.texts).optional();
    let names = [(LinksForm::NORMS, t::links_norms(l)), (LinksForm::TEXTS, t::links_texts(l))];
    let conflict = (state.refusal == Some(PortalError::Conflict)).then(|| {
        let norms = page.norms.iter().filter(|norm| page.links.norms.contains(&norm.code));
        let norms = norms.map(|norm| named(l, &norm.code, norm.short_title.get(l)));
        let stored: Vec<_> = norms.chain(page.links.texts.iter().cloned()).collect();
        let stored = if stored.is_empty() { t::links_none(l).to_owned() } else { stored.join("; ") };
        parts::alert(ui::Notice::Warning, t::links_changed(l, stored))
    });
    let trouble = if conflict.is_some() { ().into_any() } else { parts::trouble(l, state, &names, "UTC") };
    view! {
        {conflict}
        {trouble}
        {ui::page_head(Some(eyebrow), t::links_title(l, page.provision.citation.as_str()), Some(t::links_lede(l).to_owned()))}
        {parts::provision_quote(l, &page.provision, page.draft.language)}
        <form class="form" method="post" action=routes::provision_links(l, page.provision.id) novalidate>
            {ui::hidden(LinksForm::MARK, state.form.mark.clone())}
            {ui::checkboxes(l, norms, &options, &state.form.norms)}
            {ui::text_area(l, texts, 5, None, false)}
            <div class="actions">
                {ui::button(t::links_button(l), Button::Primary, None)}
                <a href=routes::provision(l, page.provision.id)>{t::links_back(l)}</a>
            </div>
        </form>
    }
    .into_any()
}

/// How a norm is called beside its number.
fn named(l: Locale, code: &str, short_title: &str) -> String {
    t::links_norm(l, code, short_title)
}
