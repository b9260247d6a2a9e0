-- passes: the key comes first
CREATE TABLE t (id bigint);
ALTER TABLE t ADD PRIMARY KEY (id);
CREATE TABLE u (id bigint REFERENCES t);
