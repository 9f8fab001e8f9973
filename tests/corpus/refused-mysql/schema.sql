CREATE TABLE users (
    id INT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    name VARCHAR(50) NOT NULL,
    email VARCHAR(100) NOT NULL UNIQUE,
    role ENUM('guest', 'admin') NOT NULL DEFAULT 'guest',
    age INT,
    created DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP
) CHARACTER SET utf8mb4;

CREATE TABLE posts (
    post_id INT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    user_id INT NOT NULL,
    title VARCHAR(100) NOT NULL,
    body TEXT,
    score INT NOT NULL DEFAULT 0,
    twice INT AS (score * 2) VIRTUAL,
    KEY idx_posts (user_id),
    FULLTEXT KEY ft_posts (title)
) CHARACTER SET utf8mb4;

CREATE TABLE docs (id INT NOT NULL PRIMARY KEY, body JSON NOT NULL, post_id INT);

CREATE VIEW v_counts AS SELECT name, COUNT(*) AS n FROM users GROUP BY name;

CREATE FUNCTION twice(n INT) RETURNS INT DETERMINISTIC RETURN n * 2;

CREATE PROCEDURE finish(IN job INT) UPDATE users SET age = NULL WHERE id = job;

INSERT INTO users (id, name, email) VALUES (1, 'a', 'a@b.c');

INSERT INTO posts (user_id, title) VALUES (1, 'b');
