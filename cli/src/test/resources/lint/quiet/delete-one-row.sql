-- baseline
CREATE TABLE settings (key text PRIMARY KEY, value text);
-- migration
DELETE FROM settings WHERE key = 'unused';
