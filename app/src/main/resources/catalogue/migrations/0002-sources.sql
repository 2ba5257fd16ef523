-- What was found on disk. *_index columns are keyed digests of identifying values (searchable only with the workspace key),
-- *_sealed columns are encrypted. The rest identifies nobody.
CREATE TABLE study (
  id              INTEGER PRIMARY KEY,
  handle          TEXT    NOT NULL UNIQUE,
  study_index     BLOB    NOT NULL UNIQUE,
  patient_index   BLOB,
  kind            TEXT    NOT NULL,
  state           TEXT    NOT NULL,
  revision        INTEGER NOT NULL,
  modalities      TEXT    NOT NULL,  -- sorted, between bars: |CT|MR|
  series_count    INTEGER NOT NULL,
  instance_count  INTEGER NOT NULL,
  file_count      INTEGER NOT NULL,
  bytes           INTEGER NOT NULL,
  pseudonym       TEXT,
  identity_sealed BLOB    NOT NULL,
  created         INTEGER NOT NULL,
  updated         INTEGER NOT NULL
) STRICT;

CREATE INDEX study_updated ON study (updated DESC, handle);
CREATE INDEX study_state_updated ON study (state, updated DESC, handle);
CREATE INDEX study_patient ON study (patient_index) WHERE patient_index IS NOT NULL;
CREATE INDEX study_pseudonym ON study (pseudonym) WHERE pseudonym IS NOT NULL;

CREATE TABLE series (
  id             INTEGER PRIMARY KEY,
  study_id       INTEGER NOT NULL REFERENCES study,
  series_index   BLOB    NOT NULL,
  key_sealed     BLOB    NOT NULL,
  modality       TEXT    NOT NULL,
  instance_count INTEGER NOT NULL,
  bytes          INTEGER NOT NULL,
  UNIQUE (study_id, series_index)
) STRICT;

-- state: PRESENT, SUPERSEDED (a later version of the same path exists), VANISHED, QUARANTINED (belongs to no study)
CREATE TABLE source_file (
  id              INTEGER PRIMARY KEY,
  path_index      BLOB    NOT NULL,
  version         INTEGER NOT NULL,
  state           TEXT    NOT NULL,
  study_id        INTEGER REFERENCES study,
  series_id       INTEGER REFERENCES series,
  object_index    BLOB,               -- by SOP Instance UID, or by content where there is none
  content_tag     BLOB,               -- keyed digest of the SHA-256
  counts          INTEGER NOT NULL,   -- 1: the one of its object that is used
  kind            TEXT    NOT NULL,
  size            INTEGER NOT NULL,
  sop_class       TEXT,
  modality        TEXT,
  transfer_syntax TEXT,
  frames          INTEGER NOT NULL,
  file_sealed     BLOB    NOT NULL    -- path, time of last change, SHA-256, SOP Instance UID
) STRICT;

CREATE UNIQUE INDEX source_file_path ON source_file (path_index) WHERE state <> 'SUPERSEDED';
CREATE INDEX source_file_object ON source_file (object_index) WHERE state = 'PRESENT';
CREATE INDEX source_file_study ON source_file (study_id) WHERE study_id IS NOT NULL;
