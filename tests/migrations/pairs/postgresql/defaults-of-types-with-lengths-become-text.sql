-- before
CREATE TABLE s (id int);
-- rows
-- after
CREATE TABLE s (id int, a bit(3) DEFAULT '101', b bit varying(5) DEFAULT '1', c timestamptz(3) DEFAULT '2024-01-01 10:00+00', e char DEFAULT 'a', f "char" DEFAULT 'b', g numeric(5,2) DEFAULT '1.5', h time(2) DEFAULT '10:00', i uuid DEFAULT '11111111-1111-1111-1111-111111111111', j inet DEFAULT '1.2.3.4', k varchar(3)[] DEFAULT '{a,b}');
ALTER TABLE s ALTER a TYPE text, ALTER b TYPE text, ALTER c TYPE text, ALTER e TYPE text, ALTER f TYPE text, ALTER g TYPE text, ALTER h TYPE text, ALTER i TYPE text, ALTER j TYPE text, ALTER k TYPE text[];
