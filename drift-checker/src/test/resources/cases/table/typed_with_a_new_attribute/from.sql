CREATE TYPE person AS (id integer, name text);
CREATE TABLE people OF person;
CREATE TABLE guests (id integer, name text);
CREATE TABLE members OF person;
