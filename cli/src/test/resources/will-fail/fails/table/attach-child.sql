-- 42809: cannot attach inheritance child as partition
CREATE TABLE t (id bigint) PARTITION BY LIST (id);
CREATE TABLE q (id bigint);
CREATE TABLE u () INHERITS (q);
ALTER TABLE t ATTACH PARTITION u DEFAULT;
