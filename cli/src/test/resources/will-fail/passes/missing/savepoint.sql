-- passes: dropped after a savepoint
CREATE TABLE users (id bigint PRIMARY KEY);
BEGIN;
SAVEPOINT s;
DROP TABLE users;
ROLLBACK TO s;
ALTER TABLE users ADD COLUMN a int;
COMMIT;
