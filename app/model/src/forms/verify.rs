//! Checking a receipt: its text, or its file.

/// The form of `/verify`. Posted in parts, because it may carry a file.
#[derive(Debug, Clone, Copy)]
pub struct VerifyForm;

impl VerifyForm {
    /// The pasted text; in a link the same in base64url.
    pub const RECEIPT: &str = "receipt";
    pub const FILE: &str = "file";
}
