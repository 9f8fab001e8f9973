-- before
-- after
CREATE TABLE a (id INT, b VARCHAR(20), c JSON, g1 INT GENERATED ALWAYS AS (id + 1) VIRTUAL, g2 INT GENERATED ALWAYS AS (id * 2) PERSISTENT, g3 VARCHAR(40) AS (concat(b, '-', id)) STORED COMMENT 'g', g4 VARCHAR(20) AS (json_unquote(json_extract(c, '$.a'))) VIRTUAL, g5 INT AS (if(id > 3, 1, 0)) VIRTUAL INVISIBLE, g6 DATE AS (date_add('2020-01-01', interval id day)) VIRTUAL, g7 INT AS (case when id in (1, 2) then 1 when b is null then 2 else 3 end) VIRTUAL UNIQUE, KEY (g1), INDEX gg (g2, g4));
