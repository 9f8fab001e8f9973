-- before
CREATE TABLE t (a int, b int);
CREATE STATISTICS ON a, b FROM t;
CREATE STATISTICS counted (mcv, ndistinct) ON a, (b + 1) FROM t;
-- after
CREATE SCHEMA s;
CREATE TABLE t (a int, b int);
CREATE STATISTICS ON a, b FROM t;
CREATE STATISTICS counted (mcv, ndistinct) ON a, (b + 1) FROM t;
CREATE TABLE s.alike (LIKE t INCLUDING ALL, c text);
CREATE TABLE alike (LIKE t INCLUDING STATISTICS);
CREATE TABLE bare (LIKE t INCLUDING ALL EXCLUDING STATISTICS);
