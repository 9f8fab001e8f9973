-- before
CREATE TABLE wait (id int, tags text[] DEFAULT ARRAY['a', 'b'], lasts interval DEFAULT interval '4 hours', CHECK (lasts < interval '90 days'));
CREATE FUNCTION pause(a interval DEFAULT interval '4 hours', b text[] DEFAULT ARRAY['a', 'b'], c jsonb DEFAULT '{"a":1}') RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE PROCEDURE hold(a interval DEFAULT '90 minutes') LANGUAGE sql AS 'SELECT 1';
-- rows
INSERT INTO wait (id) VALUES (1);
-- after
CREATE TABLE wait (id int, tags text[] DEFAULT ARRAY['a'::text, 'b'::text], lasts interval DEFAULT '04:00:00'::interval, CONSTRAINT wait_lasts_check CHECK ((lasts < '90 days'::interval)));
CREATE FUNCTION public.pause(a interval DEFAULT '04:00:00'::interval, b text[] DEFAULT ARRAY['a'::text, 'b'::text], c jsonb DEFAULT '{"a": 1}'::jsonb) RETURNS integer LANGUAGE sql AS $$SELECT 1$$;
CREATE PROCEDURE public.hold(IN a interval DEFAULT '01:30:00'::interval) LANGUAGE sql AS $$SELECT 1$$;
