-- 42703: column nmae does not exist
CREATE TABLE a (id bigint, name text);
SELECT count(*) FROM a GROUP BY nmae;
