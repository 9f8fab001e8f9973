-- A bookkeeping program, with measurements beside the books.
CREATE TABLE IF NOT EXISTS "Company" ("CompanyId" INTEGER NOT NULL PRIMARY KEY, "Name" NVARCHAR(160) NOT NULL, "VatNo" NVARCHAR(20), "Founded" DATE, "Logo" IMAGE);
CREATE TABLE currency (code CHAR(3) NOT NULL PRIMARY KEY CHECK (length(code) = 3), name TEXT NOT NULL, decimals SMALLINT NOT NULL DEFAULT 2);
CREATE TABLE fx_rate (
  code CHAR(3) NOT NULL REFERENCES currency(code), day DATE NOT NULL, rate DECIMAL(18, 8) NOT NULL,
  CONSTRAINT pk_fx PRIMARY KEY (code, day)
) WITHOUT ROWID;
CREATE TABLE account (
  id INTEGER PRIMARY KEY, number TEXT NOT NULL UNIQUE, name TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('asset','liability','equity','income','expense')),
  parent_id INTEGER REFERENCES account(id), currency CHAR(3) DEFAULT 'EUR' REFERENCES currency(code),
  opened DATE NOT NULL DEFAULT CURRENT_DATE, closed DATE,
  is_group BOOLEAN NOT NULL DEFAULT 0, sort_key BIGINT, opening NUMERIC(14,2) NOT NULL DEFAULT 0
);
CREATE TABLE journal (
  id INTEGER PRIMARY KEY AUTOINCREMENT, posted_on DATE NOT NULL, memo VARCHAR(200), ref TEXT UNIQUE,
  created_at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP, locked BOOLEAN NOT NULL DEFAULT FALSE,
  source JSON, fiscal_year INTEGER GENERATED ALWAYS AS (CAST(strftime('%Y', posted_on) AS INTEGER)) STORED
);
CREATE TABLE line (
  journal_id INTEGER NOT NULL REFERENCES journal(id) ON DELETE CASCADE, seq INTEGER NOT NULL,
  account_id INTEGER NOT NULL REFERENCES account(id), debit NUMERIC(14,2), credit NUMERIC(14,2),
  cents INTEGER NOT NULL DEFAULT 0, tags TEXT, net AS (coalesce(debit, 0) - coalesce(credit, 0)),
  PRIMARY KEY (journal_id, seq), CHECK ((debit IS NULL) <> (credit IS NULL))
);
CREATE INDEX line_account ON line(account_id, journal_id);
CREATE INDEX journal_month ON journal(strftime('%Y-%m', posted_on));
CREATE TABLE invoice (
  id INTEGER PRIMARY KEY, no TEXT NOT NULL COLLATE NOCASE UNIQUE, company INTEGER NOT NULL REFERENCES "Company",
  issued DATETIME NOT NULL, due DATE, paid DATETIME, total REAL NOT NULL CHECK (total >= 0), discount REAL,
  status TEXT NOT NULL DEFAULT 'open', pdf BLOB, guid GUID
);
CREATE TABLE budget (account_id INT, month INT, amount INT, PRIMARY KEY (account_id, month)) STRICT, WITHOUT ROWID;
CREATE TABLE audit (at TEXT DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')), who TEXT, what TEXT NOT NULL, old, new);
CREATE TABLE sample (series TEXT NOT NULL, ts INTEGER NOT NULL, value REAL, quality INT, PRIMARY KEY(series, ts)) STRICT, WITHOUT ROWID;
CREATE TABLE series_meta (series TEXT PRIMARY KEY, unit TEXT, labels TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(labels)), resolution_s INTEGER, lo REAL, hi REAL) STRICT;
CREATE VIEW v_line AS SELECT l.*, j.posted_on, j.memo, a.number, a.name AS account FROM line l JOIN journal j ON j.id = l.journal_id JOIN account a ON a.id = l.account_id;
CREATE VIEW v_balance AS SELECT a.id, a.number, a.name, a.kind, a.opening + coalesce(sum(l.net), 0) AS balance, count(l.seq) AS movements, max(j.posted_on) AS last_movement
  FROM account a LEFT JOIN line l ON l.account_id = a.id LEFT JOIN journal j ON j.id = l.journal_id GROUP BY a.id;
CREATE VIEW v_overdue AS SELECT i.*, c."Name" AS company_name, CAST(julianday('now') - julianday(i.due) AS INTEGER) AS days_late FROM invoice i LEFT JOIN "Company" c ON c."CompanyId" = i.company WHERE i.paid IS NULL;
CREATE VIEW codes_in_use AS SELECT currency FROM account;
CREATE VIEW v_kinds(kind, n, total) AS SELECT kind, count(*), sum(balance) FROM v_balance GROUP BY kind;
CREATE TRIGGER line_au AFTER UPDATE OF debit, credit ON line FOR EACH ROW WHEN old.net IS NOT new.net BEGIN
  INSERT INTO audit(who, what, old, new) VALUES ('sys', 'line', old.net, new.net);
END;
CREATE TRIGGER journal_bd BEFORE DELETE ON journal WHEN old.locked > 1 BEGIN SELECT raise(ABORT, 'locked'); END;
CREATE TRIGGER overdue_u INSTEAD OF UPDATE ON v_overdue BEGIN UPDATE invoice SET paid = new.paid WHERE id = old.id; END;
INSERT INTO "Company" VALUES (1,'Acme','DE1','1999-01-01',x'89'),(2,'Bolt',NULL,NULL,NULL),(3,'Nix',NULL,'2020-02-02',NULL);
INSERT INTO currency VALUES ('EUR','Euro',2),('JPY','Yen',0),('BHD','Dinar',3);
INSERT INTO fx_rate VALUES ('JPY','2024-05-06',160.25),('JPY','2024-05-07',161),('BHD','2024-05-06',0.4);
INSERT INTO account(id,number,name,kind,parent_id,currency,opened,closed,is_group,sort_key,opening) VALUES (1,'1000','Assets','asset',NULL,'EUR','2020-01-01',NULL,1,NULL,0),(2,'1010','Cash','asset',1,'EUR','2020-01-01',NULL,0,5,10.5),(3,'4000','Sales','income',NULL,NULL,'2020-01-01','2024-01-01',0,7,0),(4,'5000','Rent','expense',NULL,'JPY','2021-06-01',NULL,0,NULL,100);
INSERT INTO journal(id,posted_on,memo,ref,locked,source) VALUES (1,'2024-05-06','first','R1',0,'{"a":1,"tags":["x","y"]}'),(2,'2024-05-07',NULL,NULL,1,NULL),(3,'2023-12-31','empty','R3',0,'[]');
INSERT INTO line(journal_id,seq,account_id,debit,credit,cents,tags) VALUES (1,1,2,100,NULL,10000,'a,b'),(1,2,3,NULL,100,-10000,NULL),(2,1,2,12.34,NULL,1234,''),(2,2,3,NULL,12.34,-1234,'c');
INSERT INTO invoice VALUES (1,'A-1',1,'2024-05-01 10:00:00','2024-05-31',NULL,99.5,NULL,'open',NULL,'8c8a1b5e-5f6d-4f0a-9d1e-0a1b2c3d4e5f'),(2,'A-2',1,'2024-04-01 09:00:00',NULL,'2024-04-20 08:00:00',10,1.5,'paid',x'25',NULL),(3,'A-3',2,'2024-03-01 00:00:00','2024-03-15',NULL,0,0,'open',NULL,NULL);
INSERT INTO budget VALUES (2,1,100),(2,2,NULL),(4,1,50);
INSERT INTO audit(who,what,old,new) VALUES (NULL,'x',1,'a'),('me','y',NULL,2.5);
INSERT INTO sample VALUES ('cpu',1700000000,0.5,1),('cpu',1700000060,NULL,0),('cpu',1700000120,0.75,NULL),('mem',1700000000,1024,1),('a',1,1.5,1);
INSERT INTO series_meta VALUES ('cpu','%','{"host":"a","core":1}',60,0,1),('mem',NULL,'{}',NULL,NULL,NULL),('disk','B','{"host":null}',300,0,NULL);

-- name: CompanyByName :many
-- params: name NVARCHAR
-- columns: CompanyId INTEGER!, Name NVARCHAR!, VatNo NVARCHAR?
SELECT "CompanyId", [Name], `VatNo` FROM "Company" WHERE "Name" = :name COLLATE NOCASE;
-- name: NewCompany :one
-- params: Name NVARCHAR, VatNo NVARCHAR?, Founded DATE?
-- columns: id INTEGER!, Name NVARCHAR!
INSERT INTO Company (Name, VatNo, Founded) VALUES (?, ?, ?) RETURNING CompanyId AS id, Name;
-- name: RateOn :one
-- params: code CHAR, day DATE
-- columns: rate DECIMAL!
SELECT rate FROM fx_rate WHERE code = ? AND day <= ? ORDER BY day DESC LIMIT 1;
-- name: RateExact :one
-- params: code CHAR, day DATE
-- columns: rate DECIMAL!, inverse INTEGER | REAL?, r2 REAL!
SELECT rate, 1 / rate AS inverse, round(rate, 2) AS r2 FROM fx_rate WHERE code = :code AND day = :day;
-- name: UpsertRates :exec
-- params: code CHAR, day DATE, rate DECIMAL
INSERT INTO fx_rate (code, day, rate) VALUES (?, ?, ?) ON CONFLICT (code, day) DO UPDATE SET rate = excluded.rate WHERE excluded.rate <> fx_rate.rate;
-- name: ChartOfAccounts :many
-- columns: label TEXT!, path TEXT!, level INTEGER!
WITH RECURSIVE chart AS (
  SELECT id, number, name, 0 AS level, CAST(number AS TEXT) AS path FROM account WHERE parent_id IS NULL
  UNION ALL
  SELECT a.id, a.number, a.name, c.level + 1, c.path || '>' || a.number FROM account a JOIN chart c ON a.parent_id = c.id
  ORDER BY 4 DESC
) SELECT substr('..........', 1, level * 3) || name AS label, path, level FROM chart;
-- name: Balances :many
-- columns: id INTEGER!, number TEXT!, name TEXT!, kind TEXT!, balance INTEGER | REAL!, movements INTEGER!, last_movement DATE?
SELECT * FROM v_balance WHERE balance <> 0 ORDER BY number;
-- name: BalanceOf :one
-- params: account_id INTEGER
-- columns: balance INTEGER | REAL!, last_movement DATE?
SELECT balance, last_movement FROM v_balance WHERE id = :account_id;
-- name: KindTotals :many
-- columns: kind TEXT!, n INTEGER!, total INTEGER | REAL!
SELECT kind, n, total FROM v_kinds;
-- name: TrialBalance :one
-- columns: debits INTEGER | REAL?, credits INTEGER | REAL?, balanced INTEGER?, zero REAL!
SELECT sum(debit) AS debits, sum(credit) AS credits, sum(debit) = sum(credit) AS balanced, total(net) AS zero FROM line;
-- name: MonthlyPnl :many
-- params: from_ DATE, to DATE
-- columns: month TEXT?, income INTEGER!, expense INTEGER?, assets INTEGER?
SELECT strftime('%Y-%m', j.posted_on) AS month, sum(CASE WHEN a.kind = 'income' THEN -l.cents ELSE 0 END) AS income, sum(CASE a.kind WHEN 'expense' THEN l.cents END) AS expense, sum(l.cents) FILTER (WHERE a.kind = 'asset') AS assets FROM line l JOIN account a ON a.id = l.account_id JOIN journal j ON j.id = l.journal_id WHERE j.posted_on BETWEEN :from AND :to GROUP BY month HAVING count(*) > 0 ORDER BY month;
-- name: Ledger :many
-- params: account_id INTEGER
-- columns: posted_on DATE!, memo VARCHAR?, debit NUMERIC?, credit NUMERIC?, running INTEGER | REAL!
SELECT j.posted_on, j.memo, l.debit, l.credit, sum(l.net) OVER (PARTITION BY l.account_id ORDER BY j.posted_on, l.seq) AS running FROM line l JOIN journal j ON j.id = l.journal_id WHERE l.account_id = ? ORDER BY 1, l.seq;
-- name: LineView :many
-- columns: journal_id INTEGER!, seq INTEGER!, account_id INTEGER!, debit NUMERIC?, credit NUMERIC?, cents INTEGER!, tags TEXT?, net INTEGER | REAL!, posted_on DATE!, memo VARCHAR?, number TEXT!, account TEXT!
SELECT * FROM v_line;
-- name: LineViewSome :many
-- params: posted_on DATE, tags TEXT
-- columns: account TEXT!, net INTEGER | REAL!, t TEXT!
SELECT account, net, typeof(net) AS t FROM v_line WHERE posted_on >= ? AND tags LIKE '%' || ? || '%';
-- name: PostJournal :one
-- params: posted_on DATE, memo VARCHAR?, ref TEXT?
-- columns: id INTEGER!, fiscal_year INTEGER?, created_at TIMESTAMP!
INSERT INTO journal (posted_on, memo, ref) VALUES (:posted_on, :memo, :ref) RETURNING id, fiscal_year, created_at;
-- name: NextSeq :one
-- params: journal_id INTEGER
-- columns: next INTEGER!
SELECT coalesce(max(seq), 0) + 1 AS next FROM line WHERE journal_id = ?;
-- name: UnlockedJournals :many
-- columns: id INTEGER!, posted_on DATE!
SELECT id, posted_on FROM journal WHERE locked IS FALSE;
-- name: ToggleLock :one
-- params: id INTEGER
-- columns: locked BOOLEAN!, id INTEGER!
UPDATE journal SET locked = NOT locked WHERE id = ? RETURNING locked, id;
-- name: FiscalYears :many
-- columns: fiscal_year INTEGER?
SELECT DISTINCT fiscal_year FROM journal ORDER BY fiscal_year DESC;
-- name: JournalWithLines :many
-- columns: id INTEGER!, lines JSON!
SELECT j.id, json_group_array(json_object('seq', l.seq, 'account', l.account_id, 'net', l.net)) AS lines FROM journal j LEFT JOIN line l ON l.journal_id = j.id GROUP BY j.id;
-- name: JournalLinesFiltered :many
-- columns: id INTEGER!, seqs JSON!, accounts TEXT?
SELECT j.id, json_group_array(l.seq) FILTER (WHERE l.seq IS NOT NULL) AS seqs, group_concat(DISTINCT l.account_id) AS accounts FROM journal j LEFT JOIN line l ON l.journal_id = j.id GROUP BY j.id;
-- name: SourceTags :many
-- columns: id INTEGER!, value INTEGER | REAL | TEXT?
SELECT j.id, t.value FROM journal j, json_each(j.source, '$.tags') t WHERE j.source IS NOT NULL AND json_valid(j.source);
-- name: SourceArrow :many
-- columns: id INTEGER!, first_json JSON?, first_text INTEGER | REAL | TEXT?, a_json JSON?, a_type TEXT?, t TEXT?
SELECT id, source -> 'tags' -> 0 AS first_json, source ->> '$.tags[0]' AS first_text, source -> '$.a' AS a_json, json_type(source, '$.a') AS a_type, json_type(source) AS t FROM journal;
-- name: SplitTags :many
-- columns: jid INTEGER!, seq INTEGER!, tag TEXT!
WITH RECURSIVE split(jid, seq, tag, rest) AS (
  SELECT journal_id, seq, NULL, tags || ',' FROM line WHERE tags <> ''
  UNION ALL
  SELECT jid, seq, substr(rest, 1, instr(rest, ',') - 1), substr(rest, instr(rest, ',') + 1) FROM split WHERE rest <> ''
) SELECT jid, seq, tag FROM split WHERE tag IS NOT NULL;
-- name: Overdue :many
-- params: days_late INTEGER
-- columns: id INTEGER!, no TEXT!, company_name NVARCHAR?, days_late INTEGER!
SELECT id, no, company_name, days_late FROM v_overdue WHERE days_late > ?;
-- name: OverdueStar :many
-- columns: id INTEGER!, no TEXT!, company INTEGER!, issued DATETIME!, due DATE?, paid DATETIME?, total REAL!, discount REAL?, status TEXT!, pdf BLOB?, guid GUID?, company_name NVARCHAR?, days_late INTEGER?
SELECT * FROM v_overdue;
-- name: PayThroughView :exec
-- params: id INTEGER
UPDATE v_overdue SET paid = datetime('now') WHERE id = :id;
-- name: InvoiceBuckets :many
-- columns: bucket TEXT!, n INTEGER!, amount REAL!, mean REAL!, spread REAL!
SELECT CASE WHEN paid IS NOT NULL THEN 'paid' WHEN due < date('now', '-30 days') THEN '30+' WHEN due < date('now') THEN 'late' ELSE 'open' END AS bucket, count(*) AS n, sum(total - coalesce(discount, 0)) AS amount, avg(total) AS mean, max(total) - min(total) AS spread FROM invoice GROUP BY bucket;
-- name: InvoiceSearch :many
-- params: no TEXT?, total REAL?, limit INTEGER, offset INTEGER
-- columns: id INTEGER!, no TEXT!, total REAL!
SELECT id, no, total FROM invoice WHERE (?1 IS NULL OR no LIKE ?1) AND (?2 IS NULL OR total >= ?2) ORDER BY issued DESC LIMIT ?3 OFFSET ?4;
-- name: InvoiceDates :many
-- columns: d TEXT?, t TEXT?, deadline TEXT?, epoch TEXT?, ue INTEGER?, days REAL?
SELECT date(issued) AS d, time(issued) AS t, datetime(issued, '+14 days', 'start of day') AS deadline, strftime('%s', issued) AS epoch, unixepoch(issued) AS ue, julianday(due) - julianday(issued) AS days FROM invoice;
-- name: PaySome :many
-- params: at DATETIME?, ids INTEGER*
-- columns: id INTEGER!, paid DATETIME?, status TEXT!
UPDATE invoice SET paid = :at, status = 'paid' WHERE id IN (flash.slice(ids)) AND paid IS NULL RETURNING id, paid, status;
-- name: DeleteDrafts :many
-- columns: no TEXT!
DELETE FROM invoice WHERE status = 'draft' AND pdf IS NULL RETURNING no;
-- name: InvoiceNetOr :many
-- columns: no TEXT!, net REAL!, m REAL?, flag INTEGER!
SELECT no, total * (1 - ifnull(discount, 0.0) / 100) AS net, max(total, discount) AS m, total > 50 AND discount IS NULL AS flag FROM invoice;
-- name: Guids :many
-- columns: guid GUID!, g TEXT!, short TEXT?
SELECT guid, lower(guid) AS g, upper(substr(guid, 1, 8)) AS short FROM invoice WHERE guid IS NOT NULL;
-- name: NextInvoiceNo :one
-- columns: next_no TEXT!
SELECT printf('A-%d', max(CAST(substr(no, 3) AS INTEGER)) + 1) AS next_no FROM invoice;
-- name: InvoiceCompany :many
-- columns: id INTEGER!, no TEXT!, company INTEGER!, issued DATETIME!, due DATE?, paid DATETIME?, total REAL!, discount REAL?, status TEXT!, pdf BLOB?, guid GUID?, CompanyId INTEGER!, Name NVARCHAR!, VatNo NVARCHAR?, Founded DATE?, Logo IMAGE?
SELECT flash.embed(invoice), flash.embed(Company) FROM invoice JOIN Company ON Company.CompanyId = invoice.company;
-- name: CompaniesWithout :many
-- columns: Name NVARCHAR!
SELECT c.Name FROM Company c WHERE NOT EXISTS (SELECT NULL FROM invoice i WHERE i.company = c.CompanyId);
-- name: TopCompanies :many
-- columns: Name NVARCHAR!, revenue REAL!, rk INTEGER!, share REAL?
SELECT c.Name, sum(i.total) AS revenue, rank() OVER (ORDER BY sum(i.total) DESC) AS rk, sum(i.total) / sum(sum(i.total)) OVER () AS share FROM invoice i JOIN Company c ON c.CompanyId = i.company GROUP BY c.CompanyId;
-- name: CompanyRevenue :many
-- columns: CompanyId INTEGER!, Name NVARCHAR!, revenue REAL?, owes INTEGER!
SELECT c.CompanyId, c.Name, (SELECT sum(total) FROM invoice WHERE company = c.CompanyId) AS revenue, (SELECT count(*) FROM invoice WHERE company = c.CompanyId AND paid IS NULL) > 0 AS owes FROM Company c;
-- name: BudgetVsActual :many
-- columns: account_id INT!, month INT!, amount INT?, actual INTEGER!, left INTEGER?
SELECT b.account_id, b.month, b.amount, coalesce(x.actual, 0) AS actual, b.amount - coalesce(x.actual, 0) AS left FROM budget b LEFT JOIN (SELECT account_id, CAST(strftime('%m', posted_on) AS INT) AS month, sum(cents) AS actual FROM v_line GROUP BY 1, 2) x USING (account_id, month);
-- name: BudgetGet :one
-- params: account_id INT, month INT
-- columns: amount INT?
SELECT amount FROM budget WHERE account_id = ? AND month = ?;
-- name: BudgetSet :exec
-- params: account INT, month INT, amount INT?
INSERT OR REPLACE INTO budget VALUES (:account, :month, :amount);
-- name: BudgetPivot :many
-- columns: account_id INT!, jan INT?, feb INT?, mar INTEGER?, year REAL!
SELECT account_id, max(amount) FILTER (WHERE month = 1) AS jan, max(CASE WHEN month = 2 THEN amount END) AS feb, sum(iif(month = 3, amount, 0)) AS mar, total(amount) AS year FROM budget GROUP BY account_id;
-- name: AuditTail :many
-- columns: id INTEGER!, at TEXT?, who TEXT?, what TEXT!, old ANY?, new ANY?
SELECT rowid AS id, at, who, what, old, new FROM audit ORDER BY rowid DESC LIMIT 100;
-- name: AuditAdd :exec
-- params: who TEXT?, what TEXT, old ANY?, new ANY?
INSERT INTO audit (who, what, old, new) VALUES (?, ?, ?, ?);
-- name: AuditDiff :many
-- columns: what TEXT!, changed INTEGER!, any_value ANY?, n ANY!
SELECT what, old IS NOT new AS changed, coalesce(old, new) AS any_value, ifnull(new, 'none') AS n FROM audit;
-- name: AuditTypes :many
-- columns: change TEXT!, n INTEGER!
SELECT typeof(old) || '->' || typeof(new) AS change, count(*) AS n FROM audit GROUP BY 1;
-- name: AuditNum :many
-- columns: num INTEGER | REAL?, r REAL?, b BLOB?, nn NUMERIC?, neg INTEGER | REAL?, s TEXT?
SELECT old + 0 AS num, CAST(old AS REAL) AS r, CAST(new AS BLOB) AS b, CAST(old AS NUMERIC) AS nn, -new AS neg, old || '' AS s FROM audit;
-- name: Bucketed :many
-- params: series TEXT, since INTEGER, until INTEGER
-- columns: bucket INTEGER!, mean REAL?, lo REAL?, hi REAL?, n INTEGER!
SELECT ts / 300 * 300 AS bucket, avg(value) AS mean, min(value) AS lo, max(value) AS hi, count(value) AS n FROM sample WHERE series = :series AND ts >= :since AND ts < :until GROUP BY bucket ORDER BY bucket;
-- name: BucketsOfNumber :many
-- params: width INTEGER
-- columns: bucket INTEGER?, sum_value REAL!
SELECT CAST(ts / :width AS INTEGER) * :width AS bucket, total(value) AS sum_value FROM sample GROUP BY 1;
-- name: LatestPerSeries :many
-- columns: series TEXT!, ts INTEGER!, value REAL?
SELECT s.series, s.ts, s.value FROM sample s WHERE s.ts = (SELECT max(ts) FROM sample WHERE series = s.series);
-- name: LatestBare :many
-- columns: series TEXT!, ts INTEGER!, value REAL?, quality INT?
SELECT series, max(ts) AS ts, value, quality FROM sample GROUP BY series;
-- name: MovingAverage :many
-- columns: series TEXT!, ts INTEGER!, ma REAL?, n INTEGER!, t0 INTEGER!
SELECT series, ts, avg(value) OVER w AS ma, count(*) OVER w AS n, min(ts) OVER w AS t0 FROM sample WINDOW w AS (PARTITION BY series ORDER BY ts ROWS BETWEEN 4 PRECEDING AND CURRENT ROW);
-- name: RangeWindow :many
-- params: series TEXT
-- columns: ts INTEGER!, two_min REAL?, c INTEGER!
SELECT ts, sum(value) OVER (ORDER BY ts RANGE BETWEEN 120 PRECEDING AND CURRENT ROW) AS two_min, count(*) OVER (ORDER BY ts RANGE BETWEEN 60 PRECEDING AND 60 FOLLOWING EXCLUDE TIES) AS c FROM sample WHERE series = ?;
-- name: GroupsWindow :many
-- columns: ts INTEGER!, q INTEGER?, before INTEGER?
SELECT ts, sum(quality) OVER (ORDER BY ts GROUPS BETWEEN 1 PRECEDING AND 1 FOLLOWING EXCLUDE GROUP) AS q, max(ts) OVER (ORDER BY ts GROUPS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS before FROM sample;
-- name: Rate :many
-- columns: series TEXT!, ts INTEGER!, rate REAL?, dt INTEGER!
SELECT series, ts, (value - lag(value) OVER w) / (ts - lag(ts) OVER w) AS rate, lead(ts, 1, ts) OVER w - ts AS dt FROM sample WINDOW w AS (PARTITION BY series ORDER BY ts);
-- name: GapFill :many
-- params: start INTEGER | REAL, step INTEGER | REAL, stop INTEGER | REAL, series TEXT
-- columns: t INTEGER | REAL!, value REAL?
WITH RECURSIVE grid(t) AS (SELECT :start UNION ALL SELECT t + :step FROM grid WHERE t + :step < :stop)
SELECT g.t, s.value FROM grid g LEFT JOIN sample s ON s.ts = g.t AND s.series = :series;
-- name: Counter :many
-- columns: x INTEGER!, sq INTEGER!, even INTEGER!, third REAL!
WITH RECURSIVE c(x) AS (VALUES (1) UNION ALL SELECT x + 1 FROM c WHERE x < 10) SELECT x, x * x AS sq, x % 2 = 0 AS even, 1.0 * x / 3 AS third FROM c;
-- name: Fib :many
-- columns: n INTEGER!, a INTEGER!
WITH RECURSIVE fib(n, a, b) AS (SELECT 0, 0, 1 UNION ALL SELECT n + 1, b, a + b FROM fib LIMIT 20) SELECT n, a FROM fib;
-- name: Percentile :one
-- params: series TEXT
-- columns: value REAL!
SELECT value FROM sample WHERE series = :series AND value IS NOT NULL ORDER BY value LIMIT 1 OFFSET (SELECT count(*) FROM sample WHERE series = :series AND value IS NOT NULL) * 95 / 100;
-- name: Variance :one
-- columns: var REAL?, dev REAL?, n INTEGER!
SELECT avg(value * value) - avg(value) * avg(value) AS var, sqrt(avg(value * value) - avg(value) * avg(value)) AS dev, count(*) AS n FROM sample;
-- name: Labels :many
-- columns: series TEXT!, key INTEGER | TEXT?, value INTEGER | REAL | TEXT?, type TEXT!
SELECT m.series, l.key, l.value, l.type FROM series_meta m, json_each(m.labels) l;
-- name: LabelFilter :many
-- params: host INTEGER | REAL | TEXT, core INTEGER | REAL | TEXT
-- columns: series TEXT!, unit TEXT?
SELECT series, unit FROM series_meta WHERE labels ->> '$.host' = :host AND json_extract(labels, '$.core') > :core;
-- name: MetaNormalised :many
-- columns: series TEXT!, norm REAL?, unit TEXT!
SELECT s.series, (s.value - m.lo) / nullif(m.hi - m.lo, 0) AS norm, coalesce(m.unit, '?') AS unit FROM sample s JOIN series_meta m USING (series) WHERE m.hi IS NOT NULL AND m.lo IS NOT NULL;
-- name: MetaFull :many
-- columns: series TEXT!, unit TEXT?, n INTEGER?
SELECT series, m.unit, s.n FROM series_meta m FULL JOIN (SELECT series, count(*) AS n FROM sample GROUP BY series) s USING (series);
-- name: MetaRight :many
-- columns: ms TEXT?, ss TEXT!, ts INTEGER!
SELECT m.series AS ms, s.series AS ss, s.ts FROM series_meta m RIGHT JOIN sample s ON s.series = m.series;
-- name: MetaNatural :many
-- columns: series TEXT!, unit TEXT?, ts INTEGER?
SELECT series, unit, ts FROM series_meta NATURAL LEFT JOIN sample;
-- name: WriteSamples :batchexec
-- params: series TEXT, ts INTEGER, value REAL?, quality INT?
INSERT INTO sample (series, ts, value, quality) VALUES (?, ?, ?, ?) ON CONFLICT (series, ts) DO UPDATE SET value = excluded.value, quality = max(quality, excluded.quality);
-- name: CopySamples :copyfrom
-- params: series TEXT, ts INTEGER, value REAL?
INSERT INTO sample (series, ts, value) VALUES (?, ?, ?);
-- name: PruneSamples :execrows
-- params: keep TEXT
DELETE FROM sample WHERE ts < unixepoch('now', :keep) OR series NOT IN (SELECT series FROM series_meta);
-- name: DownSample :execrows
-- params: series TEXT
INSERT INTO sample (series, ts, value) SELECT series || ':5m', ts - ts % 300, avg(value) FROM sample WHERE series = :series GROUP BY ts - ts % 300 ON CONFLICT DO UPDATE SET value = excluded.value;
-- name: StreamSamples :iter
-- params: series TEXT
-- columns: ts INTEGER!, value REAL?
SELECT ts, value FROM sample WHERE series = ? ORDER BY ts;
-- name: NullOrder :many
-- columns: series TEXT!, value REAL?
SELECT series, value FROM sample ORDER BY value ASC NULLS FIRST, quality DESC NULLS LAST LIMIT 3, 5;
-- name: CompoundAll :many
-- columns: number TEXT!, name TEXT!
SELECT number, name FROM account WHERE kind = 'asset' UNION SELECT no, status FROM invoice INTERSECT SELECT number, name FROM account EXCEPT SELECT 'x', 'y' ORDER BY number;
-- name: CompoundNum :many
-- columns: k INTEGER!, v NUMERIC?
SELECT id AS k, opening AS v FROM account UNION ALL SELECT seq, debit FROM line UNION ALL SELECT 0, 1.5;
-- name: CompoundDate :many
-- columns: d DATE?, src TEXT!
SELECT posted_on AS d, 'j' AS src FROM journal UNION ALL SELECT due, 'i' FROM invoice;
-- name: SubqueryFrom :many
-- columns: kind TEXT!, n INTEGER!
SELECT x.kind, x.n FROM (SELECT kind, count(*) AS n FROM account GROUP BY kind) AS x WHERE x.n > (SELECT avg(n) FROM (SELECT count(*) AS n FROM account GROUP BY kind));
-- name: DupStar :many
-- columns: id INTEGER!, number TEXT!, name TEXT!, kind TEXT!, parent_id INTEGER?, currency CHAR?, opened DATE!, closed DATE?, is_group BOOLEAN!, sort_key BIGINT?, opening NUMERIC!, code CHAR?, name TEXT?, decimals SMALLINT?
SELECT * FROM account a LEFT JOIN currency c ON c.code = a.currency;
-- name: StarPlus :many
-- columns: id INTEGER!, number TEXT!, name TEXT!, kind TEXT!, parent_id INTEGER?, currency CHAR!, opened DATE!, closed DATE?, is_group BOOLEAN!, sort_key BIGINT?, opening NUMERIC!, decimals SMALLINT!, one INTEGER!
SELECT a.*, c.decimals, 1 AS one FROM account a LEFT JOIN currency c ON c.code = a.currency WHERE c.code IS NOT NULL;
-- name: InList :many
-- params: kind TEXT, id INTEGER, id_2 INTEGER
-- columns: id INTEGER!
SELECT id FROM account WHERE kind IN ('asset', 'equity', ?) AND id NOT IN (?, ?);
-- name: InTable :many
-- columns: code CHAR!
SELECT code FROM currency WHERE code IN codes_in_use ORDER BY 1;
-- name: InCte :many
-- columns: code CHAR!, is_used INTEGER?
WITH used(code) AS (SELECT DISTINCT currency FROM account) SELECT code, code IN used AS is_used FROM currency;
-- name: CaseOperand :many
-- columns: number TEXT!, sign INTEGER?, op NUMERIC?
SELECT number, CASE kind WHEN 'asset' THEN 1 WHEN 'income' THEN -1 END AS sign, CASE WHEN is_group THEN NULL ELSE opening END AS op FROM account;
-- name: BoolExpr :many
-- columns: number TEXT!, open_group INTEGER!, g INTEGER!, leaf INTEGER!, eq INTEGER!
SELECT number, is_group AND closed IS NULL AS open_group, is_group OR 0 AS g, NOT is_group AS leaf, (closed IS NULL) = is_group AS eq FROM account;
-- name: BitOps :one
-- columns: a INTEGER!, o INTEGER!, n INTEGER!, l INTEGER!, r INTEGER!, p INTEGER!, m INTEGER!, ne INTEGER!, ee INTEGER!
SELECT 5 & 3 AS a, 5 | 3 AS o, ~5 AS n, 1 << 4 AS l, 256 >> 2 AS r, +5 AS p, - 5 AS m, 5 <> 3 AS ne, 5 == 5 AS ee;
-- name: StrFns :one
-- params: new TEXT
-- columns: u TEXT!, t TEXT!, lt TEXT!, r TEXT!, s TEXT!, i INTEGER!, c TEXT!, un INTEGER!, h TEXT!, q TEXT!, l INTEGER!, cc TEXT!
SELECT upper('a') AS u, trim('  x ') AS t, ltrim('xxa', 'x') AS lt, replace('abc', 'b', ?) AS r, substr('hello', -3, 2) AS s, instr('abc', 'c') AS i, char(65, 66) AS c, unicode('a') AS un, hex('a') AS h, quote('it''s') AS q, length('abc') AS l, 'a' || 'b' || 1 AS cc;
-- name: ScalarMinMax :many
-- columns: m NUMERIC?, n NUMERIC!
SELECT max(debit, credit, 0) AS m, min(coalesce(debit, 0), 5) AS n FROM line;
-- name: DateConst :one
-- columns: d TEXT!, eom TEXT!, x TEXT!, t TEXT!, l TEXT!, ts TEXT!, cd TEXT!, no TEXT?
SELECT date('now') AS d, date('now', 'start of month', '+1 month', '-1 day') AS eom, datetime('2024-01-31', '+1 month') AS x, time('12:00') AS t, strftime('%Y-%m-%d', 'now', 'localtime') AS l, CURRENT_TIMESTAMP AS ts, current_date AS cd, date('nonsense') AS no;
-- name: RandomOne :one
-- columns: CompanyId INTEGER!, Name NVARCHAR!, VatNo NVARCHAR?, Founded DATE?, Logo IMAGE?
SELECT * FROM company ORDER BY random() LIMIT 1;
-- name: LikeEscape :many
-- params: pat TEXT, glob TEXT
-- columns: name TEXT!
SELECT name FROM account WHERE name LIKE :pat ESCAPE '!' OR number GLOB :glob;
-- name: IsNullForms :many
-- columns: number TEXT!
SELECT number FROM account WHERE parent_id ISNULL AND closed NOTNULL OR sort_key NOT NULL;
-- name: UpdateMany :execrows
-- params: name TEXT, currency CHAR?, sort_key BIGINT?, id INTEGER
UPDATE account SET (name, currency) = (:name, :currency), sort_key = coalesce(:sort_key, sort_key) WHERE id = :id;
-- name: UpdateSub :execrows
-- params: kind TEXT
UPDATE account SET opening = (SELECT b.balance FROM v_balance b WHERE b.id = account.id), closed = NULL WHERE kind = :kind;
-- name: UpdateOr :execrows
-- params: ref TEXT?, id INTEGER
UPDATE OR IGNORE journal SET ref = ? WHERE id = ?;
-- name: UpdateFromCte :execrows
WITH s AS (SELECT company, sum(total) AS t FROM invoice GROUP BY company) UPDATE Company SET VatNo = printf('%.2f', s.t) FROM s WHERE s.company = Company.CompanyId;
-- name: InsertSelectReturning :many
-- params: company INTEGER
-- columns: id INTEGER!, memo VARCHAR?, fiscal_year INTEGER?, locked BOOLEAN!
INSERT INTO journal (posted_on, memo) SELECT date(issued), 'invoice ' || no FROM invoice WHERE company = ? RETURNING id, memo, fiscal_year, locked;
-- name: DeleteCte :execrows
-- params: fiscal_year INTEGER
WITH old AS (SELECT id FROM journal WHERE fiscal_year < ?) DELETE FROM line WHERE journal_id IN (SELECT id FROM old);
-- name: Closest :one
-- params: ts INTEGER
-- columns: series TEXT?, dist INTEGER?, ts INTEGER?
SELECT series, min(abs(ts - ?)) AS dist, ts FROM sample;
-- name: SumOfEmpty :one
-- params: a INT
-- columns: s INTEGER?, s0 INTEGER!, m INT?, g TEXT?
SELECT sum(amount) AS s, coalesce(sum(amount), 0) AS s0, max(month) AS m, group_concat(amount, ';') AS g FROM budget WHERE account_id = :a;
