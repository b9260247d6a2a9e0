-- 22023: invalid value for enum option buffering: maybe
CREATE TABLE a (id point);
CREATE INDEX i ON a USING gist (id) WITH (buffering = maybe);
