CREATE TABLE users (
    nickname TEXT,
    id INTEGER AUTO_INCREMENT PRIMARY KEY,
    name VARCHAR(100) NOT NULL,
    role ENUM('writer', 'editor') NOT NULL DEFAULT 'writer',
    settings JSON,
    joined TIMESTAMP NOT NULL DEFAULT '2026-01-02 03:04:05'
);

CREATE TABLE posts (
    id INTEGER AUTO_INCREMENT PRIMARY KEY,
    author_id INTEGER NOT NULL REFERENCES users (id),
    reviewer_id INTEGER REFERENCES users (id),
    title VARCHAR(100) NOT NULL,
    draft BOOLEAN NOT NULL DEFAULT TRUE
);
