//! What one piece of work cost: its SQL statements and password hashes, by name and in order. Tests count with it that two answers
//! cannot be told apart by their work, and that a list costs the same however long it is. Outside `count` nothing is kept.

use std::cell::RefCell;

tokio::task_local! {
    static SEEN: RefCell<Vec<Work>>;
}

/// One costly step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Work {
    /// A statement, by its text.
    Statement(&'static str),
    /// argon2 was run once.
    PasswordHash,
}

/// Notes a step of the task that [`count`] watches; does nothing otherwise.
pub(crate) fn note(work: Work) {
    let _ = SEEN.try_with(|seen| seen.borrow_mut().push(work));
}

/// Runs `task` and answers what it cost beside its value. Work that it hands to tasks of its own is not seen.
pub async fn count<T>(task: impl Future<Output = T>) -> (T, Vec<Work>) {
    SEEN.scope(RefCell::default(), async {
        let value = task.await;
        (value, SEEN.with(RefCell::take))
    })
    .await
}
