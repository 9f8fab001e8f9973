-- fires
PRAGMA foreign_keys = OFF;
DROP TABLE t;

-- quiet
PRAGMA foreign_key_check;
