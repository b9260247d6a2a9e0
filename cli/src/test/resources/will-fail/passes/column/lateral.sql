-- passes: lateral
CREATE TABLE a (id bigint, tags text[]);
CREATE TABLE b (id bigint, owner bigint);
SELECT a.id, t.tag, n FROM a, unnest(a.tags) WITH ORDINALITY AS t (tag, n);
SELECT a.id, l.top FROM a CROSS JOIN LATERAL (SELECT max(b.id) AS top FROM b WHERE b.owner = a.id) l;
SELECT g FROM generate_series(1, 3) g;
SELECT value FROM jsonb_array_elements('[1]'::jsonb);
