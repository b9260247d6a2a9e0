-- passes: asked for
CREATE TABLE users (id bigint PRIMARY KEY);
-- migration
SELECT to_regclass('people');
