//! The order of turns, without a clock: who waits behind whom, and how many.

use super::*;

const NOW: Instant = Instant(1_764_000_000_000_000);

#[test]
fn failures_are_remembered_for_a_while() {
    let turns = Turns::new(2);
    assert_eq!(turns.standing("a", "1", NOW), Standing::Clean);
    turns.failed("a", "1", NOW);
    assert_eq!(turns.standing("a", "2", NOW), Standing::Suspicious, "the account failed");
    assert_eq!(turns.standing("b", "1", NOW), Standing::Clean, "one failure of an address is none");
    turns.failed("c", "1", NOW);
    turns.failed("d", "1", NOW);
    assert_eq!(turns.standing("b", "1", NOW), Standing::Suspicious);
    assert_eq!(turns.standing("a", "1", NOW + MEMORY), Standing::Clean);
}

#[test]
fn a_flood_is_noticed_and_forgotten() {
    let mut memory = Memory::default();
    for n in 0..=USUAL {
        assert!(!memory.pouring(NOW), "{n}");
        memory.note(&n.to_string(), "x", NOW);
    }
    assert!(memory.pouring(NOW));
    assert!(memory.pouring(NOW + Span::MINUTE), "the last minute counts");
    assert!(!memory.pouring(NOW + Span::MINUTE.times(3)));
}

#[tokio::test]
async fn only_so_many_suspicious_ones_wait_and_they_hold_up_nobody() {
    let turns = Arc::new(Turns::new(1));
    let first = turns.for_sign_in(Standing::Suspicious, NOW).await.expect("free");
    let mut waiting = Vec::new();
    for _ in 1..6 {
        let turns = turns.clone();
        waiting.push(tokio::spawn(async move { turns.for_sign_in(Standing::Suspicious, NOW).await.is_ok() }));
    }
    tokio::task::yield_now().await;
    while turns.slow.waiting.load(Ordering::Acquire) < 6 {
        tokio::task::yield_now().await;
    }
    assert!(matches!(turns.for_sign_in(Standing::Suspicious, NOW).await, Err(Busy { .. })), "the queue is full");
    assert_eq!(turns.for_sign_in(Standing::Clean, NOW).await.expect("free").run(|| 7).await, Some(7));
    drop(first);
    for one in waiting {
        assert!(one.await.expect("runs"), "each gets a turn");
    }
    assert!(turns.for_sign_in(Standing::Suspicious, NOW).await.is_ok());
}

/// Looks at a future once.
fn look<F: Future>(future: &mut std::pin::Pin<Box<F>>) -> Option<F::Output> {
    match future.as_mut().poll(&mut std::task::Context::from_waker(std::task::Waker::noop())) {
        std::task::Poll::Ready(value) => Some(value),
        std::task::Poll::Pending => None,
    }
}

#[tokio::test]
async fn registrations_wait_for_each_other_in_their_order_and_hold_no_sign_in_up() {
    let turns = Turns::new(1);
    let first = turns.for_registration().await.expect("free");
    let mut waiting: Vec<_> = (1..NEWCOMERS).map(|_| Box::pin(turns.for_registration())).collect();
    assert!(waiting.iter_mut().all(|one| look(one).is_none()), "one at a time");
    assert!(matches!(look(&mut Box::pin(turns.for_registration())), Some(Err(Busy { .. }))), "the queue is full");
    // While the lane is full, whoever signs in has the core to themselves, and who is signed in too.
    for standing in [Standing::Known, Standing::Clean, Standing::Suspicious] {
        assert!(matches!(look(&mut Box::pin(turns.for_sign_in(standing, NOW))), Some(Ok(_))), "{standing:?}");
    }
    assert!(matches!(look(&mut Box::pin(turns.open())), Some(Ok(_))));
    // And the other way round: sign-ins that fill the ordinary lane keep no newcomer waiting.
    let signing_in = turns.for_sign_in(Standing::Known, NOW).await.expect("free");
    drop(first);
    assert!(matches!(look(&mut waiting[0]), Some(Ok(_))));
    drop(signing_in);
}

#[tokio::test]
async fn first_come_first_served() {
    let turns = Turns::new(1);
    let first = turns.for_registration().await.expect("free");
    let (mut second, mut third) = (Box::pin(turns.for_registration()), Box::pin(turns.for_registration()));
    assert!(look(&mut second).is_none() && look(&mut third).is_none());
    drop(first);
    assert!(look(&mut third).is_none(), "it came later");
    let second = look(&mut second).expect("its turn").expect("not turned away");
    assert!(look(&mut third).is_none());
    drop(second);
    assert!(matches!(look(&mut third), Some(Ok(_))));
}

#[tokio::test]
async fn while_wrong_sign_ins_pour_in_clean_ones_take_turns_and_known_browsers_do_not_wait() {
    let turns = Turns::new(1);
    for n in 0..=USUAL {
        turns.failed(&format!("account {n}"), &format!("address {n}"), NOW);
    }
    let clean = turns.for_sign_in(Standing::Clean, NOW).await.expect("free");
    let mut waiting: Vec<_> = (1..8).map(|_| Box::pin(turns.for_sign_in(Standing::Clean, NOW))).collect();
    assert!(waiting.iter_mut().all(|one| look(one).is_none()), "an attacker's first try looks like anyone's");
    assert!(matches!(look(&mut Box::pin(turns.for_sign_in(Standing::Clean, NOW))), Some(Err(Busy { .. }))), "the queue is bounded");
    assert!(matches!(look(&mut Box::pin(turns.for_sign_in(Standing::Known, NOW))), Some(Ok(_))));
    assert!(matches!(look(&mut Box::pin(turns.for_registration())), Some(Ok(_))), "a lane of its own");
    drop(clean);
    assert!(matches!(look(&mut waiting[0]), Some(Ok(_))));
    // Once it is over, clean ones are ordinary again.
    let later = NOW + Span::MINUTE.times(3);
    assert!(matches!(look(&mut Box::pin(turns.for_sign_in(Standing::Clean, later))), Some(Ok(_))));
}
