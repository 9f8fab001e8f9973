-- before
CREATE PROCEDURE p() BEGIN
  -- first; comment
  SELECT 'a;b', "c;d"; /* second; */
END;
-- after
CREATE PROCEDURE p() BEGIN
  # other; comment
  SELECT 'a;b', `x` FROM (SELECT 1 AS x) AS y;
  WHILE 1 = 0 DO SELECT 2; END WHILE;
END;
