-- The outbox: what is to be handed to the queue, and the receipts that came back.
CREATE TABLE delivery (
  id          TEXT    NOT NULL PRIMARY KEY,
  study_id    INTEGER NOT NULL REFERENCES study,
  artefact_id INTEGER NOT NULL REFERENCES artefact,
  destination TEXT    NOT NULL,
  created     INTEGER NOT NULL,
  handed_over INTEGER,
  UNIQUE (artefact_id, destination)
) STRICT, WITHOUT ROWID;

CREATE INDEX delivery_study ON delivery (study_id);
CREATE INDEX delivery_pending ON delivery (created) WHERE handed_over IS NULL;

CREATE TABLE receipt (
  delivery_id TEXT    NOT NULL REFERENCES delivery,
  number      INTEGER NOT NULL,
  received    INTEGER NOT NULL,
  content     TEXT    NOT NULL,
  PRIMARY KEY (delivery_id, number)
) STRICT, WITHOUT ROWID;
