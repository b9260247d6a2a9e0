-- passes: one that nobody knows
CREATE EXTENSION isn;
CREATE TABLE t (a isbn13);
