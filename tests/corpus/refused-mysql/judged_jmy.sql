-- 42S22: Reference 'n' not supported (reference to group function)
-- help: repeat what n is, or sort a subquery
SELECT role, COUNT(*) AS n FROM users GROUP BY role ORDER BY «n» * 2

-- 42S22: Reference 'm' not supported (reference to group function)
-- help: repeat what m is, or sort a subquery
SELECT role, MAX(age) + 1 AS m FROM users GROUP BY role ORDER BY «m» IS NULL, m

-- 42S02: 'users' is not a SEQUENCE
SELECT NEXT VALUE FOR «users»
