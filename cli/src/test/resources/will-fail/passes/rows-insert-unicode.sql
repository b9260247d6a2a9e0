-- passes
CREATE TABLE a (code varchar(3));
INSERT INTO a VALUES ('äöü'), ('it'''), (E'a\nb');
