-- passes: a row type
CREATE TABLE t (a int);
CREATE TABLE u (b t, c t[]);
