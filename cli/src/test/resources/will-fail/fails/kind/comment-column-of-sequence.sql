-- 42703: no column id, and none to comment on
CREATE SEQUENCE s;
-- migration
COMMENT ON COLUMN s.id IS 'x';
