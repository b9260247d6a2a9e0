-- Privileges, memberships and possessions. No relation is locked.

-- expect: defines table t
GRANT SELECT ON t TO app;

-- expect: defines table t
-- expect: defines table s.u
GRANT SELECT (a, "B"), INSERT ON TABLE t, s.u TO app, PUBLIC, CURRENT_USER WITH GRANT OPTION;

-- expect: defines table s.t
GRANT ALL PRIVILEGES ON s.t TO GROUP a GRANTED BY b;

-- expect: references schema a
-- expect: references schema b
GRANT SELECT ON ALL TABLES IN SCHEMA a, b TO app;

-- expect: references schema a
GRANT EXECUTE ON ALL ROUTINES IN SCHEMA a TO app;

-- expect: defines sequence q
GRANT USAGE ON SEQUENCE q TO app;

-- expect: defines schema s
GRANT USAGE ON SCHEMA s TO app;

-- expect: defines database d
GRANT CONNECT ON DATABASE d TO app;

-- expect: defines function f(integer)
-- expect: defines function g
GRANT EXECUTE ON FUNCTION f(int), g TO app;

-- expect: defines type s.t
GRANT USAGE ON TYPE s.t TO app;

-- expect: defines foreign data wrapper w
GRANT USAGE ON FOREIGN DATA WRAPPER w TO app;

-- expect: defines server s
GRANT USAGE ON FOREIGN SERVER s TO app;

-- expect: defines large object "1"
-- expect: defines large object "2"
GRANT SELECT ON LARGE OBJECT 1, 2 TO app;

-- expect: defines parameter "my.work_mem"
GRANT SET, ALTER SYSTEM ON PARAMETER my.work_mem TO app;

-- expect: defines property graph g
GRANT SELECT ON PROPERTY GRAPH g TO app;

-- expect: defines table sequence
GRANT SELECT ON sequence TO app;

-- expect: defines table t
REVOKE GRANT OPTION FOR UPDATE (a) ON t FROM app CASCADE;

-- expect: references schema s
REVOKE ALL ON ALL SEQUENCES IN SCHEMA s FROM PUBLIC;

-- expect: defines role a
-- expect: defines role b
GRANT a, b TO c, d WITH ADMIN OPTION;

-- expect: defines role a
GRANT a TO b WITH INHERIT FALSE, SET TRUE GRANTED BY c;

-- expect: defines role a
REVOKE ADMIN OPTION FOR a FROM b;

-- expect: defines role a
REVOKE a FROM b;

ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO app;

-- expect: references schema s
-- expect: references schema t
ALTER DEFAULT PRIVILEGES FOR ROLE a IN SCHEMA s, t REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;

ALTER DEFAULT PRIVILEGES GRANT ALL ON LARGE OBJECTS TO app WITH GRANT OPTION;

REASSIGN OWNED BY a, CURRENT_USER TO b;
