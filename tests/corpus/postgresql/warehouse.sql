-- Stock with arrays, composites and inheritance; recipes, routes, permissions as bits.
CREATE SCHEMA logistics;
SET search_path TO logistics, public;
CREATE TYPE size AS (width numeric(8, 2), height numeric(8, 2), depth real);
CREATE TYPE unit AS ENUM ('piece', 'kg', 'litre');
CREATE DOMAIN ean AS char(13);
CREATE DOMAIN tags AS text[];

CREATE TABLE items (
    id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    ean ean UNIQUE,
    name varchar(100) NOT NULL,
    unit unit NOT NULL DEFAULT 'piece',
    dimensions size,
    labels tags,
    suppliers integer[] NOT NULL DEFAULT '{}',
    prices numeric(10, 2)[],
    price_history jsonb[],
    active_from date NOT NULL DEFAULT CURRENT_DATE
);

CREATE TABLE shelves (
    code char(6) PRIMARY KEY,
    aisle smallint NOT NULL,
    cells size[] NOT NULL,
    mac macaddr,
    address cidr
);

CREATE TABLE movements (
    id bigint GENERATED ALWAYS AS IDENTITY,
    item_id integer NOT NULL REFERENCES items (id),
    shelf char(6) REFERENCES shelves (code),
    quantity numeric(12, 3) NOT NULL,
    moved_at timestamptz NOT NULL DEFAULT now(),
    reason text
);



CREATE TABLE corrections (approved_by text NOT NULL) INHERITS (movements);

CREATE TABLE components (
    assembly integer NOT NULL REFERENCES items (id),
    component integer NOT NULL REFERENCES items (id),
    quantity integer NOT NULL,
    PRIMARY KEY (assembly, component)
);

CREATE TABLE legs (
    origin text NOT NULL,
    destination text NOT NULL,
    km integer NOT NULL,
    minutes real
);

CREATE TABLE public.acl (
    subject integer NOT NULL,
    object text NOT NULL,
    rights bit varying(16) NOT NULL,
    granted_by integer,
    PRIMARY KEY (subject, object)
);

CREATE VIEW stock (item_id, quantity, last_moved) AS
    SELECT item_id, sum(quantity), max(moved_at) FROM movements GROUP BY item_id;
CREATE MATERIALIZED VIEW monthly AS
    SELECT item_id, date_trunc('month', moved_at)::date AS month, sum(quantity) AS total FROM movements GROUP BY 1, 2;

-- name: StockLevels :many
SELECT i.id, i.name, coalesce(s.quantity, 0) AS quantity, s.last_moved, s.quantity::int, s.quantity > $1 AS plenty
FROM items i LEFT JOIN stock s ON s.item_id = i.id;

-- name: StockOf :one
-- params: item_id integer
-- columns: quantity!, last_moved!
SELECT quantity, last_moved FROM stock WHERE item_id = $1;

-- name: Monthly :many
SELECT m.*, total - lag(total) OVER (PARTITION BY item_id ORDER BY month) AS change FROM monthly m;

-- name: Volume :many
SELECT id, (dimensions).width * (dimensions).height AS area, ((dimensions).width * (dimensions).depth)::numeric(8, 2) AS side, dimensions IS NULL, (dimensions).* FROM items;

-- name: SetSize :exec
UPDATE items SET dimensions = ROW ($2, $3, $4) WHERE id = $1;

-- name: SetWidth :exec
-- params: width numeric?, id integer
UPDATE items SET dimensions.width = $1 WHERE id = $2;

-- name: SetSizeWhole :exec
-- params: dimensions size?, id integer
UPDATE items SET dimensions = $1 WHERE id = $2;

-- name: CompareSizes :many
SELECT a.id, b.id FROM items a, items b WHERE a.dimensions = b.dimensions AND a.dimensions = $1 AND a.id < b.id;

-- name: Prices :many
SELECT id, prices[1], prices[array_upper(prices, 1)] AS last, prices[1:3], array_dims(prices), (SELECT max(p) FROM unnest(prices) p) AS highest, (SELECT avg(p) FROM unnest(prices) AS p), price_history[1] ->> 'at' AS since, array_length(prices, 1) FROM items;

-- name: AddPrice :one
-- params: prices numeric, id integer
UPDATE items SET prices = prices || $1::numeric WHERE id = $2 RETURNING prices, cardinality(prices);

-- name: Suppliers :many
-- params: suppliers integer[], suppliers_2 integer
SELECT id, suppliers, suppliers || 5 AS more, 5 || suppliers AS before, suppliers || suppliers AS twice, array_remove(suppliers, 5), array_position(suppliers, 5), array_replace(suppliers, 1, 2), suppliers = '{}', array_to_string(suppliers, ','), trim_array(suppliers, 1), array_cat(suppliers, suppliers), array_fill(0, ARRAY[3]), array_prepend(1, suppliers), array_ndims(suppliers), to_json(suppliers)
FROM items WHERE suppliers && $1 OR $2 = ANY (suppliers);

-- name: Labels :many
-- params: labels text[]
SELECT labels, labels[1], unnest(labels), labels || 'x'::text FROM items WHERE labels @> $1;

-- name: ByEan :one
-- params: ean character
SELECT ean, length(ean), ean || '-' AS dashed, ean LIKE '40%', left(ean, 3), ean = name AS same FROM items WHERE ean = $1;

-- name: Cells :many
SELECT s.code, c.width, c.height, c.depth, s.cells[1], (s.cells[1]).width, c.ordinality FROM shelves s, unnest(s.cells) WITH ORDINALITY AS c;

-- name: Network :many
SELECT code, mac, trunc(mac), address, broadcast(address), host(address), netmask(address), address << $1 AS inside, set_masklen(address, 16), abbrev(address), family(address), address && inet '10.0.0.0/8', inet '10.0.0.1' + 5 AS next, inet '10.0.0.9' - inet '10.0.0.1' AS apart, text(address), address::text, inet_merge(address, '10.0.0.1')
FROM shelves WHERE mac = $2 AND address >>= $3;

-- name: Movements :many
SELECT tableoid::regclass AS source, m.* FROM movements m WHERE moved_at > now() - interval '1 week';

-- name: OnlyParents :many
SELECT id, quantity FROM ONLY movements WHERE shelf = $1;

-- name: Explode :many
-- params: assembly integer
WITH RECURSIVE bom (component, quantity, depth, path) AS (
    SELECT component, quantity, 1, ARRAY[assembly, component] FROM components WHERE assembly = $1
    UNION ALL
    SELECT c.component, b.quantity * c.quantity, b.depth + 1, b.path || c.component
    FROM bom b JOIN components c ON c.assembly = b.component
    WHERE NOT c.component = ANY (b.path)
)
SELECT i.name, sum(b.quantity) AS needed, max(b.depth) AS depth
FROM bom b JOIN items i ON i.id = b.component GROUP BY i.id;

-- name: ShortestWay :many
WITH RECURSIVE way AS (
    SELECT destination, km, minutes, ARRAY[origin, destination] AS stops FROM legs WHERE origin = @origin
    UNION ALL
    SELECT l.destination, w.km + l.km, w.minutes + l.minutes, w.stops || l.destination
    FROM way w JOIN legs l ON l.origin = w.destination
    WHERE l.destination <> ALL (w.stops) AND cardinality(w.stops) < @max_stops
)
SELECT stops, km, minutes FROM way WHERE destination = @destination ORDER BY km LIMIT 1;

-- name: RunningStock :many
SELECT id, sum(quantity) OVER w AS level, quantity - avg(quantity) OVER w AS deviation, min(moved_at) OVER w, count(*) OVER w, sum(quantity) OVER (w ROWS UNBOUNDED PRECEDING), array_agg(id) OVER w, last_value(reason) OVER w
FROM movements WHERE item_id = $1 WINDOW w AS (PARTITION BY item_id ORDER BY moved_at, id);

-- name: Rights :many
SELECT subject, rights & B'0001', rights || B'1', length(rights), substring(rights FROM 1 FOR 2), rights::text, get_bit(rights, 1), set_bit(rights, 1, 1) FROM acl WHERE rights = $1;

-- name: Grant :exec
-- params: subject integer, object text, rights bit varying, granted_by integer?
INSERT INTO acl VALUES ($1, $2, $3, $4) ON CONFLICT (subject, object) DO UPDATE SET rights = acl.rights | EXCLUDED.rights;

-- name: MoveAll :many
WITH taken AS (
    UPDATE movements SET shelf = $2 WHERE shelf = $1 RETURNING item_id, quantity
), totals AS (
    SELECT item_id, sum(quantity) AS quantity FROM taken GROUP BY item_id
)
INSERT INTO movements (item_id, shelf, quantity, reason)
SELECT item_id, $2, quantity, 'moved from ' || $1 FROM totals
RETURNING id, item_id, quantity;

-- name: MoveOut :many
WITH gone AS (DELETE FROM movements WHERE moved_at < $1 RETURNING *)
SELECT item_id, count(*), sum(quantity) AS quantity, min(reason) FROM gone GROUP BY item_id;

-- name: UnitTotals :many
SELECT unit, count(*) FILTER (WHERE unit = 'kg'), string_agg(name, ', '), min(unit), max(unit::text), array_agg(unit) FROM items GROUP BY unit ORDER BY unit;

-- name: AllUnits :many
SELECT u.unit, count(i.id) AS items FROM unnest(enum_range(NULL::unit)) AS u (unit) LEFT JOIN items i ON i.unit = u.unit GROUP BY u.unit;

-- name: InsertItem :one
INSERT INTO items (ean, name, unit, labels, suppliers, prices) VALUES ($1, $2, $3, $4, $5, $6) RETURNING id, ean, unit, labels, prices;

-- name: InsertDefaults :one
INSERT INTO items (name, unit, active_from) VALUES ($1, DEFAULT, DEFAULT) RETURNING *;

-- name: Intersect :many
SELECT item_id FROM movements INTERSECT ALL SELECT component FROM components EXCEPT SELECT assembly FROM components WHERE quantity > $1;

-- name: AnyAll :many
SELECT id FROM items WHERE id > ALL (SELECT component FROM components) AND id = ANY (SELECT assembly FROM components WHERE quantity > $1) AND (id, name) IN (SELECT 1, 'x'::varchar) AND id <> SOME (suppliers);

-- name: Correlated :many
SELECT i.id, (SELECT m.quantity FROM movements m WHERE m.item_id = i.id ORDER BY m.moved_at DESC LIMIT 1) AS last_quantity, ARRAY(SELECT m.id FROM movements m WHERE m.item_id = i.id) AS ids, EXISTS (SELECT FROM components WHERE component = i.id) AS used FROM items i;

-- name: Coalesced :many
SELECT coalesce(labels, '{}') AS labels, coalesce(ean, 'none') AS ean, coalesce(dimensions, ROW (1, 2, 3)::size) AS dimensions, coalesce(prices[1], 0), coalesce(null, unit), coalesce((dimensions).depth, 0), coalesce((dimensions).width, 1.5, 2), nullif(name, ''), nullif(unit, 'kg'), greatest(active_from, CURRENT_DATE, $1) FROM items;

-- name: SetPrice :exec
UPDATE items SET prices[$1] = $2, suppliers[1:2] = $3 WHERE id = $4;

-- name: Corrections :many
SELECT * FROM corrections WHERE approved_by = $1;
