CREATE TABLE t_e (id int);
