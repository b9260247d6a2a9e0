-- passes
CREATE DOMAIN d AS text COLLATE "C";
CREATE TABLE a (x text COLLATE "C", y varchar(3) COLLATE "POSIX", z char(3) COLLATE pg_catalog."default", w text[] COLLATE "C", v d COLLATE "C", u name COLLATE "C", q "char");
CREATE INDEX i ON a (x COLLATE "C", w COLLATE "C", (lower(y)) COLLATE "C");
SELECT x COLLATE "C", 'abc' COLLATE "C", NULL COLLATE "C" FROM a;
