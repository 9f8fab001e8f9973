-- before
CREATE TABLE events (
    id integer NOT NULL, region integer NOT NULL, what text, PRIMARY KEY (id, region)
) PARTITION BY LIST (region);
CREATE SEQUENCE events_id_seq AS integer;
ALTER SEQUENCE events_id_seq OWNED BY events.id;
ALTER TABLE events ALTER COLUMN id SET DEFAULT nextval('events_id_seq'::regclass);
CREATE TABLE events_north PARTITION OF events FOR VALUES IN (1);
CREATE TABLE events_south PARTITION OF events FOR VALUES IN (2);
CREATE TABLE visits (id bigint GENERATED ALWAYS AS IDENTITY, day date NOT NULL);
CREATE SEQUENCE calls_id_seq MINVALUE -1000 MAXVALUE 100 INCREMENT BY -1;
CREATE TABLE calls (id integer NOT NULL DEFAULT nextval('calls_id_seq'), day date NOT NULL);

-- rows
INSERT INTO events (region) VALUES (1), (2), (1);
INSERT INTO visits (day) VALUES ('2024-01-01'), ('2024-01-02'), ('2024-01-03');
DELETE FROM visits WHERE id = 3;
INSERT INTO calls (day) VALUES ('2024-01-01'), ('2024-01-02');

-- after
CREATE TABLE events (
    id integer NOT NULL, region integer NOT NULL, what text, PRIMARY KEY (id, region)
) PARTITION BY RANGE (region);
CREATE SEQUENCE events_id_seq AS integer;
ALTER SEQUENCE events_id_seq OWNED BY events.id;
ALTER TABLE events ALTER COLUMN id SET DEFAULT nextval('events_id_seq'::regclass);
CREATE TABLE events_north PARTITION OF events FOR VALUES FROM (0) TO (2);
CREATE TABLE events_south PARTITION OF events FOR VALUES FROM (2) TO (4);
CREATE TABLE visits (id bigint GENERATED ALWAYS AS IDENTITY, day date NOT NULL)
PARTITION BY RANGE (day);
CREATE TABLE visits_all PARTITION OF visits DEFAULT;
CREATE TABLE calls (id serial, day date NOT NULL) PARTITION BY RANGE (day);
CREATE TABLE calls_all PARTITION OF calls DEFAULT;

-- moved
SELECT events.last_value, visits.last_value FROM events_id_seq AS events, visits_id_seq AS visits;
SELECT events.last_value, visits.last_value FROM events_id_seq AS events, visits_id_seq AS visits;
