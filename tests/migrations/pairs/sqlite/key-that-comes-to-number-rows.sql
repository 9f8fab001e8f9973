-- before
CREATE TABLE account (id INT PRIMARY KEY, name TEXT);
CREATE TABLE entry (id INTEGER PRIMARY KEY, account INT REFERENCES account (id));

-- rows
INSERT INTO account VALUES (NULL, 'none'), (NULL, 'none'), (1, 'one'), (10, 'ten');
INSERT INTO entry VALUES (1, 10), (2, 1), (3, NULL);

-- after
CREATE TABLE account (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT);
CREATE TABLE entry (id INTEGER PRIMARY KEY, account INT REFERENCES account (id));

-- moved
SELECT coalesce(id, row_number() OVER (ORDER BY id IS NOT NULL) + 10), name FROM account;
SELECT id, name FROM account;
SELECT entry.id, name FROM entry JOIN account ON account.id = entry.account;
SELECT entry.id, name FROM entry JOIN account ON account.id = entry.account;
