//! The logins of the demonstration: known to everyone, so they exist in demonstration mode only. The server seeds them, the sign-in
//! page shows them, `make serve` prints them.

/// The password of every demonstration login.
pub const PASSWORD: &str = "demonstration only";

/// The demonstration logins: address, and what it is for in the words of the command line.
pub const LOGINS: [(&str, &str); 8] = [
    ("chair@demo.example", "the chair: deadlines, consolidated summary"),
    ("secretariat@demo.example", "the secretariat: papers to the whole body, consolidated summary"),
    ("moderator.rnp@demo.example", "moderator of SG-RNP (rules, norms and principles)"),
    ("moderator.cap@demo.example", "moderator of SG-CAP (capacity-building)"),
    ("business@demo.example", "a business"),
    ("ngo@demo.example", "a non-governmental organisation"),
    ("academia@demo.example", "a university"),
    ("admin@demo.example", "the administrator: who holds which office"),
];
