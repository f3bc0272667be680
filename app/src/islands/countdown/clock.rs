//! The ticking of the countdown, in the browser.

use super::{CountdownTexts, Face, Stage};
use crate::api::server_time;
use crate::islands::own_time::{locale, options, own_time};
use crate::islands::{awake, fill};
use js_sys::{Array, Date, Intl};
use leptos::prelude::*;
use leptos::task::spawn_local;
use model::domain::ids::LedgerEntryId;
use model::domain::time::Instant;
use model::domain::window::{Phase, Window};
use std::cell::Cell;
use std::time::Duration;
use wasm_bindgen::JsValue;

/// A reader's clock that is further off than this is told so (ms).
const TOLERANCE: f64 = 30_000.0;
/// How often the server is asked again, and how soon after it could not be reached.
const ASK_AGAIN: Duration = Duration::from_mins(10);
const RETRY: Duration = Duration::from_secs(15);
/// An answer that took longer (ms) says too little: the device slept meanwhile, or its clock was set.
const LONGEST_WAY: f64 = 10_000.0;

thread_local! {
    /// A countdown of this page has taken it upon itself to warn of the reader's clock: what is wrong with it is said once a page.
    static SPOKEN_FOR: Cell<bool> = const { Cell::new(false) };
}

#[derive(Clone)]
struct Clock {
    face: Face,
    window: Window,
    texts: CountdownTexts,
    /// Server's time minus the device's, in ms; `None` until the server has answered.
    skew: RwSignal<Option<f64>>,
    /// The first countdown of the page, which warns of the reader's clock for all of them.
    speaks: bool,
}

/// Starts the countdown: it ticks by the server's clock only, so not before the server has told its time.
pub fn start(face: Face, opens_at: Instant, closes_at: Instant, texts: CountdownTexts) {
    let entry = LedgerEntryId(uuid::Uuid::nil());
    let window = Window { entry, opens_at, closes_at, grants: Vec::new() };
    let speaks = !SPOKEN_FOR.replace(true);
    let clock = Clock { face, window, texts, skew: RwSignal::new(None), speaks };
    // Only after hydration, which takes what the server wrote for what the signals hold.
    let after = clock.clone();
    spawn_local(async move {
        after.show_own_time();
        after.ask();
    });
    set_interval(move || clock.tick(), Duration::from_secs(1));
}

impl Clock {
    /// Asks the server for its time, and again later.
    fn ask(self) {
        spawn_local(async move {
            let sent = Date::now();
            let answer = server_time().await;
            let travelled = Date::now() - sent;
            let again = match answer {
                Ok(time) if (0.0..=LONGEST_WAY).contains(&travelled) => {
                    let skew = float(time) - (sent + travelled / 2.0);
                    if self.skew.get_untracked().is_none() {
                        awake::note();
                    }
                    self.skew.set(Some(skew));
                    self.judge(skew, travelled);
                    self.tick();
                    ASK_AGAIN
                }
                Ok(_) | Err(_) => RETRY,
            };
            set_timeout(move || self.ask(), again);
        });
    }

    /// Says so when the reader's clock is off by more than could be the line's fault.
    fn judge(&self, skew: f64, travelled: f64) {
        if !self.speaks {
            return;
        }
        if skew.abs() <= TOLERANCE + travelled / 2.0 {
            return self.face.clock.set(String::new());
        }
        let text = if skew < 0.0 { &self.texts.clock_fast } else { &self.texts.clock_slow };
        self.face.clock.set(fill(text, &[&self.span(skew.abs() / 1000.0)]));
    }

    fn tick(&self) {
        let Some(skew) = self.skew.get_untracked() else { return };
        let now = instant(Date::now() + skew);
        let phase = self.window.public_phase(now);
        let left = match phase {
            Phase::Upcoming { opens } => fill(&self.texts.opens_in, &[&self.span(seconds(opens, now))]),
            Phase::Open { until } => fill(&self.texts.left, &[&self.span(seconds(until, now))]),
            Phase::Closed { .. } => String::new(),
        };
        if *self.face.left.read_untracked() != left {
            self.face.left.set(left);
        }
        let stage = Stage::from(phase.urgency(now));
        if self.face.stage.get_untracked() != stage {
            self.face.stage.set(stage);
            self.face.said.set(self.texts.stages[stage as usize].clone());
            self.show_own_time();
        }
    }

    /// The same instant as the reader's own clock and zone have it.
    fn show_own_time(&self) {
        let upcoming = self.face.stage.get_untracked() == Stage::Upcoming;
        let at = if upcoming { self.window.opens_at } else { self.window.closes_at };
        let milliseconds = at.milliseconds();
        let own = own_time(&self.texts.lang, float(milliseconds), milliseconds % 60_000 != 0);
        self.face.yours.set(fill(&self.texts.yours, &[&own]));
    }

    /// A span in the two largest units; in the last hour to the second.
    fn span(&self, seconds: f64) -> String {
        let total = seconds.max(0.0).floor();
        let (days, hours) = ((total / 86_400.0).floor(), (total / 3600.0).floor() % 24.0);
        let (minutes, seconds) = ((total / 60.0).floor() % 60.0, total % 60.0);
        let two = |larger: String, smaller: String| fill(&self.texts.two_spans, &[&larger, &smaller]);
        if days > 0.0 {
            two(self.unit(days, "day"), self.unit(hours, "hour"))
        } else if hours > 0.0 {
            two(self.unit(hours, "hour"), self.unit(minutes, "minute"))
        } else {
            format!("{minutes}:{seconds:02}")
        }
    }

    /// `3 hours`, by the plural rules of the browser.
    fn unit(&self, count: f64, unit: &str) -> String {
        let options = options(&[("style", "unit"), ("unit", unit), ("unitDisplay", "long")]);
        let format = Intl::NumberFormat::new(&Array::of1(&JsValue::from_str(&locale(&self.texts.lang))), &options).format();
        format.call1(&JsValue::NULL, &JsValue::from_f64(count)).ok().and_then(|text| text.as_string()).unwrap_or_else(|| count.to_string())
    }
}

fn seconds(until: Instant, now: Instant) -> f64 {
    float((until - now).seconds())
}

#[expect(clippy::cast_precision_loss, reason = "milliseconds of this millennium fit into 53 bits")]
const fn float(number: i64) -> f64 {
    number as f64
}

#[expect(clippy::cast_possible_truncation, reason = "milliseconds of this millennium fit into 64 bits")]
const fn instant(milliseconds: f64) -> Instant {
    Instant(milliseconds as i64 * 1000)
}
