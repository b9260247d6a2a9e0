-- passes: methods
CREATE TABLE a (id bigint, n int, p point, t text[]);
CREATE INDEX ON a USING gist (p) INCLUDE (id);
CREATE INDEX ON a USING gin (t) WITH (fastupdate = off);
CREATE INDEX ON a USING brin (id, n) WITH (pages_per_range = 32, autosummarize = on);
CREATE INDEX ON a (id DESC NULLS LAST) INCLUDE (n) WITH (fillfactor = 70, deduplicate_items = off);
ALTER TABLE a ADD EXCLUDE USING hash (n WITH =);
