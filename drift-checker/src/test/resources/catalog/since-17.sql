GRANT MAINTAIN ON app.orders TO app_reader;
CREATE COLLATION app.built (provider = builtin, locale = 'C.UTF-8');
