-- 22001: value too long for type character varying(3)
CREATE TABLE a (id int, code varchar(3));
UPDATE a SET code = 'abcd' WHERE id = 1;
