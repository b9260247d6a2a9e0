-- Puts 1,000 rows into every empty table, as far as its constraints let them in.
DO $$
DECLARE
  filled record;
  names text;
  numbered text;
  occupied boolean;
BEGIN
  -- Foreign keys and triggers rest.
  SET LOCAL session_replication_role = replica;
  FOR filled IN
    SELECT c.oid, c.oid::regclass::text AS name
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relkind = 'r' AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
  LOOP
    EXECUTE format('SELECT EXISTS (SELECT FROM %s)', filled.name) INTO occupied;
    CONTINUE WHEN occupied;
    SELECT string_agg(quote_ident(made.attname), ', ' ORDER BY made.attnum),
           string_agg(format('(%s)::%s', made.value, made.type), ', ' ORDER BY made.attnum)
    INTO names, numbered
    FROM (
      SELECT a.attname, a.attnum, format_type(a.atttypid, a.atttypmod) AS type,
             CASE t.typcategory
               WHEN 'N' THEN 'g'
               WHEN 'S' THEN '''v'' || g'
               WHEN 'B' THEN 'g % 2 = 0'
               WHEN 'D' THEN 'timestamp ''2026-01-01'' + g * interval ''1 day'''
               WHEN 'T' THEN 'g * interval ''1 hour'''
               WHEN 'E' THEN format('(enum_range(NULL::%s))[1]', t.oid::regtype)
               WHEN 'A' THEN '''{}'''
               WHEN 'I' THEN 'inet ''10.0.0.0'' + g'
               WHEN 'U' THEN
                 CASE t.typname
                   WHEN 'uuid' THEN 'md5(g::text)'
                   WHEN 'json' THEN '''{}'''
                   WHEN 'jsonb' THEN '''{}'''
                   WHEN 'bytea' THEN '''\x00'''
                 END
               WHEN 'R' THEN
                 CASE t.typname
                   WHEN 'int4range' THEN 'int4range(g, g + 1)'
                   WHEN 'int8range' THEN 'int8range(g, g + 1)'
                   WHEN 'daterange' THEN 'daterange(date ''2026-01-01'' + g, date ''2026-01-02'' + g)'
                   WHEN 'tstzrange' THEN 'tstzrange(timestamptz ''2026-01-01Z'' + g * interval ''1 day'', timestamptz ''2026-01-01Z'' + (g + 1) * interval ''1 day'')'
                   WHEN 'tsrange' THEN 'tsrange(timestamp ''2026-01-01'' + g * interval ''1 day'', timestamp ''2026-01-01'' + (g + 1) * interval ''1 day'')'
                 END
             END AS value
      FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid
      WHERE a.attrelid = filled.oid AND a.attnum > 0 AND NOT a.attisdropped
        AND NOT a.atthasdef AND a.attidentity = ''
    ) AS made
    WHERE made.value IS NOT NULL;
    BEGIN
      EXECUTE format(
        'INSERT INTO %s %s SELECT %s FROM generate_series(1, 1000) AS g',
        filled.name, '(' || names || ')', numbered);
    EXCEPTION WHEN others THEN
      -- Some fit perhaps: those inside a partition's bounds.
      FOR row_number IN 1..1000 LOOP
        BEGIN
          EXECUTE format(
            'INSERT INTO %s %s SELECT %s FROM (SELECT %s AS g) AS one',
            filled.name, '(' || names || ')', numbered, row_number);
        EXCEPTION WHEN others THEN
          CONTINUE;
        END;
      END LOOP;
    END;
  END LOOP;
END
$$;
