-- passes: operator classes
CREATE TABLE a (id bigint, name text, tags text[], doc jsonb, r tstzrange, at point, ip inet);
CREATE INDEX ON a USING gin (tags);
CREATE INDEX ON a USING gin (doc);
CREATE INDEX ON a USING gin (doc jsonb_path_ops);
CREATE INDEX ON a USING gist (r);
CREATE INDEX ON a USING gist (at);
CREATE INDEX ON a USING gist (ip inet_ops);
CREATE INDEX ON a USING spgist (name);
CREATE INDEX ON a USING brin (id, name);
CREATE INDEX ON a USING hash (name);
CREATE INDEX ON a (doc);
ALTER TABLE a ADD EXCLUDE USING gist (r WITH &&);
