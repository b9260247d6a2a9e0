CREATE TABLE t (a integer DEFAULT 5, b varchar(20) DEFAULT 'x');
