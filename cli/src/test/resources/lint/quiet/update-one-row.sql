-- baseline
CREATE TABLE settings (key text PRIMARY KEY, value text);
-- migration
UPDATE settings SET value = '20' WHERE key = 'limit';
