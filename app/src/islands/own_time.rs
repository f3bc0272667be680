//! Instants as the reader's own clock and zone have them, in the page's language.

use js_sys::{Date, Object, Reflect};
use wasm_bindgen::JsValue;

/// The instant (ms since 1970) to the minute, or `to_the_second`.
pub fn own_time(lang: &str, milliseconds: f64, to_the_second: bool) -> String {
    let parts = [
        ("day", "numeric"),
        ("month", "long"),
        ("year", "numeric"),
        ("hour", "2-digit"),
        ("minute", "2-digit"),
        ("hourCycle", "h23"),
        ("timeZoneName", "short"),
    ];
    let options = options(&parts);
    if to_the_second {
        set(&options, "second", "2-digit");
    }
    String::from(Date::new(&JsValue::from_f64(milliseconds)).to_locale_string(&locale(lang), &options))
}

/// The page's language with the calendar and the digits the rest of the page uses.
pub fn locale(lang: &str) -> String {
    format!("{}-u-ca-gregory-nu-latn", if lang == "en" { "en-GB" } else { lang })
}

pub fn options(pairs: &[(&str, &str)]) -> Object {
    let options = Object::new();
    for (name, value) in pairs {
        set(&options, name, value);
    }
    options
}

fn set(object: &Object, name: &str, value: &str) {
    // Setting a property of a plain object of ours cannot fail.
    let _ = Reflect::set(object, &JsValue::from_str(name), &JsValue::from_str(value));
}
