-- Schemas as several hands type them.
create table if not exists "user"(
	id integer primary key not null, -- pk
	"name" text not null, nick varchar(30) default null,
	created integer not null default (strftime('%s','now')),
	role text not null default 'member' check(role in ('member','admin')),
	settings text not null default '{}',
	balance real, score float, rating double precision, level tinyint unsigned, big unsigned big int,
	avatar blob, is_active bool not null default true, uid uuid, birthday date, seen_at timestamp, wake time, amount money, flags int8, memo clob, x
);
CREATE TABLE [tag] (tag_id INTEGER PRIMARY KEY, [label] TEXT UNIQUE COLLATE NOCASE NOT NULL, color TEXT GENERATED ALWAYS AS ('#' || hex(label)) STORED);
CREATE TABLE note_tag (note INTEGER REFERENCES note(id), tag_id INTEGER REFERENCES tag, PRIMARY KEY (note, tag_id)) WITHOUT ROWID;
CREATE TABLE note (id INTEGER PRIMARY KEY AUTOINCREMENT, user_id INT NOT NULL, title TEXT, body TEXT NOT NULL DEFAULT '', pinned BOOLEAN DEFAULT FALSE, words INT AS (length(body) - length(replace(body,' ','')) + 1), updated DATETIME DEFAULT CURRENT_TIMESTAMP, data JSONB, parent INTEGER, FOREIGN KEY(user_id) REFERENCES "user"(id));
CREATE TABLE kv (k TEXT NOT NULL PRIMARY KEY, v ANY, at REAL) STRICT, WITHOUT ROWID;
CREATE TABLE ev (id INTEGER PRIMARY KEY, kind TEXT NOT NULL, payload BLOB, n INT, r REAL, t TEXT, a ANY NOT NULL) STRICT;
CREATE VIRTUAL TABLE docs USING fts5(title, body, content='note', content_rowid='id');
CREATE VIRTUAL TABLE vocab USING fts5vocab('docs', 'row');
CREATE VIEW active_user AS SELECT id, name, coalesce(nick, name) AS shown, balance FROM user WHERE is_active;
CREATE VIEW rich(uid, who, worth) AS SELECT id, shown, ifnull(balance, 0) FROM active_user WHERE balance > 100;
CREATE VIEW note_count AS SELECT u.id AS user_id, count(n.id) AS notes, max(n.updated) AS last FROM user u LEFT JOIN note n ON n.user_id = u.id GROUP BY u.id;
CREATE TRIGGER docs_ai AFTER INSERT ON note BEGIN INSERT INTO docs(rowid, title, body) VALUES (new.id, new.title, new.body); END;
CREATE TRIGGER active_ii INSTEAD OF INSERT ON active_user BEGIN INSERT INTO user (id, name, nick) VALUES (new.id, new.name, new.shown); END;
ALTER TABLE note ADD COLUMN archived_at TEXT;
ALTER TABLE note RENAME COLUMN data TO extra;
CREATE UNIQUE INDEX note_title ON note (user_id, lower(title)) WHERE archived_at IS NULL;
CREATE TABLE IF NOT EXISTS accounts (
  account_id INTEGER PRIMARY KEY ASC ON CONFLICT REPLACE AUTOINCREMENT,
  email TEXT NOT NULL COLLATE NOCASE CHECK (email LIKE '%_@_%'), -- trailing words
  pass_hash BLOB(32) NOT NULL, /* salted */
  created_at TIMESTAMP NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
  plan TEXT NOT NULL DEFAULT 'free' CONSTRAINT plan_known CHECK (plan IN ('free', 'pro', 'team')),
  quota INTEGER NOT NULL DEFAULT 0x10, ratio REAL DEFAULT 1e-3, flag BOOLEAN DEFAULT FALSE,
  UNIQUE (email COLLATE NOCASE)
);
CREATE TABLE sessions(token CHAR(64) PRIMARY KEY, account_id INTEGER NOT NULL REFERENCES accounts ON DELETE CASCADE ON UPDATE CASCADE, expires DATETIME, ip VARCHAR (45)) WITHOUT ROWID;
CREATE INDEX sessions_by_account ON sessions (account_id, expires DESC);
CREATE TABLE measurements (station TEXT, at INTEGER, value REAL CHECK (value BETWEEN -100 AND 100), unit TEXT DEFAULT "°C", PRIMARY KEY (station, at DESC)) STRICT, WITHOUT ROWID;
CREATE TABLE shapes (id INT PRIMARY KEY, kind ANY, area REAL AS (w * h) STORED, w REAL, h REAL, note TEXT GENERATED ALWAYS AS (kind || ':' || id)) STRICT;
CREATE TABLE "weird ""name""" ("col ""q""" TEXT, "a.b" INT, [x y] REAL, `back``tick` BLOB);
CREATE TABLE orders (id INTEGER PRIMARY KEY, account_id INTEGER REFERENCES accounts (account_id) MATCH SIMPLE ON DELETE SET NULL NOT DEFERRABLE INITIALLY IMMEDIATE, total DECIMAL(12, 2) NOT NULL DEFAULT 0.00, placed DATE DEFAULT CURRENT_DATE, CONSTRAINT total_positive CHECK (total >= 0));
CREATE TABLE order_lines (order_id INTEGER NOT NULL, line INTEGER NOT NULL, sku TEXT NOT NULL, qty INTEGER NOT NULL DEFAULT 1 CHECK (qty > 0), price NUMERIC(10, 2), CONSTRAINT order_lines_pk PRIMARY KEY (order_id, line), CONSTRAINT to_order FOREIGN KEY (order_id) REFERENCES orders (id) ON DELETE CASCADE DEFERRABLE);
CREATE UNIQUE INDEX IF NOT EXISTS main.line_sku ON order_lines (order_id, sku COLLATE RTRIM ASC) WHERE qty > 0 AND sku IS NOT NULL;
CREATE INDEX order_year ON orders (strftime('%Y', placed), total * 100);
CREATE VIEW IF NOT EXISTS order_totals (order_id, lines, total) AS SELECT order_id, count(*), sum(qty * price) FROM order_lines GROUP BY order_id;
CREATE VIEW big_orders AS WITH t AS (SELECT * FROM order_totals) SELECT o.id, t.total FROM orders o JOIN t ON t.order_id = o.id WHERE t.total > 1000;
CREATE TRIGGER IF NOT EXISTS lines_total AFTER INSERT ON order_lines FOR EACH ROW WHEN NEW.price IS NOT NULL BEGIN UPDATE orders SET total = total + NEW.qty * NEW.price WHERE id = NEW.order_id; END;
CREATE TRIGGER no_paid_delete BEFORE DELETE ON orders BEGIN SELECT RAISE(ABORT, 'paid') WHERE OLD.total > 0; END;
CREATE TRIGGER totals_update INSTEAD OF UPDATE OF total ON order_totals BEGIN UPDATE orders SET total = NEW.total WHERE id = NEW.order_id; END;
CREATE VIRTUAL TABLE notes_fts USING fts4(title, body, tokenize=porter);
CREATE VIRTUAL TABLE boxes USING rtree_i32(id, x0, x1);
ALTER TABLE orders ADD COLUMN currency CHAR(3) NOT NULL DEFAULT 'EUR';
ALTER TABLE orders ADD shipped INTEGER REFERENCES accounts (account_id);
ALTER TABLE sessions RENAME TO login_sessions;
ALTER TABLE accounts RENAME COLUMN pass_hash TO password;
ALTER TABLE accounts DROP COLUMN ratio;
CREATE TABLE audit AS SELECT id, total, 1 AS one, 'x' AS txt, NULL AS empty, CAST(total AS TEXT) AS shown FROM orders WHERE 0;
CREATE TABLE odd_types (a "double precision", b LONG VARCHAR, c INT8 UNSIGNED, d NCHAR(55), e POINT, f FLOATING POINT, g DATETIME(6), h SERIAL, i BYTEA, j STRING, k DECIMAL(10,5), l BOOL, m 'text type', n CHARINT);
CREATE TABLE defaults_too (a TEXT DEFAULT '', b TEXT DEFAULT 'a''b', c INT DEFAULT -1, d INT DEFAULT (-1), e REAL DEFAULT .5, f BLOB DEFAULT X'DEADBEEF', g TEXT DEFAULT (lower(hex(randomblob(16)))), h TEXT DEFAULT CURRENT_TIME, i INT DEFAULT true, j DEFAULT (NULL), k TEXT DEFAULT bare);
DROP INDEX order_year;
DROP TRIGGER no_paid_delete;
DROP VIEW big_orders;
DROP TABLE IF EXISTS never_there;
CREATE TABLE sorted_keys (a INTEGER, b TEXT, c TEXT, PRIMARY KEY (a DESC AUTOINCREMENT), UNIQUE (b COLLATE NOCASE), UNIQUE (c COLLATE RTRIM DESC, b), UNIQUE (c DESC));
ALTER TABLE sorted_keys RENAME COLUMN c TO d;
