-- fires
CREATE TABLE Users (id int PRIMARY KEY);

-- quiet
CREATE TABLE users (Id int PRIMARY KEY);
