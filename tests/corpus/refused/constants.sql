-- 22P02: invalid input syntax for type integer: "abc"
-- help: write a whole number
SELECT «'abc'»::int

-- 22P02: invalid input syntax for type integer: ""
-- help: write a whole number
SELECT «''»::int

-- 22P02: invalid input syntax for type integer: "1.5"
-- help: write a whole number
SELECT «'1.5'»::int

-- 22P02: invalid input syntax for type integer: "1_"
-- help: write a whole number
SELECT «'1_'»::int

-- 22003: value "99999999999" is out of range for type integer
-- help: write a whole number
SELECT «'99999999999'»::int

-- 22003: value "40000" is out of range for type smallint
-- help: write a whole number between -32768 and 32767
SELECT «'40000'»::smallint

-- 22003: value "99999999999999999999" is out of range for type bigint
-- help: write a whole number
SELECT «'99999999999999999999'»::bigint

-- 22P02: invalid input syntax for type integer: "abc"
-- help: write a whole number
SELECT id FROM users WHERE id = «'abc'»

-- 22P02: invalid input syntax for type integer: "12 34"
-- help: write a whole number
SELECT id FROM users WHERE id = «'12 34'»

-- 22P02: invalid input syntax for type integer: "many"
-- help: write a whole number
SELECT id FROM users WHERE age > «'many'»

-- 22003: value "3000000000" is out of range for type integer
-- help: write a whole number
SELECT id FROM users WHERE age = «'3000000000'»

-- 22P02: invalid input syntax for type numeric: "cheap"
-- help: write a number, with a point before the decimals
SELECT id FROM posts WHERE price > «'cheap'»

-- 22P02: invalid input syntax for type numeric: "1e"
-- help: write a number, with a point before the decimals
SELECT «'1e'»::numeric

-- 22P02: invalid input syntax for type numeric: "1,5"
-- help: write a number, with a point before the decimals
SELECT «'1,5'»::numeric

-- 22P02: invalid input syntax for type double precision: "x"
SELECT «'x'»::float8

-- 22003: "1e400" is out of range for type double precision
SELECT «'1e400'»::float8

-- 22003: "1e50" is out of range for type real
SELECT «'1e50'»::real

-- 22P02: invalid input syntax for type boolean: "maybe"
-- help: write true or false
SELECT «'maybe'»::boolean

-- 22P02: invalid input syntax for type boolean: "ja"
-- help: write true or false
SELECT id FROM users WHERE active = «'ja'»

-- 22P02: invalid input syntax for type boolean: "x"
-- help: write true or false
-- also: invalid input syntax for type integer: "y"
SELECT id FROM users WHERE active = «'x'» OR age = 'y'

-- 22P02: invalid input value for enum mood: "hapy"
-- help: did you mean "happy"?
SELECT id FROM users WHERE mood = «'hapy'»

-- 22P02: invalid input value for enum mood: "angry"
-- help: one of sad, ok, happy
SELECT «'angry'»::mood

-- 22P02: invalid input value for enum mood: "glad"
-- help: one of sad, ok, happy
SELECT id FROM users WHERE mood IN ('sad', «'glad'»)

-- 22P02: invalid input value for enum mood: "none"
-- help: one of sad, ok, happy
SELECT coalesce(mood, «'none'») FROM users

-- 22P02: invalid input value for enum mood: "Happy"
-- help: did you mean "happy"?
INSERT INTO users (id, name, mood) VALUES (1, 'x', «'Happy'»)

-- 22P02: invalid input value for enum mood: ""
-- help: one of sad, ok, happy
UPDATE users SET mood = «''»

-- 22007: invalid input syntax for type date: "yesterda"
-- help: write it as '2024-12-31'
SELECT id FROM posts WHERE published = «'yesterda'»

-- 22008: date/time field value out of range: "2024-13-01"
-- help: write it as '2024-12-31'
SELECT id FROM posts WHERE published > «'2024-13-01'»

-- 22008: date/time field value out of range: "2024-02-30"
-- help: write it as '2024-12-31'
SELECT id FROM posts WHERE published > «'2024-02-30'»

-- 22008: date/time field value out of range: "2024/02/30"
-- help: write it as '2024-12-31'
SELECT «'2024/02/30'»::date

-- 22008: date/time field value out of range: "20240230"
-- help: write it as '2024-12-31'
SELECT date «'20240230'»

-- 22008: date/time field value out of range: "2024-01-01 25:00"
-- help: write it as '2024-12-31 23:59:59'
SELECT timestamp «'2024-01-01 25:00'»

-- 22007: invalid input syntax for type timestamp with time zone: "last week"
-- help: write it as '2024-12-31 23:59:59+00'
SELECT id FROM users WHERE created_at > «'last week'»

-- 22008: date/time field value out of range: "2024-01-01 12:61"
-- help: write it as '2024-12-31 23:59:59+00'
SELECT id FROM users WHERE created_at > «'2024-01-01 12:61'»

-- 22008: date/time field value out of range: "12:60"
-- help: write it as '23:59:59'
SELECT «'12:60'»::time

-- 22008: date/time field value out of range: "25:00"
-- help: write it as '23:59:59'
SELECT «'25:00'»::time

-- 22007: invalid input syntax for type time: "noon"
-- help: write it as '23:59:59'
SELECT «'noon'»::time

-- 22007: invalid input syntax for type time: "1970-01-01"
-- help: write it as '23:59:59'
SELECT «'1970-01-01'»::time

-- 22007: invalid input syntax for type time with time zone: "12"
-- help: write it as '23:59:59+00'
SELECT «'12'»::timetz

-- 22007: invalid input syntax for type interval: "1 fortnite"
-- help: write it as '1 day 12 hours'
SELECT interval «'1 fortnite'»

-- 22007: invalid input syntax for type interval: "1 dya"
-- help: write it as '1 day 12 hours'
SELECT created_at + interval «'1 dya'» FROM users

-- 22007: invalid input syntax for type interval: ""
-- help: write it as '1 day 12 hours'
SELECT «''»::interval

-- 22P02: invalid input syntax for type uuid: "abc"
-- help: write 32 hexadecimal digits, with or without hyphens
SELECT id FROM crm.leads WHERE id = «'abc'»

-- 22P02: invalid input syntax for type uuid: "6ecd8c99-4036-403d-bf84-cf8400f67836-1"
-- help: write 32 hexadecimal digits, with or without hyphens
SELECT «'6ecd8c99-4036-403d-bf84-cf8400f67836-1'»::uuid

-- 22P02: invalid input syntax for type uuid: ""
-- help: write 32 hexadecimal digits, with or without hyphens
SELECT «''»::uuid

-- 22P02: invalid input syntax for type json
-- help: write JSON: names and strings stand in double quotes
SELECT «'{'»::json

-- 22P02: invalid input syntax for type json
-- help: write JSON: names and strings stand in double quotes
SELECT «'{"a": }'»::jsonb

-- 22P02: invalid input syntax for type json
-- help: write JSON: names and strings stand in double quotes
SELECT «'{a: 1}'»::jsonb

-- 22P02: invalid input syntax for type json
-- help: write JSON: names and strings stand in double quotes
SELECT «''»::jsonb

-- 22P02: invalid input syntax for type json
-- help: write JSON: names and strings stand in double quotes
SELECT «'true false'»::json

-- 22P02: invalid input syntax for type json
-- help: write JSON: names and strings stand in double quotes
SELECT «'[1,]'»::json

-- 22P02: invalid input syntax for type json
-- help: write JSON: names and strings stand in double quotes
SELECT «'"\x"'»::jsonb

-- 22P02: invalid input syntax for type json
-- help: write JSON: names and strings stand in double quotes
SELECT id FROM users WHERE settings @> «'{"a"}'»

-- 22P02: invalid input syntax for type json
-- help: write JSON: names and strings stand in double quotes
INSERT INTO users (id, name, settings) VALUES (1, 'x', «'{a}'»)

-- 22P02: malformed array literal: "a"
-- help: write it as '{a,b}'
UPDATE users SET tags = «'a'»

-- 22P02: malformed array literal: "{a"
-- help: write it as '{a,b}'
UPDATE users SET tags = «'{a'»

-- 22P02: malformed array literal: "{a,}"
-- help: write it as '{a,b}'
UPDATE users SET tags = «'{a,}'»

-- 22P02: invalid input syntax for type integer: "x"
-- help: write it as '{a,b}'
SELECT «'{1,x}'»::int[]

-- 22P02: malformed array literal: "{{1,2},{3}}"
-- help: write it as '{a,b}'
SELECT «'{{1,2},{3}}'»::int[]

-- 22P02: malformed array literal: "1,2"
-- help: write it as '{a,b}'
SELECT «'1,2'»::int[]

-- 22P02: malformed array literal: "{1}}"
-- help: write it as '{a,b}'
SELECT «'{1}}'»::int[]

-- 22P02: malformed range literal: "[1,2"
-- help: write it as '[from,to)'
SELECT «'[1,2'»::int4range

-- 22P02: invalid input syntax for type integer: "a"
-- help: write it as '[from,to)'
SELECT «'[a,2)'»::int4range

-- 22P02: malformed range literal: "x"
-- help: write it as '[from,to)'
SELECT «'x'»::daterange

-- 22P02: invalid input syntax for type inet: "1.2.3"
SELECT «'1.2.3'»::inet

-- 22P02: invalid input syntax for type inet: "10.0.0.1/99"
SELECT «'10.0.0.1/99'»::inet

-- 22P02: invalid cidr value: "192.168.1.5/24"
SELECT «'192.168.1.5/24'»::cidr

-- 22P02: invalid input syntax for type macaddr: "xx:yy"
-- help: write it as '08:00:2b:01:02:03'
SELECT «'xx:yy'»::macaddr

-- 22023: invalid hexadecimal data: odd number of digits
SELECT «'\xabc'»::bytea

-- 22023: invalid hexadecimal digit: "z"
SELECT «'\xzz'»::bytea

-- 22P02: "2" is not a valid binary digit
-- help: use the digits 01
SELECT «B'012'»

-- 22P02: "g" is not a valid hexadecimal digit
-- help: use the digits 0-9 and a-f
SELECT «X'0g'»

-- 22P02: "2" is not a valid binary digit
SELECT «'2'»::bit

-- 22P02: invalid input syntax for type oid: "x"
SELECT «'x'»::oid

-- 22P02: invalid input syntax for type oid: "-1 x"
SELECT «'-1 x'»::oid

-- 22P02: invalid input syntax for type integer: "b"
-- help: write it as '(street,zip)'
SELECT «'(a,b)'»::address

-- 22P02: malformed record literal: "a"
-- help: write it as '(street,zip)'
SELECT «'a'»::address

-- 22P02: invalid input syntax for type integer: "x"
-- help: write a whole number
SELECT «'x'»::positive

-- 22P02: invalid input syntax for type pg_lsn: "a..b"
SELECT «'a..b'»::pg_lsn

-- 22025: invalid Unicode escape
SELECT E'«\»u00zz'

-- 22P02: malformed array literal: "{"a"
-- help: write it as '{a,b}'
SELECT 1 FROM users WHERE tags @> «'{"a'»

-- 22P02: invalid input syntax for type integer: "b"
-- help: write it as '{a,b}'
SELECT id FROM users WHERE id = ANY («'{1,b}'»)

-- 22P02: invalid input syntax for type bigint: "many"
-- help: write a whole number
SELECT id FROM users LIMIT «'many'»

-- 22P02: invalid input syntax for type integer: "one"
-- help: write a whole number
SELECT age + «'one'» FROM users

-- 22P02: invalid input syntax for type integer: "1.5"
-- help: write a whole number
SELECT age * «'1.5'» FROM users

-- 22P02: invalid input syntax for type integer: ""
-- help: write a whole number
SELECT CASE WHEN active THEN age ELSE «''» END FROM users

-- 22P02: invalid input syntax for type integer: "x"
-- help: write a whole number
SELECT id, «'x'» FROM users UNION SELECT 1, 2

-- 22P02: invalid input syntax for type numeric: "x"
-- help: write a number, with a point before the decimals
SELECT round(«'x'», 1)

-- 22P02: invalid input syntax for type integer: "a"
-- help: write a whole number
SELECT generate_series(«'a'», 3)

-- 22P02: invalid input syntax for type numeric: "$1,000"
-- help: write a number, with a point before the decimals
SELECT «'$1,000'»::numeric

-- 22P02: invalid input syntax for type integer: "nan "
-- help: write a whole number
SELECT «'nan '»::integer

-- 22P02: invalid input syntax for type integer: "Infinity"
-- help: write a whole number
SELECT «'Infinity'»::int

-- 22P02: invalid input syntax for type integer: "2024-01-01"
-- help: write a whole number
SELECT «'2024-01-01'»::int

-- 22P02: invalid input syntax for type integer: ""
-- help: write a whole number
SELECT age = «''» FROM users

-- 22P02: invalid input syntax for type double precision: "x"
SELECT to_timestamp(«'x'»)

-- 42883: operator does not exist: text + integer
-- help: no operator takes these types; you may need a cast
SELECT text 'a' «+» 1

-- 22P02: invalid input syntax for type integer: "a"
-- help: write a whole number
SELECT int «'a'»

-- 22P02: invalid input syntax for type integer: "x"
-- help: write a whole number
SELECT true::int + «'x'»

-- 42601: syntax error at end of jsonpath input
-- help: write a JSON path: '$.items[*].name'
SELECT jsonb_path_query('{}', «'$.a['»)

-- 42601: syntax error at end of jsonpath input
-- help: write a JSON path: '$.items[*].name'
SELECT jsonb '{}' @? «'$.a ? (@.b > 1'»

-- 42601: syntax error at end of jsonpath input
-- help: write a JSON path: '$.items[*].name'
SELECT jsonb '{}' @? «'$."a" ?'»

-- 22P02: invalid input syntax for type jsonpath: ""
-- help: write a JSON path: '$.items[*].name'
SELECT jsonb '{}' @? «''»

-- 22007: invalid input syntax for type timestamp with time zone: "1 day"
-- help: write it as '2024-12-31 23:59:59+00'
SELECT now() - «'1 day'»

-- 22007: invalid input syntax for type date: "2 weeks ago"
-- help: write it as '2024-12-31'
SELECT «'2 weeks ago'»::date

-- 22008: date/time field value out of range: "0"
-- help: write it as '2024-12-31'
SELECT «'0'»::date

-- 22007: invalid input syntax for type timestamp: "2024"
-- help: write it as '2024-12-31 23:59:59'
SELECT «'2024'»::timestamp

-- 22008: date/time field value out of range: "240230"
-- help: write it as '2024-12-31'
SELECT «'240230'»::date

-- 22008: date/time field value out of range: "1234567"
-- help: write it as '2024-12-31 23:59:59+00'
SELECT now() - «'1234567'»

-- 42601: syntax error at or near "=" of jsonpath input
-- help: write a JSON path: '$.items[*].name'
SELECT jsonb_path_query(settings, «'$.items[*] ? (@.price = 3)'») FROM users

-- 42601: syntax error at or near ")" of jsonpath input
-- help: write a JSON path: '$.items[*].name'
SELECT jsonb_path_exists(settings, «'$.items[*] ? (@.price)'») FROM users

-- 42601: @ is not allowed in root expressions
-- help: write a JSON path: '$.items[*].name'
SELECT jsonb_path_exists(settings, «'@.name'») FROM users

-- 42601: syntax error at or near "(" of jsonpath input
-- help: write a JSON path: '$.items[*].name'
SELECT jsonb_path_query_first(settings, «'$.items[0 to 2].last() + last'») FROM users

-- 42601: syntax error at end of jsonpath input
-- help: write a JSON path: '$.items[*].name'
SELECT «'$.items[last'»::jsonpath

-- 42601: invalid input syntax for type jsonpath
-- help: write a JSON path: '$.items[*].name'
SELECT «'$.name like_regex "^a" flag "z"'»::jsonpath

-- 42601: trailing junk after numeric literal at or near ".1s" of jsonpath input
-- help: write a JSON path: '$.items[*].name'
SELECT «'$.items.1st'»::jsonpath

-- 42601: unterminated quoted string at end of jsonpath input
-- help: write a JSON path: '$.items[*].name'
SELECT «'$ ? (@.name == "a)'»::jsonpath

-- 42601: syntax error at end of jsonpath input
-- help: write a JSON path: '$.items[*].name'
SELECT «'$.a == 1 + (2 == 2)'»::jsonpath

-- 42601: syntax error at or near "1.5" of jsonpath input
-- help: write a JSON path: '$.items[*].name'
SELECT «'$.total.decimal(1.5)'»::jsonpath

-- 42601: syntax error at or near "?" of jsonpath input
-- help: write a JSON path: '$.items[*].name'
SELECT JSON_VALUE(settings, «'$.a ?? (@ > 1)'») FROM users

-- 22000: range lower bound must be less than or equal to range upper bound
-- help: write it as '[from,to)'
SELECT «'[5,1)'»::int4range

-- 22000: range lower bound must be less than or equal to range upper bound
-- help: write it as '[from,to)'
SELECT id FROM posts WHERE published <@ daterange «'[2024-02-01,"2024-01-01"]'»

-- 22000: range lower bound must be less than or equal to range upper bound
-- help: write it as '[from,to)'
SELECT «'[2024-01-01 10:00+00,2024-01-01 10:00+02]'»::tstzrange

-- 22000: range lower bound must be less than or equal to range upper bound
-- help: write it as '[from,to)'
SELECT «'(NaN,infinity)'»::numrange

-- 22003: integer out of range
-- help: write it as '[from,to)'
SELECT «'[1,2147483647]'»::int4range

-- 22P02: malformed range literal: "[1,2"
-- help: write it as '[from,to)'
SELECT «'[1,2'»::int4range

-- 22P02: malformed range literal: "empty]"
-- help: write it as '[from,to)'
SELECT «'empty]'»::numrange

-- 22P02: invalid input syntax for type integer: ""
-- help: write it as '[from,to)'
SELECT «'["",3)'»::int4range

-- 22000: range lower bound must be less than or equal to range upper bound
-- help: write it as '{[from,to),[from,to)}'
SELECT «'{[1,2), [9,3)}'»::int8multirange

-- 22P02: malformed multirange literal: "{[1,2),}"
-- help: write it as '{[from,to),[from,to)}'
SELECT «'{[1,2),}'»::int4multirange

-- 22P02: malformed range literal: "[1]"
-- help: write it as '{[from,to),[from,to)}'
SELECT «'{[1]}'»::nummultirange

-- 22P02: malformed array literal: "{1,2}}"
-- help: write it as '{a,b}'
SELECT «'{1,2}}'»::integer[]

-- 22P02: malformed array literal: "{{1,2},{3}}"
-- help: write it as '{a,b}'
SELECT «'{{1,2},{3}}'»::integer[]

-- 22P02: malformed array literal: "[1:3]={1,2}"
-- help: write it as '{a,b}'
SELECT «'[1:3]={1,2}'»::integer[]

-- 2202E: upper bound cannot be less than lower bound
-- help: write it as '{a,b}'
SELECT «'[2:1]={1,2}'»::integer[]

-- 22P02: invalid input syntax for type integer: "x"
-- help: write it as '{a,b}'
SELECT «'[1:2]={1,x}'»::integer[]

-- 22P02: malformed array literal: "{a "b"}"
-- help: write it as '{a,b}'
SELECT «'{a "b"}'»::text[]

-- 22P02: invalid input syntax for type box: "1,2"
-- help: write it as '{a,b}'
SELECT «'{(1,2),(3,4);1,2}'»::box[]

-- 22P02: malformed record literal: "(Mill Lane)"
-- help: write it as '(street,zip)'
UPDATE users SET home = «'(Mill Lane)'»

-- 22P02: invalid input syntax for type integer: "x"
-- help: write it as '(street,zip)'
UPDATE users SET home = «'("Mill ""Lane""",x)'»

-- 22P02: invalid input syntax for type point: "(1;2)"
-- help: write it as '(1,2)'
SELECT «'(1;2)'»::point

-- 22003: "1e400" is out of range for type double precision
-- help: write it as '(1,2)'
SELECT point «'(1,1e400)'»

-- 22P02: invalid input syntax for type box: "(1,2)"
-- help: write it as '(1,2),(3,4)'
SELECT point '(1,2)' <@ box «'(1,2)'»

-- 22P02: invalid line specification: A and B cannot both be zero
-- help: write it as '{1,-1,0}', or as two of its points
SELECT line «'{0,0,1}'»

-- 22P02: invalid input syntax for type path: "[(1,2),3]"
-- help: write it as '[(1,2),(3,4)]', or '((1,2),(3,4))' if it is closed
SELECT path «'[(1,2),3]'»

-- 22P02: invalid input syntax for type polygon: "((1,2),(3,4)"
-- help: write it as '((1,2),(3,4),(5,6))'
SELECT polygon «'((1,2),(3,4)'»

-- 22P02: invalid input syntax for type circle: "<(1,2),-3>"
-- help: write it as '<(1,2),3>'
SELECT circle «'<(1,2),-3>'»

-- 42601: syntax error in tsquery: "fat cat"
-- help: write operators between the words: 'fat & cat'; plainto_tsquery and websearch_to_tsquery take plain words
SELECT id FROM posts WHERE to_tsvector('english', body) @@ «'fat cat'»

-- 42601: no operand in tsquery: "fat &"
-- help: write operators between the words: 'fat & cat'; plainto_tsquery and websearch_to_tsquery take plain words
SELECT «'fat &'»::tsquery

-- 42601: syntax error in tsvector: "a:x"
SELECT tsvector «'a:x'»

-- 22003: invalid octet value in "macaddr" value: "108:00:2b:01:02:03"
-- help: write it as '08:00:2b:01:02:03'
SELECT macaddr «'108:00:2b:01:02:03'»

-- 22P02: invalid input syntax for type macaddr: "08:00:2b:01:02"
-- help: write it as '08:00:2b:01:02:03'
SELECT macaddr «'08:00:2b:01:02'»

-- 22P02: invalid input syntax for type tid: "(0)"
SELECT id FROM users WHERE ctid = «'(0)'»

-- 22P02: invalid input syntax for type xid: "now"
SELECT id FROM users WHERE xmin = «'now'»

-- 22000: range lower bound must be less than or equal to range upper bound
-- help: write it as '[from,to)'
SELECT «'[2024-01-02,2024-01-01]'»::tstzrange

-- 22P02: invalid input syntax for type cidr: "10.0.0/33"
SELECT «'10.0.0/33'»::cidr

-- 22021: invalid byte sequence for encoding "UTF8": 0xff
SELECT «E'a\xff'»
