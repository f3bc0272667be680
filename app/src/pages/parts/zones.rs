//! The time zones a form offers.

use model::calendar::{self, ZONES};
use model::domain::language::Locale;

/// The zones to choose from; those in use are among them even if they are not in the usual list.
pub fn zones(l: Locale, in_use: &[&str]) -> Vec<(String, String)> {
    let extra = in_use.iter().copied().filter(|zone| !ZONES.contains(zone) && calendar::is_zone(zone));
    let mut names: Vec<&str> = ZONES.into_iter().chain(extra).collect();
    names.dedup();
    names.into_iter().map(|zone| (zone.to_owned(), zone_name(l, zone))).collect()
}

fn zone_name(l: Locale, zone: &str) -> String {
    if zone == "UTC" { zone.to_owned() } else { format!("{} · {zone}", calendar::city(l, zone)) }
}
