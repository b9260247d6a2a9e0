CREATE DOMAIN positive AS integer CHECK (VALUE > 0);
CREATE TABLE place (x positive, y text);
CREATE TABLE visits (id integer, at place);
