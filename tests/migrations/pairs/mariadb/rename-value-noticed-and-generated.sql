-- before
CREATE TABLE prices (id int PRIMARY KEY, tag enum('x','y'), is_y tinyint(1) AS (tag = 'y') VIRTUAL) WITH SYSTEM VERSIONING;
-- after
CREATE TABLE prices (
    id int PRIMARY KEY,
    tag enum('x','why'), -- flash:rename y why
    is_y tinyint(1) AS (tag = 'why') VIRTUAL
) WITH SYSTEM VERSIONING;
-- refused
-- column is_y is generated from it
