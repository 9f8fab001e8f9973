-- before
CREATE TABLE game (id int PRIMARY KEY, result char(7) DEFAULT '*', code char(40), flags char(5)[], note char(30), cfg character(50));
-- rows
INSERT INTO game VALUES (1, '1-0', 'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11', ARRAY['1-0'], 'ab', '{"a": 1}'), (2, DEFAULT, NULL, NULL, NULL, NULL);
-- after
CREATE TYPE game_result AS ENUM ('*', '1-0', '0-1', '1/2-1/2');
CREATE TABLE game (id int PRIMARY KEY, result game_result DEFAULT '*', code uuid, flags game_result[], note bytea, cfg jsonb);
