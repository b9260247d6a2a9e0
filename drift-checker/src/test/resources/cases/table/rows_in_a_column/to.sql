CREATE TABLE place (x bigint, y text, z integer GENERATED ALWAYS AS (1) STORED);
CREATE TABLE old_place (x integer, y text);
CREATE TABLE new_place (x integer, y text, z date);
CREATE TABLE visits (id integer, at new_place);
CREATE TABLE trips (id integer, start place);
CREATE TABLE stops (id integer, at place, others place[]);
