-- before
CREATE TABLE s (id int);
-- rows
-- after
CREATE TABLE s (id int, a varchar(10) DEFAULT 'x', d date DEFAULT '2024-01-01', n int DEFAULT 3, t text DEFAULT 'q', j json DEFAULT '{"a": 1}', i interval DEFAULT '1 day', num numeric DEFAULT '1.50', c char(3) DEFAULT 'ab');
ALTER TABLE s ALTER a TYPE text, ALTER d TYPE timestamptz, ALTER n TYPE bigint, ALTER t TYPE varchar(9), ALTER j TYPE jsonb, ALTER i TYPE text, ALTER num TYPE numeric(9,1), ALTER c TYPE text;
