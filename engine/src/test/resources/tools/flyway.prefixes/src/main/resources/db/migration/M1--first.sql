CREATE TABLE {{schema}}.first (id int);
