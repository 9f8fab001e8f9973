-- before
CREATE TABLE one (id integer PRIMARY KEY, a text, b text);
CREATE TABLE two (id integer PRIMARY KEY, x text);
-- rows
INSERT INTO one VALUES (1, 'a', 'b');
INSERT INTO two VALUES (2, 'x');
-- after
-- flash:rename one two
CREATE TABLE two (
    id integer PRIMARY KEY,
    b text, -- @renamed from=a
    c text -- @renamed from=b
);
-- flash:rename two three
CREATE TABLE three (id integer PRIMARY KEY, x text);
-- moved
SELECT id, a, b FROM one;
SELECT id, b, c FROM two;
SELECT id, x FROM two;
SELECT id, x FROM three;
