-- passes
CREATE TABLE a (name varchar(20), t text, c char(3), j jsonb, n int, i inet, ts timestamptz, arr text[]);
CREATE INDEX i1 ON a (name varchar_pattern_ops); CREATE INDEX i2 ON a (name text_pattern_ops); CREATE INDEX i3 ON a (t varchar_ops);
CREATE INDEX i4 ON a (c bpchar_pattern_ops); CREATE INDEX i5 ON a USING gin (j jsonb_path_ops); CREATE INDEX i6 ON a (n int4_ops);
CREATE INDEX i7 ON a USING gist (i inet_ops); CREATE INDEX i8 ON a USING brin (ts timestamptz_minmax_multi_ops); CREATE INDEX i9 ON a USING gin (arr array_ops);
CREATE INDEX i10 ON a (name pg_catalog.text_pattern_ops); CREATE INDEX i11 ON a (lower(name) text_pattern_ops);
