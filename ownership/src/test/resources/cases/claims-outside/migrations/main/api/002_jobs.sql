CREATE TABLE jobs (id bigint PRIMARY KEY, author uuid REFERENCES auth.users (id));
INSERT INTO jobs SELECT id FROM legacy_rows;
