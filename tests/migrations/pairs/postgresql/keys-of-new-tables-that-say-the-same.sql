-- before
CREATE TABLE kept (project text, environment text, PRIMARY KEY (project, environment));

-- rows
INSERT INTO kept VALUES ('a', 'b');

-- after
CREATE TABLE kept (project text, environment text, PRIMARY KEY (project, environment));
ALTER TABLE kept ADD CONSTRAINT kept_again UNIQUE (project, environment);

CREATE TABLE settings (project text, environment text, PRIMARY KEY (project, environment));
ALTER TABLE settings ADD CONSTRAINT settings_once UNIQUE (project, environment);
CREATE TABLE uses (project text, environment text, FOREIGN KEY (project, environment) REFERENCES settings);

CREATE TABLE plain (a int UNIQUE, b int, above int REFERENCES plain (a));
ALTER TABLE plain ADD UNIQUE (a);
ALTER TABLE plain ADD CONSTRAINT later UNIQUE (a) DEFERRABLE;

CREATE TABLE parted (a int PRIMARY KEY) PARTITION BY RANGE (a);
CREATE TABLE parted_low PARTITION OF parted FOR VALUES FROM (0) TO (10);
ALTER TABLE parted ADD CONSTRAINT parted_again UNIQUE (a);
