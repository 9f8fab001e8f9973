-- before
CREATE TABLE t (id int, a text, b text);
CREATE TABLE u (id int);
GRANT SELECT (a, b) ON t TO pg_monitor;
GRANT ALL ON u TO pg_maintain WITH GRANT OPTION;
REVOKE ALL ON t FROM pg_read_all_settings;
-- after
CREATE TABLE t (id int, a int, b text);
CREATE TABLE u (id int);
GRANT SELECT ON t TO pg_monitor;
REVOKE SELECT ON t FROM pg_monitor;
GRANT SELECT (a) ON t TO pg_monitor;
GRANT ALL ON u TO pg_maintain;
GRANT SELECT ON u TO pg_maintain WITH GRANT OPTION;
