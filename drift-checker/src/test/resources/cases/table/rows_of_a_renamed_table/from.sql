CREATE TABLE place (a integer PRIMARY KEY, b text);
CREATE INDEX place_by_b ON place (b);
CREATE TABLE visits (id integer, at place);
