CREATE INDEX CONCURRENTLY items_ip ON items USING hnsw (embedding vector_ip_ops) WITH (m = 16, ef_construction = 20);
CREATE INDEX CONCURRENTLY items_code ON items USING hnsw (code);
CREATE VIEW alike AS SELECT id FROM items ORDER BY embedding <+> '[1,2,3]' LIMIT 5;
