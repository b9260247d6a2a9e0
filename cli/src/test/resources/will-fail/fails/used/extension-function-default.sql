-- 2BP01: cannot drop extension uuid-ossp because other objects depend on it
CREATE EXTENSION "uuid-ossp";
CREATE TABLE a (id uuid DEFAULT uuid_generate_v4());
DROP EXTENSION "uuid-ossp";
