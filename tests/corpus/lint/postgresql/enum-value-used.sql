-- fires
ALTER TYPE mood ADD VALUE 'calm' AFTER 'sad';
ALTER TABLE t ALTER COLUMN a SET DEFAULT 'calm';

-- quiet
ALTER TYPE mood ADD VALUE 'calm' AFTER 'sad';
ALTER TABLE t ALTER COLUMN a SET DEFAULT 'sad';

-- quiet
-- flash:no-transaction
ALTER TYPE mood ADD VALUE 'calm' AFTER 'sad';
ALTER TABLE t ALTER COLUMN a SET DEFAULT 'calm';
