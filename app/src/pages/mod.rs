//! The pages: each asks the portal, then renders at once. No logic, and never a view held over an await.
//! May use: everything of the model; `ui`, `render`, `islands`.
#![expect(clippy::unused_async, reason = "every page has one signature, whether or not it asks the portal")]

pub mod account;
pub mod accreditation;
pub mod admin;
pub mod announcement;
pub mod applications;
pub mod apply;
pub mod audit;
pub mod body;
pub mod co_sign;
pub mod comment;
pub mod compare;
pub mod compare_texts;
pub mod compilation;
pub mod confirm;
pub mod corrigendum;
pub mod deadline;
pub mod delete_draft;
pub mod desk;
pub mod dev;
pub mod draft;
pub mod earlier;
pub mod error;
pub mod find_organisation;
pub mod forgotten;
pub mod grants;
pub mod home;
pub mod info;
pub mod invitation;
pub mod issue;
pub mod joint;
pub mod joint_request;
pub mod late;
pub mod ledger;
pub mod links;
pub mod log;
pub mod members;
pub mod moderation;
pub mod norm;
pub mod norms;
pub mod offices;
pub mod organisation;
pub mod organisation_edit;
pub mod organisation_join;
pub mod organisation_merge;
pub mod organisations;
pub mod origins;
pub mod own_data;
pub mod paper;
pub mod paper_edit;
pub mod paper_new;
pub mod papers;
pub mod plan_round;
pub mod plan_session;
pub mod provision;
pub mod provision_status;
pub mod receipt;
pub mod register;
pub mod rehearsal;
pub mod repeated;
pub mod resume;
pub mod round;
pub mod round_papers;
pub mod secretariat;
pub mod session;
pub mod sign_in;
pub mod sign_in_code;
pub mod speak;
pub mod speakers;
pub mod status;
pub mod subgroup;
pub mod submit;
pub mod summary;
pub mod text_edit;
pub mod texts;
pub mod translations;
pub mod verify;
pub mod withdraw;
pub mod withdraw_comment;

mod parts;

#[cfg(test)]
mod house_tests;
#[cfg(test)]
mod tests;
