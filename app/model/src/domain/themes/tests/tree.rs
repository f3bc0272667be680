use super::super::*;
use crate::domain::ids::{ItemId, ThemeId};
use crate::domain::language::Language;
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

fn id(n: u128) -> ThemeId {
    ThemeId(Uuid::from_u128(n))
}

fn name(text: &str) -> ThemeName {
    ThemeName { text: text.to_owned(), language: Language::En }
}

/// `a` with `b` and `c` below it, `d` below `b`, and `e`.
fn five() -> Tree {
    let all = [(1, "a", None), (2, "b", Some(1)), (3, "c", Some(1)), (4, "d", Some(2)), (5, "e", None)];
    all.into_iter().fold(Tree::default(), |tree, (n, text, parent)| tree.add(id(n), name(text), parent.map(id)).expect("fits"))
}

/// The lines of a tree: a hyphen for each step in.
fn drawn(tree: &Tree) -> String {
    let line = |(depth, theme): (usize, &Theme)| format!("{}{}", "-".repeat(depth), theme.name.text);
    tree.lines().into_iter().map(line).collect::<Vec<_>>().join(" ")
}

#[test]
fn a_tree_is_read_from_its_first_line_to_its_last() {
    assert_eq!(drawn(&five()), "a -b --d -c e");
    assert_eq!(five().above(id(4)).iter().map(|theme| theme.name.text.as_str()).collect::<Vec<_>>(), ["b", "a"]);
    assert_eq!(five().below(id(1)), BTreeSet::from([id(2), id(3), id(4)]));
}

#[test]
fn names_are_unique_beside_each_other_and_only_there() {
    assert_eq!(five().add(id(9), name("É"), None), Err(ThemeFault::NameTaken), "folded");
    assert!(five().add(id(9), name("e"), Some(id(1))).is_ok());
    assert_eq!(five().rename(id(3), name("B")), Err(ThemeFault::NameTaken));
    let ended = five().end(id(5)).expect("nothing below");
    let again = ended.add(id(9), name("e"), None).expect("what ended takes no name");
    assert_eq!(again.reopen(id(5)), Err(ThemeFault::NameTaken));
}

#[test]
fn the_tree_is_no_deeper_and_no_larger_than_it_may_be() {
    assert_eq!(five().add(id(9), name("x"), Some(id(4))), Err(ThemeFault::TooDeep));
    assert_eq!(five().move_under(id(1), Some(id(5))), Err(ThemeFault::TooDeep), "what stands below counts");
    let mut tree = Tree::default();
    for n in 0..MOST_OPEN {
        tree = tree.add(id(100 + n as u128), name(&format!("n{n}")), None).expect("fits");
    }
    assert_eq!(tree.add(id(9), name("x"), None), Err(ThemeFault::TooMany));
}

#[test]
fn nothing_stands_under_itself() {
    assert_eq!(five().move_under(id(1), Some(id(1))), Err(ThemeFault::UnderItself));
    assert_eq!(five().move_under(id(1), Some(id(4))), Err(ThemeFault::UnderItself));
    let from = BTreeSet::from([id(1), id(5)]);
    assert_eq!(five().merge(&from, (id(9), name("x")), Some(id(2))).expect_err("below"), ThemeFault::UnderItself);
}

#[test]
fn themes_change_places_and_stay_at_the_ends() {
    let tree = five().step(id(3), true).expect("moves");
    assert_eq!(drawn(&tree), "a -c -b --d e");
    assert_eq!(tree.step(id(3), true).as_ref(), Ok(&tree), "the first stays");
    assert_eq!(tree.step(id(5), false).as_ref(), Ok(&tree), "the last stays");
    assert_eq!(drawn(&tree.move_under(id(3), None).expect("moves")), "a -b --d e c");
}

#[test]
fn a_theme_ends_only_when_none_is_open_below_it_and_comes_back_where_it_stood() {
    assert_eq!(five().end(id(2)), Err(ThemeFault::ThemesBelow));
    let ended = five().end(id(4)).and_then(|tree| tree.end(id(2))).expect("ends");
    assert_eq!(drawn(&ended), "a -c e");
    assert_eq!(ended.reopen(id(4)), Err(ThemeFault::AboveEnded));
    let back = ended.reopen(id(2)).and_then(|tree| tree.reopen(id(4))).expect("opens");
    assert_eq!(back, five());
    assert_eq!(back.reopen(id(2)), Err(ThemeFault::NoSuchTheme), "it is open");
}

#[test]
fn merged_themes_go_over_into_a_new_one_with_what_stands_below_them() {
    let (tree, stood) = five().merge(&BTreeSet::from([id(2), id(5)]), (id(9), name("new")), Some(id(1))).expect("fits");
    assert_eq!(drawn(&tree), "a -new --d -c");
    assert_eq!(tree.get(id(2)).expect("kept").ending, Some(ThemeEnding::Merged));
    assert_eq!(stood.len(), 3);
    let back = tree.undo(&[id(9)], &stood).expect("fits");
    assert_eq!(drawn(&back), drawn(&five()));
    assert_eq!(back.get(id(9)).expect("kept").ending, Some(ThemeEnding::Undone));
    // One below the other: what is left below goes along.
    let (tree, _) = five().merge(&BTreeSet::from([id(1), id(2)]), (id(9), name("new")), None).expect("fits");
    assert_eq!(drawn(&tree), "new -c -d e");
    assert_eq!(five().merge(&BTreeSet::from([id(1)]), (id(9), name("new")), None).expect_err("one"), ThemeFault::TooFew);
    // The name of one that ends may be the name of the new one.
    assert!(five().merge(&BTreeSet::from([id(1), id(5)]), (id(9), name("a")), None).is_ok());
}

#[test]
fn a_split_theme_goes_over_into_new_ones_in_its_place() {
    let parts = vec![(id(8), name("x")), (id(9), name("y"))];
    let split = Split { parts, below: BTreeMap::from([(id(2), id(8))]), rest: id(9) };
    let (tree, stood) = five().split(id(1), &split).expect("fits");
    assert_eq!(drawn(&tree), "x -b --d y -c e");
    assert_eq!(drawn(&tree.undo(&[id(8), id(9)], &stood).expect("fits")), drawn(&five()));
    let same = Split { parts: vec![(id(8), name("x")), (id(9), name("X"))], ..split.clone() };
    assert_eq!(five().split(id(1), &same).expect_err("one name"), ThemeFault::NameTaken);
    assert_eq!(five().split(id(1), &Split { rest: id(7), ..split }).expect_err("no part"), ThemeFault::NoSuchTheme);
}

#[test]
fn what_takes_a_name_meanwhile_stands_against_taking_back() {
    let (tree, stood) = five().merge(&BTreeSet::from([id(1), id(5)]), (id(9), name("new")), None).expect("fits");
    let tree = tree.add(id(10), name("a"), None).expect("free now");
    assert_eq!(tree.undo(&[id(9)], &stood), Err(ThemeFault::NameTaken));
}

/// What somebody does to a tree; numbers choose among what is there.
#[derive(Debug, Clone)]
enum Act {
    Add(usize, usize),
    Rename(usize, usize),
    Under(usize, usize),
    Step(usize, bool),
    End(usize),
    Reopen(usize),
    Merge(Vec<usize>, usize),
    Split(usize, usize),
}

fn acts() -> impl Strategy<Value = Vec<Act>> {
    let one = 0_usize..40;
    let act = prop_oneof![
        4 => (one.clone(), one.clone()).prop_map(|(parent, text)| Act::Add(parent, text)),
        1 => (one.clone(), one.clone()).prop_map(|(theme, text)| Act::Rename(theme, text)),
        2 => (one.clone(), one.clone()).prop_map(|(theme, parent)| Act::Under(theme, parent)),
        2 => (one.clone(), any::<bool>()).prop_map(|(theme, up)| Act::Step(theme, up)),
        1 => one.clone().prop_map(Act::End),
        1 => one.clone().prop_map(Act::Reopen),
        1 => (prop::collection::vec(one.clone(), 2..4), one.clone()).prop_map(|(from, parent)| Act::Merge(from, parent)),
        1 => (one.clone(), one).prop_map(|(theme, below)| Act::Split(theme, below)),
    ];
    prop::collection::vec(act, 1..40)
}

/// One of the open themes, or the top.
fn chosen(tree: &Tree, n: usize) -> Option<ThemeId> {
    let open = tree.lines();
    (!open.is_empty() && n % (open.len() + 1) < open.len()).then(|| open[n % (open.len() + 1)].1.id)
}

fn some(tree: &Tree, n: usize) -> ThemeId {
    chosen(tree, n).unwrap_or(id(0))
}

type Merged = (Tree, Vec<ThemeId>, Vec<Stood>);

/// Does it; of a merging or splitting also answers what it made and where everything stood.
fn doing(tree: &Tree, act: &Act, new: u128) -> Result<(Tree, Option<Merged>), ThemeFault> {
    let text = |n: usize| name(&format!("name {}", n % 7));
    match act {
        Act::Add(parent, n) => tree.add(id(new), text(*n), chosen(tree, *parent)),
        Act::Rename(theme, n) => tree.rename(some(tree, *theme), text(*n)),
        Act::Under(theme, parent) => tree.move_under(some(tree, *theme), chosen(tree, *parent)),
        Act::Step(theme, up) => tree.step(some(tree, *theme), *up),
        Act::End(theme) => tree.end(some(tree, *theme)),
        Act::Reopen(n) => {
            let ended: Vec<_> = tree.all().filter(|theme| !theme.is_open()).map(|theme| theme.id).collect();
            tree.reopen(ended.get(n % ended.len().max(1)).copied().unwrap_or(id(0)))
        }
        Act::Merge(from, parent) => {
            let from: BTreeSet<_> = from.iter().map(|n| some(tree, *n)).collect();
            let (after, stood) = tree.merge(&from, (id(new), name("merged")), chosen(tree, *parent))?;
            return Ok((after.clone(), Some((after, vec![id(new)], stood))));
        }
        Act::Split(theme, below) => {
            let of = some(tree, *theme);
            let parts = vec![(id(new), name("one part")), (id(new + 1), name("the other"))];
            let below = tree.under(Some(of)).into_iter().skip(below % 2).map(|one| (one, id(new + 1))).collect();
            let (after, stood) = tree.split(of, &Split { parts, below, rest: id(new) })?;
            return Ok((after.clone(), Some((after, vec![id(new), id(new + 1)], stood))));
        }
    }
    .map(|tree| (tree, None))
}

/// All rules, said once more and otherwise than the tree says them.
fn holds(tree: &Tree) {
    let lines = tree.lines();
    let open: Vec<_> = tree.all().filter(|theme| theme.is_open()).collect();
    assert_eq!(lines.len(), open.len(), "each open theme is in the tree once: none hangs on another that ended, or on itself");
    assert!(lines.iter().all(|(depth, _)| *depth < MAX_DEPTH));
    let mut rows: BTreeMap<Option<ThemeId>, Vec<i64>> = BTreeMap::new();
    for theme in open {
        rows.entry(theme.parent).or_default().push(theme.place);
    }
    for row in rows.values_mut() {
        row.sort_unstable();
        assert!(row.iter().copied().eq(0..i64::try_from(row.len()).expect("few")), "{row:?}");
    }
}

proptest! {
    #[test]
    fn no_row_of_acts_breaks_a_tree_and_what_merges_or_splits_is_taken_back(acts in acts()) {
        let mut tree = Tree::default();
        for (at, act) in acts.iter().enumerate() {
            let Ok((after, merged)) = doing(&tree, act, 1000 + 2 * at as u128) else { continue };
            holds(&after);
            if let Some((after, made, stood)) = merged {
                let back = after.undo(&made, &stood).expect("nothing happened since");
                prop_assert_eq!(drawn(&back), drawn(&tree));
                let open = |tree: &Tree| tree.all().filter(|theme| theme.is_open()).cloned().collect::<Vec<_>>();
                prop_assert_eq!(open(&back), open(&tree), "to the last place");
            }
            tree = after;
        }
    }

    #[test]
    fn no_input_loses_its_theme(
        pairs in prop::collection::btree_set((0_u128..6, 0_u128..20), 0..40),
        from in prop::collection::btree_set(0_u128..6, 2..4),
        sorted in prop::collection::btree_map(0_u128..20, 20_u128..22, 0..20),
    ) {
        let item = |n: u128| ItemId(Uuid::from_u128(n));
        let pairs: BTreeSet<Pair> = pairs.into_iter().map(|(theme, of)| (id(theme), item(of))).collect();
        let from: BTreeSet<ThemeId> = from.into_iter().map(id).collect();
        let bearing = |pairs: &BTreeSet<Pair>, themes: &BTreeSet<ThemeId>| {
            pairs.iter().filter(|(theme, _)| themes.contains(theme)).map(|(_, item)| *item).collect::<BTreeSet<_>>()
        };
        let merged = after_merge(&pairs, &from, id(9));
        prop_assert_eq!(bearing(&merged, &BTreeSet::from([id(9)])), bearing(&pairs, &from));
        // What was there stays as it was: taking back is forgetting the new ones.
        prop_assert_eq!(merged.iter().copied().filter(|(theme, _)| *theme != id(9)).collect::<BTreeSet<_>>(), pairs.clone());
        let sorted: BTreeMap<_, _> = sorted.into_iter().map(|(of, part)| (item(of), id(part))).collect();
        let of = *from.first().expect("one");
        let split = after_split(&pairs, of, &sorted, id(20));
        let parts = BTreeSet::from([id(20), id(21)]);
        prop_assert_eq!(bearing(&split, &parts), bearing(&pairs, &BTreeSet::from([of])));
        let twice = split.iter().filter(|(theme, _)| parts.contains(theme)).count();
        prop_assert_eq!(twice, bearing(&split, &parts).len(), "each in one of them");
        prop_assert_eq!(split.into_iter().filter(|(theme, _)| !parts.contains(theme)).collect::<BTreeSet<_>>(), pairs);
    }
}
