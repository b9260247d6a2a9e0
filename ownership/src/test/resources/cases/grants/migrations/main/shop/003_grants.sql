GRANT SELECT ON orders, order_lines TO reader;
GRANT SELECT ON orders, stock TO reader;
GRANT SELECT ON ALL TABLES IN SCHEMA public TO reader;
GRANT USAGE ON SCHEMA depot TO reader;
REVOKE ALL ON depot.shelves FROM public;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT ON TABLES TO reader;
GRANT SELECT (email) ON customers TO reader;
GRANT reader TO alice;
