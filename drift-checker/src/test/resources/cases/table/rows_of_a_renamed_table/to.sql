CREATE TABLE site (a integer CONSTRAINT place_pkey PRIMARY KEY, c text, d integer);
CREATE INDEX place_by_b ON site (c);
CREATE TABLE visits (id integer, at site);
