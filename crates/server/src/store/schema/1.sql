-- An article as it came. Its number is never given to another: the words of `words` go by it.
CREATE TABLE article (
    number  INTEGER PRIMARY KEY AUTOINCREMENT,
    id      TEXT NOT NULL UNIQUE,
    text    TEXT NOT NULL,
    title   TEXT,
    date    TEXT,
    lang    TEXT,
    source  TEXT,
    author  TEXT,
    url     TEXT,
    section TEXT,
    -- What its source marks in the text, as JSON; nothing where it marks nothing.
    hints   TEXT,
    -- What notis keeps beside these: mentions, grades, summaries, as JSON.
    extra   TEXT,
    arrived TEXT NOT NULL,
    -- Its date, or the day it arrived where it has none: what lists go by.
    day     TEXT NOT NULL
) STRICT;
CREATE INDEX article_day ON article (day, number);
CREATE INDEX article_source ON article (source, day);

-- What an article said before another of the same id took its place.
CREATE TABLE former (
    number   INTEGER PRIMARY KEY AUTOINCREMENT,
    article  INTEGER NOT NULL REFERENCES article (number) ON DELETE CASCADE,
    record   TEXT NOT NULL,
    replaced TEXT NOT NULL
) STRICT;
CREATE INDEX former_article ON former (article);

-- What a model made of an article.
CREATE TABLE reading (
    article        INTEGER PRIMARY KEY REFERENCES article (number) ON DELETE CASCADE,
    model          TEXT NOT NULL,
    heading        TEXT NOT NULL,
    certainty      REAL NOT NULL,
    classification TEXT NOT NULL,
    digest         TEXT NOT NULL
) STRICT;
CREATE INDEX reading_model ON reading (model);

CREATE TABLE tag (
    article     INTEGER NOT NULL REFERENCES article (number) ON DELETE CASCADE,
    topic       TEXT NOT NULL,
    probability REAL NOT NULL,
    PRIMARY KEY (article, topic)
) STRICT, WITHOUT ROWID;

-- What people said, in the order they said it. `labels` are topics the article is about; `graded` are those that were
-- looked at, nothing where all were.
CREATE TABLE correction (
    number  INTEGER PRIMARY KEY AUTOINCREMENT,
    article INTEGER NOT NULL REFERENCES article (number) ON DELETE CASCADE,
    labels  TEXT NOT NULL,
    graded  TEXT,
    who     TEXT NOT NULL,
    at      TEXT NOT NULL
) STRICT;
CREATE INDEX correction_article ON correction (article);

-- The topics of an article: the model's, with what people said in their place.
CREATE TABLE about (
    article INTEGER NOT NULL REFERENCES article (number) ON DELETE CASCADE,
    topic   TEXT NOT NULL,
    PRIMARY KEY (article, topic)
) STRICT, WITHOUT ROWID;
CREATE INDEX about_topic ON about (topic, article);

-- The stems of title and text, which unite the written forms.
CREATE VIRTUAL TABLE words USING fts5 (
    title, text, content = '', contentless_delete = 1, tokenize = "unicode61 remove_diacritics 0"
);

-- Models that were learned here; the bytes stand beside in models/.
CREATE TABLE model (
    number  INTEGER PRIMARY KEY AUTOINCREMENT,
    name    TEXT NOT NULL UNIQUE,
    version TEXT NOT NULL,
    made    TEXT NOT NULL,
    report  TEXT NOT NULL
) STRICT;

-- What is chosen, such as the model in use.
CREATE TABLE setting (
    key   TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
