CREATE TABLE b (id int);
-- DOWN Migration (Rollback)
-- DROP TABLE b;
