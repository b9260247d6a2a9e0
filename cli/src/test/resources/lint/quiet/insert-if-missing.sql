-- baseline
CREATE TABLE settings (key text PRIMARY KEY, value text);
-- migration
INSERT INTO settings (key, value) VALUES ('limit', '10') ON CONFLICT DO NOTHING;
