-- A value gets another name: rows, key, default, order of the values and what is generated follow.
-- before
CREATE TABLE orders (
    id int PRIMARY KEY,
    status enum('new','open','done') NOT NULL DEFAULT 'open' COMMENT 'it''s',
    is_open tinyint(1) AS (status = 'open') STORED,
    changed timestamp NOT NULL DEFAULT current_timestamp() ON UPDATE current_timestamp(),
    CONSTRAINT known CHECK (status IN ('new', 'open', 'done')),
    CHECK (status <> 'new' OR id < 1000),
    KEY by_status (status, id),
    KEY by_open (is_open)
);
-- rows
INSERT INTO orders (id, status, changed) VALUES (1, 'open', '2020-01-01'), (2, 'done', '2020-01-02'), (3, 'new', '2020-01-03');
-- after
CREATE TABLE orders (
    id int PRIMARY KEY,
    status enum(
        'new',
        'in progress', -- @renamed from=open
        'done'
    ) NOT NULL DEFAULT 'in progress' COMMENT 'it''s',
    is_open tinyint(1) AS (status = 'in progress') STORED,
    changed timestamp NOT NULL DEFAULT current_timestamp() ON UPDATE current_timestamp(),
    CONSTRAINT known CHECK (status IN ('new', 'in progress', 'done')),
    CHECK (status <> 'new' OR id < 1000),
    KEY by_status (status, id),
    KEY by_open (is_open)
);
-- moved
SELECT id, status + 0, is_open, changed, IF(status = 'open', 'yes', status) FROM orders;
SELECT id, status + 0, is_open, changed, IF(status = 'in progress', 'yes', status) FROM orders;
