-- A ledger and its staff: keywords as names, views over views, histories.
# the shop, as mysqldump has it
/*!40101 SET NAMES utf8mb4 */;
CREATE TABLE `order` (`key` INT UNSIGNED NOT NULL AUTO_INCREMENT, `group` VARCHAR(20) NOT NULL, `desc` TEXT, `when` DATETIME NOT NULL, `rank` TINYINT DEFAULT NULL, `value` DECIMAL(9,2) NOT NULL DEFAULT '0.00', `limit` INT, PRIMARY KEY (`key`)) ENGINE=InnoDB;
CREATE TABLE Employees (EmpID INT PRIMARY KEY AUTO_INCREMENT, FirstName VARCHAR(30) NOT NULL, LastName VARCHAR(30), ManagerID INT, Salary DECIMAL(10,2) NOT NULL, HiredOn DATE NOT NULL, DeptID SMALLINT NOT NULL, Active BOOL NOT NULL DEFAULT 1, Photo LONGBLOB, CV JSON);
CREATE TABLE Departments (DeptID SMALLINT PRIMARY KEY, Name VARCHAR(40) NOT NULL, Budget DECIMAL(15,2), Code CHAR(3) NOT NULL UNIQUE);
CREATE TABLE hist (id INT PRIMARY KEY, v INT NOT NULL, note VARCHAR(10)) WITH SYSTEM VERSIONING;
CREATE TABLE ledger (id BIGINT UNSIGNED NOT NULL PRIMARY KEY, acct INT NOT NULL, amt DECIMAL(18,4) NOT NULL, cur CHAR(3) NOT NULL DEFAULT 'EUR', posted DATETIME(6) NOT NULL, memo VARCHAR(100), reversed_by BIGINT UNSIGNED, UNIQUE KEY (acct, posted));
CREATE VIEW staff AS SELECT e.EmpID, CONCAT(e.FirstName, IFNULL(CONCAT(' ', e.LastName), '')) AS full_name, d.Name AS dept, e.Salary, e.Active FROM Employees e JOIN Departments d USING (DeptID);
CREATE VIEW rich (id, nm) AS SELECT EmpID, full_name FROM staff WHERE Salary > 1000;
CREATE VIEW dept_pay AS SELECT DeptID, SUM(Salary) AS total, AVG(Salary) avg_pay, COUNT(*) n, MAX(HiredOn) last_hire FROM Employees GROUP BY DeptID;
CREATE FUNCTION tax(amount DECIMAL(10,2)) RETURNS DECIMAL(10,2) DETERMINISTIC RETURN amount * 0.2;
CREATE PROCEDURE raise_pay(IN dept SMALLINT, IN pct DECIMAL(4,2)) UPDATE Employees SET Salary = Salary * (1 + pct / 100) WHERE DeptID = dept;
CREATE PROCEDURE list_dept(IN dept SMALLINT) SELECT EmpID, FirstName FROM Employees WHERE DeptID = dept;

-- name: KeywordsAsNames :many
-- params: group varchar, limit int, limit_2 bigint unsigned
-- columns: key!, group!, desc?, when!, rank?, value!, limit!
SELECT `key`, `group`, `order`.`desc`, `when`, `rank`, `value`, `limit` FROM `order` WHERE `group` = ? AND `limit` > ? ORDER BY `when` DESC LIMIT ?;

-- name: BestPaidOfEach :many
-- params: rk bigint
-- columns: Name!, FirstName!, Salary!
SELECT d.Name, t.FirstName, t.Salary FROM Departments d JOIN (SELECT e.*, DENSE_RANK() OVER (PARTITION BY DeptID ORDER BY Salary DESC) rk FROM Employees e) t ON t.DeptID = d.DeptID AND t.rk <= ?;

-- name: StaffByPay :many
-- params: lo decimal, hi decimal, d varchar
-- columns: EmpID!, full_name!, dept!, Salary!, Active!
SELECT * FROM staff WHERE Salary BETWEEN :lo AND :hi AND dept LIKE :d;

-- name: ViewOverAView :many
-- columns: id!, nm!, Active!
SELECT r.*, s.Active FROM rich r JOIN staff s ON s.EmpID = r.id;

-- name: ViewOverGroups :many
-- columns: DeptID!, total!, avg_pay!, n!, last_hire!, left_over?, used?, d.Budget / p.n?
SELECT p.*, d.Budget - p.total AS left_over, p.total / d.Budget AS used, d.Budget / p.n FROM dept_pay p LEFT JOIN Departments d USING (DeptID);

-- name: CommentsAndQuotedAliases :many
-- params: Salary decimal
SELECT EmpID 'the id', FirstName "first name", Salary AS `pay` FROM Employees # trailing
WHERE /* why */ Salary > ?;

-- name: EveryConstant :one
SELECT 'a' 'b', "x", 'it''s', 'q\'uo', N'n', _latin1'l', X'4D', 0x4D, b'11', 0b11, 1., .5, 1e2, -0, NULL, TRUE, FALSE, DATE'2020-01-01', '', CURRENT_DATE, CURRENT_TIMESTAMP(3);

-- name: StoredFunction :many
SELECT tax(Salary), Salary - tax(Salary) net, ROUND(tax(Salary), 0), COALESCE(tax(Salary), 0) FROM Employees;

-- name: RunningBalance :many
-- params: acct int
-- columns: acct!, posted!, amt!, balance!, before_?, AVG(amt) OVER (ORDER BY posted RANGE BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)!, amt - LAG(amt) OVER (PARTITION BY acct ORDER BY posted)?
SELECT acct, posted, amt, SUM(amt) OVER (PARTITION BY acct ORDER BY posted) AS balance, SUM(amt) OVER (PARTITION BY acct ORDER BY posted ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS before_, AVG(amt) OVER (ORDER BY posted RANGE BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING), amt - LAG(amt) OVER (PARTITION BY acct ORDER BY posted) FROM ledger WHERE acct = ?;

-- name: BalanceByCurrency :many
-- columns: cur!, s!, cr!, dr?, COUNT(reversed_by)!, MAX(memo)?, MIN(posted)!, GROUP_CONCAT(memo)?, FILTER_!
SELECT cur, SUM(amt) s, SUM(IF(amt > 0, amt, 0)) cr, SUM(CASE WHEN amt < 0 THEN -amt END) dr, COUNT(reversed_by), MAX(memo), MIN(posted), GROUP_CONCAT(memo), COUNT(*) FILTER_ FROM ledger GROUP BY cur HAVING s <> 0;

-- name: HistoryOfRows :many
-- params: id int
SELECT *, ROW_START, ROW_END FROM hist FOR SYSTEM_TIME ALL WHERE id = ?;

-- name: FetchNext :many
-- params: offset bigint unsigned, limit bigint unsigned
SELECT EmpID FROM Employees ORDER BY EmpID OFFSET ? ROWS FETCH NEXT ? ROWS ONLY;

-- name: ParenthesesOfSets :many
((SELECT EmpID, 'e' AS t FROM Employees ORDER BY Salary LIMIT 1) UNION (SELECT DeptID, 'd' FROM Departments)) EXCEPT SELECT 0, 'x';

-- name: ValuesInACte :many
WITH a(n) AS (VALUES (1),(2),(3)) SELECT n, n * 1.5 FROM a;

-- name: ChainOfBosses :many
-- params: max_level int
-- columns: EmpID!, ManagerID?, FirstName!, lvl!, chain!, Name!
WITH RECURSIVE boss AS (SELECT EmpID, ManagerID, FirstName, 1 lvl, CAST(FirstName AS CHAR(255)) chain FROM Employees WHERE ManagerID IS NULL UNION ALL SELECT e.EmpID, e.ManagerID, e.FirstName, b.lvl + 1, CONCAT(b.chain, ' < ', e.FirstName) FROM Employees e, boss b WHERE e.ManagerID = b.EmpID) SELECT b.*, d.Name FROM boss b JOIN Employees e USING (EmpID) JOIN Departments d ON d.DeptID = e.DeptID WHERE lvl <= :max_level ORDER BY chain;

-- name: MonthsOfAYear :many
-- params: arg_1 datetime
WITH RECURSIVE months AS (SELECT DATE_FORMAT(?, '%Y-%m-01') AS m, 0 AS i UNION ALL SELECT DATE_FORMAT(m + INTERVAL 1 MONTH, '%Y-%m-01'), i + 1 FROM months WHERE i < 11) SELECT m, COUNT(EmpID) hired FROM months LEFT JOIN Employees ON DATE_FORMAT(HiredOn, '%Y-%m-01') = m GROUP BY m;

-- name: Percentiles :many
SELECT PERCENTILE_CONT(0.5) WITHIN GROUP (ORDER BY Salary) OVER (PARTITION BY DeptID) med, PERCENTILE_DISC(0.9) WITHIN GROUP (ORDER BY Salary) OVER (PARTITION BY DeptID) p90, MEDIAN(Salary) OVER (PARTITION BY DeptID) m2 FROM Employees;

-- name: NamesOfOracle :many
-- columns: NVL(LastName, 'none')!, NVL2(LastName, 1, 0)?, DECODE_ORACLE(DeptID, 1, 'a', 2, 'b', 'c')?, TO_CHAR(HiredOn, 'YYYY-MM')!, ADD_MONTHS(HiredOn, 2)?, NATURAL_SORT_KEY(FirstName)?, SFORMAT('{} {}', FirstName, Salary)?, JSON_DETAILED(CV)?, JSON_EQUALS(CV, '{}')?, CHR(65)?, LENGTHB(FirstName)!, SYS_GUID()!
SELECT NVL(LastName, 'none'), NVL2(LastName, 1, 0), DECODE_ORACLE(DeptID, 1, 'a', 2, 'b', 'c'), TO_CHAR(HiredOn, 'YYYY-MM'), ADD_MONTHS(HiredOn, 2), NATURAL_SORT_KEY(FirstName), SFORMAT('{} {}', FirstName, Salary), JSON_DETAILED(CV), JSON_EQUALS(CV, '{}'), CHR(65), LENGTHB(FirstName), SYS_GUID() FROM Employees;

-- name: ManyTests :many
-- params: FirstName varchar, LastName varchar, LastName_2 varchar, Budget decimal, Salary decimal
SELECT FirstName FROM Employees WHERE FirstName REGEXP ? AND LastName NOT LIKE ? AND (LastName IS NULL OR LastName <> ?) AND Active IS TRUE AND DeptID NOT IN (SELECT DeptID FROM Departments WHERE Budget < ?) XOR Salary > ?;

-- name: SkillsOfADocument :many
-- params: years double
-- columns: EmpID!, lang?, skill?, years!
SELECT e.EmpID, JSON_VALUE(e.CV, '$.lang') lang, j.skill, j.years FROM Employees e, JSON_TABLE(e.CV, '$.skills[*]' COLUMNS (skill VARCHAR(30) PATH '$.n', years DOUBLE PATH '$.y' DEFAULT '0' ON EMPTY DEFAULT '-1' ON ERROR)) j WHERE j.years >= ?;

-- name: UpdateDocuments :exec
-- params: lang varchar?, n varchar?, photo longblob?, floor decimal, id int
UPDATE Employees SET CV = JSON_SET(COALESCE(CV, '{}'), '$.lang', :lang, '$.n', :n), Photo = :photo, Active = NOT Active, Salary = GREATEST(Salary, :floor) WHERE EmpID = :id;

-- name: CapSalaries :exec
-- params: lo decimal, hi decimal, depts smallint*
UPDATE Employees SET Salary = CASE WHEN Salary < :lo THEN :lo WHEN Salary > :hi THEN :hi ELSE Salary END WHERE DeptID IN (flash.slice(depts)) AND Active = TRUE;

-- name: DepartmentOrUpdate :exec
-- params: DeptID smallint, Name varchar, Budget decimal?, Code char
INSERT INTO Departments (DeptID, Name, Budget, Code) VALUES (?, ?, ?, ?) ON DUPLICATE KEY UPDATE Name = VALUES(Name), Budget = IFNULL(VALUES(Budget), Budget);

-- name: DepartmentsAddedUp :many
SELECT d.Name, COALESCE(SUM(e.Salary), 0) pay, COALESCE(AVG(e.Salary), 0) av, IFNULL(MAX(e.HiredOn), '1970-01-01') mx, COUNT(e.EmpID) c, SUM(e.Active) act, MAX(e.Active) anyact, MIN(e.FirstName) fn, SUM(e.Active) = COUNT(*) all_ FROM Departments d LEFT JOIN Employees e ON e.DeptID = d.DeptID GROUP BY d.DeptID, d.Name;

-- name: ScalarsOnly :one
-- params: DeptID smallint, Code char, Code_2 char
-- columns: emps!, pay?, d?, ex!, nm?, none_!, isin!
SELECT (SELECT COUNT(*) FROM Employees) AS emps, (SELECT SUM(Salary) FROM Employees WHERE DeptID = ?) AS pay, (SELECT MAX(HiredOn) FROM Employees) - INTERVAL 1 DAY AS d, EXISTS (SELECT 1 FROM Departments WHERE Code = ?) AS ex, (SELECT Name FROM Departments WHERE Code = ?) AS nm, NOT EXISTS (SELECT 1 FROM ledger) AS none_, 3 IN (SELECT DeptID FROM Departments) AS isin;

-- name: NaturalRight :many
SELECT a.DeptID, b.Code FROM Employees a NATURAL RIGHT JOIN Departments b;

-- name: NaturalTwice :many
SELECT * FROM Employees NATURAL JOIN Departments NATURAL LEFT JOIN dept_pay;

-- name: UsingLeft :many
-- params: DeptID smallint
SELECT DeptID, EmpID, Name FROM Employees LEFT JOIN Departments USING (DeptID) WHERE DeptID = ?;

-- name: CastsOfParameters :many
-- params: x decimal, d date, t char, n bigint unsigned
-- columns: acct!, amt!, shown!, s!, i!, d1!, d!, t!, m5?, f!, b?, u?, x!, dd?, tt!, nn!
SELECT acct, amt, CONCAT(FORMAT(amt, 2), ' ', cur) shown, CAST(amt AS CHAR) s, CAST(amt AS SIGNED) i, CAST(amt AS DECIMAL(10,1)) d1, CAST(posted AS DATE) d, CONVERT(posted, TIME) t, CAST(memo AS CHAR(5)) m5, CAST(acct AS DOUBLE) f, BINARY memo b, CONVERT(memo USING utf8mb4) u, CAST(:x AS DECIMAL(5,2)) x, CAST(:d AS DATE) dd, CAST(:t AS CHAR) tt, CAST(:n AS UNSIGNED) nn FROM ledger;

-- name: ExplainExtended :many
-- columns: id?, select_type!, table?, type?, possible_keys?, key?, key_len?, ref?, rows?, filtered?, Extra!
EXPLAIN EXTENDED SELECT 1 FROM Employees;

-- name: WindowsOfAColleague :many
-- columns: FirstName!, colleagues!, q!, cd!, senior!, junior?, share?, above_min!
SELECT e.FirstName AS FirstName, COUNT(*) OVER (PARTITION BY e.DeptID) AS colleagues, NTILE(4) OVER w AS q, CUME_DIST() OVER w AS cd, FIRST_VALUE(e.FirstName) OVER (PARTITION BY DeptID ORDER BY HiredOn) senior, LAST_VALUE(e.LastName) OVER (PARTITION BY DeptID ORDER BY HiredOn ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING) junior, Salary / SUM(Salary) OVER (PARTITION BY DeptID) share, Salary - MIN(Salary) OVER () above_min FROM Employees e WINDOW w AS (ORDER BY Salary);

-- name: WindowsOverGroups :many
-- columns: y!, s!, run!, r!, sh?
SELECT YEAR(HiredOn) y, SUM(Salary) s, SUM(SUM(Salary)) OVER (ORDER BY YEAR(HiredOn)) run, RANK() OVER (ORDER BY SUM(Salary) DESC) r, COUNT(*) / SUM(COUNT(*)) OVER () sh FROM Employees GROUP BY YEAR(HiredOn);

-- name: DepartmentsWithoutStaff :many
SELECT DISTINCT e.DeptID, d.* FROM Employees e RIGHT JOIN Departments d ON d.DeptID = e.DeptID WHERE e.EmpID IS NULL;

-- name: StaffAsJson :many
-- columns: DeptID!, Name!, staff!, pay!, names?
SELECT d.DeptID, d.Name, JSON_ARRAYAGG(JSON_OBJECT('id', e.EmpID, 'name', e.FirstName)) staff, JSON_OBJECTAGG(e.EmpID, e.Salary) pay, CONCAT('[', GROUP_CONCAT(JSON_QUOTE(e.FirstName)), ']') names FROM Departments d JOIN Employees e ON e.DeptID = d.DeptID GROUP BY d.DeptID;

-- name: MomentsOfALedger :many
-- params: posted datetime, posted_2 datetime
-- columns: dayno!, posted + 0!, UNIX_TIMESTAMP(posted)?, FROM_UNIXTIME(UNIX_TIMESTAMP(posted) DIV 60 * 60)?, posted - INTERVAL SECOND(posted) SECOND?, DATE(posted) + INTERVAL HOUR(posted) HOUR?, MAKETIME(HOUR(posted), 0, 0)?, TIMESTAMP(DATE(posted))!, EXTRACT(MINUTE_SECOND FROM posted)!, WEEKOFYEAR(posted)?, YEARWEEK(posted)?, DAYNAME(posted)?, posted BETWEEN CURDATE() AND NOW()!, posted = CURDATE()!, GREATEST(posted, NOW())!, MICROSECOND(posted)!, TIME(posted)!, CAST(posted AS TIME(6))!, SUBTIME(posted, '1:0:0')?, DATE_FORMAT(posted, '%b %d')?, LAST_DAY(posted)?, posted IN (?, ?)!
SELECT posted DIV 1000000 AS dayno, posted + 0, UNIX_TIMESTAMP(posted), FROM_UNIXTIME(UNIX_TIMESTAMP(posted) DIV 60 * 60), posted - INTERVAL SECOND(posted) SECOND, DATE(posted) + INTERVAL HOUR(posted) HOUR, MAKETIME(HOUR(posted), 0, 0), TIMESTAMP(DATE(posted)), EXTRACT(MINUTE_SECOND FROM posted), WEEKOFYEAR(posted), YEARWEEK(posted), DAYNAME(posted), posted BETWEEN CURDATE() AND NOW(), posted = CURDATE(), GREATEST(posted, NOW()), MICROSECOND(posted), TIME(posted), CAST(posted AS TIME(6)), SUBTIME(posted, '1:0:0'), DATE_FORMAT(posted, '%b %d'), LAST_DAY(posted), posted IN (?, ?) FROM ledger;

-- name: NumbersOfALedger :many
-- columns: amt + 0e0!, amt * 1e0!, POW(amt, 2)!, SQRT(ABS(amt))?, LN(2)?, EXP(1)!, RADIANS(180)!, amt DIV 1!, FLOOR(amt)!, CEIL(amt)!, ROUND(amt)!, ROUND(amt, 2)!, ROUND(amt, -1)!, TRUNCATE(amt, 2)!, SIGN(amt)!, ABS(amt)!, MOD(amt, 3)?, amt % 3!, amt / 3!, amt * 3!, amt * 3.5!, amt + 1.123456!, 1 / amt?, amt / amt?, GREATEST(amt, 0)!, LEAST(amt, 1e9)!, CONV(acct, 10, 2)?, HEX(acct)!, BIN(acct)!, OCT(acct)!, CRC32(cur)!, FORMAT(acct, 0)!, id + acct!, id - acct!, id * 2!, id DIV 2!, id / 2!, id % 2!, acct / 2!, acct DIV 2!, acct * acct!, acct * acct * acct!, -acct!, -id!
SELECT amt + 0e0, amt * 1e0, POW(amt, 2), SQRT(ABS(amt)), LN(2), EXP(1), RADIANS(180), amt DIV 1, FLOOR(amt), CEIL(amt), ROUND(amt), ROUND(amt, 2), ROUND(amt, -1), TRUNCATE(amt, 2), SIGN(amt), ABS(amt), MOD(amt, 3), amt % 3, amt / 3, amt * 3, amt * 3.5, amt + 1.123456, 1 / amt, amt / amt, GREATEST(amt, 0), LEAST(amt, 1e9), CONV(acct, 10, 2), HEX(acct), BIN(acct), OCT(acct), CRC32(cur), FORMAT(acct, 0), id + acct, id - acct, id * 2, id DIV 2, id / 2, id % 2, acct / 2, acct DIV 2, acct * acct, acct * acct * acct, -acct, -id FROM ledger;

-- name: ExplainPartitions :many
EXPLAIN PARTITIONS SELECT acct FROM ledger;

-- name: AnalyzeAStatement :many
-- columns: id?, select_type!, table?, type?, possible_keys?, key?, key_len?, ref?, rows?, r_rows?, filtered?, r_filtered?, Extra!
ANALYZE SELECT acct FROM ledger;

-- name: ParameterBesideUnsigned :many
-- params: arg_1 bigint unsigned, arg_2 bigint unsigned
-- columns: small!, great!
SELECT least(?, id + 1) AS small, greatest(id, ?) AS great FROM ledger;

-- name: LimitInASetOperationOfItsOwn :many
-- params:
-- columns: id!
SELECT id FROM ledger WHERE acct NOT IN (SELECT acct FROM ledger UNION SELECT id FROM hist INTERSECT (SELECT v FROM hist LIMIT 1)) AND acct IN ((SELECT 1 UNION SELECT 2 LIMIT 1) UNION SELECT 3);

-- name: MinusOfMomentsAndOfGreatNumbers :many
-- params:
-- columns: a!, b!, c!, d!, e!
SELECT -posted AS a, -curdate() AS b, -18446744073709551615 AS c, -(-9223372036854775808) AS d, -(-5) AS e FROM ledger;

-- name: WholeOfWhatAParameterDecides :many
-- params: n decimal
-- columns: share?, rounds!
SELECT FLOOR(id / :n) AS share, CEIL(acct * 1.5) AS rounds FROM ledger;
