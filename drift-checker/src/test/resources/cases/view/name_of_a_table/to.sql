CREATE TABLE base (id integer, a text);
CREATE VIEW r AS SELECT * FROM base;
CREATE VIEW w AS SELECT * FROM r;
