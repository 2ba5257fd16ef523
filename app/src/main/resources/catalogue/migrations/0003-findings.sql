-- severity: 0 NOTE, 1 WARNING, 2 HOLD, 3 STOP. status: OPEN, RESOLVED, ACCEPTED. detail never holds a patient's value.
CREATE TABLE finding (
  id          INTEGER PRIMARY KEY,
  study_id    INTEGER REFERENCES study,
  file_id     INTEGER REFERENCES source_file,
  step        TEXT    NOT NULL,
  scope       TEXT    NOT NULL,   -- digest of the artefact set that was looked at, or empty
  code        TEXT    NOT NULL,
  severity    INTEGER NOT NULL,
  detail      TEXT    NOT NULL,
  path_sealed BLOB,
  status      TEXT    NOT NULL,
  settled_by  TEXT,
  created     INTEGER NOT NULL,
  settled     INTEGER,
  CHECK (study_id IS NOT NULL OR file_id IS NOT NULL)
) STRICT;

CREATE INDEX finding_study ON finding (study_id, status, severity) WHERE study_id IS NOT NULL;
CREATE INDEX finding_file ON finding (file_id) WHERE file_id IS NOT NULL;
CREATE INDEX finding_quarantine ON finding (id) WHERE study_id IS NULL AND status = 'OPEN';
