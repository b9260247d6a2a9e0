-- Databases, tablespaces and the settings of the whole server.

-- expect: defines database d
CREATE DATABASE d;

-- expect: defines database d
CREATE DATABASE d WITH TEMPLATE = template0 OWNER bob ENCODING 'UTF8' CONNECTION LIMIT = 5 IS_TEMPLATE false;

-- expect: defines database d
ALTER DATABASE d SET search_path TO s, public;

-- expect: defines database d
ALTER DATABASE d RESET ALL;

-- expect: defines database d
ALTER DATABASE d CONNECTION LIMIT 5;

-- expect: defines database d
ALTER DATABASE d REFRESH COLLATION VERSION;

-- expect: defines database d
ALTER DATABASE d RENAME TO e;

-- expect: defines database d
ALTER DATABASE d OWNER TO bob;

-- expect: defines database d
ALTER DATABASE d SET TABLESPACE t;

-- expect: defines tablespace t
CREATE TABLESPACE t OWNER bob LOCATION '/data' WITH (seq_page_cost = 1, random_page_cost = 2);

-- expect: defines tablespace t
ALTER TABLESPACE t SET (seq_page_cost = 1);

-- expect: defines tablespace t
ALTER TABLESPACE t RENAME TO u;

-- expect: defines parameter work_mem
ALTER SYSTEM SET work_mem TO '1MB';

-- expect: defines parameter "all"
ALTER SYSTEM RESET ALL;
