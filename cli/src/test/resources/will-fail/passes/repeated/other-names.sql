-- passes: case matters in quotes
CREATE TABLE t (a int, "A" int, "a b" int);
CREATE TYPE mood AS ENUM ('fine', 'Fine');
