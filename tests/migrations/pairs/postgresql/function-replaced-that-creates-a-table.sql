-- before
CREATE OR REPLACE FUNCTION part(day text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE 'CREATE TABLE part_' || day || ' (id int)';
END $$;
-- after
CREATE OR REPLACE FUNCTION part(day text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE 'CREATE TABLE part_' || day || ' (id bigint)';
    EXECUTE 'CREATE OR REPLACE VIEW last AS TABLE part_' || day;
END $$;
