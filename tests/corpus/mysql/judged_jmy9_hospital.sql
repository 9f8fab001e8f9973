CREATE TABLE wards (code CHAR(4) NOT NULL PRIMARY KEY, title VARCHAR(60) NOT NULL, floor_no TINYINT UNSIGNED NOT NULL, beds SMALLINT UNSIGNED NOT NULL DEFAULT 0, phone VARCHAR(20)) ENGINE=InnoDB;
CREATE TABLE staff (staff_id INT UNSIGNED NOT NULL AUTO_INCREMENT, given VARCHAR(40) NOT NULL, family VARCHAR(40) NOT NULL, role ENUM('doctor','nurse','porter','clerk') NOT NULL, ward_code CHAR(4) NULL, hired DATE NOT NULL, salary DECIMAL(9,2) NULL, on_call BOOLEAN NOT NULL DEFAULT FALSE, skills SET('icu','er','peds','surgery') NULL, boss_id INT UNSIGNED NULL, PRIMARY KEY (staff_id), KEY (ward_code), CONSTRAINT fk_ward FOREIGN KEY (ward_code) REFERENCES wards(code) ON DELETE SET NULL);
CREATE TABLE patients (mrn BIGINT UNSIGNED NOT NULL PRIMARY KEY, name VARCHAR(80) NOT NULL, born DATE, sex ENUM('F','M','X'), weight_kg FLOAT, height_cm SMALLINT, insured TINYINT(1), notes TEXT, contact JSON, UNIQUE KEY uq_name_born (name, born));
CREATE TABLE shifts (shift_id INT NOT NULL AUTO_INCREMENT PRIMARY KEY, staff_id INT UNSIGNED NOT NULL, starts DATETIME NOT NULL, ends DATETIME NOT NULL, break_min INT DEFAULT 30, hours DECIMAL(5,2) AS (TIMESTAMPDIFF(MINUTE, starts, ends) / 60) STORED, KEY ix_s (staff_id, starts), FOREIGN KEY (staff_id) REFERENCES staff(staff_id));
CREATE TABLE appointments (id INT NOT NULL AUTO_INCREMENT PRIMARY KEY, mrn BIGINT UNSIGNED NOT NULL, doctor_id INT UNSIGNED NOT NULL, slot DATETIME NOT NULL, minutes SMALLINT NOT NULL DEFAULT 15, state ENUM('booked','arrived','done','cancelled','noshow') NOT NULL DEFAULT 'booked', reason VARCHAR(200), fee DECIMAL(8,2), created_at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP, updated_at TIMESTAMP NULL ON UPDATE CURRENT_TIMESTAMP, UNIQUE KEY (doctor_id, slot), FOREIGN KEY (mrn) REFERENCES patients(mrn), FOREIGN KEY (doctor_id) REFERENCES staff(staff_id));
CREATE TABLE devices (device_id BINARY(8) NOT NULL PRIMARY KEY, model VARCHAR(30) NOT NULL, ward_code CHAR(4), ip INET6, serial UUID NOT NULL, installed YEAR);
CREATE TABLE readings (device_id BINARY(8) NOT NULL, at DATETIME(3) NOT NULL, mrn BIGINT UNSIGNED, metric VARCHAR(20) NOT NULL, val DOUBLE NOT NULL, quality TINYINT, raw VARBINARY(64), PRIMARY KEY (device_id, at, metric));
INSERT INTO wards VALUES ('A001','Cardiology',1,20,NULL),('B002','Oncology',2,0,'555-1'),('C003','Empty',3,5,NULL);
INSERT INTO staff (given,family,role,ward_code,hired,salary,on_call,skills,boss_id) VALUES ('Ann','Lee','doctor','A001','2010-02-03',9000.50,1,'icu,er',NULL),('Bob','May','nurse',NULL,'2015-12-31',NULL,0,NULL,1),('Cy','Nox','porter','B002','2020-06-15',2100,0,'',1);
INSERT INTO patients VALUES (1,'Zoe','1980-05-05','F',60.5,170,1,'ok','{"phone":"1","kin":[{"n":"A"}]}'),(2,'Yan',NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO shifts (staff_id,starts,ends,break_min) VALUES (1,'2024-01-01 08:00:00','2024-01-01 16:30:00',30),(2,'2024-01-01 22:00:00','2024-01-02 06:00:00',NULL);
INSERT INTO appointments (mrn,doctor_id,slot,state,reason,fee) VALUES (1,1,'2024-01-01 09:00:00','done','flu',50),(1,1,'2024-01-01 09:15:00','cancelled',NULL,NULL),(2,1,'2024-01-02 09:00:00','booked',NULL,0);
INSERT INTO devices VALUES (UNHEX('0000000000000001'),'M1','A001','::1',UUID(),2019),(UNHEX('0000000000000002'),'M2',NULL,NULL,UUID(),NULL);
INSERT INTO readings VALUES (UNHEX('0000000000000001'),'2024-01-01 00:00:00.000',1,'hr',60,NULL,NULL),(UNHEX('0000000000000001'),'2024-01-01 00:01:00.500',1,'hr',70,1,x'00ff'),(UNHEX('0000000000000002'),'2024-01-01 00:00:00.000',NULL,'bp',120,1,NULL);

-- name: h01 :many
-- columns: staff_id!, full_name!, title?
SELECT s.staff_id, CONCAT_WS(' ', s.given, s.family) AS full_name, w.title FROM staff s LEFT JOIN wards w ON w.code = s.ward_code ORDER BY s.family, s.given;

-- name: h02 :many
-- params: doctor_id int unsigned, slot datetime, slot_2 datetime
SELECT a.id, p.name, a.slot, DATE_ADD(a.slot, INTERVAL a.minutes MINUTE) AS until FROM appointments a JOIN patients p USING (mrn) WHERE a.doctor_id = ? AND a.slot >= ? AND a.slot < ? + INTERVAL 1 DAY;

-- name: h03 :one
-- params: doctor int unsigned, until datetime, from_ datetime
SELECT COUNT(*) FROM appointments WHERE doctor_id = :doctor AND slot < :until AND slot + INTERVAL minutes MINUTE > :from_ AND state NOT IN ('cancelled','noshow');

-- name: h04 :many
-- columns: day?, state?, n!, billed?, mean_fee?
SELECT DATE(slot) AS day, state, COUNT(*) AS n, SUM(fee) AS billed, AVG(fee) AS mean_fee FROM appointments GROUP BY DATE(slot), state WITH ROLLUP;

-- name: h05 :many
SELECT w.code, w.title, COUNT(s.staff_id) AS staff_count, IFNULL(SUM(s.salary), 0) AS payroll FROM wards w LEFT JOIN staff s ON s.ward_code = w.code GROUP BY w.code, w.title HAVING staff_count < 2;

-- name: h06 :many
SELECT name, TIMESTAMPDIFF(YEAR, born, CURDATE()) AS age, ROUND(weight_kg / POW(height_cm / 100, 2), 1) AS bmi FROM patients;

-- name: h07 :many
SELECT staff_id, SEC_TO_TIME(SUM(TIME_TO_SEC(TIMEDIFF(ends, starts)))) AS worked, SUM(hours) - SUM(COALESCE(break_min, 0)) / 60 AS paid FROM shifts GROUP BY staff_id;

-- name: h08 :many
-- params: arg_1 date, d date
WITH RECURSIVE days AS (SELECT CAST(? AS DATE) AS d UNION ALL SELECT d + INTERVAL 1 DAY FROM days WHERE d < ?) SELECT days.d, COUNT(a.id) AS booked FROM days LEFT JOIN appointments a ON DATE(a.slot) = days.d GROUP BY days.d;

-- name: h09 :many
-- columns: staff_id!, boss_id?, family!, depth!
WITH RECURSIVE chain AS (SELECT staff_id, boss_id, family, 0 AS depth FROM staff WHERE boss_id IS NULL UNION ALL SELECT s.staff_id, s.boss_id, s.family, c.depth + 1 FROM staff s JOIN chain c ON s.boss_id = c.staff_id) SELECT * FROM chain ORDER BY depth;

-- name: h10 :many
-- columns: role!, heads!, first_hire!, top?, wards_seen?
SELECT role, COUNT(*) AS heads, MIN(hired) AS first_hire, MAX(salary) AS top, GROUP_CONCAT(DISTINCT ward_code ORDER BY ward_code SEPARATOR '/') AS wards_seen FROM staff GROUP BY role;

-- name: h11 :exec
UPDATE appointments SET state = 'noshow' WHERE state = 'booked' AND slot < NOW() - INTERVAL 30 MINUTE;

-- name: h12 :one
-- params: mrn bigint unsigned, doctor_id int unsigned, slot datetime, minutes smallint, reason varchar?
INSERT INTO appointments (mrn, doctor_id, slot, minutes, reason) VALUES (?, ?, ?, ?, ?) RETURNING id, created_at, state;

-- name: h13 :exec
-- params: device_id binary, at datetime, metric varchar, val double, quality tinyint?
INSERT INTO readings (device_id, at, metric, val, quality) VALUES (?, ?, ?, ?, ?) ON DUPLICATE KEY UPDATE val = VALUES(val), quality = GREATEST(COALESCE(quality, 0), VALUES(quality));

-- name: h14 :many
-- params: at_from datetime, at_to datetime
-- columns: dev!, metric!, hour_bucket!, avg_val!, lo!, hi!, sd?
SELECT HEX(device_id) AS dev, metric, DATE_FORMAT(at, '%Y-%m-%d %H:00') AS hour_bucket, AVG(val) AS avg_val, MIN(val) lo, MAX(val) hi, STDDEV_SAMP(val) sd FROM readings WHERE at BETWEEN ? AND ? GROUP BY device_id, metric, hour_bucket;

-- name: h15 :many
-- columns: device_id!, at!, val!, delta?, moving!
SELECT device_id, at, val, val - LAG(val) OVER (PARTITION BY device_id, metric ORDER BY at) AS delta, AVG(val) OVER (PARTITION BY device_id, metric ORDER BY at ROWS BETWEEN 4 PRECEDING AND CURRENT ROW) AS moving FROM readings;

-- name: h16 :many
SELECT r.* FROM readings r INNER JOIN (SELECT device_id, metric, MAX(at) AS last_at FROM readings GROUP BY device_id, metric) l ON l.device_id = r.device_id AND l.metric = r.metric AND l.last_at = r.at;

-- name: h17 :many
-- columns: bucket?, n!, total!
SELECT FROM_UNIXTIME(FLOOR(UNIX_TIMESTAMP(at) / 300) * 300) AS bucket, COUNT(*) AS n, SUM(val) total FROM readings GROUP BY bucket ORDER BY bucket;

-- name: h18 :many
SELECT model, INET6_NTOA(INET6_ATON(ip)) AS ip_text, ip, serial, installed, YEAR(CURDATE()) - installed AS age FROM devices;

-- name: h19 :many
SELECT p.mrn, JSON_VALUE(p.contact, '$.phone') AS phone, JSON_EXTRACT(p.contact, '$.kin[0].n') AS kin, JSON_LENGTH(p.contact, '$.kin') AS kin_count FROM patients p WHERE JSON_CONTAINS_PATH(p.contact, 'one', '$.phone');

-- name: h20 :many
SELECT p.name, k.n FROM patients p, JSON_TABLE(p.contact, '$.kin[*]' COLUMNS (n VARCHAR(10) PATH '$.n')) AS k;

-- name: h21 :many
-- columns: staff_id!, starts!, ends!, next_start?, rest_hours?
SELECT staff_id, starts, ends, LEAD(starts) OVER w AS next_start, TIMESTAMPDIFF(HOUR, ends, LEAD(starts) OVER w) AS rest_hours FROM shifts WINDOW w AS (PARTITION BY staff_id ORDER BY starts);

-- name: h22 :many
-- params: slot date
SELECT d.staff_id, d.family FROM staff d WHERE d.role = 'doctor' AND NOT EXISTS (SELECT 1 FROM appointments a WHERE a.doctor_id = d.staff_id AND DATE(a.slot) = ?);

-- name: h23 :exec
DELETE a FROM appointments a JOIN patients p ON p.mrn = a.mrn WHERE p.insured = 0 AND a.state = 'cancelled';

-- name: h24 :exec
-- params: floor_no tinyint unsigned
UPDATE staff s JOIN wards w ON w.code = s.ward_code SET s.salary = s.salary * 1.05, w.phone = COALESCE(w.phone, 'none') WHERE w.floor_no >= ?;

-- name: h25 :one
SELECT EXISTS(SELECT 1 FROM staff WHERE FIND_IN_SET('icu', skills) AND on_call) AS any_icu;

-- name: h26 :many
SELECT given, skills, FIND_IN_SET('er', skills) > 0 AS is_er, skills & 1 AS icu_bit FROM staff;

-- name: h27 :many
-- columns: dow?, hr!, COUNT(*)!
SELECT DAYNAME(slot) AS dow, HOUR(slot) AS hr, COUNT(*) FROM appointments GROUP BY DAYOFWEEK(slot), dow, hr ORDER BY DAYOFWEEK(slot), hr;

-- name: h28 :many
SELECT a.id, CASE a.state WHEN 'done' THEN 'ok' WHEN 'cancelled' THEN 'x' END AS mark, IF(a.fee > 0, a.fee, NULL) AS paid, NULLIF(a.reason, '') AS reason2 FROM appointments a;

-- name: h29 :many
-- params: born date, limit bigint unsigned, offset bigint unsigned
SELECT mrn, name FROM patients WHERE born IS NULL OR born > ? ORDER BY born IS NULL, born DESC LIMIT ? OFFSET ?;

-- name: h30 :many
-- columns: metric!, med?, med2?
SELECT metric, PERCENTILE_CONT(0.5) WITHIN GROUP (ORDER BY val) OVER (PARTITION BY metric) AS med, MEDIAN(val) OVER (PARTITION BY metric) AS med2 FROM readings;

-- name: h31 :many
-- columns: metric!, q!, cd!, pr!, rn!
SELECT metric, NTILE(4) OVER (ORDER BY val) AS q, CUME_DIST() OVER (ORDER BY val) AS cd, PERCENT_RANK() OVER (ORDER BY val) pr, ROW_NUMBER() OVER (ORDER BY val) rn FROM readings;

-- name: h32 :many
-- columns: first!, len!, initial!, padded?
SELECT SUBSTRING_INDEX(name, ' ', 1) AS first, CHAR_LENGTH(name) AS len, UPPER(LEFT(name, 1)) AS initial, LPAD(mrn, 10, '0') AS padded FROM patients;

-- name: h33 :one
-- params: mrn bigint unsigned
SELECT * FROM patients WHERE mrn = ?;

-- name: h34 :one
-- params: name varchar, born date
-- columns: mrn!, name!, born!, sex?, weight_kg?, height_cm?, insured?, notes?, contact?
SELECT * FROM patients WHERE name = ? AND born = ?;

-- name: h35 :one
-- params: doctor_id int unsigned
SELECT MAX(slot) AS last_slot, MIN(slot) first_slot, COUNT(DISTINCT mrn) patients, SUM(state = 'noshow') AS noshows, AVG(state = 'noshow') AS rate FROM appointments WHERE doctor_id = ?;

-- name: h36 :many
SELECT s.family, COALESCE(w.title, 'unassigned') AS ward, IFNULL(b.family, '-') AS boss FROM staff s LEFT JOIN wards w ON s.ward_code = w.code LEFT JOIN staff b ON b.staff_id = s.boss_id;

-- name: h37 :many
(SELECT 'staff' AS kind, family AS label FROM staff) UNION ALL (SELECT 'patient', name FROM patients) ORDER BY label LIMIT 10;

-- name: h38 :many
-- columns: ward_code!
SELECT ward_code FROM staff WHERE ward_code IS NOT NULL EXCEPT SELECT code FROM wards WHERE beds = 0;

-- name: h39 :many
-- columns: code!
SELECT code FROM wards INTERSECT SELECT ward_code FROM devices;

-- name: h40 :exec
-- params: device_id binary, model varchar, serial uuid
REPLACE INTO devices (device_id, model, serial) VALUES (?, ?, ?);

-- name: h41 :exec
-- params: code char, title varchar
INSERT IGNORE INTO wards (code, title, floor_no) SELECT ?, ?, MAX(floor_no) + 1 FROM wards;

-- name: h42 :exec
-- params: hours bigint, shift_id int
UPDATE shifts SET ends = ends + INTERVAL ? HOUR, break_min = NULL WHERE shift_id = ? LIMIT 1;

-- name: h43 :many
-- columns: shift_id!, h!, dh!, t!, overnight!
SELECT shift_id, EXTRACT(HOUR FROM starts) AS h, EXTRACT(DAY_HOUR FROM starts) AS dh, TIME(starts) AS t, DATE(ends) <> DATE(starts) AS overnight FROM shifts;

-- name: h44 :many
-- columns: code!, n!, senior?
SELECT w.code, (SELECT COUNT(*) FROM staff s WHERE s.ward_code = w.code) AS n, (SELECT s.family FROM staff s WHERE s.ward_code = w.code ORDER BY s.hired LIMIT 1) AS senior FROM wards w;

-- name: h45 :many
-- columns: title!, free_beds!, third!, whole!, rest!
SELECT w.title, w.beds - COUNT(a.id) AS free_beds, w.beds / 3 AS third, w.beds DIV 3 AS whole, w.beds MOD 3 AS rest FROM wards w LEFT JOIN appointments a ON FALSE GROUP BY w.code;

-- name: h46 :many
-- columns: at!, epoch?, us!, txt!, midnight!
SELECT at, UNIX_TIMESTAMP(at) AS epoch, MICROSECOND(at) AS us, DATE_FORMAT(at, '%T.%f') AS txt, TIMESTAMP(DATE(at)) AS midnight FROM readings;

-- name: h47 :many
SELECT metric, BIT_OR(quality) AS flags, SUM(quality) sq, COUNT(quality) cq, MAX(quality) mq FROM readings GROUP BY metric;

-- name: h48 :many
SELECT LOWER(HEX(raw)) AS raw_hex, LENGTH(raw) AS bytes, ORD(raw) AS first_byte, raw IS NULL AS missing FROM readings;

-- name: h49 :many
-- columns: metric!, first_val!, last_val!
SELECT DISTINCT metric, FIRST_VALUE(val) OVER (PARTITION BY metric ORDER BY at) AS first_val, LAST_VALUE(val) OVER (PARTITION BY metric ORDER BY at ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS last_val FROM readings;

-- name: h50 :many
-- params: rk bigint
-- columns: device_id!, at!, mrn?, metric!, val!, quality?, raw?, rk!
SELECT * FROM (SELECT r.*, RANK() OVER (PARTITION BY metric ORDER BY val DESC) AS rk FROM readings r) x WHERE rk <= ?;

-- name: h51 :many
SELECT mrn, weight_kg * 2.20462 AS lbs, CAST(weight_kg AS DECIMAL(6,2)) AS kg2, FORMAT(weight_kg, 1) AS shown, TRUNCATE(weight_kg, 0) t FROM patients;

-- name: h52 :many
SELECT sex, COUNT(*) c, SUM(insured) ins, AVG(height_cm) h, MAX(weight_kg) w FROM patients GROUP BY sex ORDER BY c DESC;

-- name: h53 :one
SELECT insured, NOT insured AS uninsured, insured IS TRUE AS yes, COALESCE(insured, FALSE) AS ins FROM patients WHERE mrn = 1;

-- name: h54 :many
SELECT a.id, a.created_at, COALESCE(a.updated_at, a.created_at) AS touched, DATEDIFF(NOW(), a.created_at) AS days_old, a.updated_at <=> NULL AS untouched FROM appointments a;

-- name: h55 :many
SELECT id FROM appointments WHERE (doctor_id, DATE(slot)) IN (SELECT doctor_id, DATE(MAX(slot)) FROM appointments GROUP BY doctor_id);

-- name: h56 :many
SELECT id, ADDTIME(slot, '00:15:00') AS plus15, SUBTIME(TIME(slot), '01:00') AS minus, MAKETIME(HOUR(slot), 0, 0) AS hr0, LAST_DAY(slot) AS eom FROM appointments;

-- name: h57 :many
-- columns: slot!, wk?, yw?, q!, mn?, wd?, td?
SELECT slot, WEEK(slot, 3) AS wk, YEARWEEK(slot) AS yw, QUARTER(slot) AS q, MONTHNAME(slot) AS mn, WEEKDAY(slot) AS wd, TO_DAYS(slot) td FROM appointments;

-- name: h58 :exec
-- params: starts datetime
INSERT INTO shifts (staff_id, starts, ends) SELECT staff_id, starts + INTERVAL 7 DAY, ends + INTERVAL 7 DAY FROM shifts WHERE starts >= ?;

-- name: h59 :exec
-- params: mrn bigint unsigned, name varchar, born date?, contact varchar?
INSERT INTO patients SET mrn = ?, name = ?, born = ?, contact = JSON_OBJECT('phone', ?);

-- name: h60 :exec
-- params: contact varchar?, notes varchar?, mrn bigint unsigned
UPDATE patients SET contact = JSON_SET(COALESCE(contact, '{}'), '$.phone', ?), notes = CONCAT(COALESCE(notes, ''), ?) WHERE mrn = ?;

-- name: h61 :many
-- columns: mrn!, doc!
SELECT p.mrn, JSON_OBJECT('name', p.name, 'visits', (SELECT JSON_ARRAYAGG(a.slot) FROM appointments a WHERE a.mrn = p.mrn)) AS doc FROM patients p;

-- name: h62 :many
SELECT doctor_id, COUNT(*) FILTERED FROM appointments GROUP BY doctor_id;

-- name: h63 :many
-- params: device_id varchar
SELECT device_id, COUNT(*) c FROM readings FORCE INDEX (PRIMARY) WHERE device_id = UNHEX(?) GROUP BY device_id;

-- name: h64 :many
-- params: role staff_role, ward char?, before date?
SELECT staff_id FROM staff WHERE role = :role AND (:ward IS NULL OR ward_code = :ward) AND hired <= COALESCE(:before, hired);

-- name: h65 :many
-- params: ids int unsigned*
SELECT staff_id FROM staff WHERE staff_id IN (flash.slice(ids)) ORDER BY FIELD(role, 'doctor', 'nurse');

-- name: h66 :many
-- params: given varchar, family varchar
SELECT given FROM staff WHERE given LIKE CONCAT(?, '%') OR family REGEXP ? LIMIT 20;

-- name: h67 :one
SELECT AVG(TIMESTAMPDIFF(MINUTE, starts, ends)) AS avg_min, SUM(hours) AS total_hours, MAX(hours) AS longest FROM shifts;

-- name: h68 :many
SELECT salary, salary / 12 AS monthly, ROUND(salary / 12, 2) AS m2, CEIL(salary) c, salary DIV 1000 AS k, salary % 1000 AS r FROM staff;

-- name: h69 :many
-- columns: role!, salary?, diff?, rk!, total?
SELECT role, salary, salary - AVG(salary) OVER (PARTITION BY role) AS diff, RANK() OVER (ORDER BY salary DESC) AS rk, SUM(salary) OVER () AS total FROM staff;

-- name: h70 :many
SELECT IF(on_call, 'yes', 'no') AS oc, on_call + 0 AS n, on_call = 1 AS eq, on_call FROM staff;

-- name: h71 :one
SELECT LAST_INSERT_ID() AS id, ROW_COUNT() AS n, CONNECTION_ID() AS c, DATABASE() AS db, VERSION() AS v;

-- name: h72 :many
SELECT t.title, t.n FROM (SELECT w.title, COUNT(*) AS n FROM wards w NATURAL JOIN (SELECT ward_code AS code FROM staff) z GROUP BY w.title) t WHERE t.n > 0;

-- name: h73 :many
SELECT s1.staff_id a, s2.staff_id b FROM shifts s1 JOIN shifts s2 ON s1.staff_id < s2.staff_id AND s1.starts < s2.ends AND s2.starts < s1.ends;

-- name: h74 :many
-- columns: ward?, metric?, n!
SELECT COALESCE(w.code, 'none') ward, r.metric, COUNT(*) n FROM readings r JOIN devices d USING (device_id) LEFT JOIN wards w ON w.code = d.ward_code GROUP BY ward, r.metric WITH ROLLUP;

-- name: h75 :many
-- columns: mrn!, t0!, t1!, span?, per_min?
SELECT mrn, MIN(at) AS t0, MAX(at) AS t1, TIMESTAMPDIFF(SECOND, MIN(at), MAX(at)) AS span, COUNT(*) / NULLIF(TIMESTAMPDIFF(MINUTE, MIN(at), MAX(at)), 0) AS per_min FROM readings WHERE mrn IS NOT NULL GROUP BY mrn;

-- name: h76 :exec
-- params: days bigint
DELETE FROM readings WHERE at < NOW(3) - INTERVAL ? DAY ORDER BY at LIMIT 1000;

-- name: h77 :many
-- params: serial uuid, serial_2 uuid
-- columns: u!, same!
SELECT UUID() AS u, serial = ? AS same FROM devices WHERE serial <> ?;

-- name: h78 :many
-- columns: c!, num?, hx!, b64!
SELECT CAST(device_id AS CHAR) AS c, CONV(HEX(device_id), 16, 10) AS num, CONCAT('0x', HEX(device_id)) AS hx, TO_BASE64(device_id) b64 FROM devices;

-- name: h79 :exec
SET @row := 0;

-- name: h80 :many
-- columns: short?, idx!, fin!, txt!, mx!
SELECT ELT(FIELD(state, 'booked','done'), 'B', 'D') AS short, state + 0 AS idx, state = 'done' AS fin, CONCAT(state) AS txt, MAX(state) OVER () AS mx FROM appointments;

-- name: h81 :many
SELECT VAR_POP(val) v, STD(val) s, BIT_XOR(quality) x, COUNT(DISTINCT device_id, metric) combos FROM readings;

-- name: h82 :many
-- params: slot_from datetime, slot_to varchar
SELECT slot FROM appointments WHERE slot BETWEEN CAST(? AS DATETIME) AND STR_TO_DATE(?, '%d/%m/%Y %H:%i');

-- name: h83 :many
-- columns: family!, n!, pos!
WITH busy AS (SELECT doctor_id, COUNT(*) AS n FROM appointments GROUP BY doctor_id), ranked AS (SELECT b.*, DENSE_RANK() OVER (ORDER BY n DESC) AS pos FROM busy b) SELECT s.family, r.n, r.pos FROM ranked r JOIN staff s ON s.staff_id = r.doctor_id WHERE r.pos <= 3;

-- name: h84 :one
-- params: doctor_id int unsigned, slot datetime
SELECT id, slot FROM appointments WHERE doctor_id = ? AND slot = ? FOR UPDATE;

-- name: h85 :many
SELECT born, born + 0 AS n, born + INTERVAL 18 YEAR AS adult, MAKEDATE(YEAR(born), 1) AS jan1, DATE_FORMAT(born, '%m-%d') AS bday FROM patients;

-- name: h86 :many
-- params: arg_1 datetime, arg_2 datetime
-- columns: s!, e!
SELECT GREATEST(starts, ?) AS s, LEAST(ends, ?) AS e FROM shifts;

-- name: h87 :many
SELECT INTERVAL(val, 50, 100, 150) AS band, COUNT(*) FROM readings GROUP BY band;

-- name: h88 :many
-- columns: metric!, series!
SELECT metric, JSON_OBJECTAGG(at, val) AS series FROM readings GROUP BY metric;

-- name: h89 :many
SELECT SQL_CALC_FOUND_ROWS mrn FROM patients LIMIT 5;

-- name: h90 :many
SELECT p.name, a.slot FROM patients p STRAIGHT_JOIN appointments a ON a.mrn = p.mrn WHERE a.fee IS NOT NULL;

-- name: h91 :many
SELECT beds, beds - 5 AS signed_diff, CAST(beds AS SIGNED) - 5 AS sd, floor_no * 2 AS f2, -floor_no AS neg FROM wards;

-- name: h92 :many
SELECT quality, ~quality AS inv, quality << 2 AS sh, quality ^ 3 AS xr, BIT_COUNT(quality) AS bc FROM readings;

-- name: h93 :many
-- columns: r!, sg!, ab!, fl!, md?, dv!, sq?, ln_?
SELECT ROUND(val, 2) r, SIGN(val) sg, ABS(val) ab, FLOOR(val) fl, MOD(val, 7) md, val DIV 7 dv, SQRT(val) sq, LN(val) ln_ FROM readings;

-- name: h94 :many
SELECT role FROM staff GROUP BY role HAVING COUNT(*) > ALL (SELECT COUNT(*) FROM devices GROUP BY model);

-- name: h95 :many
SELECT d.model, r.val FROM devices d LEFT JOIN readings r ON r.device_id = d.device_id AND r.metric = 'hr' WHERE r.val IS NOT NULL OR d.ward_code IS NULL;

-- name: h96 :one
-- params: mrn bigint unsigned
-- columns: s!, m?, nm?
SELECT (SELECT COUNT(*) FROM staff) AS s, (SELECT MAX(salary) FROM staff) AS m, (SELECT name FROM patients WHERE mrn = ?) AS nm;

-- name: h97 :many
VALUES (1, 'a'), (2, 'b');

-- name: h98 :exec
-- params: given varchar, family varchar, role staff_role, skills staff_skills?, on_call boolean
INSERT INTO staff (given, family, role, hired, skills, on_call) VALUES (?, ?, ?, CURDATE(), ?, ?);

-- name: h99 :many
-- params: arg_1 varchar
SELECT code, title, beds FROM wards WHERE CASE WHEN ? = 'big' THEN beds > 10 ELSE beds <= 10 END;

-- name: h100 :many
-- columns: d!, metric!, val?
SELECT DATE(at) d, metric, val FROM readings WHERE quality IS NOT NULL AND at >= CURRENT_TIMESTAMP - INTERVAL 1 WEEK UNION SELECT CURDATE(), 'none', NULL;

-- name: h101 :many
-- params: arg_1 char
-- columns: a!, b!, c!, d!, e!
SELECT '5' DIV 2 AS a, '12345' DIV 3 AS b, beds COLLATE utf8mb4_bin AS c, 'x' COLLATE utf8mb4_bin AS d, BINARY ? AS e FROM wards;

-- name: h102 :many
-- columns: r!, b?
SELECT role COLLATE utf8mb4_general_ci AS r, DEFAULT(break_min) AS b FROM staff JOIN shifts USING (staff_id);

-- name: h103 :many
SELECT w.code, EXISTS (SELECT 1 FROM staff s GROUP BY s.role HAVING MAX(s.staff_id) > w.beds) AS more FROM wards w;
