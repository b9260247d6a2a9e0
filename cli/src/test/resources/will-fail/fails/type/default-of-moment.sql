-- 42804: default expression of another type
CREATE TABLE t (id int, at int DEFAULT now());
