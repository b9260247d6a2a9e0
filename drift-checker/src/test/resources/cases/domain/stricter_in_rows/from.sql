CREATE DOMAIN positive AS integer;
CREATE TABLE place (x positive, y text);
CREATE TABLE visits (id integer, at place);
