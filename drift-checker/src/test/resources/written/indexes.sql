CREATE TABLE t (
  a int,
  b text,
  c varchar(20),
  d timestamptz,
  e jsonb,
  f boolean,
  g date,
  h text[],
  i uuid,
  j tsvector,
  k numeric);
CREATE INDEX i1 ON t (lower(b));
CREATE INDEX i2 ON t (lower(c));
CREATE INDEX i3 ON t ((a + 1));
CREATE INDEX i4 ON t (a DESC NULLS LAST, b ASC NULLS FIRST);
CREATE INDEX i5 ON t (b text_pattern_ops);
CREATE INDEX i6 ON t USING gin (e jsonb_path_ops);
CREATE INDEX i7 ON t ((e->>'x'));
CREATE INDEX i8 ON t ((e->'a'->>'b'), a);
CREATE INDEX i9 ON t (a) WHERE f;
CREATE INDEX i10 ON t (a) WHERE NOT f;
CREATE INDEX i11 ON t (a) WHERE f = true;
CREATE INDEX i12 ON t (a) WHERE b IN ('x','y') AND c IS NOT NULL;
CREATE INDEX i13 ON t (a) WHERE c = 'x';
CREATE INDEX i14 ON t (a) WHERE d > '2020-01-01';
CREATE UNIQUE INDEX i15 ON t (coalesce(a, 0), lower(b));
CREATE INDEX i16 ON t (date_trunc('day', d AT TIME ZONE 'UTC'));
CREATE INDEX i17 ON t (((d AT TIME ZONE 'UTC')::date));
CREATE INDEX i18 ON t (b COLLATE "C");
CREATE INDEX i19 ON t USING gin (to_tsvector('english', b));
CREATE INDEX i20 ON t USING gin (to_tsvector('english', coalesce(b,'') || ' ' || coalesce(c,'')));
CREATE INDEX i21 ON t (extract(year from g));
CREATE INDEX i22 ON t ((k::int));
CREATE INDEX i23 ON t (a) INCLUDE (b) WITH (fillfactor = 70);
CREATE INDEX i24 ON t (substring(b, 1, 3));
CREATE INDEX i25 ON t (md5(b));
CREATE INDEX i26 ON t ((c || b));
CREATE INDEX i27 ON t (a) WHERE a > 5 AND a < 10;
CREATE INDEX i28 ON t (a) WHERE b LIKE 'x%';
CREATE INDEX i29 ON t (nullif(b, ''));
CREATE INDEX i30 ON t ((a IS NULL)) WHERE a BETWEEN 1 AND 2;
CREATE INDEX i31 ON t (upper(left(b, 2)) varchar_pattern_ops);
CREATE INDEX i32 ON t (((e->>'n')::int));
CREATE INDEX i33 ON t (CAST(e->>'n' AS numeric));
CREATE INDEX i34 ON t ((CASE WHEN a > 0 THEN b ELSE c END));
CREATE INDEX i35 ON t (cast(a as text));
-- not: (a DESC NULLS LAST, => (a DESC NULLS FIRST,
-- not: b ASC NULLS FIRST => b ASC
-- not: COLLATE "C" => COLLATE "POSIX"
-- not: WHERE NOT f => WHERE f
-- not: i20 ON t USING gin (to_tsvector('english', coalesce(b,'') || ' ' => i20 ON t USING gin (to_tsvector('english', coalesce(b,'') || ''
-- not: (e->'a'->>'b') => (e->'a'->'b')
-- not: jsonb_path_ops => jsonb_ops
-- not: c = 'x' => c = 'y'
-- not: AT TIME ZONE 'UTC')::date => AT TIME ZONE 'CET')::date
-- not: left(b, 2) => left(b, 3)
-- not: text_pattern_ops => text_ops
