-- before
CREATE TABLE hosts (server VARCHAR(191) NOT NULL, name CHAR(5) NOT NULL, body TEXT, raw VARBINARY(7), PRIMARY KEY (server(191), name(5)), UNIQUE KEY half (name, server(190)), KEY whole (server(191) DESC), FULLTEXT KEY words (server(10), body(20)));
-- rows
INSERT INTO hosts VALUES ('a', 'b', 'c', 'd'), ('a', 'c', NULL, NULL);
-- after
CREATE TABLE hosts (server VARCHAR(191) NOT NULL, name CHAR(5) NOT NULL, body TEXT, raw VARBINARY(7), PRIMARY KEY (server, name), UNIQUE KEY half (name(5), server(191)), KEY whole (server DESC), KEY raws (raw(7)), KEY part (raw(6)), FULLTEXT KEY words (server, body));
