-- Who this workspace is, and the audit trail. Times are milliseconds since 1970-01-01T00:00Z, except in the audit trail,
-- which stores the text that was hashed.
PRAGMA application_id = 0x534C5543;

CREATE TABLE workspace (
  one       INTEGER PRIMARY KEY CHECK (one = 1),
  id        TEXT    NOT NULL,
  site      TEXT    NOT NULL,
  created   INTEGER NOT NULL,
  key_check BLOB    NOT NULL  -- a sealed known text: tells a wrong key from damage
) STRICT;

CREATE TABLE audit (
  sequence INTEGER PRIMARY KEY,
  time     TEXT NOT NULL,
  actor    TEXT NOT NULL,
  action   TEXT NOT NULL,
  subject  TEXT,
  details  TEXT NOT NULL,
  hash     BLOB NOT NULL
) STRICT;

CREATE INDEX audit_subject ON audit (subject, sequence) WHERE subject IS NOT NULL;

-- seal: keyed digest of sequence and hash, so that a rewritten chain needs the workspace key
CREATE TABLE audit_head (
  one      INTEGER PRIMARY KEY CHECK (one = 1),
  sequence INTEGER NOT NULL,
  hash     BLOB NOT NULL,
  seal     BLOB NOT NULL
) STRICT;

CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit
BEGIN
  SELECT RAISE(ABORT, 'the audit trail is only appended to');
END;

CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit
BEGIN
  SELECT RAISE(ABORT, 'the audit trail is only appended to');
END;

-- also keeps INSERT OR REPLACE from rewriting a row
CREATE TRIGGER audit_append_only BEFORE INSERT ON audit
WHEN NEW.sequence IS NOT (SELECT coalesce(max(sequence), 0) + 1 FROM audit)
BEGIN
  SELECT RAISE(ABORT, 'the audit trail is only appended to');
END;

CREATE TRIGGER audit_head_follows BEFORE UPDATE ON audit_head
WHEN NOT EXISTS (SELECT 1 FROM audit
                 WHERE audit.sequence = NEW.sequence AND audit.hash = NEW.hash AND NEW.sequence = OLD.sequence + 1)
BEGIN
  SELECT RAISE(ABORT, 'the audit head follows the trail');
END;

CREATE TRIGGER audit_head_stays BEFORE DELETE ON audit_head
BEGIN
  SELECT RAISE(ABORT, 'the audit head stays');
END;

CREATE TRIGGER audit_head_once BEFORE INSERT ON audit_head
WHEN EXISTS (SELECT 1 FROM audit_head)
BEGIN
  SELECT RAISE(ABORT, 'there is one audit head');
END;
