-- before
CREATE TABLE p (a int, b text CHECK (b <> ''));
CREATE TABLE c (z int) INHERITS (p);
-- after
CREATE TABLE p (a int, b text CHECK (b <> ''));
CREATE TABLE c (a int, b text, z int);
