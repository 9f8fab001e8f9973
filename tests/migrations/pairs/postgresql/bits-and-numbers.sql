-- before
CREATE TABLE perm (id int PRIMARY KEY, flags smallint NOT NULL DEFAULT 0, mask bigint, wide varbit(20), n numeric, neg int, eight bit(8));
-- rows
INSERT INTO perm VALUES (1, 10, 5, B'0001010', 9, -1, B'00001111'), (2, 3, NULL, NULL, NULL, 0, NULL);
-- after
CREATE TABLE perm (id int PRIMARY KEY, flags varbit NOT NULL DEFAULT B'', mask bit(12), wide smallint, n varbit(9), neg bit varying(64), eight smallint);
