-- Which identifiers became which. Pseudonyms and new UIDs identify nobody; what they stand for is sealed. patient_index is
-- a keyed digest of what the pseudonym derives from: by it a patient is known again, whatever the recipe's prefix is.
CREATE TABLE patient_pseudonym (
  id             INTEGER PRIMARY KEY,
  pseudonym      TEXT    NOT NULL UNIQUE,
  patient_index  BLOB    NOT NULL,
  secret_version INTEGER NOT NULL,
  patient_sealed BLOB    NOT NULL,
  created        INTEGER NOT NULL
) STRICT;

CREATE INDEX patient_pseudonym_patient ON patient_pseudonym (patient_index);

CREATE TABLE uid_pair (
  id         INTEGER PRIMARY KEY,
  new_uid    TEXT    NOT NULL UNIQUE,
  patient_id INTEGER NOT NULL REFERENCES patient_pseudonym,
  old_sealed BLOB    NOT NULL
) STRICT;
