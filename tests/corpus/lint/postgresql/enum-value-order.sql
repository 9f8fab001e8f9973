-- fires
ALTER TYPE mood ADD VALUE 'calm';

-- quiet
ALTER TYPE mood ADD VALUE 'calm' BEFORE 'sad';
