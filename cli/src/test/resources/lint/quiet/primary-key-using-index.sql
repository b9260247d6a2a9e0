-- baseline
CREATE TABLE visits (id bigint NOT NULL, page text);
-- migration
CREATE UNIQUE INDEX CONCURRENTLY visits_pkey ON visits (id);
-- next migration
ALTER TABLE visits ADD CONSTRAINT visits_pkey PRIMARY KEY USING INDEX visits_pkey;
