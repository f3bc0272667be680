//! Those who stand on the two sides of a proposal, as a bar: the words beside it say the numbers.

use leptos::prelude::*;
use model::domain::language::{Direction, Locale};

/// Nothing where nobody stands on either side.
pub fn sides(l: Locale, support: usize, oppose: usize) -> Option<AnyView> {
    let all = support + oppose;
    if all == 0 {
        return None;
    }
    let part = |count: usize| format!("{}.{}%", count * 100 / all, count * 1000 / all % 10);
    // Support stands where reading begins.
    let (support_x, oppose_x) = match l.direction() {
        Direction::Rtl => (part(oppose), "0".to_owned()),
        Direction::Ltr => ("0".to_owned(), part(support)),
    };
    let bar = view! {
        <svg class="chart__cell" width="100%" height="8" aria-hidden="true" focusable="false">
            <rect class="chart__bar--support" x=support_x y="0" width=part(support) height="8"></rect>
            <rect class="chart__bar--oppose" x=oppose_x y="2" width=part(oppose) height="4"></rect>
        </svg>
    };
    Some(bar.into_any())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(l: Locale, support: usize, oppose: usize) -> Option<String> {
        sides(l, support, oppose).map(RenderHtml::to_html)
    }

    #[test]
    fn support_stands_where_reading_begins() {
        let (left, right) = (drawn(Locale::En, 1, 3).expect("a bar"), drawn(Locale::Ar, 1, 3).expect("a bar"));
        assert!(left.contains(r#"x="25.0%""#) && left.contains(r#"width="75.0%""#), "{left}");
        assert!(right.contains(r#"x="75.0%""#), "{right}");
        assert!(drawn(Locale::En, 0, 0).is_none());
    }
}
