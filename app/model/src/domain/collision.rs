//! Proposals of which at most one can be taken: they want different things done with the same words.

use super::comment::{CommentContent, Operation};
use super::quotation::place;
use std::ops::Range;

/// Of how many proposals on one provision it is said which exclude each other: of the first ones, remarks apart. Each is held against each.
pub const MAX_COMPARED: usize = 1_000;

/// What a comment wants done with a provision.
#[derive(Debug, Clone, Copy)]
pub struct Proposal<'a> {
    pub operation: Operation,
    /// The words it is about; empty: all of the provision.
    pub quote: &'a str,
    pub proposed_text: &'a str,
}

impl<'a> From<&'a CommentContent> for Proposal<'a> {
    fn from(content: &'a CommentContent) -> Self {
        Self { operation: content.operation, quote: &content.quote, proposed_text: &content.proposed_text }
    }
}

/// A proposal with the place of the words it is about; `None`: all of the provision.
struct Claim<'a> {
    content: Proposal<'a>,
    place: Option<Range<usize>>,
}

/// What excludes others: those who add something beside the words exclude nothing, nor do those whose words do not stand there.
fn claim<'a>(text: &str, content: Proposal<'a>) -> Option<Claim<'a>> {
    let acts = matches!(content.operation, Operation::Modify | Operation::Delete | Operation::Keep | Operation::Move);
    // The text as a whole has no words.
    if !acts || text.is_empty() {
        return None;
    }
    let place = if content.quote.is_empty() { None } else { Some(place(content.quote, text).ok()?) };
    Some(Claim { content, place })
}

fn exclude(one: &Claim<'_>, other: &Claim<'_>) -> bool {
    let overlap = match (&one.place, &other.place) {
        (Some(one), Some(other)) => one.start < other.end && other.start < one.end,
        _ => true,
    };
    overlap && !want_the_same(&one.content, &other.content)
}

/// Whoever keeps more keeps less as well; all else is the same only for the same words.
fn want_the_same(one: &Proposal<'_>, other: &Proposal<'_>) -> bool {
    let alike = one.quote == other.quote && one.proposed_text.trim() == other.proposed_text.trim();
    one.operation == other.operation && (one.operation == Operation::Keep || alike)
}

/// Which of the others a proposal excludes. `text`: of the provision, as it is read ([`readable`](super::quotation::readable)).
pub fn excluded_by<'a, T>(text: &str, one: Proposal<'a>, others: impl IntoIterator<Item = (T, Proposal<'a>)>) -> Vec<T> {
    let Some(one) = claim(text, one) else { return Vec::new() };
    let excluded = |(id, other)| claim(text, other).is_some_and(|other| exclude(&one, &other)).then_some(id);
    others.into_iter().filter_map(excluded).collect()
}

/// The proposals that exclude each other, in groups: each excludes another of its own group and none of any other. In the order of their
/// firsts; those that exclude nothing are in none. Only the first [`MAX_COMPARED`] that could exclude anything are held against each other.
pub fn collisions(text: &str, proposals: &[Proposal<'_>]) -> Vec<Vec<usize>> {
    // Where the words stand is looked up once for each, not for each pair.
    let claims = proposals.iter().enumerate().filter_map(|(at, proposal)| Some((at, claim(text, *proposal)?)));
    let claims: Vec<_> = claims.take(MAX_COMPARED).collect();
    let mut group: Vec<usize> = (0..claims.len()).collect();
    for one in 0..claims.len() {
        for other in one + 1..claims.len() {
            if group[one] != group[other] && exclude(&claims[one].1, &claims[other].1) {
                let (kept, gone) = (group[one].min(group[other]), group[one].max(group[other]));
                group.iter_mut().filter(|group| **group == gone).for_each(|group| *group = kept);
            }
        }
    }
    let members = |first: usize| (0..claims.len()).filter(|at| group[*at] == first).map(|at| claims[at].0).collect::<Vec<_>>();
    (0..claims.len()).filter(|at| group[*at] == *at).map(members).filter(|members| members.len() > 1).collect()
}

/// The order in which all that is said on a provision is read: as it came, but each group where its first stands. With each its group.
pub fn arranged(count: usize, groups: &[Vec<usize>]) -> Vec<(usize, Option<usize>)> {
    let mut of: Vec<Option<usize>> = vec![None; count];
    for (group, members) in groups.iter().enumerate() {
        for member in members {
            if let Some(place) = of.get_mut(*member) {
                *place = Some(group);
            }
        }
    }
    let mut order = Vec::with_capacity(count);
    for (at, group) in of.iter().enumerate() {
        match group {
            None => order.push((at, None)),
            Some(group) if groups[*group].first() == Some(&at) => order.extend(groups[*group].iter().map(|member| (*member, Some(*group)))),
            Some(_) => {}
        }
    }
    order
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::comment::{CommentKind, Stance};
    use crate::domain::language::Language;
    use proptest::prelude::*;

    fn collide<'a>(text: &str, one: impl Into<Proposal<'a>>, other: impl Into<Proposal<'a>>) -> bool {
        !excluded_by(text, one.into(), [((), other.into())]).is_empty()
    }

    #[test]
    fn remarks_take_no_place_of_proposals() {
        let remark = proposal(Operation::CommentOnly, "", "");
        let (modify, delete) = (proposal(Operation::Modify, "", "States must act."), proposal(Operation::Delete, "", ""));
        let mut all = vec![Proposal::from(&remark); MAX_COMPARED];
        all.extend([Proposal::from(&modify), Proposal::from(&delete)]);
        assert_eq!(collisions(TEXT, &all), [vec![MAX_COMPARED, MAX_COMPARED + 1]]);
    }

    const TEXT: &str = "States should act with care and in good faith.";

    fn proposal(operation: Operation, quote: &str, proposed: &str) -> CommentContent {
        CommentContent {
            language: Language::En,
            kind: CommentKind::Substantive,
            quote: quote.to_owned(),
            stance: Stance::SupportWithChange,
            operation,
            proposed_text: proposed.to_owned(),
            reason: "Because.".to_owned(),
            link: String::new(),
        }
    }

    #[test]
    fn different_ends_of_the_same_words_exclude_each_other() {
        let modify = proposal(Operation::Modify, "", "States must act.");
        let other = proposal(Operation::Modify, "should act", "shall act");
        let far = proposal(Operation::Modify, "good faith", "honesty");
        let delete = proposal(Operation::Delete, "", "");
        let keep = proposal(Operation::Keep, "with care", "");
        assert!(collide(TEXT, &modify, &other) && collide(TEXT, &delete, &modify) && collide(TEXT, &delete, &keep));
        assert!(!collide(TEXT, &other, &far), "they are about different words");
        assert!(!collide(TEXT, &delete, &delete.clone()), "they want the same");
        assert!(!collide(TEXT, &modify, &proposal(Operation::Modify, "", " States must act. ")));
        assert!(collide(TEXT, &delete, &proposal(Operation::Delete, "with care", "")), "one keeps what the other takes");
        assert!(!collide(TEXT, &keep, &proposal(Operation::Keep, "", "")), "whoever keeps all keeps a part");
        assert!(collide(TEXT, &proposal(Operation::Modify, "should", "must"), &proposal(Operation::Modify, "should act", "must")));
        assert!(!collide(TEXT, &delete, &proposal(Operation::Add, "", "At once.")));
        assert!(!collide(TEXT, &delete, &proposal(Operation::CommentOnly, "", "")));
        assert!(!collide("", &modify, &delete), "of the text as a whole");
    }

    #[test]
    fn groups_hold_what_hangs_together() {
        let all = [
            proposal(Operation::Modify, "should act", "shall act"),
            proposal(Operation::Modify, "good faith", "honesty"),
            proposal(Operation::CommentOnly, "", ""),
            proposal(Operation::Delete, "act with care", ""),
            proposal(Operation::Modify, "in good faith", "honestly"),
        ];
        let all: Vec<_> = all.iter().map(Proposal::from).collect();
        let groups = collisions(TEXT, &all);
        assert_eq!(groups, [vec![0, 3], vec![1, 4]]);
        let order: Vec<_> = arranged(all.len(), &groups);
        assert_eq!(order, [(0, Some(0)), (3, Some(0)), (1, Some(1)), (4, Some(1)), (2, None)]);
        assert_eq!(arranged(2, &[]), [(0, None), (1, None)]);
        assert_eq!(collisions(TEXT, &[]), Vec::<Vec<usize>>::new());
    }

    fn any_proposal() -> impl Strategy<Value = CommentContent> {
        let quotes = ["", "States", "should act", "act with care", "with care and", "good faith", "never there"];
        (prop::sample::select(Operation::ALL), prop::sample::select(quotes.to_vec()), prop::sample::select(vec!["a", "b"]))
            .prop_map(|(operation, quote, words)| proposal(operation, quote, if operation.takes_words() { words } else { "" }))
    }

    proptest! {
        #[test]
        fn groups_are_what_reaches_each_other(all in prop::collection::vec(any_proposal(), 0..9)) {
            let all: Vec<_> = all.iter().map(Proposal::from).collect();
            let groups = collisions(TEXT, &all);
            let mut order: Vec<_> = arranged(all.len(), &groups).into_iter().map(|(at, _)| at).collect();
            order.sort_unstable();
            prop_assert_eq!(order, (0..all.len()).collect::<Vec<_>>(), "nothing is lost, nothing stands twice");
            let of = |at: usize| groups.iter().position(|group| group.contains(&at));
            for one in 0..all.len() {
                let excluded: Vec<_> = (0..all.len()).filter(|other| *other != one && collide(TEXT, all[one], all[*other])).collect();
                prop_assert_eq!(of(one).is_some(), !excluded.is_empty());
                for other in excluded {
                    prop_assert_eq!(of(one), of(other));
                    prop_assert!(collide(TEXT, all[other], all[one]), "each excludes the other");
                }
            }
        }
    }
}
