-- 22001: value too long for type character varying(3)
CREATE DOMAIN short AS varchar(3);
CREATE TABLE a (n short);
INSERT INTO a VALUES ('abcd');
