CREATE TABLE place (x integer, y text);
CREATE TABLE old_place (x integer, y text);
CREATE TABLE visits (id integer, at old_place);
CREATE TABLE trips (id integer);
