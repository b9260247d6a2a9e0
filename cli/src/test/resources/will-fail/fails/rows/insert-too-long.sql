-- 22001: value too long for type character varying(3)
CREATE TABLE a (id bigint, code varchar(3));
INSERT INTO a (id, code) VALUES (1, 'abcd');
