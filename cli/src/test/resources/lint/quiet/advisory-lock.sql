-- baseline
CREATE TABLE settings (key text PRIMARY KEY, value text);
-- migration
SELECT pg_advisory_xact_lock(42);
UPDATE settings SET value = 'done' WHERE key = 'job';
