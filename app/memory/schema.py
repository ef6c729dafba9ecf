"""The forms of the database, oldest first. A script that has been released is never changed; add another."""

from __future__ import annotations

WORDS = "CREATE VIRTUAL TABLE words USING fts5 (structure, text, detail=column)"

MIGRATIONS: tuple[str, ...] = (
    f"""
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE entry (
    id INTEGER PRIMARY KEY AUTOINCREMENT, uuid TEXT NOT NULL UNIQUE, created REAL NOT NULL,
    source TEXT NOT NULL, name TEXT NOT NULL, latex TEXT NOT NULL, normal TEXT NOT NULL,
    confidence REAL, verdict TEXT NOT NULL DEFAULT 'unknown', favourite INTEGER NOT NULL DEFAULT 0,
    cached INTEGER NOT NULL DEFAULT 0, model TEXT NOT NULL, provider TEXT NOT NULL,
    width INTEGER NOT NULL, height INTEGER NOT NULL, elapsed_ms REAL NOT NULL DEFAULT 0, deleted REAL,
    thumbnail BLOB NOT NULL
);
CREATE INDEX entry_created ON entry (created);
CREATE INDEX entry_deleted ON entry (deleted) WHERE deleted IS NOT NULL;
CREATE TABLE tag (
    entry INTEGER NOT NULL REFERENCES entry (id) ON DELETE CASCADE, name TEXT NOT NULL,
    PRIMARY KEY (entry, name)
) WITHOUT ROWID;
CREATE INDEX tag_name ON tag (name);
{WORDS};
CREATE TABLE picture (
    id INTEGER PRIMARY KEY AUTOINCREMENT, created REAL NOT NULL, used REAL NOT NULL,
    hits INTEGER NOT NULL DEFAULT 0, size INTEGER NOT NULL, corrected TEXT, entry TEXT,
    em REAL NOT NULL, answer TEXT NOT NULL, vector BLOB NOT NULL, png BLOB NOT NULL
);
CREATE INDEX picture_used ON picture (used, size);
CREATE INDEX picture_corrected ON picture (corrected) WHERE corrected IS NOT NULL;
CREATE INDEX picture_entry ON picture (entry);
CREATE TABLE formula (
    entry INTEGER PRIMARY KEY REFERENCES entry (id) ON DELETE CASCADE, vector BLOB NOT NULL
);
CREATE TABLE trajectory (
    uuid TEXT PRIMARY KEY, entry TEXT NOT NULL, created REAL NOT NULL, model TEXT NOT NULL,
    predicted TEXT NOT NULL, confidence REAL NOT NULL, beam TEXT NOT NULL, tokens TEXT NOT NULL,
    features TEXT NOT NULL, kind TEXT NOT NULL, png BLOB NOT NULL
) WITHOUT ROWID;
CREATE INDEX trajectory_entry ON trajectory (entry);
CREATE TABLE register (
    object TEXT NOT NULL, name TEXT NOT NULL, stamp INTEGER NOT NULL, writer TEXT NOT NULL, value TEXT NOT
    NULL, PRIMARY KEY (object, name, stamp, writer, value)
) WITHOUT ROWID;
CREATE INDEX register_stamp ON register (stamp);
""",
    # The picture that answered for a remembered entry: what is said about the entry is about it too.
    "ALTER TABLE entry ADD COLUMN answered INTEGER",
    # Formulas as fragments are looked for in them (engine.latex.match), in a table of their own: that of the
    # entries is long, with its thumbnails. Missing lines are written when a search needs them.
    """
CREATE TABLE line (
    entry INTEGER PRIMARY KEY REFERENCES entry (id) ON DELETE CASCADE, version INTEGER NOT NULL,
    text TEXT NOT NULL
);
CREATE INDEX entry_favourite ON entry (favourite);
""",
    # What the symbols of a recognition looked like: for a while, until something is said about it.
    """
CREATE TABLE look (
    id INTEGER PRIMARY KEY AUTOINCREMENT, symbols BLOB NOT NULL,
    entry TEXT NOT NULL UNIQUE REFERENCES entry (uuid) ON DELETE CASCADE
);
ALTER TABLE trajectory ADD COLUMN looks BLOB NOT NULL DEFAULT x'';
""",
)
