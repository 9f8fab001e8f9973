-- before
CREATE TABLE `t` (`id` int(11) NOT NULL, `n` int(11) DEFAULT NULL, `s` varchar(9) DEFAULT NULL, PRIMARY KEY (`id`));
DELIMITER ;;
/*!50003 CREATE*/ /*!50017 DEFINER=CURRENT_USER*/ /*!50003 TRIGGER t_bi BEFORE INSERT ON t FOR EACH ROW
BEGIN
    /* what is new; isn't it? */
    IF NEW.n IS NULL THEN -- */ neither does this end it
        SET NEW.n = 1, NEW.s = '*/'; # nor */ this
    END IF;
END */;;
DELIMITER ;
-- rows
INSERT INTO t (id) VALUES (1);
-- after
CREATE TABLE t (id INT PRIMARY KEY, n INT, s VARCHAR(9));
DELIMITER ;;
CREATE TRIGGER t_bi BEFORE INSERT ON t FOR EACH ROW
BEGIN
    /* what is new; isn't it? */
    IF NEW.n IS NULL THEN -- */ neither does this end it
        SET NEW.n = 2, NEW.s = '*/'; # nor */ this
    END IF;
END;;
DELIMITER ;
