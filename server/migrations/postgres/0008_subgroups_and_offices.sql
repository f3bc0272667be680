-- Offices as history, membership of subgroups in periods, announcements, the secretariat's desk, mails handed over by several nodes.

-- An office can be held again after it has ended, so (person, name, scope) is not unique any more.
CREATE TABLE role_with_history (
    id          TEXT PRIMARY KEY,
    person_id   TEXT NOT NULL REFERENCES person (id),
    name        TEXT NOT NULL,
    -- portal, body or subgroup.
    scope_kind  TEXT NOT NULL,
    -- Empty for the whole portal.
    scope_id    TEXT NOT NULL,
    valid_from  BIGINT NOT NULL,
    -- NULL: until it is ended.
    valid_until BIGINT,
    reason      TEXT NOT NULL,
    -- NULL: by the operator of the installation.
    granted_by  TEXT REFERENCES person (id),
    -- The office it was granted in; NULL: by the operator.
    granted_as  TEXT,
    granted_at  BIGINT NOT NULL,
    -- Ended before its term.
    ended_at    BIGINT,
    ended_by    TEXT REFERENCES person (id),
    ended_as    TEXT,
    end_reason  TEXT NOT NULL
);

INSERT INTO role_with_history (id, person_id, name, scope_kind, scope_id, valid_from, valid_until, reason, granted_at, end_reason)
SELECT id, person_id, name, scope_kind, scope_id, valid_from, valid_until, '', valid_from, '' FROM role;

DROP TABLE role;

ALTER TABLE role_with_history RENAME TO role;

CREATE INDEX role_of_person ON role (person_id);
CREATE INDEX role_of_scope ON role (scope_kind, scope_id, granted_at);

-- open: an organisation joins by itself; approval: the moderator decides.
ALTER TABLE subgroup ADD COLUMN joining TEXT NOT NULL DEFAULT 'open';

-- One row for each period of an organisation in a subgroup, from asking to its end. Rows are never removed.
CREATE TABLE subgroup_period (
    subgroup_id     TEXT NOT NULL REFERENCES subgroup (id),
    organisation_id TEXT NOT NULL REFERENCES organisation (id),
    asked_at        BIGINT NOT NULL,
    -- NULL: not known any more.
    asked_by        TEXT REFERENCES person (id),
    -- NULL: not a member yet, or never.
    joined_at       BIGINT,
    ended_at        BIGINT,
    -- declined, withdrawn or left; empty while it lasts.
    ending          TEXT NOT NULL,
    ended_by        TEXT REFERENCES person (id),
    -- Why it was declined.
    reason          TEXT NOT NULL,
    PRIMARY KEY (subgroup_id, organisation_id, asked_at)
);

INSERT INTO subgroup_period (subgroup_id, organisation_id, asked_at, joined_at, ending, reason)
SELECT subgroup_id, organisation_id, joined_at, joined_at, '', '' FROM subgroup_membership;

DROP TABLE subgroup_membership;

ALTER TABLE subgroup_period RENAME TO subgroup_membership;

-- An organisation asks or is a member once at a time.
CREATE UNIQUE INDEX subgroup_membership_current ON subgroup_membership (organisation_id, subgroup_id) WHERE ended_at IS NULL;
CREATE INDEX subgroup_membership_of_subgroup ON subgroup_membership (subgroup_id) WHERE ended_at IS NULL;

-- Persons who want to be told, whatever their organisation does.
CREATE TABLE subgroup_follower (
    subgroup_id TEXT NOT NULL REFERENCES subgroup (id),
    person_id   TEXT NOT NULL REFERENCES person (id),
    since       BIGINT NOT NULL,
    PRIMARY KEY (subgroup_id, person_id)
);

CREATE INDEX subgroup_follower_person ON subgroup_follower (person_id);

-- What is told to the members and followers of a subgroup. Public once sent.
CREATE TABLE announcement (
    id          TEXT PRIMARY KEY,
    subgroup_id TEXT NOT NULL REFERENCES subgroup (id),
    language    TEXT NOT NULL,
    subject     TEXT NOT NULL,
    text        TEXT NOT NULL,
    version     BIGINT NOT NULL,
    written_by  TEXT NOT NULL REFERENCES person (id),
    -- The office, public.
    by_role     TEXT NOT NULL,
    written_at  BIGINT NOT NULL,
    -- NULL: a draft.
    sent_at     BIGINT,
    -- Mails written so far, and the person the last one went to.
    mails       BIGINT NOT NULL,
    last_person TEXT NOT NULL,
    -- All mails are written.
    spread_at   BIGINT
);

CREATE INDEX announcement_of_subgroup ON announcement (subgroup_id, sent_at, id);
CREATE INDEX announcement_to_spread ON announcement (spread_at, sent_at);

-- What the secretariat decided about an organisation nothing of which is public yet. Rows are added, never changed.
CREATE TABLE organisation_review (
    id              TEXT PRIMARY KEY,
    organisation_id TEXT NOT NULL REFERENCES organisation (id),
    -- approve or decline.
    outcome         TEXT NOT NULL,
    reason          TEXT NOT NULL,
    decided_by      TEXT NOT NULL REFERENCES person (id),
    decided_at      BIGINT NOT NULL
);

CREATE INDEX organisation_review_of ON organisation_review (organisation_id, decided_at);
CREATE INDEX organisation_waiting ON organisation (created_at, id) WHERE approved_at IS NULL;

-- Name and address in lower case, for searching. Empty only until the program has filled it at its next start.
ALTER TABLE person ADD COLUMN search_key TEXT NOT NULL DEFAULT '';
CREATE INDEX person_by_search_key ON person (search_key, id);

-- A node that hands a mail over claims it first; another node leaves it alone until then.
ALTER TABLE mail ADD COLUMN claimed_until BIGINT NOT NULL DEFAULT 0;
-- What the mail server said last; empty: nothing wrong.
ALTER TABLE mail ADD COLUMN last_error TEXT NOT NULL DEFAULT '';
CREATE INDEX mail_to ON mail (recipient, written_at, id);
