-- before
CREATE TABLE trips (id int PRIMARY KEY, note text);
-- rows
INSERT INTO trips VALUES (1, 'a'), (2, 'b');
-- after
CREATE TABLE trips (
    id int PRIMARY KEY,
    note text,
    label text NOT NULL CHECK (label <> ''),
    qty int NOT NULL CHECK (qty > 0),
    stars smallint NOT NULL CHECK (stars BETWEEN 1 AND 5),
    kind text NOT NULL CHECK (kind IN ('day', 'night')),
    code varchar(10) NOT NULL,
    price numeric(8, 2) NOT NULL CHECK (price >= 0.5 AND price < 100),
    degrees int NOT NULL CONSTRAINT cold CHECK (degrees < -10),
    since date NOT NULL CHECK (since >= '2020-01-01'::date),
    CONSTRAINT code_length CHECK (char_length(code) = 4),
    CHECK (stars <= qty OR kind = ANY (ARRAY['day'::text, 'night'::text]))
);
