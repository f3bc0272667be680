//! Usual closings that fill in the form of a new round, as far as they lie ahead.

use crate::render::Cx;
use crate::ui::{self, Button};
use leptos::prelude::*;
use model::calendar;
use model::domain::language::Locale;
use model::domain::plan::RoundTemplate;
use model::forms::RoundForm;
use model::i18n::t::planning as t;
use model::portal::RoundEditor;
use model::routes;

const fn words(l: Locale, template: RoundTemplate) -> &'static str {
    match template {
        RoundTemplate::Weeks8 => t::plan_template_weeks_8(l),
        RoundTemplate::Weeks4 => t::plan_template_weeks_4(l),
        RoundTemplate::Weeks2 => t::plan_template_weeks_2(l),
        RoundTemplate::LastDay => t::plan_template_last_day(l),
    }
}

/// Each with its way to be chosen and its instant; nothing where none lies ahead.
fn list(cx: &Cx, editor: &RoundEditor, choose: impl Fn(RoundTemplate) -> AnyView) -> AnyView {
    let (l, session) = (cx.locale(), &editor.session);
    let items: Vec<_> = RoundTemplate::ALL
        .iter()
        .filter_map(|template| {
            let at = calendar::usual_closing(session, *template).filter(|at| *at > cx.ctx.now)?;
            Some(view! { <li>{choose(*template)}" "<span class="meta">{calendar::full(l, at, &session.time_zone)}</span></li> })
        })
        .collect();
    if items.is_empty() {
        return ().into_any();
    }
    view! {
        <section class="section">
            <h2>{t::plan_templates(l)}</h2>
            <p class="hint">{t::plan_templates_what(l)}</p>
            <ul class="stack">{items}</ul>
        </section>
    }
    .into_any()
}

/// On a page nobody has typed on yet.
pub fn links(cx: &Cx, editor: &RoundEditor) -> AnyView {
    let l = cx.locale();
    list(cx, editor, |template| {
        view! { <a href=routes::new_round_by(l, editor.session.id, template.code())>{words(l, template)}</a> }.into_any()
    })
}

/// Within the form, so that what was typed stays. They stand below its own button, which is the one the Enter key presses.
pub fn buttons(cx: &Cx, editor: &RoundEditor) -> AnyView {
    let l = cx.locale();
    list(cx, editor, |template| ui::button(words(l, template), Button::Secondary, Some((RoundForm::TEMPLATE, template.code()))))
}
