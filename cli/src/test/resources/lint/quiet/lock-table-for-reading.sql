-- baseline
CREATE TABLE settings (key text PRIMARY KEY, value text);
-- migration
LOCK TABLE settings IN ACCESS SHARE MODE;
