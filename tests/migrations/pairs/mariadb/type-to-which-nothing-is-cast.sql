-- before
CREATE TABLE t (id INT PRIMARY KEY, ip INET4, seen DATE, place POINT, kept VARCHAR(40), u UUID NOT NULL, KEY u (u), KEY seen (seen, ip));
-- rows
INSERT INTO t (id, kept, u) VALUES (1, 'stays', '00000000-0000-0000-0000-000000000001');
-- after
CREATE TABLE t (id INT PRIMARY KEY, ip INET6, seen UUID, place TEXT, kept VARCHAR(40), u BIGINT NOT NULL, KEY u (u), KEY seen (seen, ip));
