-- before
CREATE TYPE mood AS ENUM ('sad', 'ok', 'very happy');
CREATE TABLE p (id int PRIMARY KEY, m mood DEFAULT 'ok', many mood[] DEFAULT '{ok,sad,"very happy"}');
-- rows
INSERT INTO p VALUES (1, 'sad', '{sad}'), (2, 'very happy', '{}');
-- after
CREATE TYPE mood AS ENUM ('great',
  'glad', -- @renamed from="very happy"
  'so so', -- @renamed from=ok
  'sad');
CREATE TABLE p (id int PRIMARY KEY, m mood DEFAULT 'so so', many mood[] DEFAULT '{"so so",sad,glad}');
