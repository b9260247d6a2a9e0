-- Roles, users and groups.

-- expect: defines role a
CREATE ROLE a;

-- expect: defines role a
CREATE ROLE a WITH SUPERUSER NOLOGIN CONNECTION LIMIT -1 VALID UNTIL '2030-01-01' IN ROLE b, c ADMIN d;

-- expect: defines role a
CREATE ROLE a PASSWORD 'secret' LOGIN;

-- expect: defines role a
CREATE USER a ENCRYPTED PASSWORD 'secret';

-- expect: defines role a
CREATE GROUP a USER b, c;

-- expect: defines role a
ALTER ROLE a NOCREATEDB PASSWORD NULL;

-- expect: defines role a
ALTER ROLE a RENAME TO b;

-- expect: defines role a
ALTER GROUP a ADD USER b, c;

-- expect: defines role a
ALTER ROLE a SET search_path TO s, public;

-- expect: defines role a
ALTER ROLE a IN DATABASE d RESET ALL;

-- expect: defines role "all"
ALTER USER ALL SET work_mem = '1MB';
