-- baseline
CREATE TABLE parts (id bigserial PRIMARY KEY);
-- migration
SELECT setval('parts_id_seq', (SELECT coalesce(max(id), 1) FROM parts));
