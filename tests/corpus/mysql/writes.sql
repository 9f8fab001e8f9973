-- Changing rows, in the ways MariaDB has for it.
CREATE TABLE accounts (
    id INT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    owner VARCHAR(80) NOT NULL,
    balance DECIMAL(14, 2) NOT NULL DEFAULT 0,
    kind ENUM('private', 'business') NOT NULL DEFAULT 'private',
    options SET('paperless', 'premium') NOT NULL DEFAULT '',
    active BOOLEAN NOT NULL DEFAULT TRUE,
    data JSON,
    photo BLOB,
    opened DATE NOT NULL DEFAULT (CURRENT_DATE),
    closed DATETIME,
    UNIQUE KEY (owner)
);
CREATE TABLE transfers (
    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    source_id INT,
    target_id INT NOT NULL,
    amount DECIMAL(14, 2) NOT NULL,
    fee DECIMAL(6, 2) NOT NULL DEFAULT 0.10,
    total DECIMAL(16, 2) AS (amount + fee) VIRTUAL,
    memo TEXT,
    at DATETIME(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6)
);
CREATE TABLE counters (name VARCHAR(40) NOT NULL PRIMARY KEY, hits INT NOT NULL DEFAULT 0, seen TIMESTAMP NULL);
CREATE TABLE archive LIKE transfers;
CREATE TABLE `odd names` (`the key` INT PRIMARY KEY, `select` VARCHAR(10), `a``b` INT);
CREATE TABLE vault (id INT AUTO_INCREMENT PRIMARY KEY, owner VARCHAR(80) NOT NULL, Secret VARCHAR(20) INVISIBLE, size INT AS (LENGTH(owner)), tag INT NOT NULL DEFAULT 3 INVISIBLE);
CREATE SEQUENCE tickets START WITH 100;

-- name: Insert :exec
INSERT INTO accounts (owner, balance) VALUES (?, ?);

-- name: InsertNamed :execlastid
INSERT INTO accounts (owner, kind, active, data) VALUES (:owner, :kind, :active, :data);

-- name: InsertSeveral :execrows
INSERT INTO counters (name, hits) VALUES ('a', 1), (?, ?), ('c', DEFAULT);

-- name: InsertNoColumns :exec
INSERT INTO counters VALUES (?, ?, ?);

-- name: InsertEmpty :execlastid
INSERT INTO accounts () VALUES ();

-- name: InsertValueWord :exec
INSERT accounts (owner) VALUE (:owner);

-- name: InsertSet :execlastid
INSERT INTO accounts SET owner = :p1, balance = balance + :extra, kind = DEFAULT;

-- name: InsertSelect :execrows
INSERT INTO archive (source_id, target_id, amount) SELECT source_id, target_id, amount FROM transfers WHERE at < :before;

-- name: InsertSelectParameter :execrows
INSERT INTO counters (name, hits) SELECT :name, COUNT(*) FROM transfers;

-- name: InsertIgnore :execrows
INSERT IGNORE INTO counters (name) VALUES (?);

-- name: InsertDelayedWords :exec
INSERT LOW_PRIORITY INTO counters (name) VALUES (?);

-- name: InsertDefaultFunction :exec
INSERT INTO counters (name, hits, seen) VALUES (?, DEFAULT(hits), NOW());

-- name: InsertWithSubquery :exec
INSERT INTO transfers (source_id, target_id, amount) VALUES ((SELECT id FROM accounts WHERE owner = :from_owner), (SELECT id FROM accounts WHERE owner = :to_owner), :amount);

-- name: Upsert :exec
INSERT INTO counters (name, hits) VALUES (?, 1) ON DUPLICATE KEY UPDATE hits = hits + 1;

-- name: UpsertValues :exec
INSERT INTO counters (name, hits, seen) VALUES (:name, :hits, NOW()) ON DUPLICATE KEY UPDATE hits = hits + VALUES(hits), seen = VALUES(seen);

-- name: UpsertValueFunction :exec
INSERT INTO counters (name, hits) VALUES (:name, :hits) ON DUPLICATE KEY UPDATE hits = GREATEST(hits, VALUE(hits)), seen = :seen;

-- name: UpsertLastId :execlastid
INSERT INTO accounts (owner, balance) VALUES (:owner, :balance) ON DUPLICATE KEY UPDATE id = LAST_INSERT_ID(id), balance = balance + :balance;

-- name: UpsertSelect :execrows
INSERT INTO counters (name, hits) SELECT a.owner, COUNT(t.id) FROM accounts a JOIN transfers t ON t.target_id = a.id GROUP BY a.owner ON DUPLICATE KEY UPDATE hits = VALUES(hits), seen = CURRENT_TIMESTAMP;

-- name: InsertReturning :one
INSERT INTO accounts (owner) VALUES (?) RETURNING id;

-- name: InsertReturningStar :one
INSERT INTO accounts (owner, kind) VALUES (:owner, :kind) RETURNING *;

-- name: InsertReturningMany :many
INSERT INTO transfers (target_id, amount) VALUES (1, ?), (2, ?) RETURNING id, total, amount * 2 AS twice, UPPER(memo), at;

-- name: InsertReturningSelect :many
INSERT INTO archive (target_id, amount) SELECT target_id, amount FROM transfers RETURNING id, amount;

-- name: InsertIgnoreReturning :one
INSERT IGNORE INTO counters (name) VALUES (?) RETURNING name, hits;

-- name: UpsertReturning :one
INSERT INTO counters (name, hits) VALUES (?, ?) ON DUPLICATE KEY UPDATE hits = hits + 1 RETURNING hits;

-- name: InsertSetReturning :one
INSERT INTO counters SET name = :name RETURNING name, hits, seen;

-- name: Replace :exec
REPLACE INTO counters (name, hits) VALUES (?, ?);

-- name: ReplaceSet :execrows
REPLACE counters SET name = :name, hits = :hits;

-- name: ReplaceSelect :execrows
REPLACE INTO counters (name, hits) SELECT owner, id FROM accounts;

-- name: ReplaceReturning :one
REPLACE INTO counters (name, hits) VALUES (:name, :hits) RETURNING *;

-- name: Update :execrows
UPDATE accounts SET balance = balance + ? WHERE id = ?;

-- name: UpdateSeveral :exec
UPDATE accounts SET owner = :owner, kind = :kind, options = :options, closed = :closed, data = :data WHERE id = :id;

-- name: UpdateKeep :exec
UPDATE accounts SET owner = COALESCE(:owner, owner), closed = IFNULL(:closed, closed) WHERE id = :id;

-- name: UpdateDefault :exec
UPDATE accounts SET balance = DEFAULT, kind = DEFAULT(kind), closed = NULL WHERE id = ?;

-- name: UpdateOrdered :execrows
UPDATE accounts SET active = FALSE WHERE balance < :least ORDER BY opened LIMIT :n;

-- name: UpdateIgnore :execrows
UPDATE IGNORE counters SET name = UPPER(name);

-- name: UpdateQualified :execrows
UPDATE accounts SET accounts.balance = 0 WHERE accounts.id = ?;

-- name: UpdateAlias :execrows
UPDATE accounts AS a SET a.balance = a.balance * :factor WHERE a.kind = 'business';

-- name: UpdateJoin :execrows
UPDATE accounts a JOIN transfers t ON t.target_id = a.id SET a.balance = a.balance + t.amount, t.memo = 'booked' WHERE t.id = ?;

-- name: UpdateLeftJoin :execrows
UPDATE accounts a LEFT JOIN transfers t ON t.source_id = a.id SET a.active = :active WHERE t.id IS NULL;

-- name: UpdateComma :execrows
UPDATE accounts, counters SET accounts.balance = counters.hits, hits = :hits WHERE accounts.owner = counters.name;

-- name: UpdateDerived :execrows
UPDATE accounts a JOIN (SELECT target_id, SUM(amount) AS s FROM transfers GROUP BY target_id) x ON x.target_id = a.id SET a.balance = x.s;

-- name: UpdateSubquery :execrows
UPDATE accounts SET balance = (SELECT IFNULL(SUM(amount), 0) FROM transfers WHERE target_id = accounts.id) WHERE id IN (flash.slice(ids));

-- name: UpdateCase :execrows
UPDATE accounts SET kind = CASE WHEN balance > :limit THEN 'business' ELSE kind END;

-- name: UpdateJson :execrows
UPDATE accounts SET data = JSON_SET(data, '$.seen', :seen) WHERE JSON_EXTRACT(data, '$.level') > :p1;

-- name: Delete :execrows
DELETE FROM accounts WHERE id = ?;

-- name: DeleteAll :execrows
DELETE FROM counters;

-- name: DeleteOrdered :execrows
DELETE FROM transfers WHERE at < :before ORDER BY at LIMIT 100;

-- name: DeleteModifiers :execrows
DELETE LOW_PRIORITY QUICK IGNORE FROM counters WHERE hits = 0;

-- name: DeleteReturning :many
DELETE FROM transfers WHERE target_id = ? RETURNING id, amount, memo;

-- name: DeleteReturningStar :one
DELETE FROM counters WHERE name = :name RETURNING *;

-- name: DeleteMulti :execrows
DELETE t FROM transfers t JOIN accounts a ON a.id = t.target_id WHERE a.closed < :before;

-- name: DeleteMultiTwo :execrows
DELETE a, t FROM accounts a INNER JOIN transfers t ON t.target_id = a.id WHERE a.id = ?;

-- name: DeleteUsing :execrows
DELETE FROM t, a USING transfers t JOIN accounts a ON a.id = t.source_id WHERE a.owner = ?;

-- name: DeleteMultiLeft :execrows
DELETE accounts FROM accounts LEFT JOIN transfers ON transfers.target_id = accounts.id WHERE transfers.id IS NULL;

-- name: DeleteMultiStar :execrows
DELETE transfers.* FROM transfers, accounts WHERE transfers.target_id = accounts.id AND accounts.active = :active;

-- name: DeleteSlice :execrows
DELETE FROM transfers WHERE id IN (flash.slice(ids)) LIMIT 5;

-- name: OddNames :many
-- columns: the key!, select!, a`b?
SELECT `the key`, `select`, `a``b` FROM `odd names` WHERE `select` = :value;

-- name: OddInsert :exec
INSERT INTO `odd names` (`the key`, `select`) VALUES (?, ?);

-- name: NextTicket :one
-- columns: ticket!
SELECT NEXT VALUE FOR tickets AS ticket;

-- name: NextTicketFunction :one
-- columns: NEXTVAL(tickets)!, LASTVAL(tickets)?
SELECT NEXTVAL(tickets), LASTVAL(tickets);

-- name: InsertTicket :exec
INSERT INTO counters (name, hits) VALUES (:name, NEXTVAL(tickets));

-- name: InsertVariables :exec
INSERT INTO counters (name, hits) VALUES (:name, LAST_INSERT_ID());

-- name: InsertCast :exec
INSERT INTO transfers (target_id, amount, memo) VALUES (CAST(:target AS SIGNED), ROUND(:amount, 2), CONCAT(:memo, '!'));

-- name: InsertFunctions :exec
INSERT INTO accounts (owner, opened, photo) VALUES (UPPER(?), STR_TO_DATE(?, '%d.%m.%Y'), FROM_BASE64(?));

-- name: LastId :one
SELECT LAST_INSERT_ID() AS id;

-- name: StarSkipsInvisible :many
-- columns: id!, owner!, size?, secret?
SELECT *, v.secret FROM vault v WHERE tag > ?;

-- name: InvisibleTakesNoValue :exec
-- params: owner varchar
INSERT INTO vault VALUES (NULL, ?, DEFAULT);

-- name: InvisibleByName :one
-- params: owner varchar, Secret varchar?
-- columns: id!, owner!, size?, tag!
INSERT INTO vault (owner, secret) VALUES (?, ?) RETURNING *, tag;

-- name: GeneratedIgnored :exec
INSERT IGNORE INTO vault (owner, size) VALUES (?, 5);
