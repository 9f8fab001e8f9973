-- before
CREATE TABLE accounts (id int PRIMARY KEY);
CREATE TABLE entries (id int, booked date, account int REFERENCES accounts) PARTITION BY RANGE (booked);
CREATE TABLE entries_rest PARTITION OF entries DEFAULT;
-- rows
INSERT INTO accounts VALUES (1);
INSERT INTO entries VALUES (1, '2027-01-01', 1), (2, '2024-01-01', 1);
-- after
CREATE TABLE accounts (id int PRIMARY KEY);
CREATE TABLE entries (id int, booked date, account int CONSTRAINT entry_account REFERENCES accounts ON UPDATE CASCADE) PARTITION BY RANGE (booked);
CREATE TABLE entries_2027 PARTITION OF entries FOR VALUES FROM ('2027-01-01') TO ('2028-01-01');
CREATE TABLE entries_rest PARTITION OF entries DEFAULT;
