//! The chair's form of a version that is being prepared: its words, and what they read as.

use super::parts;
use crate::render::{Cx, PageResult};
use crate::ui::{self, Button, FieldSpec, Notice};
use leptos::prelude::*;
use model::domain::body::Body;
use model::domain::drafting::{is_xml, outline};
use model::domain::ids::PreparationId;
use model::domain::language::{Language, Locale};
use model::domain::subgroup::Subgroup;
use model::error::PortalError;
use model::forms::{FormState, TextForm};
use model::i18n::t::{drafting as t, planning};
use model::labels;
use model::policy::Denied;
use model::portal::PreparationPage;
use model::routes;

/// What the form is made of.
struct Parts<'a> {
    state: &'a FormState<TextForm>,
    action: String,
    /// Of the body, where the form says what the text is.
    subgroups: Option<&'a [Subgroup]>,
    /// The button that goes on.
    on: &'static str,
    body: &'a Body,
    /// A time stands until which nothing changes, and nothing was typed: there is nothing to fill in.
    locked: bool,
}

/// `/bodies/{code}/texts/new`
pub async fn new(cx: &Cx, code: &str, state: Option<FormState<TextForm>>) -> PageResult {
    let editor = cx.portal.text_editor(&cx.ctx, code).await?;
    let l = cx.locale();
    let state = state.unwrap_or_else(|| FormState::fresh(TextForm::fresh()));
    let head = parts::head_in_body(l, t::text_new_title(l), &editor.body).crumb(t::texts_title(l), routes::texts(l, &editor.body.code));
    let form = Parts {
        state: &state,
        action: routes::new_text(l, &editor.body.code),
        subgroups: Some(&editor.subgroups),
        on: t::text_go_on_issue(l),
        body: &editor.body,
        locked: false,
    };
    Ok(ui::page(cx, parts::status_of_form(&state), head, || {
        frame(l, t::text_new_title(l), &form, view! { {preview(l, &state.form)} }.into_any())
    }))
}

/// `/preparations/{id}`
pub async fn edit(cx: &Cx, id: PreparationId, state: Option<FormState<TextForm>>) -> PageResult {
    let page = cx.portal.preparation(&cx.ctx, id).await?;
    let l = cx.locale();
    let preparation = &page.preparation;
    let mut state = state.unwrap_or_else(|| FormState::fresh(TextForm::from_preparation(preparation)));
    let conflict = state.refusal == Some(PortalError::Conflict);
    if conflict {
        // What is stored stands below; saving again is then a choice.
        state.form.version = preparation.version.to_string();
    }
    let title = t::text_edit_title(l, preparation.words.label.get(l));
    let head = head(l, title.clone(), &page);
    let form = Parts {
        state: &state,
        action: routes::preparation(l, id),
        subgroups: page.base.is_none().then_some(page.subgroups.as_slice()),
        on: if page.base.is_some() { t::text_go_on_origins(l) } else { t::text_go_on_issue(l) },
        body: &page.body,
        locked: page.change.is_err() && !state.is_refused(),
    };
    let drop = page.change.is_ok().then(|| view! { <p class="section"><a href=routes::drop_preparation(l, id)>{t::text_drop(l)}</a></p> });
    let time = parts::issue_time(l, preparation, true);
    let overtaken =
        (page.issue == Err(Denied::NotTheNewest)).then(|| ui::notice(Notice::Warning, view! { <p>{t::text_overtaken(l)}</p> }.into_any()));
    let stored = conflict.then(|| stored(l, &page));
    Ok(ui::page(cx, parts::status_of_form(&state), head, || {
        frame(l, &title, &form, view! { {time}{overtaken}{stored}{preview(l, &state.form)}{drop} }.into_any())
    }))
}

/// A head that stands below the texts of a body.
pub(super) fn head(l: Locale, title: String, page: &PreparationPage) -> ui::Head {
    parts::head_in_body(l, title, &page.body).crumb(t::texts_title(l), routes::texts(l, &page.body.code))
}

fn frame(l: Locale, title: &str, form: &Parts<'_>, more: AnyView) -> AnyView {
    let names = [
        (TextForm::TITLE, t::text_field_title(l)),
        (TextForm::TITLE_AR, t::text_field_title_ar(l)),
        (TextForm::SUBGROUP, t::text_field_subgroup(l)),
        (TextForm::LABEL, t::text_field_label(l)),
        (TextForm::LABEL_AR, t::text_field_label_ar(l)),
        (TextForm::LANGUAGE, t::text_field_language(l)),
        (TextForm::SOURCE, t::text_field_source(l)),
    ];
    view! {
        {parts::trouble(l, form.state, &names, "UTC")}
        {ui::page_head(Some(form.body.short_name.get(l).to_owned()), title.to_owned(), Some(t::text_edit_lede(l).to_owned()))}
        <div class="columns">
            <div>{(!form.locked).then(|| fields(l, form))}{more}</div>
            <aside>
                <section class="section">
                    <h2>{t::text_rules(l)}</h2>
                    <ul class="stack">
                        <li>{t::text_rule_hidden(l)}</li>
                        <li>{t::text_rule_origins(l)}</li>
                        <li>{t::text_rule_issued(l)}</li>
                    </ul>
                </section>
            </aside>
        </div>
    }
    .into_any()
}

fn fields(l: Locale, form: &Parts<'_>) -> AnyView {
    let (state, values) = (form.state, &form.state.form);
    let spec = |name, label, hint, value| FieldSpec::of(state, name, label, hint, value);
    let about = form.subgroups.map(|subgroups| {
        let options: Vec<_> = subgroups.iter().map(|group| (group.id.to_string(), group.name.get(l).to_owned())).collect();
        view! {
            {ui::text_field(l, spec(TextForm::TITLE, t::text_field_title(l), None, &values.title))}
            {ui::text_field(l, spec(TextForm::TITLE_AR, t::text_field_title_ar(l), None, &values.title_ar).optional())}
            {ui::select(
                l,
                spec(TextForm::SUBGROUP, t::text_field_subgroup(l), Some(t::text_field_subgroup_hint(l)), &values.subgroup),
                &options,
            )}
        }
    });
    let languages = labels::options(&Language::ALL, Language::code, |language| labels::language_name(l, language));
    let label = spec(TextForm::LABEL, t::text_field_label(l), Some(t::text_field_label_hint(l)), &values.label);
    let source = spec(TextForm::SOURCE, t::text_field_source(l), Some(t::text_field_source_hint(l)), &values.source).optional();
    view! {
        <form class="form" method="post" action=form.action.clone() novalidate>
            {ui::hidden(TextForm::VERSION, values.version.as_str())}
            {about}
            {ui::text_field(l, label)}
            {ui::text_field(l, spec(TextForm::LABEL_AR, t::text_field_label_ar(l), None, &values.label_ar).optional())}
            {ui::select(l, spec(TextForm::LANGUAGE, t::text_field_language(l), None, &values.language), &languages)}
            {ui::text_area(l, source, 24, Language::from_code(&values.language), true)}
            <div class="actions">
                {ui::button(t::text_save(l), Button::Primary, None)}
                {ui::button(form.on, Button::Secondary, Some((TextForm::ACT, TextForm::GO_ON)))}
                <a href=routes::texts(l, &form.body.code)>{t::text_back(l)}</a>
            </div>
        </form>
    }
    .into_any()
}

/// What is typed, as it is read.
fn preview(l: Locale, form: &TextForm) -> AnyView {
    if is_xml(&form.source) {
        let unread = view! { <p>{t::text_preview_unread(l)}</p> }.into_any();
        return view! { <section class="section" id="preview"><h2>{t::text_preview(l)}</h2>{ui::empty(t::text_preview_none(l), unread)}</section> }
            .into_any();
    }
    let read = outline(&form.source);
    let language = Language::from_code(&form.language).unwrap_or(Language::En);
    let text = if read.units.is_empty() && read.flaws.is_empty() {
        ui::empty(t::text_preview_none(l), view! { <p>{t::text_preview_none_what(l)}</p> }.into_any())
    } else {
        let count = parts::numbered(&read.units);
        view! {
            {parts::imported(l, &form.source)}
            {parts::troubles(l, &read)}
            <p class="hint">{t::text_preview_count(l, count)}</p>
            {parts::outlined(language, &read.units)}
        }
        .into_any()
    };
    view! { <section class="section" id="preview"><h2>{t::text_preview(l)}</h2>{text}</section> }.into_any()
}

/// What somebody else has stored meanwhile: saving again overwrites it.
fn stored(l: Locale, page: &PreparationPage) -> AnyView {
    let (about, words) = (&page.preparation.about, &page.preparation.words);
    let fact = |name: &'static str, value: AnyView| (name.to_owned(), value);
    let facts = vec![
        fact(t::text_field_title(l), parts::both_languages(&about.title)),
        fact(t::text_field_label(l), parts::both_languages(&words.label)),
        fact(t::text_field_language(l), labels::language_name(l, words.language).into_any()),
    ];
    let (lang, dir) = (words.language.code(), words.language.direction().as_str());
    view! {
        <section class="section">
            <h2>{planning::plan_stored(l)}</h2>
            {ui::facts(facts)}
            <pre class="prose compared" lang=lang dir=dir>{words.source.clone()}</pre>
        </section>
    }
    .into_any()
}
