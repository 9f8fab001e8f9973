-- fires
ALTER TABLE t ADD COLUMN u varchar(36) DEFAULT (uuid());

-- quiet
ALTER TABLE t ADD COLUMN u varchar(36) DEFAULT 'x';

-- quiet
ALTER TABLE t ADD COLUMN a datetime DEFAULT CURRENT_TIMESTAMP;
