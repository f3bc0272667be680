use super::testing::{self, Canned};
use super::*;
use crate::domain::comment::Operation;
use crate::domain::language::{Language, Locale};
use crate::domain::person::Actor;
use crate::domain::round::RoundKind;
use crate::domain::time::Span;
use crate::domain::validate::Fault;
use crate::render::document;
use leptos::prelude::*;

fn html(view: impl FnOnce() -> AnyView) -> String {
    document(200, view).html
}

fn live() -> String {
    let cx = testing::cx(Locale::En, "/rounds/1", Actor::Anonymous, Canned::default());
    let line = testing::round(RoundKind::PositionPapers, Span::DAY.times(2));
    let head = Head::new("A <b>round</b>").crumb("OEWG", "/bodies/oewg").with_islands();
    page(&cx, 200, head, || view! { <h1>"x"</h1>{deadline(Locale::En, &line.round, testing::NOW, DeadlineStyle::Live)} }.into_any()).html
}

#[test]
fn a_whole_document() {
    let html = live();
    eprintln!("{html}");
    assert!(html.starts_with("<!DOCTYPE html><html lang=\"en\" dir=\"ltr\">"), "{html}");
    assert!(html.ends_with("</body></html>"), "{html}");
    assert!(html.contains("<title>A &lt;b&gt;round&lt;/b&gt; · Openfloor</title>"), "{html}");
    assert!(html.contains("<leptos-island"), "{html}");
}
