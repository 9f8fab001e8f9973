-- Queries over Chinook, one construct each; the server's metadata is what they are tested against.

-- name: AlbumsOfArtist :many
-- columns: AlbumId!, Title!, Name!
SELECT a.AlbumId, a.Title, r.Name FROM Album a JOIN Artist r USING (ArtistId) WHERE r.Name = ?;
-- name: NaturalJoin :many
SELECT * FROM Album NATURAL JOIN Artist;
-- name: UsingStar :many
SELECT * FROM Album JOIN Artist USING (ArtistId) LEFT JOIN Track USING (AlbumId);
-- name: LeftJoinCount :many
SELECT r.ArtistId, r.Name, COUNT(a.AlbumId) AS albums, MAX(a.Title) FROM Artist r LEFT JOIN Album a ON a.ArtistId = r.ArtistId GROUP BY r.ArtistId ORDER BY albums DESC LIMIT ?;
-- name: SelfJoin :many
-- columns: employee!, manager?
SELECT CONCAT(e.FirstName, ' ', e.LastName) AS employee, CONCAT(m.FirstName, ' ', m.LastName) AS manager FROM Employee e LEFT JOIN Employee m ON m.EmployeeId = e.ReportsTo;
-- name: CommaJoin :many
SELECT t.Name, m.Name FROM Track t, MediaType m WHERE t.MediaTypeId = m.MediaTypeId AND t.Milliseconds BETWEEN ? AND ?;
-- name: CrossJoin :many
SELECT g.Name, m.Name AS media FROM Genre g CROSS JOIN MediaType m;
-- name: NestedJoin :many
SELECT c.CustomerId, i.Total, l.Quantity FROM Customer c LEFT JOIN (Invoice i JOIN InvoiceLine l ON l.InvoiceId = i.InvoiceId) ON i.CustomerId = c.CustomerId;
-- name: RightJoin :many
SELECT a.Title, r.Name FROM Album a RIGHT JOIN Artist r ON r.ArtistId = a.ArtistId;
-- name: TrackById :one
SELECT * FROM Track WHERE TrackId = ?;
-- name: TrackNamed :one
SELECT Name, UnitPrice, Bytes FROM Track WHERE TrackId = :id;
-- name: TopTracks :many
-- columns: Name!, sold!, revenue!
SELECT t.Name, SUM(l.Quantity) AS sold, SUM(l.Quantity * l.UnitPrice) AS revenue FROM Track t JOIN InvoiceLine l ON l.TrackId = t.TrackId GROUP BY t.TrackId, t.Name ORDER BY sold DESC, t.Name LIMIT :n;
-- name: RevenueByCountry :many
-- columns: BillingCountry?, revenue!, average!, invoices!
SELECT BillingCountry, SUM(Total) AS revenue, AVG(Total) AS average, COUNT(*) AS invoices FROM Invoice GROUP BY BillingCountry HAVING SUM(Total) > :least ORDER BY revenue DESC;
-- name: RevenueByMonth :many
-- columns: month!, revenue!
SELECT DATE_FORMAT(InvoiceDate, '%Y-%m') AS month, SUM(Total) AS revenue FROM Invoice GROUP BY month ORDER BY month;
-- name: RevenueRollup :many
SELECT BillingCountry, YEAR(InvoiceDate) AS y, SUM(Total) FROM Invoice GROUP BY BillingCountry, y WITH ROLLUP;
-- name: CustomersAndReps :many
SELECT c.FirstName, c.LastName, e.FirstName AS rep, e.Title FROM Customer c LEFT JOIN Employee e ON e.EmployeeId = c.SupportRepId WHERE c.Country = :country;
-- name: NeverBought :many
SELECT t.TrackId, t.Name FROM Track t WHERE NOT EXISTS (SELECT 1 FROM InvoiceLine l WHERE l.TrackId = t.TrackId);
-- name: BoughtIn :many
SELECT Name FROM Track WHERE TrackId IN (SELECT TrackId FROM InvoiceLine JOIN Invoice USING (InvoiceId) WHERE BillingCity = ?);
-- name: ByIds :many
SELECT TrackId, Name FROM Track WHERE TrackId IN (flash.slice(ids));
-- name: LongerThanAverage :many
SELECT Name, Milliseconds FROM Track WHERE Milliseconds > (SELECT AVG(Milliseconds) FROM Track);
-- name: LongestPerAlbum :many
-- columns: AlbumId!, Name!
SELECT t.AlbumId, t.Name FROM Track t JOIN (SELECT AlbumId, MAX(Milliseconds) AS ms FROM Track GROUP BY AlbumId) m ON m.AlbumId = t.AlbumId AND m.ms = t.Milliseconds;
-- name: RankedTracks :many
-- columns: Name!, place!
SELECT Name, RANK() OVER (PARTITION BY AlbumId ORDER BY Milliseconds DESC) AS place FROM Track;
-- name: RunningTotal :many
-- columns: InvoiceId!, running!
SELECT InvoiceId, SUM(Total) OVER (ORDER BY InvoiceDate, InvoiceId) AS running FROM Invoice;
-- name: PreviousInvoice :many
-- columns: InvoiceId!, Total!, before_it?, LEAD(InvoiceDate) OVER (PARTITION BY CustomerId ORDER BY InvoiceDate)?
SELECT InvoiceId, Total, LAG(Total) OVER (PARTITION BY CustomerId ORDER BY InvoiceDate) AS before_it, LEAD(InvoiceDate) OVER (PARTITION BY CustomerId ORDER BY InvoiceDate) FROM Invoice;
-- name: Managers :many
-- columns: EmployeeId!, ReportsTo?, LastName!, level!
WITH RECURSIVE chain AS (SELECT EmployeeId, ReportsTo, LastName, 1 AS level FROM Employee WHERE EmployeeId = ? UNION ALL SELECT e.EmployeeId, e.ReportsTo, e.LastName, c.level + 1 FROM Employee e JOIN chain c ON e.EmployeeId = c.ReportsTo) SELECT * FROM chain;
-- name: BestCustomers :many
-- columns: FirstName!, LastName!, total!
WITH spent AS (SELECT CustomerId, SUM(Total) AS total FROM Invoice GROUP BY CustomerId) SELECT c.FirstName, c.LastName, s.total FROM Customer c JOIN spent s USING (CustomerId) ORDER BY s.total DESC LIMIT 5;
-- name: PlaylistSizes :many
SELECT p.Name, COUNT(pt.TrackId) AS tracks, IFNULL(SUM(t.Milliseconds), 0) AS length FROM Playlist p LEFT JOIN PlaylistTrack pt ON pt.PlaylistId = p.PlaylistId LEFT JOIN Track t ON t.TrackId = pt.TrackId GROUP BY p.PlaylistId, p.Name;
-- name: TrackNames :one
SELECT GROUP_CONCAT(Name ORDER BY Name SEPARATOR '; ') FROM Track WHERE AlbumId = ?;
-- name: People :many
SELECT FirstName, LastName, 'customer' AS kind FROM Customer UNION ALL SELECT FirstName, LastName, 'employee' FROM Employee ORDER BY LastName;
-- name: Cities :many
SELECT City FROM Customer UNION SELECT City FROM Employee;
-- name: CitiesOfBoth :many
SELECT City FROM Customer INTERSECT SELECT City FROM Employee;
-- name: CitiesOfCustomersAlone :many
SELECT City FROM Customer EXCEPT SELECT City FROM Employee;
-- name: Ages :many
SELECT LastName, TIMESTAMPDIFF(YEAR, BirthDate, CURDATE()) AS age, DATEDIFF(HireDate, BirthDate) FROM Employee;
-- name: HiredSince :many
-- columns: LastName!, HireDate!
SELECT LastName, HireDate FROM Employee WHERE HireDate >= :since AND HireDate < :since + INTERVAL 1 YEAR;
-- name: Seconds :many
-- columns: Name!, seconds!, Milliseconds DIV 1000!, Milliseconds % 1000!, SEC_TO_TIME(Milliseconds DIV 1000)!
SELECT Name, Milliseconds / 1000 AS seconds, Milliseconds DIV 1000, Milliseconds % 1000, SEC_TO_TIME(Milliseconds DIV 1000) FROM Track;
-- name: PriceBand :many
-- columns: Name!, band!, composer!
SELECT Name, CASE WHEN UnitPrice < 1 THEN 'cheap' ELSE 'dear' END AS band, IF(Composer IS NULL, 'unknown', Composer) AS composer FROM Track;
-- name: CountByGenre :many
SELECT g.Name, COUNT(*) FROM Track t LEFT JOIN Genre g ON g.GenreId = t.GenreId GROUP BY g.GenreId, g.Name;
-- name: SearchTracks :many
SELECT t.Name, a.Title, r.Name AS artist FROM Track t LEFT JOIN Album a ON a.AlbumId = t.AlbumId LEFT JOIN Artist r ON r.ArtistId = a.ArtistId WHERE t.Name LIKE CONCAT('%', :word, '%') ORDER BY t.Name LIMIT :n OFFSET :skip;
-- name: CustomerOrNull :many
SELECT CustomerId FROM Customer WHERE (:company IS NULL OR Company = :company) AND Country <=> :country;
-- name: DistinctCountries :many
SELECT DISTINCT Country FROM Customer ORDER BY Country;
-- name: CountDistinct :one
SELECT COUNT(DISTINCT Country) AS countries, COUNT(Company) AS companies, COUNT(*) FROM Customer;
-- name: MinMax :one
SELECT MIN(Total), MAX(Total), MIN(InvoiceDate), MAX(BillingCity) FROM Invoice;
-- name: EmailDomains :many
-- columns: domain!, n!
SELECT SUBSTRING_INDEX(Email, '@', -1) AS domain, COUNT(*) AS n FROM Customer GROUP BY domain;
-- name: Initials :many
-- columns: CONCAT(LEFT(FirstName, 1), LEFT(LastName, 1))!, UPPER(LastName)!, CHAR_LENGTH(Email)!, COALESCE(Company, LastName)!
SELECT CONCAT(LEFT(FirstName, 1), LEFT(LastName, 1)), UPPER(LastName), CHAR_LENGTH(Email), COALESCE(Company, LastName) FROM Customer;
-- name: CreateArtist :execlastid
INSERT INTO Artist (Name) VALUES (?);
-- name: CreateAlbum :one
INSERT INTO Album (Title, ArtistId) VALUES (:title, :artist) RETURNING AlbumId;
-- name: CreateTrack :execlastid
INSERT INTO Track (Name, AlbumId, MediaTypeId, Milliseconds, UnitPrice) VALUES (?, ?, ?, ?, ?);
-- name: RenameArtist :execrows
UPDATE Artist SET Name = :name WHERE ArtistId = :id;
-- name: RaisePrices :execrows
UPDATE Track t JOIN Genre g ON g.GenreId = t.GenreId SET t.UnitPrice = t.UnitPrice * :factor WHERE g.Name = :genre;
-- name: DeleteInvoice :execrows
DELETE i, l FROM Invoice i JOIN InvoiceLine l ON l.InvoiceId = i.InvoiceId WHERE i.InvoiceId = ?;
-- name: DeletePlaylistTrack :execrows
DELETE FROM PlaylistTrack WHERE PlaylistId = ? AND TrackId = ?;
-- name: AddToPlaylist :execrows
INSERT IGNORE INTO PlaylistTrack (PlaylistId, TrackId) SELECT :playlist, TrackId FROM Track WHERE AlbumId = :album;
-- name: PutGenre :exec
INSERT INTO Genre (GenreId, Name) VALUES (?, ?) ON DUPLICATE KEY UPDATE Name = VALUES(Name);
-- name: ReplaceGenre :exec
REPLACE INTO Genre (GenreId, Name) VALUES (:id, :name);
-- name: TrackWithAlbum :one
-- columns: TrackId!, Name!, AlbumId!, MediaTypeId!, GenreId?, Composer?, Milliseconds!, Bytes?, UnitPrice!, AlbumId!, Title!, ArtistId!
SELECT flash.embed(t), flash.embed(a) FROM Track t JOIN Album a ON a.AlbumId = t.AlbumId WHERE t.TrackId = ?;
-- name: TrackWithMaybeAlbum :many
SELECT t.TrackId, flash.embed(a) FROM Track t LEFT JOIN Album a ON a.AlbumId = t.AlbumId;
-- name: InvoiceTotals :many
SELECT i.InvoiceId, i.Total, (SELECT SUM(l.UnitPrice * l.Quantity) FROM InvoiceLine l WHERE l.InvoiceId = i.InvoiceId) AS computed FROM Invoice i;
-- name: Quartiles :many
-- columns: Name!, quartile!, ROUND(CUME_DIST() OVER (ORDER BY Milliseconds), 2)!
SELECT Name, NTILE(4) OVER (ORDER BY Milliseconds) AS quartile, ROUND(CUME_DIST() OVER (ORDER BY Milliseconds), 2) FROM Track;
-- name: FirstInvoice :many
-- columns: CustomerId!, Total!
SELECT x.CustomerId, x.Total FROM (SELECT CustomerId, Total, ROW_NUMBER() OVER (PARTITION BY CustomerId ORDER BY InvoiceDate) AS rn FROM Invoice) x WHERE x.rn = 1;
-- name: AllMissing :many
SELECT a.ArtistId FROM Artist a LEFT JOIN Album b ON b.ArtistId = a.ArtistId WHERE b.AlbumId IS NULL;
-- name: InvoiceDates :many
-- columns: d!, TIME(InvoiceDate)!, WEEKDAY(InvoiceDate)?, LAST_DAY(InvoiceDate)?, due?
SELECT DATE(InvoiceDate) AS d, TIME(InvoiceDate), WEEKDAY(InvoiceDate), LAST_DAY(InvoiceDate), InvoiceDate + INTERVAL 30 DAY AS due FROM Invoice;
-- name: NumberedTracks :many
SELECT @n := @n + 1 AS n, Name FROM Track, (SELECT @n := 0) z;
-- name: LockInvoice :one
SELECT Total FROM Invoice WHERE InvoiceId = ? FOR UPDATE;
-- name: CustomerPair :many
SELECT FirstName, LastName FROM Customer WHERE (FirstName, LastName) IN ((:f1, :l1), (:f2, :l2));
