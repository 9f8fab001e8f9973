-- before
CREATE TABLE `order` (`key` INT PRIMARY KEY, `a b` INT, `x``y` INT, KEY `group` (`a b`));
-- rows
INSERT INTO `order` VALUES (1, 2, 3);
-- after
CREATE TABLE `order` (`key` INT PRIMARY KEY, `a b` BIGINT, `select` INT, UNIQUE KEY `group` (`a b`), CONSTRAINT `check` CHECK (`select` > `key`));
CREATE VIEW `view` AS SELECT `key` AS `from` FROM `order`;
