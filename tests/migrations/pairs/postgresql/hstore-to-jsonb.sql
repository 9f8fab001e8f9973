-- before
CREATE SCHEMA ext;
CREATE EXTENSION hstore SCHEMA ext;
CREATE TABLE goods (
    id int PRIMARY KEY, about ext.hstore, facts ext.hstore NOT NULL DEFAULT '', more jsonb, plain json
);
-- rows
INSERT INTO goods VALUES
    (1, 'colour=>red, "a b"=>NULL', '"q\"x"=>"two\nlines", "back\\slash"=>"[{,}]"', '{"z": null, "s": "x\ny"}', '{"k": "v"}'),
    (2, '', '', '{}', NULL), (3, NULL, 'k=>v', NULL, '{}');
-- after
CREATE SCHEMA ext;
CREATE EXTENSION hstore SCHEMA ext;
CREATE TABLE goods (
    id int PRIMARY KEY, about jsonb, facts jsonb NOT NULL DEFAULT '{}', more ext.hstore, plain ext.hstore
);
-- moved
SELECT id, about OPERATOR(ext.->) 'colour', facts OPERATOR(ext.->) 'q"x', facts OPERATOR(ext.->) 'back\slash', about::text = '' FROM goods;
SELECT id, about ->> 'colour', facts ->> 'q"x', facts ->> 'back\slash', about = '{}' FROM goods;
SELECT id, more ->> 's', plain ->> 'k', more ? 'z', more::text = '{}' FROM goods;
SELECT id, more OPERATOR(ext.->) 's', plain OPERATOR(ext.->) 'k', more OPERATOR(ext.?) 'z', more::text = '' FROM goods;
