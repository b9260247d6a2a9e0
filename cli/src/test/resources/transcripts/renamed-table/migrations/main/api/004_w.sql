CREATE TABLE logs (id bigint PRIMARY KEY);
UPDATE people SET plan = 'x' WHERE id = 1;
-- DOWN Migration (Rollback)
-- DROP TABLE logs;
