-- baseline
CREATE TABLE settings (key text PRIMARY KEY, value text);
-- migration
INSERT INTO settings (key, value)
SELECT 'limit', '10' WHERE NOT EXISTS (SELECT FROM settings WHERE key = 'limit');
