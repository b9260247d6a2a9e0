CREATE TABLE datasets (id bigint PRIMARY KEY);

-- DOWN Migration (Rollback)
-- DROP TABLE datasets;
