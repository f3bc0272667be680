//! A local date and time; where the clocks leave a doubt about it, the two instants it may stand for, to choose from.

use super::fields::{FieldSpec, datetime_field};
use leptos::prelude::*;
use model::calendar::{self, Doubtful};
use model::domain::language::Locale;
use model::i18n::t::local_times as t;

/// The field of a local time at `zone`. `name`: the field that tells which instant is meant, where there is a doubt; `chosen`: its value.
/// An ordinary time has no second field, so a form that is filled by a script has none to miss.
pub fn local_time_field(l: Locale, spec: FieldSpec<'_>, name: &'static str, zone: &str, chosen: &str) -> AnyView {
    let offered = calendar::doubt(spec.value, zone).map(|doubtful| choices(l, doubtful, name, zone, chosen));
    view! { {datetime_field(l, spec)}{offered} }.into_any()
}

fn choices(l: Locale, doubtful: Doubtful, name: &'static str, zone: &str, chosen: &str) -> AnyView {
    let why = if doubtful.twice { t::local_time_twice(l) } else { t::local_time_skipped(l) };
    let hint = format!("{name}-hint");
    let described_by = hint.clone();
    let options: Vec<_> = doubtful
        .instants
        .into_iter()
        .enumerate()
        .map(|(n, instant)| {
            let (id, value) = (format!("{name}-{}", n + 1), calendar::choice(instant));
            let checked = value == chosen;
            view! {
                <div class="choice">
                    <input type="radio" id=id.clone() name=name value=value checked=checked/>
                    <label for=id>{calendar::full(l, instant, zone)}</label>
                </div>
            }
        })
        .collect();
    view! {
        <fieldset class="choices" id=name aria-describedby=described_by>
            <legend>{t::local_time_which(l)}</legend>
            <p class="hint" id=hint>{why}</p>
            {options}
        </fieldset>
    }
    .into_any()
}
