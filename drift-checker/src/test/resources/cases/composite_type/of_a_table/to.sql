CREATE TYPE c AS (a integer, b text, d date); CREATE TABLE t OF c (PRIMARY KEY (a), b WITH OPTIONS DEFAULT 'x');
