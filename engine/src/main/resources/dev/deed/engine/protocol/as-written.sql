-- Fails where what IF NOT EXISTS has found is not what the statement says. Names are looked up as
-- the script does, everything else without the script's search path.
DECLARE
  path pg_catalog.text := pg_catalog.current_setting('search_path');
  relations pg_catalog.oid[] := ARRAY[
%1$s
  ]::pg_catalog.oid[];
  types pg_catalog.oid[] := ARRAY[
%2$s
  ]::pg_catalog.oid[];
  said record;
  there record;
  other oid;
  difference text;
  really text;
  found text[] := '{}';
  first int;
BEGIN
  PERFORM pg_catalog.set_config('search_path', 'pg_catalog', true);
  FOR said IN SELECT * FROM (VALUES
%3$s
    ) AS v (place, what, clause, relation, name, kinds, words, type, modified, facts)
  LOOP
    difference := NULL;
    SELECT c.oid, c.relname, c.relkind, c.relnamespace, n.nspname,
           concat(quote_ident(n.nspname), '.', quote_ident(c.relname)) AS name
    INTO there
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE c.oid = relations[said.relation];
    CONTINUE WHEN there.oid IS NULL;

    CASE said.what
    WHEN 'relation' THEN
      IF there.relkind <> ALL (string_to_array(said.kinds, NULL)) THEN
        difference := concat(there.name, ' is ', (SELECT k.words FROM (VALUES ('r', 'a table'),
          ('p', 'a partitioned table'), ('v', 'a view'), ('m', 'a materialized view'), ('S', 'a sequence'),
          ('f', 'a foreign table'), ('c', 'a composite type'), ('i', 'an index'), ('I', 'an index'))
          AS k (kind, words) WHERE k.kind = there.relkind::text), ', but the migration says ', said.words);
      ELSIF said.facts ->> 'persistence' <> (SELECT c.relpersistence::text FROM pg_class c WHERE c.oid = there.oid) THEN
        difference := concat(there.name, ' is ', CASE said.facts ->> 'persistence'
          WHEN 'u' THEN 'not unlogged, but the migration says UNLOGGED'
          ELSE 'unlogged, but the migration does not say so' END);
      END IF;

    WHEN 'parent' THEN
      SELECT string_agg(h.inhparent::regclass::text, ', ') INTO really FROM pg_inherits h WHERE h.inhrelid = there.oid;
      IF NOT EXISTS (SELECT FROM pg_inherits h WHERE h.inhrelid = there.oid AND h.inhparent = relations[said.type]) THEN
        difference := concat(there.name, ' is a partition of ', coalesce(really, 'no table'),
          ', but the migration says ', said.words);
      END IF;

    WHEN 'column' THEN
      -- The columns of what is no table at all are not missing one by one.
      CONTINUE WHEN there.relkind <> ALL (string_to_array(said.kinds, NULL));
      DECLARE
        col record;
      BEGIN
        SELECT a.attnum, a.atttypid, a.atttypmod, a.attnotnull, a.atthasdef, a.attidentity, a.attgenerated,
               format_type(a.atttypid, a.atttypmod) AS type,
               concat(there.name, '.', quote_ident(a.attname)) AS name
        INTO col
        FROM pg_attribute a
        WHERE a.attrelid = there.oid AND a.attname = said.name AND a.attnum > 0 AND NOT a.attisdropped;
        IF col.attnum IS NULL THEN
          difference := concat(there.name, ' has no column ', quote_ident(said.name), ', but the migration says ',
            concat_ws(' ', quote_ident(said.name), said.words));
        ELSIF said.words IS NULL THEN
          NULL;
        ELSIF types[said.type] IS DISTINCT FROM col.atttypid THEN
          difference := concat(col.name, ' is ', col.type, ', but the migration says ', said.words);
        ELSIF col.type <> said.words AND (said.modified OR col.atttypmod <> -1) THEN
          -- What its length or precision means is the server's own answer: from a table that is rolled back.
          BEGIN
            PERFORM set_config('search_path', path, true);
            EXECUTE concat('CREATE TEMP TABLE deed_said (said ', said.words, ')');
            PERFORM set_config('search_path', 'pg_catalog', true);
            SELECT format_type(a.atttypid, a.atttypmod) INTO really FROM pg_attribute a
            WHERE a.attrelid = to_regclass('pg_temp.deed_said') AND a.attnum = 1;
            RAISE SQLSTATE 'DEED0';
          EXCEPTION
            WHEN SQLSTATE 'DEED0' THEN
              IF really <> col.type THEN
                difference := concat(col.name, ' is ', col.type, ', but the migration says ', really);
              END IF;
            WHEN insufficient_privilege OR raise_exception THEN NULL;
          END;
          PERFORM set_config('search_path', 'pg_catalog', true);
        END IF;
        IF difference IS NULL AND col.attnum IS NOT NULL THEN
          difference := concat(col.name, CASE
            WHEN (said.facts ->> 'not null')::bool AND NOT col.attnotnull
              THEN ' may be null, but the migration says NOT NULL'
            WHEN (said.facts ->> 'identity')::bool AND col.attidentity = ''
              THEN ' is not an identity, but the migration says GENERATED AS IDENTITY'
            WHEN (said.facts ->> 'generated')::bool AND col.attgenerated = ''
              THEN ' is not generated, but the migration says GENERATED ALWAYS'
            WHEN NOT (said.facts ->> 'generated')::bool AND col.attgenerated <> ''
              THEN ' is generated, but the migration does not say so'
            WHEN (said.facts ->> 'default')::bool AND NOT col.atthasdef AND col.attidentity = ''
              THEN ' has no default, but the migration says DEFAULT' END);
          IF difference = col.name THEN
            difference := NULL;
          END IF;
        END IF;
      END;

    WHEN 'index' THEN
      SELECT c.oid INTO other FROM pg_class c WHERE c.relnamespace = there.relnamespace AND c.relname = said.name;
      CONTINUE WHEN other IS NULL;
      DECLARE
        made text;
        name text := concat(quote_ident(there.nspname), '.', quote_ident(said.name));
        question text := 'SELECT concat_ws(''|'', m.amname, i.indisunique, to_jsonb(i) ->> ''indnullsnotdistinct'',
            i.indnkeyatts, i.indoption, i.indclass, i.indcollation,
            ARRAY(SELECT pg_get_indexdef(i.indexrelid, k, true) FROM generate_series(1, i.indnatts) k),
            coalesce(pg_get_expr(i.indpred, i.indrelid), ''''))
          FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_am m ON m.oid = c.relam
          WHERE i.indexrelid = $1';
      BEGIN
        IF NOT EXISTS (SELECT FROM pg_index i WHERE i.indexrelid = other) THEN
          difference := concat(name, ' is not an index, but the migration says INDEX');
        ELSIF NOT EXISTS (SELECT FROM pg_index i WHERE i.indexrelid = other AND i.indrelid = there.oid) THEN
          difference := concat(name, ' is an index of ', (SELECT i.indrelid::regclass FROM pg_index i WHERE i.indexrelid = other),
            ', but the migration says ', there.name);
        ELSE
          EXECUTE question INTO really USING other;
          -- What the text means is the server's own answer: from an index of an empty table, rolled back.
          BEGIN
            PERFORM set_config('search_path', path, true);
            EXECUTE format('CREATE TEMP TABLE %%I (LIKE %%s)', there.relname, there.name);
            EXECUTE format('CREATE %%s INDEX deed_said ON pg_temp.%%I %%s', said.kinds, there.relname, said.words);
            PERFORM set_config('search_path', 'pg_catalog', true);
            EXECUTE question INTO made USING to_regclass('pg_temp.deed_said');
            RAISE SQLSTATE 'DEED0';
          EXCEPTION
            WHEN SQLSTATE 'DEED0' THEN NULL;
            WHEN insufficient_privilege OR raise_exception THEN made := really;
            WHEN undefined_column OR undefined_function OR undefined_object OR invalid_column_reference
              OR duplicate_column OR syntax_error OR datatype_mismatch OR invalid_object_definition
              OR feature_not_supported THEN made := SQLERRM;
          END;
          PERFORM set_config('search_path', 'pg_catalog', true);
          IF made <> really THEN
            difference := concat(name, ' is ', (SELECT CASE WHEN i.indisunique THEN 'a unique index ' ELSE 'an index ' END
                || substring(pg_get_indexdef(other) from ' (USING .*)$') FROM pg_index i WHERE i.indexrelid = other),
              ', but the migration says ', CASE WHEN said.kinds <> '' THEN 'a unique index ' ELSE 'an index ' END,
              btrim(regexp_replace(said.words, '\s+', ' ', 'g')));
          END IF;
        END IF;
      END;

    WHEN 'sequence' THEN
      SELECT concat(there.name, ' has ', s.what, ' ', s.value, ', but the migration says ', said.facts ->> s.what)
      INTO difference
      FROM (SELECT v.what, v.value FROM pg_sequence q, LATERAL (VALUES
              ('AS', format_type(q.seqtypid, NULL)), ('INCREMENT', q.seqincrement::text), ('MINVALUE', q.seqmin::text),
              ('MAXVALUE', q.seqmax::text), ('CACHE', q.seqcache::text), ('CYCLE', q.seqcycle::text)) AS v (what, value)
            WHERE q.seqrelid = there.oid) AS s
      WHERE said.facts ->> s.what <> s.value
      LIMIT 1;
    END CASE;

    IF difference IS NOT NULL THEN
      found := found || concat(difference, ': ', said.clause, ' did nothing');
      first := coalesce(first, said.place);
    END IF;
  END LOOP;
  PERFORM set_config('search_path', path, true);
  IF first IS NOT NULL THEN
    RAISE EXCEPTION USING ERRCODE = '%4$s', MESSAGE = found[1],
      DETAIL = array_to_string(found[2:], E'\n'), CONSTRAINT = first::text,
      HINT = 'write in the migration what is there now, or change it with ALTER in a migration of its own; give what is new another name where both are needed';
  END IF;
END
