-- before
CREATE TABLE sp (id int PRIMARY KEY, g point REF_SYSTEM_ID=4326 NOT NULL, SPATIAL KEY sg (g));
-- rows
INSERT INTO sp VALUES (1, ST_GeomFromText('POINT(1 2)', 4326));
-- after
CREATE TABLE sp (
    id int PRIMARY KEY,
    g point REF_SYSTEM_ID=4326 NOT NULL,
    h linestring REF_SYSTEM_ID=3857,
    SPATIAL KEY sg (g)
);
