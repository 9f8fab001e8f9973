-- before
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, b TEXT);
CREATE VIRTUAL TABLE s USING fts5(a, content='t', content_rowid='id');
CREATE VIRTUAL TABLE r USING rtree(id, low, high);
CREATE TRIGGER t_ai AFTER INSERT ON t BEGIN INSERT INTO s (rowid, a) VALUES (NEW.id, NEW.a); END;
-- rows
INSERT INTO t VALUES (1, 'x', 'y'), (2, NULL, 'z');
INSERT INTO r VALUES (1, 2, 3);
-- after
PRAGMA writable_schema=ON;
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT NOT NULL DEFAULT '', b TEXT);
INSERT INTO sqlite_schema(type,name,tbl_name,rootpage,sql)VALUES('table','s','s',0,'CREATE VIRTUAL TABLE s USING fts5(a, content=''t'', content_rowid=''id'')');
CREATE TABLE IF NOT EXISTS 's_data'(id INTEGER PRIMARY KEY, block BLOB);
INSERT INTO s_data VALUES(1,X'');
INSERT INTO s_data VALUES(10,X'00000000000000');
CREATE TABLE IF NOT EXISTS 's_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS 's_docsize'(id INTEGER PRIMARY KEY, sz BLOB);
CREATE TABLE IF NOT EXISTS 's_config'(k PRIMARY KEY, v) WITHOUT ROWID;
INSERT INTO s_config VALUES('version',4);
INSERT INTO sqlite_schema(type,name,tbl_name,rootpage,sql)VALUES('table','r','r',0,'CREATE VIRTUAL TABLE r USING rtree(id, low, high)');
CREATE TABLE IF NOT EXISTS "r_rowid"(rowid INTEGER PRIMARY KEY,nodeno);
CREATE TABLE IF NOT EXISTS "r_node"(nodeno INTEGER PRIMARY KEY,data);
CREATE TABLE IF NOT EXISTS "r_parent"(nodeno INTEGER PRIMARY KEY,parentnode);
CREATE TRIGGER t_ai AFTER INSERT ON t BEGIN INSERT INTO s (rowid, a) VALUES (NEW.id, NEW.a); END;
PRAGMA writable_schema=RESET;
