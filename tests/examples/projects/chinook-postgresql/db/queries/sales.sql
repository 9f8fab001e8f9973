-- name: GetCustomer :one
SELECT * FROM customer WHERE customer_id = $1;

-- name: CreateCustomer :one
INSERT INTO customer (first_name, last_name, email, country, support_rep_id)
VALUES ($1, $2, $3, $4, $5) RETURNING customer_id;

-- name: UpdateCustomer :execrows
UPDATE customer SET phone = COALESCE($2, phone), fax = COALESCE($3, fax) WHERE customer_id = $1;

-- name: CustomersWithRep :many
SELECT c.customer_id, c.first_name || ' ' || c.last_name AS customer,
       e.first_name AS rep_first_name, e.title AS rep_title
FROM customer c LEFT JOIN employee e ON e.employee_id = c.support_rep_id
ORDER BY customer;

-- name: GetEmployee :one
SELECT * FROM employee WHERE employee_id = $1;

-- name: EmployeesHiredBetween :many
SELECT employee_id, first_name, last_name, hire_date FROM employee
WHERE hire_date BETWEEN $1 AND $2 ORDER BY hire_date;

-- name: CreateInvoice :one
INSERT INTO invoice (customer_id, invoice_date, total) VALUES ($1, $2, $3) RETURNING *;

-- name: GetInvoice :one
SELECT * FROM invoice WHERE invoice_id = $1;

-- name: AddInvoiceLine :one
INSERT INTO invoice_line (invoice_id, track_id, unit_price, quantity)
VALUES ($1, $2, $3, $4) RETURNING invoice_line_id;

-- name: InvoiceLines :many
SELECT * FROM invoice_line WHERE invoice_id = $1;

-- name: SalesByCountry :many
SELECT billing_country, count(*) AS invoices, sum(total) AS revenue, avg(total) AS average
FROM invoice
WHERE invoice_date >= $1
GROUP BY billing_country
ORDER BY revenue DESC;

-- name: RevenueTotal :one
SELECT coalesce(sum(total), 0) AS revenue FROM invoice;

-- The chain of command above an employee.
-- name: Managers :many
WITH RECURSIVE chain AS (
    SELECT employee_id, reports_to, last_name, 0 AS depth FROM employee WHERE employee_id = $1
    UNION ALL
    SELECT e.employee_id, e.reports_to, e.last_name, c.depth + 1
    FROM employee e JOIN chain c ON c.reports_to = e.employee_id
)
SELECT employee_id, last_name, depth FROM chain ORDER BY depth;

-- name: Everyone :many
SELECT email, 'customer' AS kind FROM customer
UNION ALL
SELECT email, 'employee' FROM employee;

-- name: DeleteInvoice :execrows
DELETE FROM invoice WHERE invoice_id = $1;

-- name: BigSpenders :many
SELECT c.customer_id, c.email, CASE WHEN s.spent > 100 THEN 'gold' ELSE 'silver' END AS tier, s.spent
FROM customer c
JOIN (SELECT customer_id, sum(total) AS spent FROM invoice GROUP BY customer_id) s USING (customer_id)
WHERE EXISTS (SELECT 1 FROM invoice i WHERE i.customer_id = c.customer_id AND i.total > $1);
