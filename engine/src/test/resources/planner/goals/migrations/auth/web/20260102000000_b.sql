CREATE TABLE t_b (id int);
