//! Themes on both databases: what the store does to rows is what the domain says of pairs; who comes second is told so.

use crate::support::{KINDS, ctx, new_paper, paper_words, papers_round, seeded, start};
use engine::portal::ServerPortal;
use engine::store::theme_acts;
use engine::store::theme_tags::{self, By};
use engine::store::themes::{self, Place};
use engine::store::{StoreError, StoreResult, Tx, id_list};
use model::domain::ids::{ItemId, PersonId, ThemeActId, ThemeId};
use model::domain::item::ItemKind;
use model::domain::language::Language;
use model::domain::queue_filter::{QueueFilter, ThemeAsked};
use model::domain::role::RoleName;
use model::domain::themes::{Pair, ThemeAct, ThemeEnding, ThemeName, Tree, after_merge, after_split};
use model::error::PortalError;
use model::portal::{Ctx, NewMerge, NewTags, NewTheme, Papers, QueueQuery, Queues, Tagged, ThemeChange, Themes};
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

const KEY: &str = "oewg";

fn name(text: &str) -> ThemeName {
    ThemeName { text: text.to_owned(), language: Language::En }
}

async fn version(portal: &ServerPortal, ctx: &Ctx) -> i64 {
    portal.theme_tree(ctx, KEY, None).await.expect("kept").version
}

/// A new theme; its id.
async fn theme(portal: &ServerPortal, ctx: &Ctx, text: &str, parent: Option<ThemeId>) -> ThemeId {
    let new = NewTheme { name: name(text), parent, version: version(portal, ctx).await };
    portal.new_theme(ctx, KEY, new).await.expect("made");
    let tree = portal.theme_tree(ctx, KEY, None).await.expect("kept");
    tree.themes.iter().find(|line| line.name.text == text).expect("is there").id
}

/// Papers of the NGO to the whole body.
async fn papers(portal: &ServerPortal, author: &Ctx, count: usize) -> Vec<ItemId> {
    let round = papers_round(portal, author).await.round.id;
    let mut items = Vec::new();
    for at in 0..count {
        let saved = portal.save_paper(author, new_paper(round, paper_words(&format!("Paper {at}"), "Words."))).await.expect("saved");
        portal.submit_paper(author, saved.id, saved.version).await.expect("submitted");
        items.push(saved.id.item());
    }
    items
}

async fn tag(portal: &ServerPortal, office: &Ctx, item: ItemId, themes: &[ThemeId]) -> Result<(), PortalError> {
    let tagging = portal.tagging(office, ItemKind::Paper, item, None).await.expect("in charge");
    let was = tagging.tags.iter().map(|tag| tag.theme.id).collect();
    let tags = NewTags { themes: themes.to_vec(), was, version: tagging.version, tree: tagging.tree };
    portal.tag(office, ItemKind::Paper, item, tags).await
}

async fn pairs(tx: &mut Tx, ids: &[ThemeId]) -> BTreeSet<Pair> {
    theme_tags::pairs(tx, &id_list(ids)).await.expect("reads").into_iter().collect()
}

async fn place(portal: &ServerPortal, ctx: &Ctx) -> Place {
    Place { body: portal.theme_tree(ctx, KEY, None).await.expect("kept").queue.body.id, subgroup: None }
}

/// Writes an act down that ended a theme.
async fn note(tx: &mut Tx, place: Place, number: i64, theme: ThemeId, by: PersonId) -> StoreResult<()> {
    let new = theme_acts::NewAct {
        id: ThemeActId(Uuid::from_u128(number.unsigned_abs().into())),
        place,
        number,
        act: ThemeAct::End,
        theme: Some(theme),
        name: "A",
        became: "",
        at: start(),
        by,
        role: RoleName::Secretariat,
        stood: &[],
        undoes: None,
        touched: vec![theme],
        lineage: Vec::new(),
    };
    theme_acts::insert(tx, &new).await
}

#[tokio::test]
async fn rows_are_merged_split_and_taken_back_as_the_domain_says() {
    for kind in KINDS {
        let (fresh, portal) = seeded(kind).await;
        let (office, ngo) = (ctx(&fresh.db, "secretariat", start()).await, ctx(&fresh.db, "ngo", start()).await);
        let mut ids = Vec::new();
        for text in ["A", "B", "C"] {
            ids.push(theme(&portal, &office, text, None).await);
        }
        let items = papers(&portal, &ngo, 4).await;
        for (item, themes) in items.iter().zip([&ids[..1], &ids[1..2], &ids[..2], &ids[2..]]) {
            tag(&portal, &office, *item, themes).await.expect("tagged");
        }
        // Taken and put again: what ended is no pair, and the row of it stays.
        tag(&portal, &office, items[0], &[]).await.expect("taken");
        tag(&portal, &office, items[0], &ids[..1]).await.expect("put again");
        let before = pairs(&mut fresh.db.read().await.expect("reads"), &ids).await;
        assert_eq!(before.len(), 5, "{kind:?}");
        let from = BTreeSet::from([ids[0], ids[1]]);
        let into = NewTheme { name: name("AB"), parent: None, version: version(&portal, &office).await };
        let act = portal.merge_themes(&office, KEY, NewMerge { themes: from.iter().copied().collect(), into }).await.expect("merged");
        let new = portal.theme_act(&office, act).await.expect("kept").act.into[0].id;
        let all = [ids.as_slice(), &[new]].concat();
        let merged = pairs(&mut fresh.db.read().await.expect("reads"), &all).await;
        assert_eq!(merged, after_merge(&before, &from, new), "{kind:?}");
        let here = place(&portal, &office).await;
        let tags = theme_tags::of_item(&mut fresh.db.read().await.expect("reads"), items[2], here).await.expect("reads");
        assert_eq!((tags.len(), tags[0].through.as_slice()), (1, ["A".to_owned(), "B".to_owned()].as_slice()), "{kind:?}");
        // Split what was merged; then both are taken back, the last first.
        let sorted = BTreeMap::from([(items[0], 1_usize)]);
        let split = model::portal::NewSplit {
            parts: vec![name("Rest"), name("Own")],
            sorted: sorted.iter().map(|(item, at)| (*item, *at)).collect(),
            below: std::collections::HashMap::new(),
            rest: 0,
            version: version(&portal, &office).await,
        };
        let (_, cut) = portal.split_theme(&office, new, split).await.expect("split");
        let parts = portal.theme_act(&office, cut).await.expect("kept").act.into;
        let part = |text: &str| parts.iter().find(|one| one.name.text == text).expect("a part").id;
        let whole = [all.as_slice(), &[part("Rest"), part("Own")]].concat();
        let found = pairs(&mut fresh.db.read().await.expect("reads"), &whole).await;
        let expected = after_split(&merged, new, &BTreeMap::from([(items[0], part("Own"))]), part("Rest"));
        assert_eq!(found, expected, "{kind:?}");
        assert!(theme_acts::used_since(&mut fresh.db.read().await.expect("reads"), act).await.expect("reads"), "{kind:?}: it was split");
        for undone in [cut, act] {
            assert!(!theme_acts::used_since(&mut fresh.db.read().await.expect("reads"), undone).await.expect("reads"), "{kind:?}");
            portal.undo_themes(&office, undone, version(&portal, &office).await).await.expect("taken back");
        }
        assert_eq!(pairs(&mut fresh.db.read().await.expect("reads"), &whole).await, before, "{kind:?}: to the last row");
        let tree = portal.theme_tree(&office, KEY, None).await.expect("kept");
        assert_eq!(tree.themes.iter().map(|line| (line.name.text.as_str(), line.all)).collect::<Vec<_>>(), [("A", 2), ("B", 2), ("C", 1)]);
        assert!(tree.ended.iter().all(|(_, ending, _)| *ending == ThemeEnding::Undone), "{kind:?}: {:?}", tree.ended);
        // Every open theme is where the domain would put it.
        let rows = themes::open(&mut fresh.db.read().await.expect("reads"), here).await;
        assert_eq!(Tree::new(rows.expect("reads")).lines().len(), 3, "{kind:?}");
    }
}

#[tokio::test]
async fn of_two_who_change_a_tree_one_is_told() {
    for kind in KINDS {
        let (fresh, portal) = seeded(kind).await;
        let (office, chair) = (ctx(&fresh.db, "secretariat", start()).await, ctx(&fresh.db, "chair", start()).await);
        let a = theme(&portal, &office, "A", None).await;
        let seen = version(&portal, &office).await;
        let new = |text: &str| NewTheme { name: name(text), parent: None, version: seen };
        let (one, two) = tokio::join!(portal.new_theme(&office, KEY, new("B")), portal.new_theme(&chair, KEY, new("B")));
        assert_eq!([one.is_ok(), two.is_ok()].iter().filter(|ok| **ok).count(), 1, "{kind:?}: {one:?} {two:?}");
        assert!([one, two].into_iter().any(|made| matches!(made, Err(PortalError::Conflict))), "{kind:?}");
        let since = portal.theme_tree(&office, KEY, Some(seen)).await.expect("kept").since;
        assert_eq!((since.len(), since[0].act, since[0].name.as_str()), (1, ThemeAct::Create, "B"), "{kind:?}");
        // A theme that ends while somebody puts it to an input: either it is put first, or not at all.
        let ngo = ctx(&fresh.db, "ngo", start()).await;
        let item = papers(&portal, &ngo, 1).await[0];
        let now = version(&portal, &office).await;
        let wanted = [a];
        let (tagged, ended) = tokio::join!(tag(&portal, &office, item, &wanted), portal.change_theme(&chair, a, ThemeChange::End, now));
        ended.expect("nothing else changes the tree");
        let bears = pairs(&mut fresh.db.read().await.expect("reads"), &[a]).await.len();
        assert_eq!(bears, usize::from(tagged.is_ok()), "{kind:?}: {tagged:?}");
        assert!(matches!(tagged, Ok(()) | Err(PortalError::Conflict)), "{kind:?}: {tagged:?}");
    }
}

#[tokio::test]
async fn the_store_refuses_what_another_version_asks_for() {
    for kind in KINDS {
        let (fresh, portal) = seeded(kind).await;
        let office = ctx(&fresh.db, "secretariat", start()).await;
        let a = theme(&portal, &office, "A", None).await;
        let person = office.actor.signed_in().expect("a person").person;
        let here = place(&portal, &office).await;
        let refused = |result: StoreResult<()>| matches!(result, Err(StoreError::Conflict));
        let next = fresh.db.write_tx(move |tx| Box::pin(async move { themes::next_version(tx, here, 7).await })).await;
        assert!(refused(next), "{kind:?}: another version");
        let held = fresh.db.write_tx(move |tx| Box::pin(async move { themes::hold(tx, here, 7).await })).await;
        assert!(refused(held), "{kind:?}");
        // The number of an act is given once.
        let first = fresh.db.write_tx(move |tx| Box::pin(async move { note(tx, here, 1, a, person).await })).await;
        assert!(refused(first), "{kind:?}: number 1 made it");
        let second = fresh.db.write_tx(move |tx| Box::pin(async move { note(tx, here, 2, a, person).await })).await;
        second.expect("a number of its own");
        // An input bears a theme once, however often it is put.
        let item = ItemId(Uuid::from_u128(9));
        for first in [true, false] {
            let put = fresh
                .db
                .write_tx(move |tx| {
                    Box::pin(async move { theme_tags::put(tx, a, (ItemKind::Paper, item), By { person, at: start() }).await })
                })
                .await;
            assert_eq!(put.expect("writes"), first, "{kind:?}");
        }
    }
}

#[tokio::test]
async fn a_queue_is_asked_by_theme() {
    for kind in KINDS {
        let (fresh, portal) = seeded(kind).await;
        let (office, ngo) = (ctx(&fresh.db, "secretariat", start()).await, ctx(&fresh.db, "ngo", start()).await);
        let a = theme(&portal, &office, "A", None).await;
        let b = theme(&portal, &office, "B", Some(a)).await;
        let c = theme(&portal, &office, "C", Some(b)).await;
        let items = papers(&portal, &ngo, 4).await;
        for (item, theme) in items.iter().zip([a, b, c]) {
            tag(&portal, &office, *item, &[theme]).await.expect("tagged");
        }
        let asked = async |theme: ThemeAsked| -> Vec<ItemId> {
            let filter = QueueFilter { theme: Some(theme), ..QueueFilter::default() };
            let query = QueueQuery { filter, queue: Some(KEY.to_owned()), after: None };
            let queues = portal.queues(&office, &query).await.expect("in charge");
            queues[0].waiting.iter().map(|line| line.item).filter(|item| items.contains(item)).collect()
        };
        assert_eq!(asked(ThemeAsked::Of(a)).await, items[..3], "{kind:?}: with all below");
        assert_eq!(asked(ThemeAsked::Of(b)).await, items[1..3], "{kind:?}");
        assert_eq!(asked(ThemeAsked::Of(c)).await, items[2..3], "{kind:?}");
        assert_eq!(asked(ThemeAsked::Without).await, items[3..], "{kind:?}");
        let tree = portal.theme_tree(&office, KEY, None).await.expect("kept");
        assert_eq!(tree.themes.iter().map(|line| (line.all, line.waiting)).collect::<Vec<_>>(), [(3, 3), (2, 2), (1, 1)], "{kind:?}");
        // What ended is asked for by itself, and shows in no other.
        portal.change_theme(&office, c, ThemeChange::End, tree.version).await.expect("ends");
        assert_eq!(asked(ThemeAsked::Of(a)).await, items[..2], "{kind:?}");
        assert_eq!(asked(ThemeAsked::Of(c)).await, items[2..3], "{kind:?}");
        assert_eq!(asked(ThemeAsked::Without).await, items[2..], "{kind:?}");
    }
}
