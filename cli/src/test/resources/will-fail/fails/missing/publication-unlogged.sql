-- 22023: cannot add relation t to publication
CREATE UNLOGGED TABLE t (id int);
CREATE PUBLICATION p FOR TABLE t;
