-- before
CREATE TABLE users (id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY, name VARCHAR(50) NOT NULL, email VARCHAR(100) UNIQUE, bio TEXT) ENGINE=InnoDB COMMENT='people''s';
CREATE TABLE posts (id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY, author_id INT UNSIGNED NOT NULL, title VARCHAR(200) NOT NULL, body LONGTEXT, created TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP, KEY by_author (author_id, created), CONSTRAINT posts_author FOREIGN KEY (author_id) REFERENCES users (id) ON DELETE CASCADE);
CREATE VIEW recent AS SELECT p.id, p.title, u.name FROM posts p JOIN users u ON u.id = p.author_id WHERE p.created > NOW() - INTERVAL 7 DAY;
CREATE TRIGGER posts_ai AFTER INSERT ON posts FOR EACH ROW UPDATE users SET bio = CONCAT(COALESCE(bio, ''), '.') WHERE id = NEW.author_id;
-- rows
INSERT INTO users (name, email, bio) VALUES ('Ann','a@x',NULL),('O''Brien',NULL,'\\ "q"'),('Zoë','z@x','😀'); INSERT INTO posts (author_id, title, body, created) VALUES (1,'T',NULL,'2020-01-01'),(2,'','b','2021-02-03 04:05:06');
-- after
CREATE TABLE users (id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY, name VARCHAR(50) NOT NULL, email VARCHAR(255) UNIQUE, bio MEDIUMTEXT, is_admin BOOLEAN NOT NULL DEFAULT FALSE) ENGINE=InnoDB COMMENT='users';
CREATE TABLE posts (id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY, author_id BIGINT UNSIGNED NOT NULL, slug VARCHAR(80), title VARCHAR(250) NOT NULL, body LONGTEXT, created TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP, UNIQUE KEY slug_u (slug), KEY by_author (author_id, created DESC), CONSTRAINT posts_author FOREIGN KEY (author_id) REFERENCES users (id) ON DELETE RESTRICT ON UPDATE CASCADE);
CREATE TABLE comments (id BIGINT AUTO_INCREMENT PRIMARY KEY, post_id BIGINT UNSIGNED NOT NULL, parent BIGINT, body TEXT NOT NULL, FOREIGN KEY (post_id) REFERENCES posts (id) ON DELETE CASCADE, FOREIGN KEY (parent) REFERENCES comments (id));
CREATE VIEW recent AS SELECT p.id, p.title, u.name, (SELECT COUNT(*) FROM comments c WHERE c.post_id = p.id) AS n FROM posts p JOIN users u ON u.id = p.author_id WHERE p.created > NOW() - INTERVAL 7 DAY;
CREATE TRIGGER posts_ai AFTER INSERT ON posts FOR EACH ROW UPDATE users SET bio = CONCAT(COALESCE(bio, ''), '!') WHERE id = NEW.author_id;
