SET lock_timeout = '2s'; CREATE OR REPLACE VIEW last AS SELECT id FROM two;
