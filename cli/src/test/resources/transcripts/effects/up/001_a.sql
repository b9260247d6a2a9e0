-- UP Migration
CREATE TABLE a (id serial PRIMARY KEY);

-- DOWN Migration (Rollback)
DROP TABLE a;
