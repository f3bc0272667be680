//! What other organisations say to a proposal, what it excludes, and the buttons for one's own.

use super::frame::sign_in_and_return;
use crate::render::Cx;
use crate::ui::{self, Button};
use leptos::prelude::*;
use model::domain::comment::Operation;
use model::domain::item::ItemState;
use model::domain::language::Locale;
use model::domain::voice::{OwnVoice, Voice, saying};
use model::forms::VoiceForm;
use model::i18n::t::voices as t;
use model::labels;
use model::portal::CommentPage;
use model::routes;

/// The section of a proposal's page; nothing while it is no public proposal.
pub fn voices(cx: &Cx, page: &CommentPage) -> AnyView {
    let l = cx.locale();
    if page.comment.state != ItemState::Accepted || page.comment.content.operation == Operation::CommentOnly {
        return ().into_any();
    }
    let said: Vec<_> = Voice::ALL.iter().filter_map(|voice| list(l, page, *voice)).collect();
    let none = said.is_empty().then(|| view! { <p class="meta">{t::voices_none(l)}</p> });
    let own: Vec<_> = page.own_voices.iter().map(|own| form(l, page, own)).collect();
    let what = page.own_voices.iter().any(|own| own.may.is_ok()).then(|| view! { <p class="hint">{t::voices_what(l)}</p> });
    let open = page.line.round.window.public_phase(cx.ctx.now).is_open();
    let sign_in = (open && cx.signed_in().is_none()).then(|| view! { <p><a href=sign_in_and_return(cx)>{t::voices_sign_in(l)}</a></p> });
    view! { <section class="section" id="voices"><h2>{t::voices_title(l)}</h2>{none}{said}{what}{own}{sign_in}</section> }.into_any()
}

/// Who says this, by name; nothing where nobody does.
fn list(l: Locale, page: &CommentPage, voice: Voice) -> Option<AnyView> {
    let names: Vec<_> = saying(&page.heard, voice).map(|organisation| view! { <li>{ui::organisation(l, organisation)}</li> }).collect();
    (!names.is_empty()).then(|| view! { <h3>{labels::voice_heard(l, voice)}</h3><ul class="stack">{names}</ul> }.into_any())
}

/// What one of the reader's organisations says, and may say instead.
fn form(l: Locale, page: &CommentPage, own: &OwnVoice) -> AnyView {
    let id = format!("voice-{}", own.organisation);
    let says = match own.voice {
        Some(voice) => t::voices_own(l, own.name.as_str(), labels::voice_own(l, voice)),
        None => t::voices_own_none(l, own.name.as_str()),
    };
    if let Err(denied) = own.may {
        let (why, _) = ui::refusal_words(l, &denied.into(), &page.line.round.time_zone);
        return view! { <p>{says}" "<span class="meta">{why}</span></p> }.into_any();
    }
    let button = |words: &'static str, value: &'static str, kind| ui::button(words, kind, Some((VoiceForm::VOICE, value)));
    let others = Voice::ALL.iter().filter(|voice| Some(**voice) != own.voice);
    let others: Vec<_> = others.map(|voice| button(labels::voice(l, *voice), voice.code(), Button::Secondary)).collect();
    let back = own.voice.map(|_| button(t::voices_take_back(l), VoiceForm::NOTHING, Button::Quiet));
    view! {
        <form class="stack" method="post" action=routes::say_voice(l, page.comment.id)>
            {ui::hidden(VoiceForm::ORGANISATION, own.organisation.to_string())}
            {ui::hidden(VoiceForm::VERSION, page.comment.version.to_string())}
            <p id=id.clone()>{says}</p>
            <div class="actions" role="group" aria-labelledby=id>{others}{back}</div>
        </form>
    }
    .into_any()
}

/// The public proposals that exclude this one; nothing where there are none.
pub fn excluded(l: Locale, page: &CommentPage) -> AnyView {
    if page.excludes.is_empty() {
        return ().into_any();
    }
    let rows: Vec<_> = page
        .excludes
        .iter()
        .map(|line| {
            view! {
                <li class="row">
                    <h3 class="row__title"><a href=routes::comment(l, line.id)>{t::voices_excluded_of(l, line.organisation.name.as_str())}</a></h3>
                    <p class="row__meta"><span>{labels::operation(l, line.content.operation)}</span></p>
                    {ui::quoted(l, &line.content, page.draft.language)}
                </li>
            }
        })
        .collect();
    view! {
        <section class="section" id="excluded">
            <h2>{t::voices_excluded(l)}</h2>
            <p>{t::voices_excluded_what(l)}</p>
            <ul class="rows">{rows}</ul>
        </section>
    }
    .into_any()
}
