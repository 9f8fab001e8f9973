-- HY000: Unknown collation: 'utf8mb4_nope'
-- help: did you mean "utf8mb4_bin"?
SELECT name COLLATE «utf8mb4_nope» FROM users

-- 42000: Unknown character set: 'latin9'
-- help: did you mean "latin7"?
SELECT CONVERT(name USING «latin9») FROM users

-- 42000: Unknown character set: 'utf8mb5'
-- help: did you mean "utf8mb4"?
SET NAMES «utf8mb5»

-- 42000: COLLATION 'latin1_bin' is not valid for CHARACTER SET 'utf8mb4'
-- help: write a collation of utf8mb4
SET NAMES utf8mb4 COLLATE «latin1_bin»
