-- expect: defines table t, share row exclusive
-- expect: reads function f()
CREATE TRIGGER g BEFORE INSERT OR UPDATE OF a ON t FOR EACH ROW EXECUTE FUNCTION f();

-- expect: defines table t, share row exclusive
-- expect: references table u, access share
-- expect: reads function f()
CREATE CONSTRAINT TRIGGER g AFTER DELETE ON t FROM u DEFERRABLE FOR EACH ROW EXECUTE FUNCTION f();

-- expect: defines table t, access exclusive
CREATE RULE r AS ON INSERT TO t DO INSTEAD NOTHING;

-- expect: defines table t, access exclusive
CREATE POLICY p ON t FOR SELECT USING (a > 0);

-- expect: defines table t, access exclusive
ALTER TABLE t ALTER a SET DEFAULT 1;

-- expect: defines table t, access exclusive
ALTER TABLE t ALTER a SET NOT NULL;

-- expect: defines table t, access exclusive
ALTER TABLE t ALTER a DROP NOT NULL;

-- expect: defines table t, access exclusive
ALTER TABLE t DROP CONSTRAINT c;

-- expect: defines table t, access exclusive
ALTER TABLE t ALTER CONSTRAINT c NOT DEFERRABLE;

-- expect: defines function f()
CREATE FUNCTION f() RETURNS int LANGUAGE sql AS $$ SELECT 1 $$;

-- expect: defines function f()
ALTER FUNCTION f() IMMUTABLE;

DO $$ BEGIN NULL; END $$;
