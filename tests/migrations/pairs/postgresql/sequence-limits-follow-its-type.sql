-- A limit that is the type's own follows the type, even where it was written.
-- before
CREATE SEQUENCE up AS smallint MINVALUE -32768;
CREATE SEQUENCE down AS smallint INCREMENT BY -1 MAXVALUE 32767;
CREATE SEQUENCE kept AS smallint MINVALUE -100 MAXVALUE 100;
-- rows
SELECT nextval('up'), nextval('down');
-- after
CREATE SEQUENCE up AS smallint MINVALUE -32768;
CREATE SEQUENCE down AS smallint INCREMENT BY -1 MAXVALUE 32767;
CREATE SEQUENCE kept AS smallint MINVALUE -100 MAXVALUE 100;
ALTER SEQUENCE up AS bigint;
ALTER SEQUENCE down AS integer;
ALTER SEQUENCE kept AS integer;
