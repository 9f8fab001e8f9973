CREATE TABLE posts (
    id INTEGER AUTO_INCREMENT PRIMARY KEY,
    user_id INTEGER REFERENCES users(id) ON DELETE CASCADE,
    title VARCHAR(255) NOT NULL,
    content TEXT,
    published BOOLEAN DEFAULT FALSE,
    tags SET('news', 'how-to', 'fun'),
    created_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP
);

CREATE TABLE user_profiles (
    id INTEGER AUTO_INCREMENT PRIMARY KEY,
    user_id INTEGER REFERENCES users(id),
    role ENUM('admin', 'user', 'moderator') DEFAULT 'user',
    bio TEXT,
    avatar_url VARCHAR(500)
);

CREATE INDEX idx_posts_user_id ON posts(user_id);
CREATE UNIQUE INDEX idx_user_profiles_user_id ON user_profiles(user_id);

CREATE TABLE user_preferences (
    id INTEGER AUTO_INCREMENT PRIMARY KEY,
    user_id INTEGER REFERENCES users(id),
    preferences JSON,
    settings JSON
);
