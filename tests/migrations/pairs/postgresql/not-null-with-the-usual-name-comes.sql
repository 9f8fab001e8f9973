-- before
CREATE TABLE "user" (id int PRIMARY KEY, role_id int NOT NULL);
-- rows
INSERT INTO "user" VALUES (1,1);
-- after
CREATE TABLE user_role (id int PRIMARY KEY, x int);
CREATE TABLE "user" (id int PRIMARY KEY, role_id int NOT NULL);
