CREATE VIEW place AS SELECT 1 AS x, 'a'::text AS y;
CREATE TABLE visits (id integer, at place);
