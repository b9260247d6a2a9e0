-- deed: requires auth/5
CREATE TABLE t_g (id int);
