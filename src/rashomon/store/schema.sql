-- A dossier: one account of many reports, in one SQLite file. Every table holds one kind of record of the dossier
-- format, version 1; the columns are the record's fields. An interval of days is two columns (earliest, latest), both
-- inclusive, ISO 8601; offsets count Unicode code points of document.text, half-open; lists are JSON text; NULL is
-- "not known". Rows stand in no order that means anything; the lists of the dossier are sorted when they are read.

-- What made the file: tool, version, settings_sha256, settings (JSON), made_from (a digest of all it was made from);
-- unheeded: there while a judgement waits to be heeded. The version of this schema is PRAGMA user_version.
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL);

-- Changes of the schema that this file has seen, by name.
CREATE TABLE migration (name TEXT PRIMARY KEY);

-- What the article half found in each document alone, so that the documents can be put together again without it.
CREATE TABLE analysis (
  document TEXT PRIMARY KEY,
  made_by TEXT,                -- the program's version and settings; NULL: the analysis failed and is tried again
  read TEXT NOT NULL,          -- JSON: the document as it was read
  about BLOB,                  -- JSON, deflated: its document, without the text, which is that of `read`; NULL in files
                               -- of before version 9, where it is in `found`
  found BLOB NOT NULL,         -- JSON, deflated: its mentions and times; in files of before version 6 all of it
  claims BLOB,                 -- JSON, deflated: its statements, figures and events
  fingerprint BLOB             -- packed: what it is compared with others by; NULL: it is made anew each time
);

CREATE TABLE story (
  id TEXT PRIMARY KEY,
  label TEXT NOT NULL,
  documents TEXT NOT NULL,     -- JSON list of document ids
  earliest TEXT, latest TEXT,
  places TEXT NOT NULL,        -- JSON list of entity ids
  origins INTEGER NOT NULL     -- independent origins among the documents
);

CREATE TABLE document (
  id TEXT PRIMARY KEY,
  source TEXT NOT NULL,        -- path or URL it was read from
  sha256 TEXT NOT NULL,        -- of the input bytes
  text TEXT NOT NULL,          -- what all offsets count in
  title TEXT, outlet TEXT, author TEXT, url TEXT,
  language TEXT,               -- BCP 47
  published_earliest TEXT, published_latest TEXT,
  published_basis TEXT NOT NULL,
  published_evidence TEXT NOT NULL,  -- JSON list of spans
  published_why TEXT NOT NULL,
  retrieved TEXT,
  boilerplate TEXT NOT NULL,   -- JSON list of spans with their kind
  story TEXT REFERENCES story (id),
  copy_of TEXT REFERENCES document (id),
  problems TEXT NOT NULL,      -- JSON list of sentences
  extra TEXT NOT NULL          -- JSON: fields of the input that we do not know
);

-- Full-text search: SELECT id FROM document WHERE rowid IN (SELECT rowid FROM search WHERE search MATCH 'words')
CREATE VIRTUAL TABLE search USING fts5 (title, text, content = 'document');
CREATE TRIGGER document_enters AFTER INSERT ON document BEGIN
  INSERT INTO search (rowid, title, text) VALUES (new.rowid, new.title, new.text);
END;
CREATE TRIGGER document_leaves AFTER DELETE ON document BEGIN
  INSERT INTO search (search, rowid, title, text) VALUES ('delete', old.rowid, old.title, old.text);
END;
CREATE TRIGGER document_changes AFTER UPDATE OF title, text ON document
WHEN old.title IS NOT new.title OR old.text IS NOT new.text BEGIN
  INSERT INTO search (search, rowid, title, text) VALUES ('delete', old.rowid, old.title, old.text);
  INSERT INTO search (rowid, title, text) VALUES (new.rowid, new.title, new.text);
END;

CREATE TABLE entity (
  id TEXT PRIMARY KEY,
  type TEXT NOT NULL,
  name TEXT NOT NULL,
  aliases TEXT NOT NULL,       -- JSON list of every form seen
  country TEXT,                -- ISO 3166 alpha-2
  latitude REAL, longitude REAL,  -- degrees, WGS 84
  wikidata TEXT,
  why TEXT NOT NULL            -- JSON list of sentences
);

CREATE TABLE mention (
  id TEXT PRIMARY KEY,
  document TEXT NOT NULL REFERENCES document (id),
  start INTEGER NOT NULL, "end" INTEGER NOT NULL, text TEXT NOT NULL,
  type TEXT NOT NULL,
  form TEXT NOT NULL,
  role TEXT, country TEXT,
  antecedent TEXT REFERENCES mention (id),
  why TEXT,
  entity TEXT NOT NULL REFERENCES entity (id)
);
CREATE INDEX mention_entity ON mention (entity);
CREATE INDEX mention_document ON mention (document);

CREATE TABLE time (
  id TEXT PRIMARY KEY,
  document TEXT NOT NULL REFERENCES document (id),
  start INTEGER NOT NULL, "end" INTEGER NOT NULL, text TEXT NOT NULL,
  type TEXT NOT NULL,          -- TIMEX3
  value TEXT NOT NULL, mod TEXT,
  earliest TEXT, latest TEXT
);
CREATE INDEX time_document ON time (document);

CREATE TABLE statement (
  id TEXT PRIMARY KEY,
  document TEXT NOT NULL REFERENCES document (id),
  start INTEGER NOT NULL, "end" INTEGER NOT NULL, text TEXT NOT NULL,
  kind TEXT NOT NULL,
  speaker TEXT REFERENCES entity (id),
  speaker_text TEXT, speaker_span_start INTEGER, speaker_span_end INTEGER,
  cue_start INTEGER, cue_end INTEGER, cue_text TEXT,
  stance TEXT NOT NULL,
  via TEXT NOT NULL,           -- JSON list of entity ids or words, nearest first
  made_earliest TEXT, made_latest TEXT,
  "when" TEXT REFERENCES time (id)
);
CREATE INDEX statement_document ON statement (document);
CREATE INDEX statement_speaker ON statement (speaker);

CREATE TABLE figure (
  id TEXT PRIMARY KEY,
  document TEXT NOT NULL REFERENCES document (id),
  start INTEGER NOT NULL, "end" INTEGER NOT NULL, text TEXT NOT NULL,
  measure TEXT NOT NULL,
  relation TEXT NOT NULL,
  low, high,                   -- bounds, both inclusive; no type, so that a number of any size stays exact
  unit TEXT NOT NULL,
  "group" TEXT, group_text TEXT,
  place TEXT REFERENCES entity (id),
  as_of_earliest TEXT, as_of_latest TEXT,
  scope TEXT NOT NULL,
  statement TEXT REFERENCES statement (id),
  source TEXT REFERENCES entity (id), source_text TEXT,
  via TEXT NOT NULL,           -- JSON list of entity ids or words, nearest first
  polarity TEXT NOT NULL,
  "when" TEXT REFERENCES time (id)
);
CREATE INDEX figure_document ON figure (document);
CREATE INDEX figure_measure ON figure (measure);

CREATE TABLE event (
  id TEXT PRIMARY KEY,
  document TEXT NOT NULL REFERENCES document (id),
  start INTEGER NOT NULL, "end" INTEGER NOT NULL, text TEXT NOT NULL,
  trigger_start INTEGER NOT NULL, trigger_end INTEGER NOT NULL, trigger_text TEXT NOT NULL,
  type TEXT,                   -- PLOVER
  mode TEXT,
  actors TEXT NOT NULL, recipients TEXT NOT NULL,  -- JSON lists of entity ids
  actor_text TEXT, recipient_text TEXT,
  place TEXT REFERENCES entity (id),
  earliest TEXT, latest TEXT,
  date_precision INTEGER,      -- UCDP: 1 exact day … 5 a year
  modality TEXT NOT NULL,
  statement TEXT REFERENCES statement (id),
  "when" TEXT REFERENCES time (id)
);
CREATE INDEX event_document ON event (document);

CREATE TABLE finding (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  about TEXT NOT NULL,
  members TEXT NOT NULL,       -- JSON list of ids of figures, statements, events or documents
  origins INTEGER NOT NULL,
  question TEXT NOT NULL,
  why TEXT NOT NULL,
  origins_why TEXT NOT NULL DEFAULT '[]',  -- JSON list: a sentence for each origin
  story TEXT REFERENCES story (id)
);

-- What is counted in a story: the present answer as low, best and high, and all answers in order of days.
CREATE TABLE question (
  id TEXT PRIMARY KEY,
  story TEXT NOT NULL REFERENCES story (id),
  question TEXT NOT NULL,      -- in words
  measure TEXT NOT NULL, unit TEXT NOT NULL, "group" TEXT NOT NULL,
  place TEXT REFERENCES entity (id),
  low, best, high,             -- no type, as of figures; null is no bound
  origins INTEGER NOT NULL,    -- on which the best answer rests
  figures TEXT NOT NULL,       -- JSON list of figure ids
  history TEXT NOT NULL,       -- JSON list of answers: days, relation, low, high, figures, origins, superseded
  as_of_earliest TEXT, as_of_latest TEXT  -- of the best answer
);

-- Parts of one report that stand word for word in another one.
CREATE TABLE passage (
  id TEXT PRIMARY KEY,
  document TEXT NOT NULL REFERENCES document (id),
  start INTEGER NOT NULL, "end" INTEGER NOT NULL, text TEXT NOT NULL,
  original TEXT NOT NULL REFERENCES document (id),
  original_start INTEGER NOT NULL, original_end INTEGER NOT NULL,
  words INTEGER NOT NULL,
  share REAL NOT NULL,         -- of all words of the document
  why TEXT NOT NULL
);
CREATE INDEX passage_document ON passage (document);

-- From whom words come: speakers, agencies that pass them on, outlets that print them; once for each story.
CREATE TABLE voice (
  id TEXT NOT NULL,
  kind TEXT NOT NULL,          -- speaker, agency, outlet
  name TEXT NOT NULL,
  entity TEXT REFERENCES entity (id),
  documents TEXT NOT NULL,     -- JSON list of an outlet's document ids, those of the story
  story TEXT REFERENCES story (id),
  UNIQUE (id, story)
);

-- The steps of the ways that words took: the taker has them from the giver; once for each story.
CREATE TABLE relay (
  id TEXT NOT NULL,
  taker TEXT NOT NULL,         -- id of a voice
  giver TEXT NOT NULL,         -- id of a voice
  way TEXT NOT NULL,           -- quotes, credits, copies, passage
  evidence TEXT NOT NULL,      -- JSON list of ids of statements, figures, passages or documents
  story TEXT REFERENCES story (id),
  UNIQUE (id, story)
);

CREATE TABLE timeline (
  earliest TEXT NOT NULL, latest TEXT NOT NULL,
  summary TEXT NOT NULL,
  events TEXT NOT NULL,        -- JSON list of event ids
  documents INTEGER NOT NULL, origins INTEGER NOT NULL,
  disputed INTEGER NOT NULL,   -- 0 or 1
  story TEXT REFERENCES story (id)
);

-- What each story was told from: the next build leaves those alone of which that is the same.
CREATE TABLE told (
  story TEXT PRIMARY KEY,
  made_from TEXT NOT NULL,     -- a digest of it all
  named TEXT NOT NULL,         -- a digest of which of its mentions is of which entity
  asked BLOB NOT NULL          -- JSON, deflated: of which names of media and which of its names it asked the entities
);

-- What each story names: the next build joins it with what others name without reading its mentions again.
CREATE TABLE names (
  story TEXT PRIMARY KEY,
  made_from TEXT NOT NULL,     -- a digest of all that it comes from
  mentions TEXT NOT NULL,      -- a digest of which of its mentions stand for one another
  names BLOB NOT NULL          -- JSON, deflated
);

-- What the reports of each story took from one another, word by word: the next build reads no text for it again.
CREATE TABLE compared (
  story TEXT PRIMARY KEY,
  made_from TEXT NOT NULL,     -- a digest of all that it comes from
  takings BLOB NOT NULL        -- JSON, deflated; empty where nothing was taken
);

-- What is compared of each document that lost lines to its outlet's furniture: its analysis is not read for it again.
CREATE TABLE cut (
  document TEXT PRIMARY KEY,
  made_from TEXT NOT NULL,     -- a digest of all that it comes from
  about BLOB NOT NULL,         -- JSON: the document without its text, those lines marked
  fingerprint BLOB NOT NULL    -- packed
);

-- Decisions on what is one and what is not; rules' are made anew with each build, people's stay.
CREATE TABLE judgement (
  id TEXT PRIMARY KEY,
  "left" TEXT NOT NULL, "right" TEXT NOT NULL,
  verdict TEXT NOT NULL,
  by TEXT NOT NULL,            -- 'rule', or a person's name
  why TEXT NOT NULL,
  score REAL,
  at TEXT                      -- ISO 8601 in UTC; rules have none
);

-- What people think of findings and records; a new build leaves them, one that is taken back stays on record.
CREATE TABLE review (
  id TEXT PRIMARY KEY,
  subject TEXT NOT NULL,       -- id of a finding or of any record
  opinion TEXT NOT NULL,       -- same, different, undecided, right, wrong, useful, poor, redundant, lagged, note
  by TEXT NOT NULL,
  why TEXT NOT NULL,
  at TEXT NOT NULL,            -- ISO 8601 in UTC
  ended_by TEXT, ended_at TEXT -- who took it back, and when
);
CREATE INDEX review_subject ON review (subject);

-- What became of stories that are no more what they were; builds add to it, so that an id once noted leads on.
CREATE TABLE story_change (
  number INTEGER PRIMARY KEY,  -- in the order it happened
  old TEXT NOT NULL,           -- the story's id
  new TEXT NOT NULL,           -- JSON list of the stories that its reports are in
  why TEXT NOT NULL
);

-- Sources that gave no document, with the reason in words.
CREATE TABLE problem (source TEXT NOT NULL, why TEXT NOT NULL);
