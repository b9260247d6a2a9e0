-- baseline
CREATE TABLE settings (key text PRIMARY KEY, value text);
-- migration
SELECT value FROM settings WHERE key = 'limit' FOR UPDATE;
UPDATE settings SET value = '30' WHERE key = 'limit';
