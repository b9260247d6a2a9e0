CREATE TABLE m (id int);
-- DOWN Migration (Rollback)
-- DORP TABLE m;
