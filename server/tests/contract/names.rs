//! Names, addresses and what a person is found by, on both databases.

use crate::support::{KINDS, fresh, portal, start};
use engine::demo;
use engine::store::{Tx, credentials, files, names, people};
use model::domain::ids::NameChangeId;
use model::domain::language::Locale;
use model::domain::time::Span;
use uuid::Uuid;

/// How many are found by a word.
async fn found(tx: &mut Tx, key: &str) -> usize {
    files::people(tx, key, ("", ""), 10).await.expect("reads").len()
}

#[tokio::test]
async fn a_new_name_or_address_is_found_at_once_and_the_old_one_no_more() {
    for kind in KINDS {
        let fresh = fresh(kind).await;
        demo::seed(&portal(&fresh.db), start()).await.expect("seeds");
        let mut tx = fresh.db.read().await.expect("reads");
        let id = people::id_by_email(&mut tx, "academia@demo.example").await.expect("reads").expect("a demonstration login");
        let before = people::by_id(&mut tx, id).await.expect("reads").expect("is there").full_name;
        drop(tx);
        let old = before.clone();
        fresh
            .db
            .write_tx(move |tx| {
                let old = old.clone();
                Box::pin(async move {
                    assert!(names::set(tx, id, "Жанна Ёлкина", Locale::Ar).await?);
                    for (n, (from, to)) in [(old.as_str(), "Anna"), ("Anna", "Жанна Ёлкина")].into_iter().enumerate() {
                        let at = start() + Span::MINUTE.times(i64::try_from(n).unwrap_or(0));
                        names::insert_change(tx, NameChangeId(Uuid::from_u128(n as u128 + 1)), id, (from, to), at).await?;
                    }
                    credentials::set_email(tx, id, "zhanna@example.org").await
                })
            })
            .await
            .expect("writes");
        let mut tx = fresh.db.read().await.expect("reads");
        assert_eq!(found(&mut tx, "ёлкина zhanna@example.org").await, 1, "{kind:?}");
        assert_eq!(found(&mut tx, "academia@demo.example").await, 0, "{kind:?}");
        let person = people::reload(&mut tx, id).await.expect("reads").expect("is there");
        assert_eq!((person.full_name.as_str(), person.mail_language), ("Жанна Ёлкина", Locale::Ar), "{kind:?}");
        let former: Vec<_> = names::former(&mut tx, id).await.expect("reads").into_iter().map(|name| name.name).collect();
        assert_eq!(former, ["Anna", before.as_str()], "{kind:?}: the latest first");
        // An address that is taken changes nothing, and says so.
        drop(tx);
        let taken = fresh.db.write_tx(move |tx| Box::pin(credentials::set_email(tx, id, "ngo@demo.example"))).await;
        assert!(matches!(taken, Err(engine::store::StoreError::Conflict)), "{kind:?}: {taken:?}");
    }
}
