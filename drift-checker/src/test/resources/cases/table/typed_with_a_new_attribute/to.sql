CREATE TYPE person AS (id integer, name text, born date);
CREATE TABLE people OF person;
CREATE TABLE guests OF person;
CREATE TABLE members (id integer, name text, born date, email text);
