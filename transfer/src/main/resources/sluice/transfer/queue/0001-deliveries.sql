-- Times are milliseconds since 1970-01-01T00:00Z, sizes are bytes, evidence and receipts are JSON texts.
CREATE TABLE delivery (
    id              TEXT PRIMARY KEY,
    destination     TEXT NOT NULL,
    state           TEXT NOT NULL,
    enqueued_at     INTEGER NOT NULL,
    due_at          INTEGER NOT NULL,
    failures        INTEGER NOT NULL DEFAULT 0,
    failure_code    TEXT,
    failure_message TEXT
) STRICT;

CREATE INDEX delivery_due ON delivery (state, due_at);

CREATE TABLE item (
    delivery_id TEXT NOT NULL REFERENCES delivery (id),
    position    INTEGER NOT NULL,
    remote_name TEXT NOT NULL,
    source      TEXT NOT NULL,
    size        INTEGER NOT NULL,
    sha256      TEXT NOT NULL,
    evidence    TEXT,
    PRIMARY KEY (delivery_id, position),
    UNIQUE (delivery_id, remote_name)
) STRICT;

CREATE TABLE attempt (
    id          INTEGER PRIMARY KEY,
    delivery_id TEXT NOT NULL REFERENCES delivery (id),
    started_at  INTEGER NOT NULL,
    ended_at    INTEGER,
    bytes       INTEGER NOT NULL DEFAULT 0,
    outcome     TEXT
) STRICT;

CREATE INDEX attempt_delivery ON attempt (delivery_id, id);

CREATE TABLE receipt (
    delivery_id TEXT PRIMARY KEY REFERENCES delivery (id),
    json        TEXT NOT NULL
) STRICT;
