import GRDB

/// The tables of a store, and how older ones become newer ones.
///
/// A migration that has been released is never changed; what comes after is a new one.
enum StoreSchema {
  /// "nykt", by which SQLite files of ours are told from others (PRAGMA application_id).
  static let applicationID = 0x6E79_6B74

  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1 documents, observations, corrections") { database in
      try database.execute(sql: first)
    }
    migrator.registerMigration("2 places on pages") { database in
      try database.execute(sql: "ALTER TABLE observation ADD COLUMN boxes TEXT")
    }
    migrator.registerMigration("3 labels, bodies and places") { database in
      for column in ["label", "body", "about"] {
        try database.execute(sql: "ALTER TABLE observation ADD COLUMN \(column) TEXT")
      }
    }
    migrator.registerMigration("4 what is verified and added") { database in
      try database.execute(sql: "ALTER TABLE correction ADD COLUMN changes TEXT")
      try database.execute(sql: "ALTER TABLE correction ADD COLUMN standing TEXT")
      try database.execute(
        sql: "ALTER TABLE correction ADD COLUMN verified INTEGER NOT NULL DEFAULT 0"
      )
      try database.execute(sql: "ALTER TABLE correction ADD COLUMN added TEXT")
    }
    migrator.registerMigration("5 proofs") { database in
      try database.execute(sql: "ALTER TABLE observation ADD COLUMN proof INTEGER")
    }
    migrator.registerMigration("6 paths and contents of sources") { database in
      for column in ["path", "content"] {
        try database.execute(sql: "ALTER TABLE passage ADD COLUMN \(column) TEXT")
      }
    }
    migrator.registerMigration("7 revisions and indexes") { database in
      try database.execute(sql: revisions)
    }
    return migrator
  }

  /// How many observations a document may have: their keys are the document's times this, plus
  /// their number, so that they lie together and in order without an index.
  static let span: Int64 = 1 << 32

  /// What corrections make of observations: an observation as a line of JSON, under the key of the
  /// one that was read, or the next free key of the document for one that was added.
  private static let revisions = """
    CREATE TABLE revision (
      key INTEGER PRIMARY KEY,
      document INTEGER NOT NULL REFERENCES document (key) ON DELETE CASCADE,
      observation TEXT NOT NULL,
      rejected INTEGER NOT NULL
    );
    CREATE INDEX revisionByDocument ON revision (document);
    CREATE INDEX observationById ON observation (id);
    CREATE INDEX correctionByContent ON correction (content);
    CREATE INDEX correctionByName ON correction (name);
    """

  private static let first = """
    CREATE TABLE document (
      key INTEGER PRIMARY KEY,
      content TEXT NOT NULL UNIQUE,
      kind TEXT NOT NULL,
      revision INTEGER NOT NULL,
      settings TEXT NOT NULL,
      observations INTEGER NOT NULL
    );
    CREATE TABLE documentName (
      name TEXT NOT NULL,
      document INTEGER NOT NULL REFERENCES document (key) ON DELETE CASCADE,
      PRIMARY KEY (name, document)
    ) WITHOUT ROWID;
    CREATE INDEX documentNameByDocument ON documentName (document);
    CREATE TABLE passage (
      document INTEGER NOT NULL REFERENCES document (key) ON DELETE CASCADE,
      number INTEGER NOT NULL,
      name TEXT,
      item TEXT,
      itemTitle TEXT,
      reference TEXT,
      section TEXT,
      speakers TEXT,
      date TEXT,
      PRIMARY KEY (document, number)
    ) WITHOUT ROWID;
    CREATE TABLE ruleList (
      key INTEGER PRIMARY KEY,
      names TEXT NOT NULL UNIQUE
    );
    CREATE TABLE observation (
      key INTEGER PRIMARY KEY,
      id TEXT NOT NULL,
      kind TEXT NOT NULL,
      indicator TEXT,
      topic TEXT NOT NULL,
      value REAL,
      lower REAL,
      upper REAL,
      qualifier TEXT,
      unit TEXT,
      period TEXT,
      comparedWith TEXT,
      direction TEXT,
      assessment TEXT,
      population TEXT,
      confidence REAL NOT NULL,
      rules INTEGER NOT NULL,
      repeats TEXT,
      passage INTEGER NOT NULL,
      quote TEXT NOT NULL,
      start INTEGER NOT NULL,
      length INTEGER NOT NULL,
      line INTEGER NOT NULL,
      page INTEGER
    );
    CREATE TABLE correction (
      key INTEGER PRIMARY KEY AUTOINCREMENT,
      observation TEXT NOT NULL,
      content TEXT NOT NULL,
      name TEXT NOT NULL,
      quote TEXT NOT NULL,
      reading TEXT NOT NULL,
      kind TEXT,
      indicator TEXT,
      topic TEXT,
      value REAL,
      unit TEXT,
      period TEXT,
      rejected INTEGER NOT NULL,
      note TEXT NOT NULL,
      date TEXT NOT NULL,
      undone TEXT
    );
    """
}
