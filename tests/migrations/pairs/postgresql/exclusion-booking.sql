-- before
CREATE EXTENSION btree_gist;
CREATE TABLE booking (room int NOT NULL, during tstzrange NOT NULL, EXCLUDE USING gist (room WITH =, during WITH &&));
-- rows
INSERT INTO booking VALUES (1,'[2024-01-01,2024-01-02)');
-- after
CREATE EXTENSION btree_gist;
CREATE TABLE booking (room int NOT NULL, during tstzrange NOT NULL, cancelled boolean NOT NULL DEFAULT false, EXCLUDE USING gist (room WITH =, during WITH &&) WHERE (NOT cancelled), EXCLUDE USING gist ((lower(during)) WITH =));
