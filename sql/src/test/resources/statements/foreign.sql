-- Foreign-data wrappers, servers, user mappings and imported schemas.

-- expect: defines foreign data wrapper w
-- expect: references function v
-- expect: references function s.h
CREATE FOREIGN DATA WRAPPER w VALIDATOR v HANDLER s.h OPTIONS (debug 'true');

-- expect: defines foreign data wrapper w
ALTER FOREIGN DATA WRAPPER w NO VALIDATOR OPTIONS (ADD a 'x', SET b 'y', DROP c);

-- expect: defines foreign data wrapper w
ALTER FOREIGN DATA WRAPPER w OWNER TO bob;

-- expect: defines server s
-- expect: references foreign data wrapper w
CREATE SERVER IF NOT EXISTS s TYPE 'a' VERSION 'b' FOREIGN DATA WRAPPER w OPTIONS (host 'h', dbname 'd');

-- expect: defines server s
ALTER SERVER s VERSION 'c' OPTIONS (SET host 'i');

-- expect: defines server s
ALTER SERVER s RENAME TO t;

-- expect: defines user mapping for bob server s
-- expect: references server s
CREATE USER MAPPING IF NOT EXISTS FOR bob SERVER s OPTIONS (user 'u', password 'secret');

-- expect: defines user mapping for current_user server s
ALTER USER MAPPING FOR CURRENT_USER SERVER s OPTIONS (SET password 'secret', DROP user);

-- expect: defines schema l
IMPORT FOREIGN SCHEMA r FROM SERVER s INTO l;

-- expect: defines schema l
-- expect: defines foreign table l.a, access exclusive
-- expect: defines foreign table l.b, access exclusive
IMPORT FOREIGN SCHEMA r LIMIT TO (a, b) FROM SERVER s INTO l OPTIONS (import_default 'true');

-- expect: defines schema l
IMPORT FOREIGN SCHEMA r EXCEPT (a) FROM SERVER s INTO l;
