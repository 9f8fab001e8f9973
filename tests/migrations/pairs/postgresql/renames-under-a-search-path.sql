-- before
CREATE SCHEMA ledger;
CREATE TYPE ledger.side AS ENUM ('debit', 'credit');
CREATE TABLE ledger.accounts (id bigint PRIMARY KEY, name text);
CREATE TABLE ledger.entries (id serial PRIMARY KEY, account bigint REFERENCES ledger.accounts, side ledger.side);
CREATE INDEX by_account ON ledger.entries (account);
CREATE VIEW ledger.seen AS SELECT id, side FROM ledger.entries;
CREATE SEQUENCE ledger.numbers;
CREATE TABLE public.entries (id int);
-- rows
INSERT INTO ledger.accounts VALUES (1, 'cash');
INSERT INTO ledger.entries (account, side) VALUES (1, 'debit');
INSERT INTO public.entries VALUES (7);
-- after
CREATE SCHEMA ledger;
SET search_path = ledger, public;
-- flash:rename side direction
CREATE TYPE direction AS ENUM ('debit', -- flash:rename 'credit' 'owed'
    'owed');
CREATE TABLE accounts (id bigint PRIMARY KEY, title text /* @renamed from=name */);
-- flash:rename entries postings
CREATE TABLE postings (id serial PRIMARY KEY, account bigint REFERENCES accounts, side direction);
-- flash:rename by_account postings_account
CREATE INDEX postings_account ON postings (account);
-- flash:rename seen shown
CREATE VIEW shown AS SELECT id, side FROM postings;
-- flash:rename numbers counted
CREATE SEQUENCE counted;
SET search_path = public;
CREATE TABLE entries (id int);
-- moved
SELECT account, side::text FROM ledger.entries;
SELECT account, side::text FROM ledger.postings
