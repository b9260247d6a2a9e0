-- baseline
CREATE TABLE visits (id bigint PRIMARY KEY, page text NOT NULL);
CREATE INDEX visits_page ON visits (page);
-- migration
ALTER INDEX visits_page RENAME TO visits_page__old;
CREATE INDEX CONCURRENTLY visits_page ON visits (page) INCLUDE (id);
DROP INDEX CONCURRENTLY visits_page__old;
