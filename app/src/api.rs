//! What islands may call on the server. Each function is short: it asks the portal and hands back codes or finished strings.
