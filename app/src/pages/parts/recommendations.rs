//! The recommendations of a paper: read, and written.

use crate::ui::{self, FieldSpec};
use leptos::prelude::*;
use model::domain::language::{Language, Locale};
use model::domain::recommendation::{About, MAX_RECOMMENDATIONS, Rearrangement, Recommended, Target};
use model::forms::{FormState, PaperForm, RecommendationFields};
use model::i18n::t::recommendations as t;
use model::labels;
use model::portal::Targets;
use model::routes;

/// What a recommendation is about, as a link to it.
fn target(l: Locale, target: &Target) -> AnyView {
    let href = match target {
        Target::Norm { code, .. } => routes::norm(l, code.to_lowercase()),
        Target::Provision { id, .. } => routes::provision(l, *id),
    };
    view! { <p class="meta">{t::recommendation_on(l)}" "<a href=href>{labels::target(l, target)}</a></p> }.into_any()
}

/// Each under its number; nothing where there are none. `headings`: as in [`answered`](super::answered).
pub fn recommended(l: Locale, recommendations: &[Recommended], language: Language, headings: bool) -> AnyView {
    let one = |one: &Recommended| {
        let number = t::recommendation_numbered(l, one.number);
        let heading = if headings { view! { <h3>{number}</h3> }.into_any() } else { view! { <p><strong>{number}</strong></p> }.into_any() };
        view! { {heading}{one.about.as_ref().map(|about| target(l, about))}{ui::prose(&one.text, language)} }
    };
    recommendations.iter().map(one).collect_view().into_any()
}

/// The recommendations of a paper as a section of its page.
pub fn recommendations_of(l: Locale, recommendations: &[Recommended], language: Language) -> AnyView {
    if recommendations.is_empty() {
        return ().into_any();
    }
    view! {
        <section class="section stack" id="recommendations">
            <h2>{t::recommendations_title(l)}</h2>
            {recommended(l, recommendations, language, true)}
        </section>
    }
    .into_any()
}

/// The labels of the rows, for the fields and for the summary of what is wrong: words, and what they are about.
pub struct Labels {
    words: Vec<String>,
    about: Vec<String>,
}

impl Labels {
    /// For the rows of this form and the one that is empty.
    pub fn of(l: Locale, rows: &[RecommendationFields]) -> Self {
        let numbers = 1..=(rows.len() + 1).min(MAX_RECOMMENDATIONS);
        Self {
            words: numbers.clone().map(|number| t::recommendation_numbered(l, number)).collect(),
            about: numbers.map(|number| t::recommendation_about(l, number)).collect(),
        }
    }

    /// Names of fields with their labels.
    pub fn fields(&self) -> impl Iterator<Item = (&'static str, &str)> {
        let named = |names: [&'static str; MAX_RECOMMENDATIONS], labels| names.into_iter().zip::<&Vec<String>>(labels);
        named(PaperForm::RECOMMENDATIONS, &self.words)
            .chain(named(PaperForm::ABOUT, &self.about))
            .map(|(name, label)| (name, label.as_str()))
    }
}

/// The longest part of a provision that tells which one it is.
const EXCERPT: usize = 60;

/// The beginning of a text of more than `most` characters, up to a word.
pub fn excerpt(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let cut: String = text.chars().take(most).collect();
    format!("{}…", cut.rsplit_once(' ').map_or(cut.as_str(), |(whole, _)| whole))
}

/// What can be chosen: norms, then text by text. `kept`: what is chosen already, also where it cannot be chosen any more.
fn choices(l: Locale, targets: &Targets, kept: &[Recommended]) -> Vec<(String, Vec<(String, String)>)> {
    let norms = targets.norms.iter().map(|norm| {
        let about = About::Norm(norm.code.clone()).code();
        (about, t::recommendation_norm(l, norm.code.as_str(), norm.short_title.get(l)))
    });
    let mut groups = vec![(t::recommendation_norms(l).to_owned(), norms.collect())];
    for (version, provisions) in &targets.texts {
        let options = provisions.iter().map(|provision| {
            let words = t::recommendation_excerpt(l, provision.citation.as_str(), excerpt(&provision.text, EXCERPT));
            (About::Provision(provision.id).code(), words)
        });
        groups.push((t::recommendation_text(l, version.title.get(l), version.label.get(l)), options.collect()));
    }
    for target in kept.iter().filter_map(|one| one.about.as_ref()) {
        let code = target.about().code();
        let known = groups.iter().any(|(_, options): &(_, Vec<_>)| options.iter().any(|(value, _)| *value == code));
        if let (false, Target::Provision { label, title, .. }) = (known, target) {
            let group = t::recommendation_text(l, title.get(l), label.get(l));
            groups.push((group, vec![(code, labels::target(l, target))]));
        }
    }
    groups
}

/// The rows of the editor: those that are written, and one that is empty.
pub fn rows(
    l: Locale,
    state: &FormState<PaperForm>,
    labels: &Labels,
    targets: &Targets,
    kept: &[Recommended],
    language: Option<Language>,
) -> AnyView {
    let empty = RecommendationFields::default();
    let written = &state.form.recommendations;
    let groups = choices(l, targets, kept);
    let names = PaperForm::RECOMMENDATIONS.into_iter().zip(PaperForm::ABOUT);
    let rows: Vec<_> = names
        .zip(labels.words.iter().zip(&labels.about))
        .enumerate()
        .map(|(at, ((name, about_name), (words_label, about_label)))| {
            let row = written.get(at).unwrap_or(&empty);
            let words = FieldSpec::of(state, name, words_label, None, &row.text).optional();
            let about = FieldSpec::of(state, about_name, about_label, None, &row.about).optional();
            let button = |label: String, act: Rearrangement| ui::small_button(label, PaperForm::ACTION, act.code());
            let buttons = (at < written.len()).then(|| {
                view! {
                    <p class="actions">
                        {(at > 0).then(|| button(t::recommendation_up(l, at + 1), Rearrangement::Up(at)))}
                        {button(t::recommendation_remove(l, at + 1), Rearrangement::Remove(at))}
                    </p>
                }
            });
            view! {
                <div class="stack">
                    {ui::text_area(l, words, 4, language, false)}
                    {ui::grouped_select(l, about, t::recommendation_nothing(l), &groups)}
                    {buttons}
                </div>
            }
        })
        .collect();
    let more = if written.len() < MAX_RECOMMENDATIONS {
        ui::button(t::recommendation_add(l), ui::Button::Quiet, Some((PaperForm::ACTION, PaperForm::ADD)))
    } else {
        view! { <p class="hint">{t::recommendations_full(l, MAX_RECOMMENDATIONS)}</p> }.into_any()
    };
    view! {
        <h2>{t::recommendations_title(l)}</h2>
        <p class="hint">{t::recommendations_hint(l)}</p>
        {rows}
        <div class="actions">{more}</div>
    }
    .into_any()
}
