-- passes since 15: merge
CREATE TABLE a (id bigint, name text);
CREATE TABLE b (id bigint, label text);
MERGE INTO a USING b AS s ON s.id = a.id WHEN MATCHED AND label IS NOT NULL THEN UPDATE SET name = label WHEN NOT MATCHED THEN INSERT VALUES (s.id, s.label);
