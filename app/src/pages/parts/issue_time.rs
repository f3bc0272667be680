//! The time at which a version is issued by itself: that it stands, with the way to withdraw it; or that it could not be kept, and why.

use crate::ui::{self, Button, Notice};
use leptos::prelude::*;
use model::calendar;
use model::domain::drafting::{IssueTime, Preparation};
use model::domain::language::Locale;
use model::forms::IssueForm;
use model::i18n::t::issuing as t;
use model::labels;
use model::routes;

/// When it was stated to be, with its zone.
pub fn stated_time(l: Locale, time: &IssueTime) -> String {
    calendar::full(l, time.stated.at, &time.stated.time_zone)
}

/// What the chair has to know of the time, on every page of the version. `look`: with the way to the page where it is seen as it will
/// be issued.
pub fn issue_time(l: Locale, preparation: &Preparation, look: bool) -> AnyView {
    let Some(time) = &preparation.issue_time else { return ().into_any() };
    let date = stated_time(l, time);
    if let Some((tried, why)) = time.hindered {
        let words = view! {
            <p><strong>{t::issue_hindered(l, date)}</strong></p>
            <p>{t::issue_hindered_reason(l, labels::hindrance(l, why), calendar::full(l, tried, &time.stated.time_zone))}</p>
        };
        return ui::notice(Notice::Warning, words.into_any());
    }
    let look = look.then(|| view! { <p><a href=routes::issue(l, preparation.id)>{t::issue_timed_look(l)}</a></p> });
    let words = view! {
        <p><strong>{t::issue_timed(l, date)}</strong></p>
        <p>{t::issue_timed_what(l)}</p>
        {look}
        <form method="post" action=routes::issue(l, preparation.id)>
            {ui::hidden(IssueForm::VERSION, preparation.version.to_string())}
            {ui::button(t::issue_time_withdraw(l), Button::Secondary, Some((IssueForm::ACT, IssueForm::WITHDRAW)))}
        </form>
    };
    ui::notice(Notice::Info, words.into_any())
}

/// The same in a list, in a few words.
pub fn issue_time_line(l: Locale, time: &IssueTime) -> String {
    if time.stands() { t::issue_timed_line(l, stated_time(l, time)) } else { t::issue_hindered_line(l).to_owned() }
}
