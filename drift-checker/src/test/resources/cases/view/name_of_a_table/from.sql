CREATE TABLE r (id integer, a text);
CREATE VIEW w AS SELECT * FROM r;
