//! For tests of views: a context around the canned portal.

use crate::render::{Cx, Site};
use leptos::prelude::LeptosOptions;
use model::domain::device::Browser;
use model::domain::language::Locale;
use model::domain::person::Actor;
use model::portal::Ctx;
use std::sync::Arc;

pub use crate::testing::{NOW, Sample, comment, organisation, paper, person, round};

pub fn cx(l: Locale, path: &str, actor: Actor, portal: Sample) -> Cx {
    let leptos = LeptosOptions::builder().output_name("portal").site_pkg_dir("pkg/0123abcd").build();
    let site = Site { assets: "pkg/0123abcd".to_owned(), demonstration: true, factor_optional: false, contact: None, source: None, leptos };
    let ctx = Ctx { actor, now: NOW, locale: l, address: String::new(), browser: Browser::default(), form: None };
    Cx { portal: Arc::new(portal), ctx, site: Arc::new(site), path: path.to_owned(), rehearsed: None }
}
