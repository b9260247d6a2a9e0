CREATE TABLE t (a text DEFAULT '5', b varchar(10) DEFAULT 'x');
