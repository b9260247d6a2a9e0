-- passes: exclude-operators
CREATE TABLE a (id bigint, r int4range, EXCLUDE (id WITH =), EXCLUDE USING gist (r WITH &&));
ALTER TABLE a ADD EXCLUDE USING hash (id WITH OPERATOR(pg_catalog.=));
ALTER TABLE a ADD EXCLUDE USING gist (r WITH -|-);
