-- 42P01: relation b_at does not exist
CREATE TABLE a (id bigint, at date) PARTITION BY RANGE (at);
CREATE TABLE b PARTITION OF a DEFAULT;
CREATE INDEX a_at ON ONLY a (at);
ALTER INDEX a_at ATTACH PARTITION b_at;
