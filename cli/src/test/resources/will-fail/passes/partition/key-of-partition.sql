-- passes: a key of one partition
CREATE TABLE e (id bigint, at date) PARTITION BY RANGE (at);
CREATE TABLE e_1 PARTITION OF e DEFAULT;
-- migration
ALTER TABLE e_1 ADD PRIMARY KEY (id);
