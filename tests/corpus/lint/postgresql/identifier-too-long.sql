-- fires
CREATE TABLE a_name_that_goes_on_and_on_until_the_server_no_longer_wants_to_keep_it (id bigint PRIMARY KEY);

-- fires
ALTER TABLE t ADD COLUMN "a_name_that_goes_on_and_on_until_the_server_no_longer_wants_to_keep_it" text;

-- quiet
CREATE TABLE t (id bigint PRIMARY KEY);

-- quiet
COMMENT ON TABLE t IS 'a_name_that_goes_on_and_on_until_the_server_no_longer_wants_to_keep_it';
