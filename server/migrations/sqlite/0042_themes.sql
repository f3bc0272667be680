-- Themes: what the inputs of a queue are about, as a tree; what was done with it; and which input bears which theme (ADR 0048).

-- A queue with themes. Its version counts what was done with the tree: who changes another one than they saw is told so.
CREATE TABLE theme_tree (
    -- The subgroup, or the body where it is the queue of its whole.
    queue_id    TEXT PRIMARY KEY,
    body_id     TEXT NOT NULL REFERENCES body (id),
    subgroup_id TEXT REFERENCES subgroup (id),
    version     BIGINT NOT NULL
);

CREATE TABLE theme (
    id        TEXT PRIMARY KEY,
    queue_id  TEXT NOT NULL REFERENCES theme_tree (queue_id),
    body_id   TEXT NOT NULL REFERENCES body (id),
    parent_id TEXT REFERENCES theme (id),
    -- Among those that stand there; of one that ended where it stood.
    place     BIGINT NOT NULL,
    name      TEXT NOT NULL,
    language  TEXT NOT NULL,
    -- ended, merged, split, undone; NULL: it is open.
    ending    TEXT,
    ended_at  BIGINT
);
CREATE INDEX theme_of_queue ON theme (queue_id, ended_at);
CREATE INDEX theme_of_parent ON theme (parent_id);

-- Rows are added, never changed.
CREATE TABLE theme_act (
    id        TEXT PRIMARY KEY,
    queue_id  TEXT NOT NULL REFERENCES theme_tree (queue_id),
    -- The version of the tree after it.
    number    BIGINT NOT NULL,
    act       TEXT NOT NULL,
    -- What it was done with; NULL: a merging.
    theme_id  TEXT REFERENCES theme (id),
    -- What that was called then, and what it was called afterwards or the theme it went under.
    name      TEXT NOT NULL,
    became    TEXT NOT NULL,
    done_at   BIGINT NOT NULL,
    done_by   TEXT NOT NULL REFERENCES person (id),
    -- moderator, chair, secretariat
    role      TEXT NOT NULL,
    -- Where everything stood before a merging or splitting.
    stood     TEXT NOT NULL,
    -- The act that this one takes back.
    undoes_id TEXT UNIQUE REFERENCES theme_act (id),
    UNIQUE (queue_id, number)
);
CREATE INDEX theme_act_by_person ON theme_act (done_by);

-- The themes an act has to do with: those it changed, and those above or below them.
CREATE TABLE theme_touched (
    act_id   TEXT NOT NULL REFERENCES theme_act (id),
    theme_id TEXT NOT NULL REFERENCES theme (id),
    PRIMARY KEY (act_id, theme_id)
);
CREATE INDEX theme_touched_by ON theme_touched (theme_id);

-- Which theme went over into which.
CREATE TABLE theme_lineage (
    act_id  TEXT NOT NULL REFERENCES theme_act (id),
    from_id TEXT NOT NULL REFERENCES theme (id),
    into_id TEXT NOT NULL REFERENCES theme (id),
    PRIMARY KEY (act_id, from_id, into_id)
);
CREATE INDEX theme_lineage_from ON theme_lineage (from_id);
CREATE INDEX theme_lineage_into ON theme_lineage (into_id);

-- An input bears a theme, from then to then. What ended stays, with what bore it.
CREATE TABLE theme_tag (
    theme_id  TEXT NOT NULL REFERENCES theme (id),
    item_id   TEXT NOT NULL,
    -- The how many-th time.
    number    BIGINT NOT NULL,
    item_kind TEXT NOT NULL,
    set_at    BIGINT NOT NULL,
    set_by    TEXT NOT NULL REFERENCES person (id),
    -- The merging or splitting that put it; NULL: somebody did by hand.
    set_act   TEXT REFERENCES theme_act (id),
    ended_at  BIGINT,
    ended_by  TEXT REFERENCES person (id),
    -- What took that act back.
    ended_act TEXT REFERENCES theme_act (id),
    PRIMARY KEY (theme_id, item_id, number)
);
CREATE UNIQUE INDEX theme_tag_now ON theme_tag (theme_id, item_id) WHERE ended_at IS NULL;
CREATE INDEX theme_tag_of_item ON theme_tag (item_id, ended_at);
CREATE INDEX theme_tag_set_by ON theme_tag (set_by);
CREATE INDEX theme_tag_ended_by ON theme_tag (ended_by);

-- What the inputs with a theme say, counted: only ever for suggestions, and made anew whenever something is put to it.
CREATE TABLE theme_words (
    theme_id TEXT PRIMARY KEY REFERENCES theme (id),
    profile  TEXT NOT NULL
);
