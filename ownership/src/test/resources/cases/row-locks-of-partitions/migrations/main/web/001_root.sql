CREATE TABLE web_root (id int, k int) PARTITION BY LIST (k);
CREATE TABLE web_part PARTITION OF web_root FOR VALUES IN (9);
CREATE TABLE web_parent (id int);
