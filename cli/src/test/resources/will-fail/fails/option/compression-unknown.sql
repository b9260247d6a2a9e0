-- 22023: invalid compression method zstd
CREATE TABLE a (id text);
ALTER TABLE a ALTER id SET COMPRESSION zstd;
