CREATE TABLE place (x integer, y text);
CREATE TABLE visits (id integer, at place);
