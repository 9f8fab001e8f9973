-- before
CREATE TABLE genre (id INT NOT NULL AUTO_INCREMENT PRIMARY KEY, name VARCHAR(45) NOT NULL);
CREATE TABLE book (
    id INT PRIMARY KEY,
    genre_id INT NOT NULL,
    CONSTRAINT fk_genre FOREIGN KEY (genre_id) REFERENCES genre (id) ON DELETE CASCADE
);
CREATE TABLE film (
    id INT PRIMARY KEY,
    genre_id INT NOT NULL,
    KEY genre (genre_id),
    CONSTRAINT film_genre FOREIGN KEY (genre_id) REFERENCES genre (id)
);
-- rows
INSERT INTO genre VALUES (5, 'a');
INSERT INTO book VALUES (1, 5);
INSERT INTO film VALUES (1, 5);
-- after
CREATE TABLE book (id INT PRIMARY KEY, genre_id INT NOT NULL);
CREATE TABLE film (id INT PRIMARY KEY);
