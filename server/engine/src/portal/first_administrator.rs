//! The administrator a new installation begins with: made by the operator, before anybody can appoint anybody.

use super::{ServerPortal, in_tx};
use crate::auth::PasswordError;
use crate::store::StoreError;
use crate::store::offices::{self, NewOffice};
use crate::store::people::{self, NewPerson};
use model::domain::ids::{PersonId, RoleId};
use model::domain::role::Office;
use model::domain::time::Instant;

/// Why there is no new administrator.
#[derive(Debug, thiserror::Error)]
pub enum FirstAdministratorError {
    #[error(transparent)]
    Password(#[from] PasswordError),
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl ServerPortal {
    /// Makes a login that holds the office of administrator; answers its password, which is stored nowhere. `None`: there is a login with
    /// this address.
    ///
    /// # Errors
    /// The database cannot be written, or the password not be hashed.
    pub async fn first_administrator(&self, now: Instant, email: &str, name: &str) -> Result<Option<String>, FirstAdministratorError> {
        let password = self.ids.token()[..20].to_owned();
        let hash = self.passwords.hash(&password).await?;
        let (person, role) = (PersonId(self.ids.uuid(now)), RoleId(self.ids.uuid(now)));
        let (email, name) = (email.to_owned(), name.to_owned());
        let added = in_tx!(self.db, [email, name, hash], |tx| {
            let new = NewPerson {
                id: person,
                email: &email,
                full_name: &name,
                password_hash: &hash,
                confirmed_at: Some(now),
                locale: "en",
                created_at: now,
            };
            people::insert(tx, &new).await?;
            let office = NewOffice {
                id: role,
                person,
                office: Office::Administrator,
                from: now,
                until: None,
                reason: String::new(),
                by: None,
                at: now,
            };
            offices::insert(tx, &office).await
        })
        .await;
        match added {
            Ok(()) => Ok(Some(password)),
            Err(StoreError::Conflict) => Ok(None),
            Err(error) => Err(error.into()),
        }
    }
}
