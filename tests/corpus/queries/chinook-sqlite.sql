-- Queries over Chinook with a few rows of it; the rows are what the answers are tested against.
INSERT INTO Artist (ArtistId, Name) VALUES (1, 'AC/DC'), (2, 'Accept'), (3, NULL);
INSERT INTO Album (AlbumId, Title, ArtistId) VALUES (1, 'For Those About To Rock', 1), (2, 'Balls to the Wall', 2), (3, 'Let There Be Rock', 1);
INSERT INTO Genre VALUES (1, 'Rock'), (2, NULL), (3, 'Jazz');
INSERT INTO MediaType VALUES (1, 'MPEG audio file'), (2, NULL);
INSERT INTO Track VALUES (1, 'Rock', 1, 1, 1, 'Young', 343719, 11170334, 0.99), (2, 'Wall', 2, 2, NULL, NULL, 342562, NULL, 1), (3, 'Alone', NULL, 1, 2, 'A, B', 230619, 3990994, 1.99);
INSERT INTO Playlist VALUES (1, 'Music'), (2, NULL);
INSERT INTO PlaylistTrack VALUES (1, 1), (1, 2), (2, 1);
INSERT INTO Employee VALUES (1, 'Adams', 'Andrew', 'General Manager', NULL, '1962-02-18 00:00:00', '2002-08-14 00:00:00', '11120 Jasper', 'Edmonton', 'AB', 'Canada', 'T5K', '+1', NULL, 'a@x.com'), (2, 'Edwards', 'Nancy', NULL, 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO Customer VALUES (1, 'Luís', 'Gonçalves', 'Embraer', 'Av.', 'São José', 'SP', 'Brazil', '12227', '+55', '+55', 'l@e.br', 2), (2, 'Leonie', 'Köhler', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'k@x.de', NULL);
INSERT INTO Invoice VALUES (1, 1, '2021-01-01 00:00:00', 'Av.', 'São José', 'SP', 'Brazil', '12227', 1.98), (2, 1, '2021-02-01 00:00:00', NULL, NULL, NULL, 'Brazil', NULL, 1), (3, 2, '2022-02-01 00:00:00', NULL, NULL, NULL, NULL, NULL, 5.94);
INSERT INTO InvoiceLine VALUES (1, 1, 1, 0.99, 1), (2, 1, 2, 0.99, 1), (3, 2, 3, 1, 1), (4, 3, 1, 1.98, 3);

-- name: AlbumsOfArtist :many
SELECT a.AlbumId, a.Title, r.Name FROM Album a JOIN Artist r USING (ArtistId) WHERE r.Name = ?;
-- name: Tracks :many
SELECT * FROM Track;
-- name: Customers :many
SELECT * FROM Customer ORDER BY LastName COLLATE NOCASE;
-- name: Customer :one
SELECT * FROM Customer WHERE CustomerId = :id;
-- name: Employees :many
SELECT * FROM Employee;
-- name: Invoices :many
SELECT * FROM Invoice WHERE InvoiceDate >= @since AND Total > @least;
-- name: Lines :many
SELECT * FROM InvoiceLine;
-- name: Names :many
SELECT Name FROM Artist UNION SELECT Name FROM Genre UNION ALL SELECT Name FROM Playlist;
-- name: NaturalJoin :many
SELECT * FROM Album NATURAL JOIN Artist;
-- name: UsingStar :many
SELECT * FROM Track JOIN Album USING (AlbumId) LEFT JOIN Genre USING (GenreId);
-- name: CaseOfNames :many
SELECT trackid, NAME, "unitprice", [Milliseconds] FROM TRACK;
-- name: LeftJoinCount :many
SELECT r.ArtistId, r.Name, count(a.AlbumId) AS albums, max(a.Title) FROM Artist r LEFT JOIN Album a ON a.ArtistId = r.ArtistId GROUP BY r.ArtistId ORDER BY albums DESC LIMIT ?;
-- name: FullJoin :many
SELECT ArtistId, r.Name, a.Title FROM Artist r FULL JOIN Album a USING (ArtistId);
-- name: RightJoin :many
SELECT t.Name, g.Name AS genre FROM Track t RIGHT JOIN Genre g ON g.GenreId = t.GenreId;
-- name: SelfJoin :many
SELECT e.FirstName || ' ' || e.LastName AS employee, m.FirstName || ' ' || m.LastName AS manager FROM Employee e LEFT JOIN Employee m ON m.EmployeeId = e.ReportsTo;
-- name: CommaJoin :many
SELECT t.Name, m.Name AS media FROM Track t, MediaType m WHERE t.MediaTypeId = m.MediaTypeId AND t.Milliseconds BETWEEN ? AND ?;
-- name: CrossJoin :many
SELECT g.Name, m.Name AS media FROM Genre g CROSS JOIN MediaType m;
-- name: NestedJoin :many
SELECT c.CustomerId, i.Total, l.Quantity FROM Customer c LEFT JOIN (Invoice i JOIN InvoiceLine l ON l.InvoiceId = i.InvoiceId) ON i.CustomerId = c.CustomerId;
-- name: RevenueByCountry :many
SELECT BillingCountry, sum(Total) AS revenue, count(*) AS invoices, avg(Total) AS mean, total(Total) FROM Invoice GROUP BY BillingCountry HAVING sum(Total) > ?;
-- name: RevenueOfLines :many
SELECT InvoiceId, sum(UnitPrice * Quantity) AS total, max(UnitPrice), min(Quantity) FROM InvoiceLine GROUP BY InvoiceId;
-- name: BestCustomers :many
SELECT c.FirstName, c.LastName, sum(i.Total) AS spent FROM Customer c JOIN Invoice i ON i.CustomerId = c.CustomerId GROUP BY c.CustomerId ORDER BY spent DESC LIMIT 5;
-- name: TopTracks :many
WITH sold AS (SELECT TrackId, sum(Quantity) AS n FROM InvoiceLine GROUP BY TrackId) SELECT t.Name, coalesce(s.n, 0) AS sold FROM Track t LEFT JOIN sold s ON s.TrackId = t.TrackId ORDER BY sold DESC;
-- name: Ranked :many
SELECT Name, UnitPrice, rank() OVER (PARTITION BY GenreId ORDER BY UnitPrice DESC) AS place, lag(UnitPrice) OVER (ORDER BY TrackId) AS before FROM Track;
-- name: Running :many
SELECT InvoiceId, sum(Total) OVER (ORDER BY InvoiceDate ROWS UNBOUNDED PRECEDING) AS running FROM Invoice;
-- name: Months :many
SELECT strftime('%Y-%m', InvoiceDate) AS month, sum(Total) FROM Invoice GROUP BY month;
-- name: Ages :many
SELECT LastName, date(BirthDate), CAST(strftime('%Y', HireDate) AS INTEGER) - CAST(strftime('%Y', BirthDate) AS INTEGER) AS age FROM Employee;
-- name: HiredAfter :many
SELECT EmployeeId, HireDate FROM Employee WHERE HireDate > datetime(?, '-1 year');
-- name: Durations :many
SELECT Name, Milliseconds / 60000 AS minutes, Milliseconds % 60000 / 1000.0 AS seconds, printf('%d:%02d', Milliseconds / 60000, Milliseconds / 1000 % 60) FROM Track;
-- name: Composers :many
SELECT coalesce(Composer, 'unknown'), instr(Composer, ','), length(Composer), upper(Composer) FROM Track;
-- name: Prices :many
SELECT UnitPrice, UnitPrice * 2, UnitPrice + 0.5, round(UnitPrice * 1.2, 2), CAST(UnitPrice AS INTEGER), coalesce(UnitPrice, 0), min(UnitPrice, 1), abs(UnitPrice), -UnitPrice FROM Track;
-- name: Sizes :many
SELECT CASE WHEN Bytes IS NULL THEN 'none' WHEN Bytes > 5000000 THEN 'big' ELSE 'small' END AS size, Bytes / 1024, Bytes / 1024.0 FROM Track;
-- name: NotInPlaylist :many
SELECT Name FROM Track WHERE TrackId NOT IN (SELECT TrackId FROM PlaylistTrack);
-- name: Playlists :many
SELECT p.PlaylistId, p.Name, count(pt.TrackId) AS tracks, group_concat(t.Name, ', ') AS names FROM Playlist p LEFT JOIN PlaylistTrack pt ON pt.PlaylistId = p.PlaylistId LEFT JOIN Track t ON t.TrackId = pt.TrackId GROUP BY p.PlaylistId;
-- name: HasInvoice :many
SELECT CustomerId, EXISTS (SELECT 1 FROM Invoice i WHERE i.CustomerId = c.CustomerId) FROM Customer c;
-- name: LatestInvoice :many
SELECT CustomerId, (SELECT max(InvoiceDate) FROM Invoice i WHERE i.CustomerId = c.CustomerId), (SELECT Total FROM Invoice i WHERE i.CustomerId = c.CustomerId ORDER BY InvoiceDate DESC LIMIT 1) FROM Customer c;
-- name: Hierarchy :many
WITH RECURSIVE chain (EmployeeId, LastName, depth, path) AS (SELECT EmployeeId, LastName, 0, LastName FROM Employee WHERE ReportsTo IS NULL UNION ALL SELECT e.EmployeeId, e.LastName, depth + 1, path || ' > ' || e.LastName FROM Employee e JOIN chain ON e.ReportsTo = chain.EmployeeId) SELECT * FROM chain;
-- name: CountAll :one
SELECT count(*), count(Company), count(DISTINCT Country), min(Email), max(SupportRepId) FROM Customer;
-- name: InvoiceYears :many
SELECT DISTINCT strftime('%Y', InvoiceDate) AS year FROM Invoice ORDER BY 1;
-- name: Rows :many
SELECT rowid, * FROM Genre;
-- name: JsonTracks :many
SELECT json_object('id', TrackId, 'name', Name, 'price', UnitPrice) FROM Track;
-- name: JsonAlbums :many
SELECT ArtistId, json_group_array(Title) FROM Album GROUP BY ArtistId;
-- name: Search :many
SELECT Name FROM Track WHERE Name LIKE '%' || :word || '%' OR Composer LIKE '%' || :word || '%';
-- name: Optional :many
SELECT Name FROM Track WHERE (:genre IS NULL OR GenreId = :genre) AND (:media IS NULL OR MediaTypeId = :media);
-- name: Paged :many
SELECT TrackId, Name FROM Track ORDER BY Name LIMIT $limit OFFSET $offset;
-- name: AddArtist :one
INSERT INTO Artist (Name) VALUES (?) RETURNING ArtistId, Name;
-- name: AddTrack :one
INSERT INTO Track (Name, MediaTypeId, Milliseconds, UnitPrice) VALUES (?, ?, ?, ?) RETURNING *;
-- name: AddAlbums :execrows
INSERT INTO Album (Title, ArtistId) SELECT Name, ArtistId FROM Artist WHERE Name IS NOT NULL;
-- name: PutGenre :one
INSERT INTO Genre (GenreId, Name) VALUES (1, ?) ON CONFLICT (GenreId) DO UPDATE SET Name = excluded.Name RETURNING Name;
-- name: PutPlaylistTrack :exec
INSERT OR IGNORE INTO PlaylistTrack VALUES (?, ?);
-- name: Raise :many
UPDATE Track SET UnitPrice = UnitPrice + :by WHERE GenreId IS :genre RETURNING TrackId, UnitPrice;
-- name: MoveInvoices :execrows
UPDATE Invoice SET CustomerId = c.CustomerId FROM Customer c WHERE c.Email = ? AND Invoice.BillingCountry IS NULL;
-- name: RecountInvoices :execrows
UPDATE Invoice SET Total = (SELECT sum(UnitPrice * Quantity) FROM InvoiceLine l WHERE l.InvoiceId = Invoice.InvoiceId) WHERE EXISTS (SELECT 1 FROM InvoiceLine l WHERE l.InvoiceId = Invoice.InvoiceId);
-- name: DropPlaylist :many
DELETE FROM PlaylistTrack WHERE PlaylistId = ? RETURNING TrackId;
-- name: DropLines :execrows
DELETE FROM InvoiceLine WHERE InvoiceId IN (SELECT InvoiceId FROM Invoice WHERE Total < ?);
-- name: Median :many
SELECT GenreId, avg(Milliseconds) AS mean, count(*) FILTER (WHERE Bytes IS NOT NULL) AS sized, sum(Bytes) FROM Track GROUP BY GenreId;
-- name: Quartiles :many
SELECT TrackId, ntile(4) OVER (ORDER BY Milliseconds) AS quartile, percent_rank() OVER (ORDER BY Milliseconds), first_value(Name) OVER (PARTITION BY MediaTypeId ORDER BY Milliseconds) FROM Track;
-- name: Pairs :many
SELECT a.TrackId, b.TrackId AS other FROM InvoiceLine a JOIN InvoiceLine b ON a.InvoiceId = b.InvoiceId AND a.TrackId < b.TrackId;
-- name: Unsold :many
SELECT TrackId FROM Track EXCEPT SELECT TrackId FROM InvoiceLine;
-- name: Both :many
SELECT TrackId FROM PlaylistTrack INTERSECT SELECT TrackId FROM InvoiceLine ORDER BY TrackId;
-- name: Embedded :many
SELECT flash.embed(Track), Album.Title FROM Track LEFT JOIN Album ON Album.AlbumId = Track.AlbumId;
-- name: Initials :many
SELECT substr(FirstName, 1, 1) || '. ' || LastName, lower(Email), replace(Phone, '+', ''), trim(Fax), hex(FirstName), typeof(Fax) FROM Customer;
-- name: Grouped :many
SELECT a.Title, t.GenreId, count(*) AS n, sum(t.Milliseconds) AS length FROM Track t JOIN Album a USING (AlbumId) GROUP BY a.AlbumId, t.GenreId HAVING n > 0 ORDER BY length DESC NULLS LAST;
