-- before
CREATE TABLE packets (id BIGINT PRIMARY KEY, name VARCHAR(64));
delimiter $$
DROP PROCEDURE IF EXISTS clear;
CREATE PROCEDURE clear(IN _id bigint)
BEGIN
  DECLARE done INT DEFAULT 0;
  every:LOOP
    IF done THEN LEAVE every; END IF;
    SET done = 1;
  END LOOP every;
  DELETE FROM packets WHERE id = _id;
END
$$
delimiter ;
-- rows
INSERT INTO packets VALUES (1, 'a');
-- after
CREATE TABLE packets (id BIGINT PRIMARY KEY, name VARCHAR(64), size INT);
delimiter $$
CREATE PROCEDURE clear(IN _id bigint)
BEGIN
  again:REPEAT DELETE FROM packets WHERE id = _id; UNTIL 1 END REPEAT again;
END
$$
CREATE VIEW names AS SELECT name FROM packets;
CREATE FUNCTION size_of(_id bigint) RETURNS int READS SQL DATA BEGIN RETURN 1; END $$
delimiter ;
