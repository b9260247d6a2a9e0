-- 42804: argument of where must be type boolean, not type bigint
CREATE TABLE a (id bigint);
CREATE INDEX i ON a (id) WHERE id;
