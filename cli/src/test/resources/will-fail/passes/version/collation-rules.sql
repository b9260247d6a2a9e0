-- passes since 16: collation rules
CREATE COLLATION c (provider = icu, locale = 'und', rules = '&V << w <<< W');
