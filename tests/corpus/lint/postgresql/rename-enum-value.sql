-- fires
ALTER TYPE mood RENAME VALUE 'sad' TO 'low';

-- quiet
ALTER TYPE mood RENAME TO moods;
