-- baseline
CREATE TABLE visits (id bigint PRIMARY KEY, page text NOT NULL CONSTRAINT visits_page_key UNIQUE);
-- migration
CREATE UNIQUE INDEX CONCURRENTLY visits_page_key__new ON visits (page);
SET lock_timeout = '5s';
ALTER TABLE visits
  DROP CONSTRAINT visits_page_key,
  ADD CONSTRAINT visits_page_key UNIQUE USING INDEX visits_page_key__new DEFERRABLE;
