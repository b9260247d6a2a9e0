-- 0A000 until 16: an exclusion constraint
CREATE TABLE e (id int, at date, EXCLUDE USING btree (at WITH =)) PARTITION BY RANGE (at);
