-- DOWN Migration
-- DROP TABLE c;
-- UP Migration
BEGIN;
CREATE TABLE c (id int);
COMMIT;
