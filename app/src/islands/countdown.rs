//! The deadline with a countdown by the server's clock, and in the reader's own time.

use leptos::prelude::*;
use model::domain::time::Instant;
use model::domain::window::Urgency;
use serde::{Deserialize, Serialize};

#[cfg(feature = "hydrate")]
mod clock;

/// How a deadline feels: [`Urgency`] as it travels to the browser.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Stage {
    Upcoming,
    Open,
    Soon,
    LastHour,
    Closed,
}

impl Stage {
    /// In the order of [`CountdownTexts::stages`].
    pub const ALL: [Self; 5] = [Self::Upcoming, Self::Open, Self::Soon, Self::LastHour, Self::Closed];

    /// The modifier of the component's class.
    pub const fn class(self) -> &'static str {
        match self {
            Self::Upcoming => "deadline--upcoming",
            Self::Open => "deadline--open",
            Self::Soon => "deadline--soon",
            Self::LastHour => "deadline--last-hour",
            Self::Closed => "deadline--closed",
        }
    }
}

impl From<Urgency> for Stage {
    fn from(urgency: Urgency) -> Self {
        match urgency {
            Urgency::Upcoming => Self::Upcoming,
            Urgency::Open => Self::Open,
            Urgency::Soon => Self::Soon,
            Urgency::LastHour => Self::LastHour,
            Urgency::Closed => Self::Closed,
        }
    }
}

/// An instant with its finished words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Moment {
    pub at: Instant,
    /// For the `datetime` attribute.
    pub iso: String,
    pub local: String,
    pub zone: String,
    /// Empty where the zone is UTC itself.
    pub utc: String,
}

/// The finished texts of the countdown; the browser fills their slots.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CountdownTexts {
    /// The page's language, for the reader's own time.
    pub lang: String,
    /// The state in words, one for each [`Stage`].
    pub stages: [String; 5],
    pub opens_in: String,
    pub left: String,
    /// Two units of time together: the larger, then the smaller.
    pub two_spans: String,
    pub yours: String,
    pub clock_fast: String,
    pub clock_slow: String,
}

/// What changes while one looks.
#[derive(Clone, Copy)]
struct Face {
    stage: RwSignal<Stage>,
    left: RwSignal<String>,
    yours: RwSignal<String>,
    /// What is wrong with the reader's clock; empty when nothing is.
    clock: RwSignal<String>,
    /// Said aloud by screen readers, at a change of stage only.
    said: RwSignal<String>,
}

/// The deadline of a round, counting down. `stage` and `left` are what the server saw.
#[island]
pub fn Countdown(opens: Moment, closes: Moment, texts: CountdownTexts, stage: Stage, left: String) -> impl IntoView {
    let face = Face {
        stage: RwSignal::new(stage),
        left: RwSignal::new(left),
        yours: RwSignal::default(),
        clock: RwSignal::default(),
        said: RwSignal::default(),
    };
    #[cfg(feature = "hydrate")]
    clock::start(face, opens.at, closes.at, texts.clone());
    let stages = texts.stages;
    let words = move || stages[face.stage.get() as usize].clone();
    let shown = move |part: fn(&Moment) -> &String| {
        let (opens, closes) = (part(&opens).clone(), part(&closes).clone());
        move || if face.stage.get() == Stage::Upcoming { opens.clone() } else { closes.clone() }
    };
    let utc = shown(|moment| &moment.utc);
    let no_utc = {
        let utc = utc.clone();
        move || utc().is_empty()
    };
    view! {
        <div class=move || format!("deadline {}", face.stage.get().class())>
            <strong class="deadline__state">{words}</strong>
            " "
            <time class="deadline__local" datetime=shown(|moment| &moment.iso)>{shown(|moment| &moment.local)}</time>
            " "
            <span class="deadline__zone">{shown(|moment| &moment.zone)}</span>
            " "
            <span class="deadline__utc" hidden=no_utc>{utc}</span>
            " "
            <span class="deadline__yours" hidden=move || face.yours.read().is_empty()>{face.yours}</span>
            " "
            <span class="deadline__left" hidden=move || face.left.read().is_empty()>{face.left}</span>
            <p hidden=move || face.clock.read().is_empty()>{face.clock}</p>
            <span class="visually-hidden" role="status">{face.said}</span>
        </div>
    }
}
