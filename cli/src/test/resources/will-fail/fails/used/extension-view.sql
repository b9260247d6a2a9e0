-- 2BP01: cannot drop extension pgcrypto because other objects depend on it
CREATE EXTENSION pgcrypto;
CREATE VIEW v AS SELECT crypt('a', gen_salt('bf')) AS c;
DROP EXTENSION pgcrypto;
