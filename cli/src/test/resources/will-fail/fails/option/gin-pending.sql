-- 22023: value 10 out of bounds for option gin_pending_list_limit
CREATE TABLE a (id int[]);
CREATE INDEX i ON a USING gin (id) WITH (gin_pending_list_limit = 10);
