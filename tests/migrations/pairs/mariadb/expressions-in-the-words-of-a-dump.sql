-- before
CREATE TABLE cask (
    id INT PRIMARY KEY,
    og DECIMAL(4,3) NOT NULL,
    fg DECIMAL(4,3),
    source TEXT,
    token VARCHAR(36) NOT NULL DEFAULT (UUID()),
    strength DECIMAL(6,2) AS ((OG - FG) * 131.25) VIRTUAL,
    digest CHAR(32) GENERATED ALWAYS AS (MD5(source)) STORED,
    CONSTRAINT sane CHECK ((og >= 1) AND (fg IS NULL OR fg != 0)),
    CONSTRAINT named CHECK (source NOT LIKE 'X AND Y%' OR NOT (id IN (1, 2)))
);

-- rows
INSERT INTO cask (id, og, fg, source) VALUES (1, 1.05, 1.01, 'x'), (2, 1.06, NULL, NULL);

-- after
CREATE TABLE cask (
    id INT PRIMARY KEY,
    og DECIMAL(4,3) NOT NULL,
    fg DECIMAL(4,3),
    source TEXT,
    token VARCHAR(36) NOT NULL DEFAULT uuid(),
    strength DECIMAL(6,2) AS ((og - fg) * 131.25) VIRTUAL,
    digest CHAR(32) GENERATED ALWAYS AS (md5(`source`)) STORED,
    CONSTRAINT sane CHECK (og >= 1 and (fg is null or fg <> 0)),
    CONSTRAINT named CHECK (source not like 'X AND Y%' or not id in (1,2))
);
