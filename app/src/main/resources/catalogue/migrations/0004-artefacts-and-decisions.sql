-- status: PLANNED, COMPLETE, SUPERSEDED, ABANDONED. Rows are never removed.
CREATE TABLE artefact (
  id            INTEGER PRIMARY KEY,
  study_id      INTEGER NOT NULL REFERENCES study,
  step          TEXT    NOT NULL,
  version       INTEGER NOT NULL,
  status        TEXT    NOT NULL,
  recipe_name   TEXT    NOT NULL,
  recipe_digest TEXT    NOT NULL,
  folder        TEXT    NOT NULL,
  set_digest    TEXT,
  file_count    INTEGER NOT NULL,
  bytes         INTEGER NOT NULL,
  created       INTEGER NOT NULL,
  completed     INTEGER,
  UNIQUE (study_id, step, version)
) STRICT;

CREATE INDEX artefact_open ON artefact (id) WHERE status = 'PLANNED';

CREATE TABLE artefact_file (
  artefact_id INTEGER NOT NULL REFERENCES artefact,
  name        TEXT    NOT NULL,
  size        INTEGER NOT NULL,
  sha256      BLOB    NOT NULL,
  source_id   INTEGER REFERENCES source_file,
  PRIMARY KEY (artefact_id, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE decision (
  id          INTEGER PRIMARY KEY,
  study_id    INTEGER NOT NULL REFERENCES study,
  kind        TEXT    NOT NULL,
  decided_by  TEXT    NOT NULL,
  why_sealed  BLOB    NOT NULL,  -- people write names where they should not
  artefact_id INTEGER REFERENCES artefact,
  set_digest  TEXT,
  decided     INTEGER NOT NULL
) STRICT;

CREATE INDEX decision_study ON decision (study_id, id);

CREATE TRIGGER decision_no_update BEFORE UPDATE ON decision
BEGIN
  SELECT RAISE(ABORT, 'a decision is followed by another one, not changed');
END;

CREATE TRIGGER decision_no_delete BEFORE DELETE ON decision
BEGIN
  SELECT RAISE(ABORT, 'a decision is followed by another one, not changed');
END;
