-- before
CREATE TABLE accounts (id int PRIMARY KEY, owner int NOT NULL, balance numeric, closed bool NOT NULL);
CREATE VIEW active WITH (check_option = local) AS SELECT id, owner, balance FROM accounts WHERE NOT closed;
CREATE VIEW rich AS SELECT owner, sum(balance) AS total FROM active GROUP BY owner;
CREATE VIEW waiting AS SELECT id, owner, balance FROM accounts;
-- rows
INSERT INTO accounts VALUES (1, 2, 3.5, false);
-- after
CREATE TABLE accounts (
    id int PRIMARY KEY,
    owner int NOT NULL,
    balance numeric,
    is_closed bool NOT NULL -- @renamed from=closed
);
-- flash:rename active live_accounts
CREATE VIEW live_accounts WITH (check_option = local) AS SELECT id, owner, balance FROM accounts WHERE NOT is_closed;
CREATE VIEW rich AS SELECT owner, sum(balance) AS total FROM live_accounts GROUP BY owner;
-- flash:rename waiting queued
CREATE VIEW queued AS SELECT id, owner FROM accounts;
