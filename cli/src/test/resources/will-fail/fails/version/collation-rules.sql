-- 42601 until 15: collation rules came with PostgreSQL 16
CREATE COLLATION c (provider = icu, locale = 'und', rules = '&V << w <<< W');
