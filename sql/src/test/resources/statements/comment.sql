-- Comments and security labels: what is tied to a table is only looked up there.

-- expect: defines table t, share update exclusive
COMMENT ON TABLE t IS 'it''s';

-- expect: defines table s.t, share update exclusive
COMMENT ON TABLE s.t IS NULL;

-- expect: defines column s.t."C", share update exclusive
COMMENT ON COLUMN s.t."C" IS 'x';

-- expect: defines index i, share update exclusive
COMMENT ON INDEX i IS 'x';

-- expect: defines constraint c on s.t, access share
COMMENT ON CONSTRAINT c ON s.t IS 'x';

-- expect: defines domain constraint c on d
COMMENT ON CONSTRAINT c ON DOMAIN d IS 'x';

-- expect: defines trigger g on t, access share
COMMENT ON TRIGGER g ON t IS 'x';

-- expect: defines rule r on t, access share
COMMENT ON RULE r ON t IS 'x';

-- expect: defines policy p on t, access share
COMMENT ON POLICY p ON t IS 'x';

-- expect: defines view v, share update exclusive
COMMENT ON VIEW v IS E'two\nlines';

-- expect: defines function s.f(integer, text[])
COMMENT ON FUNCTION s.f(int, VARIADIC text[]) IS 'x';

-- expect: defines aggregate a(*)
COMMENT ON AGGREGATE a(*) IS 'x';

-- expect: defines operator s.+(integer, NONE)
COMMENT ON OPERATOR s.+ (int, NONE) IS 'x';

-- expect: defines operator class c using btree
COMMENT ON OPERATOR CLASS c USING btree IS 'x';

-- expect: defines cast (text as integer)
COMMENT ON CAST (text AS int4) IS 'x';

-- expect: defines type s.t
COMMENT ON TYPE s.t IS 'x';

-- expect: defines large object "42"
COMMENT ON LARGE OBJECT 42 IS 'x';

-- expect: defines text search parser p
COMMENT ON TEXT SEARCH PARSER p IS 'x';

-- expect: defines transform for hstore language plpython3u
COMMENT ON TRANSFORM FOR hstore LANGUAGE plpython3u IS 'x';

-- expect: defines schema s
COMMENT ON SCHEMA s IS 'x';

-- expect: defines database d
COMMENT ON DATABASE d IS 'x';

-- expect: defines role r
COMMENT ON ROLE r IS $$x$$;

-- expect: defines table t, share update exclusive
SECURITY LABEL ON TABLE t IS 'classified';

-- expect: defines column t.a, share update exclusive
SECURITY LABEL FOR selinux ON COLUMN t.a IS NULL;
