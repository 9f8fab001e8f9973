-- before
CREATE TABLE player (id int AUTO_INCREMENT PRIMARY KEY, fide varchar(10) UNIQUE, name varchar(40) NOT NULL);
-- rows
INSERT INTO player VALUES (1, NULL, 'a'), (2, NULL, 'b'), (3, 'x', 'c');
-- after
CREATE TABLE player (
    id int AUTO_INCREMENT PRIMARY KEY, federation char(3) NOT NULL DEFAULT 'FID', fide varchar(10), name varchar(40) NOT NULL,
    UNIQUE KEY fide (federation, fide)
);
-- moved
SELECT 'FID' FROM player;
SELECT federation FROM player;
