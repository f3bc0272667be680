//! Themes of the sample portal.

use super::sample::{COMMENT, PAPER, Sample, subgroup};
use super::{NOW, organisation, round};
use async_trait::async_trait;
use model::domain::ids::{ItemId, ThemeActId, ThemeId};
use model::domain::item::{ItemKind, ItemState};
use model::domain::language::Language;
use model::domain::role::RoleName;
use model::domain::round::RoundKind;
use model::domain::themes::{Suggestion, ThemeAct, ThemeEnding, ThemeName};
use model::domain::time::Span;
use model::error::{PortalError, PortalResult};
use model::policy::Denied;
use model::portal::*;
use uuid::Uuid;

pub const THEME: ThemeId = ThemeId(Uuid::from_u128(95));
pub const THEME_ACT: ThemeActId = ThemeActId(Uuid::from_u128(96));

fn queue() -> ThemeQueue {
    ThemeQueue { subgroup: Some(subgroup()), body: round(RoundKind::PositionPapers, Span::DAY).body }
}

fn theme(n: u128, text: &str) -> ThemeRef {
    ThemeRef { id: ThemeId(Uuid::from_u128(n)), name: ThemeName { text: text.to_owned(), language: Language::En } }
}

fn act(act: ThemeAct) -> ThemeActLine {
    ThemeActLine {
        id: THEME_ACT,
        act,
        name: "Old <b>name</b>".to_owned(),
        to: "New <name>".to_owned(),
        from: vec![theme(97, "A <b>"), theme(98, "B")],
        into: vec![theme(95, "Supply <b>chains</b>")],
        undoes: None,
        at: NOW,
        role: RoleName::Moderator,
        by: Some("Amina <b>".to_owned()),
        undone: false,
    }
}

fn input(kind: ItemKind, item: ItemId, state: ItemState) -> ThemedLine {
    ThemedLine {
        kind,
        item,
        title: if kind == ItemKind::Paper { "Title <x>".to_owned() } else { "4 (b)".to_owned() },
        language: Language::Ar,
        state,
        organisation: organisation(),
        submitted_at: NOW,
    }
}

fn inputs(state: ItemState) -> Slice<ThemedLine> {
    let rows = vec![input(ItemKind::Paper, PAPER.item(), state), input(ItemKind::Comment, COMMENT.item(), state)];
    Slice { rows, next: Some("1-2".to_owned()) }
}

fn came(what: ThemeAct) -> Lineage {
    let themes = vec![theme(97, "A <b>"), theme(98, "B")];
    Lineage { act: THEME_ACT, what, themes, at: NOW, role: RoleName::Moderator, queue: Some(subgroup().name), undone: false }
}

impl Sample {
    fn lines(self) -> Vec<ThemeLine> {
        let line = |n, text: &str, depth| {
            let ThemeRef { id, name } = theme(n, text);
            ThemeLine { id, name, depth, all: 7, waiting: 2 }
        };
        let all = vec![line(95, "Supply <b>chains</b>", 0), line(99, "Vendors", 1), line(100, "Cables", 0)];
        if self.empty { Vec::new() } else { all }
    }

    fn tree(self, since: Option<i64>) -> ThemeTree {
        let all: Vec<_> = ThemeAct::ALL.iter().copied().map(act).collect();
        ThemeTree {
            queue: queue(),
            version: 7,
            themes: self.lines(),
            ended: if self.empty { Vec::new() } else { vec![(theme(97, "A <b>"), ThemeEnding::Merged, NOW)] },
            recent: if self.empty { Vec::new() } else { all },
            since: since.map(|_| vec![act(ThemeAct::Rename)]).unwrap_or_default(),
            without: 3,
            moderates: !self.own,
        }
    }
}

#[async_trait]
impl Themes for Sample {
    async fn theme_tree(&self, _: &Ctx, _: &str, since: Option<i64>) -> PortalResult<ThemeTree> {
        Ok(self.tree(since))
    }
    async fn theme(&self, _: &Ctx, id: ThemeId, _: Option<&str>, since: Option<i64>) -> PortalResult<ThemePage> {
        Ok(ThemePage {
            tree: self.tree(since),
            id,
            name: theme(95, "Supply <b>chains</b>").name,
            parent: None,
            ending: self.own.then_some(ThemeEnding::Ended),
            from: vec![came(ThemeAct::Merge)],
            into: if self.own { vec![came(ThemeAct::Split)] } else { Vec::new() },
            acts: vec![act(ThemeAct::Merge)],
            inputs: if self.empty { Slice { rows: Vec::new(), next: None } } else { inputs(ItemState::Submitted) },
        })
    }
    async fn theme_act(&self, _: &Ctx, _: ThemeActId) -> PortalResult<ThemeActPage> {
        let undo = if self.own { Err(Denied::ThemesUsedSince) } else { Ok(()) };
        Ok(ThemeActPage { queue: queue(), version: 7, act: act(ThemeAct::Merge), undo })
    }
    async fn split_page(&self, _: &Ctx, _: ThemeId, since: Option<i64>) -> PortalResult<SplitPage> {
        let rows = if self.empty { Vec::new() } else { inputs(ItemState::Submitted).rows };
        Ok(SplitPage {
            tree: self.tree(since),
            theme: theme(95, "Supply <b>chains</b>"),
            inputs: rows.into_iter().map(|line| (line.clone(), line.kind == ItemKind::Comment)).collect(),
            more: 12,
            below: vec![theme(99, "Vendors <b>")],
        })
    }
    async fn new_theme(&self, _: &Ctx, _: &str, _: NewTheme) -> PortalResult<ThemeActId> {
        Err(PortalError::NotFound)
    }
    async fn change_theme(&self, _: &Ctx, _: ThemeId, _: ThemeChange, _: i64) -> PortalResult<(String, Option<ThemeActId>)> {
        Err(PortalError::NotFound)
    }
    async fn merge_themes(&self, _: &Ctx, _: &str, _: NewMerge) -> PortalResult<ThemeActId> {
        Err(PortalError::NotFound)
    }
    async fn split_theme(&self, _: &Ctx, _: ThemeId, _: NewSplit) -> PortalResult<(String, ThemeActId)> {
        Err(PortalError::NotFound)
    }
    async fn undo_themes(&self, _: &Ctx, _: ThemeActId, _: i64) -> PortalResult<(String, ThemeActId)> {
        Err(PortalError::NotFound)
    }
}

#[async_trait]
impl Tagged for Sample {
    async fn tagging(&self, _: &Ctx, kind: ItemKind, item: ItemId, asked: Option<(i64, &[ThemeId])>) -> PortalResult<Tagging> {
        let tag = Tag { theme: theme(100, "Cables"), at: NOW, by: Some("Amina <b>".to_owned()), through: vec!["Sea <b>".to_owned()] };
        let says = vec!["supply <b>chain</b>".to_owned(), "vendor".to_owned()];
        let suggestion = Suggestion { theme: THEME, says, shared: Some(("vendor".to_owned(), 4)) };
        Ok(Tagging {
            kind,
            item,
            title: if kind == ItemKind::Paper { "Title <x>".to_owned() } else { "4 (b)".to_owned() },
            language: Language::En,
            queue: queue(),
            version: 3,
            tree: 7,
            themes: self.lines(),
            tags: if self.empty { Vec::new() } else { vec![tag] },
            suggested: if self.empty { Vec::new() } else { vec![suggestion] },
            since: if asked.is_some() { vec![act(ThemeAct::Merge)] } else { Vec::new() },
            heirs: vec![(ThemeId(Uuid::from_u128(97)), THEME)],
            may: if self.own { Err(Denied::OwnOrganisation) } else { Ok(()) },
        })
    }
    async fn tag(&self, _: &Ctx, _: ItemKind, _: ItemId, _: NewTags) -> PortalResult<()> {
        Err(PortalError::NotFound)
    }
    async fn tag_all(&self, _: &Ctx, _: &[(ItemKind, ItemId)], _: ThemeId) -> PortalResult<Vec<TagLine>> {
        Err(PortalError::NotFound)
    }
    async fn theme_choices(&self, _: &Ctx, _: Option<ThemeId>) -> PortalResult<Vec<ThemeChoices>> {
        Ok(if self.empty { Vec::new() } else { vec![ThemeChoices { queue: queue(), themes: self.lines() }] })
    }
    async fn public_theme(&self, _: &Ctx, _: ThemeId, _: Option<&str>) -> PortalResult<PublicTheme> {
        let ending = self.own.then_some(ThemeEnding::Merged);
        Ok(PublicTheme {
            queue: queue(),
            theme: theme(95, "Supply <b>chains</b>"),
            above: vec![theme(101, "Infra <b>")],
            ending,
            from: vec![came(ThemeAct::Merge)],
            into: if self.own { vec![came(ThemeAct::Merge)] } else { Vec::new() },
            below: vec![(theme(99, "Vendors <b>"), 2)],
            inputs: if self.empty { Slice { rows: Vec::new(), next: None } } else { inputs(ItemState::Accepted) },
            count: 7,
        })
    }
    async fn public_themes(&self, _: &Ctx, _: &str) -> PortalResult<Vec<ThemeLine>> {
        Ok(self.lines())
    }
    async fn themes_of(&self, _: &Ctx, _: ItemKind, _: ItemId) -> PortalResult<Vec<ThemeRef>> {
        Ok(if self.empty { Vec::new() } else { vec![theme(95, "Supply <b>chains</b>")] })
    }
}
