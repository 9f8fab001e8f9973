-- before
CREATE TABLE user_role (id int PRIMARY KEY, x int);
CREATE TABLE "user" (id int PRIMARY KEY, role_id int NOT NULL);
-- after
CREATE TABLE "user" (id int PRIMARY KEY, role_id int NOT NULL);
CREATE TABLE user_role (id int PRIMARY KEY, x bigint);
