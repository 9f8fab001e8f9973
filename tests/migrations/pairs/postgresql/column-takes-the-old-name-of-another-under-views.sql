-- before
CREATE TABLE n (dish int PRIMARY KEY, kcal int NOT NULL);
CREATE VIEW light AS SELECT dish, kcal FROM n WHERE kcal < 400;
CREATE VIEW lighter AS SELECT dish FROM light;
-- rows
INSERT INTO n VALUES (1, 350);
-- after
CREATE TABLE n (
    dish int PRIMARY KEY,
    -- flash:rename kcal kj
    kj int NOT NULL,
    kcal int
);
CREATE VIEW light AS SELECT dish, kcal FROM n WHERE kcal < 400;
CREATE VIEW lighter AS SELECT dish FROM light;
