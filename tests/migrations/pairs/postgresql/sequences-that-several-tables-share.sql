-- before
CREATE TABLE letters (no integer, body text);
CREATE TABLE parcels (no bigint, weight integer);
CREATE TABLE base (id integer, name text);
CREATE TABLE derived (extra text) INHERITS (base);
CREATE SEQUENCE invoice_numbers;
CREATE TABLE invoices (no integer PRIMARY KEY DEFAULT nextval('invoice_numbers'));
CREATE TABLE refunds (no integer PRIMARY KEY);
CREATE DOMAIN ticket AS integer;
CREATE TABLE tickets (id ticket, label numeric(12));

-- rows
INSERT INTO letters VALUES (3, 'c');
INSERT INTO parcels VALUES (8, 10), (2, 20);
INSERT INTO base VALUES (5, 'e');
INSERT INTO derived VALUES (11, 'k', 'x');
INSERT INTO invoices DEFAULT VALUES;
INSERT INTO refunds VALUES (30);
INSERT INTO tickets VALUES (6, 400);

-- after
CREATE SEQUENCE postal;
CREATE TABLE letters (no integer DEFAULT nextval('postal'), body text);
CREATE TABLE parcels (no bigint DEFAULT nextval('postal'), weight integer);
CREATE SEQUENCE ids;
CREATE TABLE base (id integer DEFAULT nextval('ids'), name text);
CREATE TABLE derived (extra text) INHERITS (base);
CREATE SEQUENCE invoice_numbers;
CREATE TABLE invoices (no integer PRIMARY KEY DEFAULT nextval('invoice_numbers'));
CREATE TABLE refunds (no integer PRIMARY KEY DEFAULT nextval('invoice_numbers'));
CREATE DOMAIN ticket AS integer;
CREATE SEQUENCE ticket_ids;
CREATE SEQUENCE ticket_labels;
CREATE TABLE tickets (
    id ticket DEFAULT nextval('ticket_ids'), label numeric(12) DEFAULT nextval('ticket_labels')
);

-- moved
SELECT 8, 11, 30, 6, 400;
SELECT postal.last_value, ids.last_value, invoice_numbers.last_value, ticket_ids.last_value,
    ticket_labels.last_value
FROM postal, ids, invoice_numbers, ticket_ids, ticket_labels;
