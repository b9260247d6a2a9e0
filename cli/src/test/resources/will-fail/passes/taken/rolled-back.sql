-- passes: created and rolled back
BEGIN;
CREATE TABLE users (id bigint PRIMARY KEY);
ROLLBACK;
BEGIN;
CREATE TABLE users (id bigint PRIMARY KEY);
COMMIT;
