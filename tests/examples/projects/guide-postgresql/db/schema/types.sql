-- Enums
CREATE TYPE user_role AS ENUM ('admin', 'user', 'moderator');
