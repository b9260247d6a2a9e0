-- deed: requires auth/2
-- UP Migration
CREATE TABLE d (id int);
-- DOWN Migration
-- DROP TABLE d;
