CREATE TABLE emp (empno INT(11) NOT NULL PRIMARY KEY, ename VARCHAR(30) CHARACTER SET utf8mb3 NOT NULL, job VARCHAR(20) COLLATE utf8mb4_bin, mgr INT, hiredate DATETIME NOT NULL, sal DECIMAL(10,2) UNSIGNED, comm DECIMAL(7,2), deptno TINYINT UNSIGNED, photo LONGBLOB, guid BINARY(16), rowver TIMESTAMP(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6) ON UPDATE CURRENT_TIMESTAMP(6), active BIT(1) NOT NULL DEFAULT b'1', mask BIT(16), kind ENUM('perm','temp') NOT NULL, skills SET('sql','py','c'), birth_year YEAR, notes LONGTEXT, xml_doc MEDIUMTEXT, extra JSON);
CREATE TABLE dept (deptno TINYINT UNSIGNED NOT NULL PRIMARY KEY, dname VARCHAR(20) NOT NULL, loc VARCHAR(20));
CREATE TABLE salgrade (grade INT, losal DECIMAL(8,2), hisal DECIMAL(8,2));
CREATE TABLE account (id CHAR(36) NOT NULL PRIMARY KEY DEFAULT UUID(), owner NVARCHAR(50), bal NUMERIC(19,4) NOT NULL DEFAULT 0, opened DATE, tz VARCHAR(40), rate DOUBLE, flags SMALLINT NOT NULL DEFAULT 0, big BIGINT UNSIGNED, small TINYINT, med MEDIUMINT UNSIGNED ZEROFILL, fl FLOAT, latin VARCHAR(20) CHARACTER SET latin1, asc_ CHAR(5) CHARACTER SET ascii, ip4 INET4, uid UUID);
CREATE TABLE txn (txn_id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY, acc CHAR(36) NOT NULL, amt NUMERIC(19,4) NOT NULL, kind CHAR(1) NOT NULL, at DATETIME(3) NOT NULL, memo VARCHAR(200), ref INT, FOREIGN KEY (acc) REFERENCES account (id));
CREATE SEQUENCE emp_seq START WITH 1000;
CREATE FUNCTION net(x DECIMAL(10,2), y INT) RETURNS DECIMAL(12,2) DETERMINISTIC RETURN x - y;
CREATE FUNCTION full_label(e INT) RETURNS VARCHAR(80) READS SQL DATA RETURN (SELECT ename FROM emp WHERE empno = e);
CREATE PROCEDURE raise_all(IN pct DECIMAL(5,2)) UPDATE emp SET sal = sal * (1 + pct / 100);
CREATE PROCEDURE lower_all(IN pct DECIMAL(5,2), OUT done INT) SET done = pct;

-- name: m1 :many
SELECT empno, NVL(comm, 0) AS comm, NVL2(comm, sal + comm, sal) AS pay, sal * 12 + NVL(comm, 0) AS annual FROM emp;

-- name: m2 :many
-- columns: ename!, hired!, review?, now_!, eom?
SELECT ename, TO_CHAR(hiredate, 'YYYY-MM-DD') AS hired, ADD_MONTHS(hiredate, 6) AS review, SYSDATE() AS now_, LAST_DAY(hiredate) AS eom FROM emp;

-- name: m3 :one
-- columns: id!
SELECT NEXT VALUE FOR emp_seq AS id FROM DUAL;

-- name: m4 :many
SELECT e.ename, d.dname FROM emp e, dept d WHERE e.deptno = d.deptno AND ROWNUM() <= 5;

-- name: m5 :many
-- columns: pad?, ename!, lvl!, path!
WITH RECURSIVE org (empno, ename, mgr, lvl, path) AS (SELECT empno, ename, mgr, 1, CAST(ename AS CHAR(500)) FROM emp WHERE mgr IS NULL UNION ALL SELECT e.empno, e.ename, e.mgr, o.lvl + 1, CONCAT(o.path, '/', e.ename) FROM emp e JOIN org o ON e.mgr = o.empno) SELECT LPAD(' ', 2 * (lvl - 1)) AS pad, ename, lvl, path FROM org ORDER BY path;

-- name: m6 :many
SELECT e.ename, s.grade FROM emp e LEFT JOIN salgrade s ON e.sal BETWEEN s.losal AND s.hisal;

-- name: m7 :many
SELECT deptno, job, SUM(sal) AS total, GROUP_CONCAT(ename ORDER BY hiredate SEPARATOR ', ') AS names FROM emp GROUP BY deptno, job WITH ROLLUP;

-- name: m8 :many
SELECT ename, sal, sal - 100 AS less, sal * 1.1 AS more, -sal AS neg, sal / 3 AS third, sal DIV 3 AS d, sal % 7 AS m, ROUND(sal, -2) AS r, CAST(sal AS SIGNED) AS i, sal > comm AS gt, GREATEST(sal, comm) AS g FROM emp;

-- name: m9 :many
-- columns: ename!, label?, bad?, tail!, p!, code?, ch?, lb!
SELECT ename, CONCAT(ename, ' (', job, ')') AS label, ename || job AS bad, SUBSTR(ename, -3) AS tail, INSTR(ename, 'A') AS p, LPAD(empno, 6, '0') AS code, CHR(65) AS ch, LENGTHB(ename) AS lb FROM (SELECT *, 1 AS one FROM emp) q CROSS JOIN (SELECT 1 AS INITCAP_) z;

-- name: m10 :many
-- columns: ename!, active!, on_!, a1!, yn!, mask?, m1?, m2?, m3?, m4!, mm?, off_!
SELECT ename, active, active = 1 AS on_, active + 1 AS a1, IF(active, 'Y', 'N') AS yn, mask, mask | 1 AS m1, mask + 0 AS m2, CAST(mask AS UNSIGNED) AS m3, COALESCE(mask, 0) AS m4, MAX(mask) OVER () AS mm, NOT active AS off_ FROM emp;

-- name: m11 :many
SELECT HEX(guid) AS g, guid, CAST(guid AS CHAR) AS gc, UNHEX(REPLACE(UUID(), '-', '')) AS nu, LENGTH(photo) AS sz, SUBSTRING(photo, 1, 10) AS head, MD5(photo) AS md, TO_BASE64(guid) AS b64, guid = UNHEX(:hex) AS same FROM emp;

-- name: m12 :many
-- columns: kind!, skills?, ks?, sk!, kx!, nk?, mk!, ms?, c?, e!, i!
SELECT kind, skills, CASE WHEN kind = 'perm' THEN kind ELSE skills END AS ks, IFNULL(skills, kind) AS sk, COALESCE(kind, 'x') AS kx, NULLIF(kind, 'temp') AS nk, MAX(kind) AS mk, MIN(skills) AS ms, CONCAT(kind, skills) AS c, kind = 'perm' AS e, kind IN ('perm', 'temp') AS i FROM emp GROUP BY kind, skills;

-- name: m13 :many
SELECT birth_year, birth_year + 18 AS adult, IFNULL(birth_year, 1900) AS y, COALESCE(birth_year, 'none') AS ys, birth_year = '1960' AS eq, CONCAT(birth_year) AS cy, YEAR(hiredate) - birth_year AS age, CASE WHEN birth_year > 1950 THEN birth_year END AS c, MAKEDATE(birth_year, 1) AS md, GREATEST(birth_year, 1970) AS g FROM emp;

-- name: m14 :many
SELECT kind FROM emp UNION SELECT dname FROM dept;

-- name: m15 :many
SELECT kind AS k FROM emp UNION ALL SELECT kind FROM emp ORDER BY k;

-- name: m16 :many
SELECT birth_year AS v, active AS b FROM emp UNION ALL SELECT deptno, 0 FROM dept;

-- name: m17 :many
SELECT hiredate AS d, mask AS m, extra AS j FROM emp UNION SELECT CURDATE(), 5, '{}' FROM dept;

-- name: m18 :many
SELECT big AS n FROM account UNION SELECT small FROM account UNION SELECT med FROM account;

-- name: m19 :many
SELECT fl AS n, latin AS t FROM account UNION ALL SELECT bal, asc_ FROM account UNION ALL SELECT rate, owner FROM account;

-- name: m20 :many
SELECT uid AS u, ip4 AS i FROM account UNION SELECT UUID(), '1.1.1.1' FROM dept;

-- name: m21 :many
SELECT big - 1 AS a, big + small AS b, big * -1 AS c, -big AS d, small - med AS e, med * 2 AS f, big / 2 AS g, big % 3 AS h, fl + 1 AS i, rate * bal AS j, ABS(small) AS k, CAST(big AS SIGNED) - 10 AS l, small & med AS m, ~small AS n, big << 1 AS o, small DIV 2 AS p FROM account;

-- name: m22 :many
SELECT SUM(big) AS a, AVG(small) AS b, MAX(med) AS c, SUM(fl) AS d, AVG(bal) AS e, SUM(bal) AS f, MIN(rate) AS g, COUNT(DISTINCT owner, tz) AS h, SUM(small * med) AS i, SUM(rate * bal) AS j, MAX(uid) AS k, MIN(ip4) AS l FROM account;

-- name: m23 :many
-- columns: latin?, u?, c?, eq?, cv?, ca?, i!, n!, lb!, lc?, bl?, by_?, cl?, od?, hx?
SELECT latin, UPPER(latin) AS u, CONCAT(latin, owner) AS c, latin = owner AS eq, CONVERT(latin USING utf8mb4) AS cv, CAST(latin AS CHAR CHARACTER SET utf8mb4) AS ca, _utf8mb4'x' AS i, N'x' AS n, _latin1'y' COLLATE latin1_bin AS lb, latin COLLATE latin1_german1_ci AS lc, BINARY latin AS bl, LENGTH(latin) AS by_, CHAR_LENGTH(latin) AS cl, ORD(latin) AS od, HEX(latin) AS hx FROM account;

-- name: m25 :many
-- columns: acc!, at!, amt!, bal!, prev_at?, net!
SELECT acc, at, amt, SUM(amt) OVER (PARTITION BY acc ORDER BY at, txn_id ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS bal, LAG(at) OVER (PARTITION BY acc ORDER BY at) AS prev_at, SUM(CASE WHEN kind = 'C' THEN amt ELSE -amt END) OVER (PARTITION BY acc) AS net FROM txn;

-- name: m26 :many
SELECT a.id, a.owner, IFNULL(t.total, 0) AS total, t.last_at FROM account a LEFT JOIN (SELECT acc, SUM(amt) AS total, MAX(at) AS last_at FROM txn GROUP BY acc) t ON t.acc = a.id;

-- name: m27 :exec
INSERT INTO account (owner, bal) SELECT ename, COALESCE(sal, 0) FROM emp WHERE deptno = @dept;

-- name: m28 :exec
UPDATE account a INNER JOIN txn t ON t.acc = a.id SET a.bal = a.bal + t.amt, t.memo = CONCAT(IFNULL(t.memo, ''), ' booked') WHERE t.ref IS NULL AND t.at >= @since;

-- name: m29 :one
INSERT INTO emp (empno, ename, hiredate, kind) VALUES (NEXTVAL(emp_seq), :ename, :hiredate, :kind) RETURNING empno, ename, rowver, active, kind, skills;

-- name: m30 :many
INSERT IGNORE INTO dept (deptno, dname) VALUES (:d1, :n1), (:d2, :n2) RETURNING *;

-- name: m31 :exec
DELETE e FROM emp e LEFT JOIN dept d ON d.deptno = e.deptno WHERE d.deptno IS NULL AND e.hiredate < @cutoff;

-- name: m32 :exec
CALL raise_all(@pct);

-- name: m33 :many
SELECT net(sal, 10) AS n, full_label(empno) AS f, net(NULL, 1) AS x FROM emp;

-- name: m34 :many
-- columns: ename!, d90?, q?, yrs?, y2?, today!, d!, d2!, t!, txt!, fu?, som?
SELECT ename, hiredate + INTERVAL 90 DAY AS d90, DATE_SUB(hiredate, INTERVAL 1 QUARTER) AS q, TIMESTAMPDIFF(YEAR, hiredate, NOW()) AS yrs, DATEDIFF(NOW(), hiredate) / 365.25 AS y2, DATE(hiredate) = CURDATE() AS today, CONVERT(hiredate, DATE) AS d, CAST(hiredate AS DATE) AS d2, CAST(hiredate AS TIME) AS t, CONVERT(hiredate, CHAR(10)) AS txt, FROM_UNIXTIME(UNIX_TIMESTAMP(hiredate)) AS fu, hiredate - INTERVAL DAYOFMONTH(hiredate) - 1 DAY AS som FROM emp;

-- name: m35 :many
SELECT ename FROM emp WHERE hiredate >= STR_TO_DATE(@d, '%Y-%m-%d') AND hiredate < @to + INTERVAL 1 DAY;

-- name: m36 :many
-- columns: s!, c!, cn!, h!, m!, nn?, x?, b!
SELECT IF(sal IS NULL, 'n/a', sal) AS s, IF(comm > 0, comm, 0) AS c, IFNULL(comm, 'none') AS cn, IFNULL(hiredate, '') AS h, COALESCE(mgr, deptno, -1) AS m, COALESCE(NULL, NULL) AS nn, CASE WHEN sal > 1000 THEN sal WHEN comm > 1 THEN 'c' END AS x, CASE deptno WHEN 10 THEN TRUE ELSE FALSE END AS b FROM emp;

-- name: m37 :many
SELECT JSON_EXTRACT(extra, '$.a[0]') AS a0, JSON_VALUE(extra, '$.a[1]') AS a1, JSON_LENGTH(extra, '$.a') AS n, JSON_CONTAINS(extra, :v, '$.a') AS has, j.x FROM emp LEFT JOIN JSON_TABLE(extra, '$.a[*]' COLUMNS (x INT PATH '$')) j ON 1 = 1;

-- name: m38 :many
SELECT EXTRACTVALUE(xml_doc, '/a/b') AS b, UPDATEXML(xml_doc, '/a', '<c/>') AS u FROM emp;

-- name: m39 :many
-- columns: a!, b?, c?, d?, e?, f?, g?, h?, i!, j!, k?, l?, m?
SELECT TRIM(LEADING 'x' FROM ename) a, RTRIM(job) b, LTRIM(job) c, REPLACE(notes, '\r\n', '\n') d, LEFT(notes, 100) e, REVERSE(job) f, SPACE(empno) g, FORMAT(sal, 2) h, FORMAT(empno, 0) i, LOWER(kind) j, CONCAT_WS(NULL, 'a') k, SUBSTRING(notes, 2, 5) l, MID(job, 1, 2) m FROM emp;

-- name: m40 :many
-- columns: deptno?, top_name!, ms?
SELECT DISTINCT deptno, FIRST_VALUE(ename) OVER (PARTITION BY deptno ORDER BY sal DESC) AS top_name, MAX(sal) OVER (PARTITION BY deptno) AS ms FROM emp;

-- name: m41 :many
SELECT ename FROM emp ORDER BY sal IS NULL, sal DESC LIMIT 10 OFFSET 5;

-- name: m42 :many
-- columns: empno!, ename!, job?, mgr?, hiredate!, sal?, comm?, deptno!, photo?, guid?, rowver!, active!, mask?, kind!, skills?, birth_year?, notes?, xml_doc?, extra?
SELECT e.* FROM emp e WHERE e.deptno IN (SELECT deptno FROM dept WHERE loc IN (flash.slice(locs))) AND (e.sal > @min OR @min IS NULL);

-- name: m43 :many
SELECT * FROM account WHERE id = @id OR (uid = @uid AND ip4 = @ip);

-- name: m44 :many
SELECT txn_id FROM txn WHERE at BETWEEN @a AND @b AND amt > @amt AND kind = @kind AND memo LIKE CONCAT('%', @q, '%') ORDER BY at DESC LIMIT @n;

-- name: m45 :exec
UPDATE emp SET active = @active, mask = @mask, kind = @kind, skills = @skills, birth_year = @by, guid = @guid, extra = @extra, photo = @photo WHERE empno = @id;

-- name: m46 :exec
INSERT INTO txn (acc, amt, kind, at) VALUES (@acc, @amt, 'C', NOW(3)) ON DUPLICATE KEY UPDATE amt = VALUES(amt) + amt, at = GREATEST(at, VALUES(at));

-- name: m47 :many
SELECT x.deptno, x.n, d.dname FROM (SELECT deptno, COUNT(*) n FROM emp GROUP BY deptno) x LEFT JOIN dept d ON d.deptno <=> x.deptno WHERE x.n > (SELECT AVG(n) FROM (SELECT COUNT(*) n FROM emp GROUP BY deptno) y);

-- name: m48 :many
SELECT e1.ename, e2.ename AS boss, IFNULL(e3.ename, 'nobody') AS grand FROM emp e1 LEFT JOIN emp e2 ON e1.mgr = e2.empno LEFT JOIN emp e3 ON e2.mgr = e3.empno;

-- name: m49 :many
-- columns: deptno?, boss?, temps!, withc!, ac!, mh?
SELECT deptno, SUM(IF(job = 'BOSS', sal, 0)) AS boss, SUM(CASE WHEN kind = 'temp' THEN 1 ELSE 0 END) AS temps, COUNT(CASE WHEN comm IS NOT NULL THEN 1 END) AS withc, AVG(IFNULL(comm, 0)) AS ac, MAX(IF(active, hiredate, NULL)) AS mh FROM emp GROUP BY deptno;

-- name: m50 :many
-- columns: ym!, s!, n!, av?, cum!
SELECT YEAR(at) * 100 + MONTH(at) AS ym, SUM(amt) AS s, COUNT(*) AS n, SUM(amt) / COUNT(*) AS av, SUM(SUM(amt)) OVER (ORDER BY YEAR(at) * 100 + MONTH(at)) AS cum FROM txn GROUP BY YEAR(at) * 100 + MONTH(at);

-- name: m51 :many
-- columns: ename!, sal?, rnk!
SELECT ename, sal, (SELECT COUNT(DISTINCT e2.sal) FROM emp e2 WHERE e2.sal >= e.sal) AS rnk FROM emp e HAVING rnk <= 3;

-- name: m52 :many
SELECT * FROM emp NATURAL LEFT JOIN dept;

-- name: m53 :many
-- columns: deptno!, dname!, loc?, n!
SELECT d.*, COUNT(e.empno) OVER (PARTITION BY d.deptno) AS n FROM dept d LEFT JOIN emp e USING (deptno);

-- name: m54 :one
SELECT SUM(bal) AS total, SUM(CASE WHEN opened < CURDATE() - INTERVAL 1 YEAR THEN bal END) AS old_total, COALESCE(MAX(bal), 0) AS mx, COUNT(*) > 0 AS any_ FROM account;

-- name: m55 :many
SELECT CASE WHEN GROUPING_ = 1 THEN 'Total' ELSE dname END AS d FROM (SELECT dname, 0 AS GROUPING_ FROM dept) q;

-- name: m57 :many
SELECT ename FROM emp WHERE (deptno, job) IN (SELECT deptno, job FROM emp WHERE sal > 100) AND NOT (mgr <=> NULL);

-- name: m58 :many
SELECT t.acc, t.amt FROM txn t WHERE t.txn_id = (SELECT MAX(t2.txn_id) FROM txn t2 WHERE t2.acc = t.acc);

-- name: m59 :many
-- columns: a!, b!, c?, d!, e?, f?, g?, h?, i!, j!, k!, l!, m!, n?, o?
SELECT PERIOD_ADD(202401, 2) a, PERIOD_DIFF(202403, 202401) b, MAKETIME(1, 2, 3.5) c, SEC_TO_TIME(3661) d, TIME_TO_SEC('01:00:00') e, TIMEDIFF('10:00', '08:30') f, ADDTIME('10:00:00', '00:30') g, TIMESTAMP('2024-01-01') h, DATE_FORMAT(NOW(), '%d') i, UTC_DATE() j, UTC_TIME() k, CURTIME(3) l, LOCALTIME m, WEEKDAY(NOW()) n, TO_SECONDS('2024-01-01') o;

-- name: m61 :many
-- columns: v!, d?, u?, n!, hu!, ai!, ks!, sc?, yc?, mc?, ec?
SELECT CAST(empno AS VARCHAR(10)) AS v, CAST(sal AS DOUBLE) AS d, CONVERT(sal, UNSIGNED INTEGER) AS u, CAST(ename AS NCHAR(5)) AS n, CAST(hiredate AS UNSIGNED) AS hu, CAST(active AS SIGNED) AS ai, CAST(kind AS SIGNED) AS ks, CAST(skills AS CHAR) AS sc, CAST(birth_year AS CHAR(4)) AS yc, CAST(mask AS CHAR) AS mc, CAST(extra AS CHAR) AS ec FROM emp;

-- name: m62 :many
-- columns: id!, opened?, n?, later?, gt?, eq?, best!, shown?, q?, td?
SELECT id, opened, opened + 0 AS n, opened + INTERVAL flags DAY AS later, opened > '2020-01-01' AS gt, opened = @d AS eq, IF(opened > @d, opened, @d) AS best, DATE_FORMAT(opened, @fmt) AS shown, QUARTER(opened) AS q, TO_DAYS(opened) AS td FROM account;

-- name: m63 :many
SELECT empno FROM emp WHERE kind = @kind AND FIND_IN_SET(@skill, skills) AND birth_year >= @y AND active = @act AND mask & @bits;

-- name: m64 :one
-- columns: emps!, depts!, money?, top_?
SELECT (SELECT COUNT(*) FROM emp) AS emps, (SELECT COUNT(*) FROM dept) AS depts, (SELECT SUM(bal) FROM account) AS money, (SELECT ename FROM emp ORDER BY sal DESC LIMIT 1) AS top_;

-- name: m65 :many
SELECT 'a' AS src, empno AS id, NULL AS x FROM emp UNION ALL SELECT 'bb', deptno, loc FROM dept UNION ALL SELECT NULL, txn_id, ref FROM txn;

-- name: m66 :many
-- columns: n!
(SELECT ename AS n FROM emp ORDER BY sal LIMIT 2) UNION DISTINCT (SELECT dname FROM dept) EXCEPT (SELECT owner FROM account) LIMIT 5;

-- name: m67 :many
-- columns: deptno!
SELECT deptno FROM dept INTERSECT SELECT deptno FROM emp UNION SELECT 99;

-- name: m68 :many
VALUES (1, 'a'), (2, 'b');

-- name: m69 :many
SELECT * FROM (VALUES (1, 'a'), (2, NULL)) AS v;

-- name: m71 :many
SELECT SQL_SMALL_RESULT deptno, COUNT(*) FROM emp FORCE INDEX (PRIMARY) WHERE empno > 0 GROUP BY deptno ORDER BY NULL;

-- name: m72 :many
-- columns: acc!, f!, l!, span_?, per_day?
SELECT acc, MIN(at) AS f, MAX(at) AS l, TIMESTAMPDIFF(DAY, MIN(at), MAX(at)) AS span_, COUNT(*) / NULLIF(DATEDIFF(MAX(at), MIN(at)), 0) AS per_day FROM txn GROUP BY acc;

-- name: m73 :many
-- columns: acc!, j!
SELECT acc, JSON_OBJECT('acc', acc, 'n', COUNT(*), 'last', MAX(at), 'kinds', JSON_ARRAYAGG(kind)) AS j FROM txn GROUP BY acc;

-- name: m74 :many
SELECT STDDEV_SAMP(amt) a, VAR_POP(amt) b, VARIANCE(ref) c, STD(ref) d, BIT_AND(ref) e, BIT_XOR(txn_id) f, COUNT(DISTINCT kind) g, SUM(DISTINCT amt) h, MAX(memo) i, MIN(kind) j FROM txn;

-- name: m75 :many
-- columns: n!, ename!, dr!, l2?, lk!, ay?, msk?, la?, lh?
SELECT ROW_NUMBER() OVER () AS n, ename, DENSE_RANK() OVER (ORDER BY deptno) dr, LEAD(sal, 2) OVER (ORDER BY empno) l2, LAST_VALUE(kind) OVER (ORDER BY empno ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING) lk, AVG(birth_year) OVER () ay, MIN(skills) OVER () msk, LAG(active) OVER (ORDER BY empno) la, LAG(hiredate, 1) OVER (ORDER BY empno) lh FROM emp;

-- name: m76 :many
SELECT e.deptno, e.sal, p.med FROM emp e JOIN (SELECT DISTINCT deptno, MEDIAN(sal) OVER (PARTITION BY deptno) AS med FROM emp) p ON p.deptno <=> e.deptno;

-- name: m77 :exec
INSERT INTO salgrade VALUES (DEFAULT, 1 + 1, @hi), (NULL, DEFAULT, NULL);

-- name: m78 :exec
UPDATE emp SET sal = sal + (SELECT AVG(bal) FROM account), notes = CONCAT_WS('\n', notes, NOW()) WHERE ename LIKE 'A%' ORDER BY hiredate LIMIT 3;

-- name: m79 :exec
DELETE FROM txn WHERE acc IN (SELECT id FROM account WHERE bal = 0) AND at < NOW() - INTERVAL @days DAY;

-- name: m80 :many
SELECT INET6_ATON('::1') a, INET6_NTOA(INET6_ATON('::1')) b, IS_IPV6(ename) c, ip4 d, CAST(ip4 AS CHAR) e, uid f, CAST(uid AS CHAR) g, HEX(uid) h, uid = 'x' i FROM emp, account;

-- name: m81 :many
-- columns: a?, b?, c!, d!, e?, f?, g?, h!, i!, j?, k!, l?, m?, n?, o?, p?, q?
SELECT LOG(10) a, LOG2(8) b, EXP(1) c, SIN(0) d, ROUND(rate, 2) e, ROUND(fl) f, FLOOR(rate) g, CEILING(bal) h, TRUNCATE(bal, 2) i, POW(small, 2) j, RAND() k, CRC32(owner) l, CONV(small, 10, 2) m, RADIANS(rate) n, FLOOR(fl) o, ROUND(small, 2) p, ROUND(big) q FROM account;

-- name: m82 :many
SELECT id FROM account WHERE owner IS NOT NULL AND tz IS NULL AND rate <> 0 AND NOT flags AND big BETWEEN 1 AND @max AND small NOT IN (1, 2, @s) AND latin REGEXP BINARY @re;

-- name: m83 :many
SELECT ename AS `Employee Name`, sal AS 'Salary', deptno "Dept", hiredate AS `order`, 1 AS `1st`, `comm` FROM `emp` AS `e x`;

-- name: m85 :many
SELECT ename FROM emp PROCEDURE_ WHERE PROCEDURE_.sal > 0;

-- name: m87 :many
SELECT deptno, ename FROM emp ORDER BY deptno, FIELD(job, 'BOSS', 'CLERK') DESC, 2;

-- name: m88 :many
SELECT COUNT(*) AS n, kind FROM emp GROUP BY kind HAVING n >= ALL (SELECT COUNT(*) FROM emp GROUP BY kind);

-- name: m89 :many
SELECT a.id, b.txn_id FROM account a STRAIGHT_JOIN txn b ON a.id = b.acc LEFT JOIN txn c ON c.ref = b.txn_id RIGHT JOIN emp d ON d.empno = b.ref;

-- name: m90 :many
WITH a AS (SELECT deptno, AVG(sal) s FROM emp GROUP BY deptno), b AS (SELECT MAX(s) ms FROM a) SELECT a.deptno FROM a JOIN b ON a.s = b.ms UNION SELECT deptno FROM dept WHERE NOT EXISTS (SELECT 1 FROM a WHERE a.deptno = dept.deptno);

-- name: m91 :many
SELECT IFNULL(e.deptno, 0) + IFNULL(d.deptno, 0) AS s, LEAST(e.deptno, d.deptno) AS l, e.deptno - d.deptno AS diff, e.deptno * 1000 AS k FROM emp e LEFT JOIN dept d ON d.deptno = e.deptno;

-- name: m92 :many
SELECT CASE WHEN active THEN guid ELSE ename END AS a, IFNULL(photo, notes) AS b, COALESCE(extra, '{}') AS c, IF(active, active, 0) AS d, COALESCE(active, 1) AS e, IFNULL(mask, b'0') AS f, CASE WHEN mgr THEN sal ELSE birth_year END AS g, COALESCE(deptno, mgr) AS h, COALESCE(comm, sal) AS i, IFNULL(hiredate, rowver) AS j FROM emp;

-- name: m93 :many
SELECT COUNT(*) FROM emp WHERE hiredate > ALL (SELECT opened FROM account WHERE opened IS NOT NULL) OR TIME(hiredate) = '00:00:00';

-- name: m94 :many
-- columns: ename!, sal!, grade!
SELECT e.ename, e.sal, s.grade FROM emp e, salgrade s WHERE e.sal >= s.losal AND e.sal <= s.hisal AND s.grade = @g;

-- name: m95 :many
-- columns: ename!, job!
SELECT ename, job FROM emp WHERE job IN ('CLERK', @j1) AND UPPER(ename) = UPPER(@n) AND LENGTH(ename) > @len AND sal + IFNULL(comm, 0) > @pay;

-- name: m96 :many
-- columns: x?, y?, z!, b?, o?, h?, c?, a!, cl?, bl!
SELECT ELT(deptno, 'a', 'b') x, EXPORT_SET(deptno, '1', '0', '', 8) y, MAKE_SET(1 | 4, 'a', 'b', 'c') z, BIN(deptno) b, OCT(deptno) o, HEX(deptno) h, CONV(HEX(deptno), 16, 10) c, ASCII(ename) a, CHAR_LENGTH(notes) cl, BIT_LENGTH(ename) bl FROM emp;

-- name: m98 :many
SELECT MIN(x.v) AS lo, MAX(x.v) AS hi FROM (SELECT sal AS v FROM emp UNION ALL SELECT bal FROM account) x;

-- name: m99 :many
SELECT ename, DECODE_ORACLE(deptno, 10, 'ACC', 20, 'RES', 'other') AS dn FROM emp;

-- name: m100 :many
SELECT t.kind, t.amt, e.kind AS ekind FROM txn t JOIN emp e ON e.empno = t.ref AND e.kind = 'perm' WHERE t.kind IN ('C', 'D') GROUP BY t.kind, t.amt, e.kind;

-- name: m101 :many
-- columns: richest!, ids!, act!, ma!, cm!
SELECT SUBSTRING_INDEX(GROUP_CONCAT(ename ORDER BY sal DESC), ',', 1) AS richest, CAST(GROUP_CONCAT(empno) AS CHAR) AS ids, SUM(active) AS act, MAX(active) AS ma, COUNT(mask) AS cm FROM emp GROUP BY deptno;

-- name: out_argument_beside_named_parameters :exec
-- params: pct decimal
CALL lower_all(:pct, @done);

-- name: numbers_of_short_texts_and_rounded_up :many
-- columns: a?, b?, c?, d!, e?
SELECT CAST(asc_ AS SIGNED) AS a, asc_ DIV 2 AS b, CAST(owner AS SIGNED) AS c, CEIL(bal / 10) * 10 AS d, CEIL(small / 3) * 10 AS e FROM account;
