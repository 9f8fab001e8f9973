-- name: GetCustomer :one
SELECT * FROM `Customer` WHERE CustomerId = $1;

-- name: CreateCustomer :one
INSERT INTO `Customer` (FirstName, LastName, Email, Country, SupportRepId)
VALUES ($1, $2, $3, $4, $5) RETURNING CustomerId;

-- name: UpdateCustomer :execrows
UPDATE `Customer` SET Phone = COALESCE($2, Phone), Fax = COALESCE($3, Fax) WHERE CustomerId = $1;

-- name: CustomersWithRep :many
SELECT c.CustomerId, concat(c.FirstName, ' ', c.LastName) AS customer,
       e.FirstName AS rep_first_name, e.Title AS rep_title
FROM `Customer` c LEFT JOIN `Employee` e ON e.EmployeeId = c.SupportRepId
ORDER BY customer;

-- name: GetEmployee :one
SELECT * FROM `Employee` WHERE EmployeeId = $1;

-- name: EmployeesHiredBetween :many
SELECT EmployeeId, FirstName, LastName, HireDate FROM `Employee`
WHERE HireDate BETWEEN $1 AND $2 ORDER BY HireDate;

-- name: CreateInvoice :one
INSERT INTO `Invoice` (CustomerId, InvoiceDate, Total) VALUES ($1, $2, $3) RETURNING *;

-- name: GetInvoice :one
SELECT * FROM `Invoice` WHERE InvoiceId = $1;

-- name: AddInvoiceLine :one
INSERT INTO `InvoiceLine` (InvoiceId, TrackId, UnitPrice, Quantity)
VALUES ($1, $2, $3, $4) RETURNING InvoiceLineId;

-- name: InvoiceLines :many
SELECT * FROM `InvoiceLine` WHERE InvoiceId = $1;

-- name: SalesByCountry :many
SELECT BillingCountry, count(*) AS invoices, sum(Total) AS revenue, avg(Total) AS average
FROM `Invoice`
WHERE InvoiceDate >= $1
GROUP BY BillingCountry
ORDER BY revenue DESC;

-- name: RevenueTotal :one
SELECT coalesce(sum(Total), 0) AS revenue FROM `Invoice`;

-- The chain of command above an employee.
-- name: Managers :many
WITH RECURSIVE chain AS (
    SELECT EmployeeId, ReportsTo, LastName, 0 AS depth FROM `Employee` WHERE EmployeeId = $1
    UNION ALL
    SELECT e.EmployeeId, e.ReportsTo, e.LastName, c.depth + 1
    FROM `Employee` e JOIN chain c ON c.ReportsTo = e.EmployeeId
)
SELECT EmployeeId, LastName, depth FROM chain ORDER BY depth;

-- name: Everyone :many
SELECT Email, 'customer' AS kind FROM `Customer`
UNION ALL
SELECT Email, 'employee' FROM `Employee`;

-- name: DeleteInvoice :execrows
DELETE FROM `Invoice` WHERE InvoiceId = $1;

-- name: BigSpenders :many
SELECT c.CustomerId, c.Email, CASE WHEN s.spent > 100 THEN 'gold' ELSE 'silver' END AS tier, s.spent
FROM `Customer` c
JOIN (SELECT CustomerId, sum(Total) AS spent FROM `Invoice` GROUP BY CustomerId) s USING (CustomerId)
WHERE EXISTS (SELECT 1 FROM `Invoice` i WHERE i.CustomerId = c.CustomerId AND i.Total > $1);
