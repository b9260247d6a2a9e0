-- passes
CREATE TABLE a (code varchar(3));
INSERT INTO a VALUES ('abcdef'::varchar(3));
