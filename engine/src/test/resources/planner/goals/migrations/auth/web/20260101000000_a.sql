CREATE TABLE t_a (id int);
