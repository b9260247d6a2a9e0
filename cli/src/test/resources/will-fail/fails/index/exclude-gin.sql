-- 0A000: access method gin does not support exclusion constraints
CREATE TABLE a (id bigint, t text[], EXCLUDE USING gin (t WITH =));
