-- 42809: cannot inherit from partitioned table p
CREATE TABLE p (id bigint) PARTITION BY LIST (id);
CREATE TABLE c () INHERITS (p);
