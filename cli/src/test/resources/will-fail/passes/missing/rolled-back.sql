-- passes: dropped and rolled back
CREATE TABLE users (id bigint PRIMARY KEY);
BEGIN;
DROP TABLE users;
ROLLBACK;
BEGIN;
ALTER TABLE users ADD COLUMN a int;
COMMIT;
