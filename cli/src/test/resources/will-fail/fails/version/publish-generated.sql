-- 42601 until 17: publish generated came with PostgreSQL 18
CREATE PUBLICATION pub WITH (publish_generated_columns = stored);
