-- A small shop, and the plainest queries over it.
CREATE TYPE order_status AS ENUM ('new', 'paid', 'sent');

CREATE TABLE customers (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name text NOT NULL,
    email varchar(200) UNIQUE,
    balance numeric(12, 2) NOT NULL DEFAULT 0,
    tags text[] NOT NULL DEFAULT '{}',
    settings jsonb,
    created_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE orders (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    customer_id bigint NOT NULL REFERENCES customers (id),
    status order_status NOT NULL DEFAULT 'new',
    total numeric(12, 2),
    placed_on date NOT NULL DEFAULT CURRENT_DATE
);

-- name: AllOfATable :many
SELECT * FROM customers;

-- name: OneByKey :one
SELECT id, name FROM customers WHERE id = $1;

-- name: LimitAndOffset :many
SELECT id FROM orders ORDER BY placed_on DESC LIMIT $1 OFFSET $2;

-- name: InsertReturning :one
INSERT INTO customers (name, email) VALUES ($1, $2) RETURNING *;

-- name: TruncateOrders :exec
TRUNCATE orders;
