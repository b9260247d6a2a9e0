-- passes since 17: with the partition's column
CREATE TABLE e (id int, at date, EXCLUDE USING btree (at WITH =)) PARTITION BY RANGE (at);
