-- passes: built-in functions
CREATE TABLE t (id bigint PRIMARY KEY, a timestamptz DEFAULT now(), b text DEFAULT coalesce(current_setting('a.b', true), 'x'), c uuid DEFAULT gen_random_uuid());
-- migration
UPDATE t SET a = greatest(a, now()), b = concat_ws('-', b, left(b, 2)), c = nullif(c, c) WHERE extract(year FROM a) > 2000;
SELECT count(*) FILTER (WHERE b = 'x'), row_number() OVER (ORDER BY id), int4(id), text(id), date(a) FROM t GROUP BY id, a;
