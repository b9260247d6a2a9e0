-- UP Migration
BEGIN;
SET search_path = audit, public;
SET LOCAL lock_timeout = '3s';
CREATE TABLE log (id bigint);
-- deed: expect SELECT count(*) FROM log = 0
COMMIT;

-- DOWN Migration (Rollback)
-- DROP TABLE audit.log;
