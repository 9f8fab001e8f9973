-- before
CREATE TABLE t (id int PRIMARY KEY);
-- rows
INSERT INTO t VALUES (1),(2);
-- after
CREATE TABLE t (id int PRIMARY KEY, a timestamptz NOT NULL DEFAULT now(), b uuid NOT NULL DEFAULT gen_random_uuid(), c text[] NOT NULL DEFAULT ARRAY['x','y'], d interval NOT NULL DEFAULT '1 day', e jsonb NOT NULL DEFAULT '{"a": [1]}', f bit(4) NOT NULL DEFAULT B'1010', g bytea NOT NULL DEFAULT '\x00ff', h numeric(5,2) NOT NULL DEFAULT -1.50, i text NOT NULL DEFAULT current_user, j date NOT NULL DEFAULT CURRENT_DATE + 7, k point DEFAULT '(1,2)', l int4range NOT NULL DEFAULT '[1,5)', m "char" DEFAULT 'c', n name DEFAULT 'n', o time NOT NULL DEFAULT '10:00', p money DEFAULT 5, q xml, r tsvector DEFAULT to_tsvector('simple','a b'), s double precision NOT NULL DEFAULT 1e10, u boolean NOT NULL DEFAULT (NOT false), v char(3) NOT NULL DEFAULT 'ab', w int[][] DEFAULT '{{1,2},{3,4}}', x macaddr, y cidr DEFAULT '10.0.0.0/8', z timestamp(3) NOT NULL DEFAULT LOCALTIMESTAMP(3));
