//! The browser a person works with, as it names itself: told to its own user so that they recognise it, never trusted.

use std::fmt;

/// Browser and system by their names; empty where nothing is known.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Device {
    /// `Firefox`, `Chrome`, …: one of [`BROWSERS`], or empty.
    pub browser: String,
    /// `Windows`, `Android`, …: one of [`SYSTEMS`], or empty.
    pub system: String,
}

/// The random mark a browser keeps from its first sign-in, by which an account knows it again. Only a hash of it is stored.
#[derive(Clone, PartialEq, Eq)]
pub struct DeviceToken(pub String);

impl fmt::Debug for DeviceToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("DeviceToken(…)")
    }
}

/// The browser of a request.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Browser {
    pub device: Device,
    /// The mark it brought along, if any.
    pub token: Option<DeviceToken>,
}

/// What a user agent names, and what people call it; the first that is found counts, because browsers name others too.
const BROWSERS: [(&str, &str); 9] = [
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser", "Samsung Internet"),
    ("Firefox/", "Firefox"),
    ("FxiOS/", "Firefox"),
    ("CriOS/", "Chrome"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
    ("curl/", "curl"),
];
const SYSTEMS: [(&str, &str); 7] = [
    ("Android", "Android"),
    ("iPhone", "iOS"),
    ("iPad", "iPadOS"),
    ("Windows", "Windows"),
    ("Mac OS X", "macOS"),
    ("CrOS", "ChromeOS"),
    ("Linux", "Linux"),
];

/// The longest user agent that is looked at, in bytes.
const LONGEST: usize = 1000;

impl Device {
    /// Reads a `User-Agent`. What comes out is a name of ours or nothing: whatever a stranger wrote there is never shown.
    pub fn from_user_agent(text: &str) -> Self {
        let text = if text.len() > LONGEST { "" } else { text };
        let find = |names: &[(&str, &str)]| {
            names.iter().find(|(mark, _)| text.contains(mark)).map(|(_, name)| (*name).to_owned()).unwrap_or_default()
        };
        Self { browser: find(&BROWSERS), system: find(&SYSTEMS) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(text: &str) -> (String, String) {
        let device = Device::from_user_agent(text);
        (device.browser, device.system)
    }

    #[test]
    fn common_browsers() {
        for (text, browser, system) in [
            ("Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0", "Firefox", "Linux"),
            (
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36 Edg/142.0",
                "Edge",
                "Windows",
            ),
            (
                "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36",
                "Chrome",
                "Android",
            ),
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1",
                "Safari",
                "iOS",
            ),
            ("", "", ""),
            ("<script>alert(1)</script>", "", ""),
        ] {
            assert_eq!(names(text), (browser.to_owned(), system.to_owned()), "{text}");
        }
        assert_eq!(names(&format!("Firefox/1{}", "x".repeat(LONGEST))), (String::new(), String::new()));
    }
}
