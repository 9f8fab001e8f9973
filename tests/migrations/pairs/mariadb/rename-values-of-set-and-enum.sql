-- Several values at once, beside a renamed column and table, one of them only in its capitals.
-- before
CREATE TABLE people (
    id int PRIMARY KEY,
    rights set('read','write','own') NOT NULL DEFAULT 'read,write',
    kind enum('guest','Member','âge') CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci CHECK (kind <> 'guest')
);
-- rows
INSERT INTO people VALUES (1, 'write', 'Member'), (2, '', NULL), (3, 'own,write,read', 'âge');
-- after
-- flash:rename people users
CREATE TABLE users (
    id int PRIMARY KEY,
    -- flash:rename write 'may write'
    -- flash:rename read Read
    rights set('Read','may write','own','extra') NOT NULL DEFAULT 'Read,may write',
    type enum('guest', 'member' /* @renamed from=Member */, 'age') -- @renamed from=kind
        CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci CHECK (type <> 'guest')
    -- flash:rename 'âge' age
);
-- moved
SELECT id, rights + 0, kind + 0, REPLACE(rights, 'may ', '') FROM people;
SELECT id, rights + 0, type + 0, REPLACE(REPLACE(rights, 'may ', ''), 'Read', 'read') FROM users
