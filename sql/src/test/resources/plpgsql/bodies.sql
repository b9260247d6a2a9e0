-- PL/pgSQL of every kind, each block and function accepted by PostgreSQL 15. What deed reads in them is in
-- effects.txt beside.

DO $$ BEGIN END $$;

DO $$ BEGIN NULL; END; $$;

DO LANGUAGE plpgsql 'BEGIN PERFORM 1; END';

DO '
BEGIN
  UPDATE users SET name = ''o''''neill'';
END' LANGUAGE plpgsql;

DO E'begin\n  update users set name = \'x\';\nend';

DO $$
<<first>>
DECLARE
  n integer := 0;
BEGIN
  <<second>>
  DECLARE
    n integer DEFAULT 1;
  BEGIN
    first.n := second.n + 1;
  END second;
END first $$;

CREATE FUNCTION declares() RETURNS void LANGUAGE plpgsql AS $$
#variable_conflict use_column
#print_strict_params on
DECLARE
  a int;
  b CONSTANT numeric(10, 2) := 1.5;
  c text COLLATE "C" NOT NULL DEFAULT 'c';
  d timestamp with time zone = now();
  e users%ROWTYPE;
  f public.users.name%TYPE;
  g a%TYPE;
  h record;
  i integer[] := ARRAY[1, 2, 3];
  j double precision;
  k ALIAS FOR a;
  l character varying(20)[];
  m users;
  o a%TYPE := 4;
  p interval day to second;
  q refcursor;
  DECLARE r int;
BEGIN
  NULL;
END $$;

CREATE FUNCTION arguments(integer, second text, OUT total bigint) LANGUAGE plpgsql AS $$
DECLARE
  first ALIAS FOR $1;
  copy second%TYPE;
BEGIN
  $3 := first + length(second);
  total := (SELECT count(*) FROM users WHERE id = $1);
END $$;

CREATE FUNCTION cursors() RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  c1 CURSOR FOR SELECT * FROM users;
  c2 CURSOR (low int, high int) IS SELECT * FROM orders WHERE id BETWEEN low AND high;
  c3 NO SCROLL CURSOR FOR SELECT 1;
  c4 SCROLL CURSOR FOR SELECT * FROM users FOR UPDATE;
  c5 refcursor;
  r record;
  n int;
BEGIN
  OPEN c1;
  OPEN c2(1, high := 2);
  OPEN c4;
  OPEN c5 NO SCROLL FOR SELECT * FROM items WHERE order_id > n;
  FETCH c1 INTO r;
  FETCH NEXT FROM c1 INTO r;
  FETCH PRIOR FROM c4 INTO r;
  FETCH FIRST IN c4 INTO r;
  FETCH LAST FROM c4 INTO n, n;
  FETCH ABSOLUTE n + 1 FROM c4 INTO r;
  FETCH RELATIVE -1 FROM c4 INTO r;
  FETCH FORWARD FROM c4 INTO r;
  MOVE c1;
  MOVE FORWARD 2 FROM c1;
  MOVE BACKWARD ALL FROM c4;
  MOVE ALL FROM c4;
  MOVE 2 + 1 FROM c4;
  UPDATE users SET name = 'x' WHERE CURRENT OF c4;
  DELETE FROM users WHERE CURRENT OF c4;
  CLOSE c1;
  CLOSE c5;
  FOR r IN c1 LOOP
    NULL;
  END LOOP;
  FOR r IN c2 (3, 4) LOOP
    EXIT;
  END LOOP;
  FOR r IN c2(low := 3, high := (SELECT max(id) FROM items)) LOOP
    CONTINUE;
  END LOOP;
END $$;

CREATE FUNCTION dynamic_cursor(tab text) RETURNS refcursor LANGUAGE plpgsql AS $$
DECLARE c refcursor;
BEGIN
  OPEN c FOR EXECUTE 'SELECT * FROM users WHERE id = $1' USING 5;
  CLOSE c;
  OPEN c SCROLL FOR EXECUTE 'SELECT * FROM ' || quote_ident(tab);
  RETURN c;
END $$;

CREATE FUNCTION assigns() RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  n int;
  r record;
  u users%ROWTYPE;
  a int[];
  m int[][];
BEGIN
  n := 1;
  n = n + 1;
  u.name := 'x';
  u.name = upper(u.name);
  a[1] := 1;
  a[n + 1] = 2;
  a[1:2] := ARRAY[1, 2];
  a[:2] := ARRAY[1, 2];
  m[1][2] := 3;
  n := count(*) FROM orders WHERE id > 3;
  n := (SELECT max(id) FROM items);
  r := (1, 'x');
  SELECT 1 AS x INTO r;
  r.x := 4;
  n := CASE WHEN n > 1 THEN 1 ELSE 2 END;
END $$;

CREATE FUNCTION branches(n int) RETURNS text LANGUAGE plpgsql AS $$
BEGIN
  IF n = 1 THEN
    RETURN 'one';
  ELSIF n = 2 THEN
    RETURN 'two';
  ELSEIF EXISTS (SELECT FROM users WHERE id = n) THEN
    RETURN 'user';
  ELSE
    INSERT INTO orders (id) VALUES (n);
  END IF;
  IF count(*) > 0 FROM items THEN NULL; END IF;
  CASE n
    WHEN 1, 2 THEN NULL;
    WHEN 3 THEN RETURN 'three';
    ELSE NULL;
  END CASE;
  CASE
    WHEN n > 5 THEN DELETE FROM orders WHERE id = n;
    WHEN (CASE WHEN n > 7 THEN true ELSE false END) THEN NULL;
  END CASE;
  CASE n % 2 WHEN 0 THEN NULL; ELSE END CASE;
  RETURN NULL;
END $$;

CREATE FUNCTION loops() RETURNS SETOF int LANGUAGE plpgsql AS $$
DECLARE
  r record;
  a int; b text;
  x int[] := '{{1,2},{3,4}}';
  s int[];
BEGIN
  LOOP
    EXIT WHEN random() > 0.5;
    CONTINUE;
  END LOOP;
  <<again>>
  WHILE a < 10 LOOP
    a := a + 1;
    CONTINUE again WHEN a = 5;
    EXIT again;
  END LOOP again;
  FOR i IN 1..10 LOOP RETURN NEXT i; END LOOP;
  FOR i IN REVERSE 10..1 BY 2 LOOP NULL; END LOOP;
  FOR i IN (SELECT min(id) FROM users) .. array_length(x, 1) LOOP NULL; END LOOP;
  FOR r IN SELECT * FROM users ORDER BY id LOOP
    UPDATE orders SET total = 1 WHERE id = r.id;
  END LOOP;
  FOR a, b IN SELECT id, name FROM users LOOP NULL; END LOOP;
  FOR r IN (SELECT * FROM items) UNION ALL (SELECT * FROM items) LOOP NULL; END LOOP;
  FOR r IN VALUES (1), (2) LOOP NULL; END LOOP;
  FOR r IN DELETE FROM items RETURNING * LOOP NULL; END LOOP;
  FOR r IN WITH w AS (SELECT * FROM orders) SELECT * FROM w LOOP NULL; END LOOP;
  FOR r IN EXPLAIN SELECT * FROM users LOOP NULL; END LOOP;
  FOR r IN EXECUTE 'SELECT * FROM orders' LOOP NULL; END LOOP;
  FOR r IN EXECUTE 'SELECT * FROM orders WHERE id > $1 AND id < $2' USING a, a + 1 LOOP NULL; END LOOP;
  FOREACH a IN ARRAY x LOOP NULL; END LOOP;
  FOREACH s SLICE 1 IN ARRAY x LOOP NULL; END LOOP;
  FOREACH a IN ARRAY ARRAY(SELECT id FROM users) LOOP NULL; END LOOP;
  RETURN;
END $$;

CREATE FUNCTION static_sql() RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  n int; m int;
  r record;
  u users;
BEGIN
  SELECT id INTO n FROM users WHERE id = 1;
  SELECT INTO STRICT n id FROM users;
  SELECT id, total INTO STRICT n, m FROM orders LIMIT 1;
  SELECT * FROM users INTO u WHERE id = 3;
  SELECT * INTO u.id, u.name FROM users;
  WITH w AS (SELECT * FROM orders) SELECT id INTO n FROM w;
  INSERT INTO users (name) VALUES ('x') RETURNING id INTO n;
  INSERT INTO orders SELECT * FROM orders ON CONFLICT (id) DO UPDATE SET total = excluded.total RETURNING id INTO STRICT n;
  UPDATE users SET name = 'y' WHERE id = n RETURNING * INTO u;
  DELETE FROM items USING orders WHERE orders.id = items.order_id RETURNING items.id INTO m;
  WITH gone AS (DELETE FROM items RETURNING *) INSERT INTO orders (id) SELECT order_id FROM gone;
  MERGE INTO orders o USING users u2 ON o.id = u2.id WHEN MATCHED THEN DELETE;
  TRUNCATE items;
  LOCK TABLE users IN SHARE MODE;
  CREATE TEMP TABLE scratch (id int);
  CREATE TABLE copied AS SELECT * FROM users;
  CREATE INDEX ON users (name);
  ALTER TABLE users ADD COLUMN age int;
  DROP TABLE IF EXISTS scratch;
  COPY users TO '/dev/null';
  GRANT SELECT ON users TO PUBLIC;
  COMMENT ON TABLE users IS 'x';
  ANALYZE users;
  SET LOCAL search_path TO public;
  SET CONSTRAINTS ALL DEFERRED;
  CALL run_me(n);
  DO 'BEGIN DELETE FROM orders; END';
  VALUES (1) INTO n;
  SHOW server_version INTO r;
  EXPLAIN SELECT 1 INTO r;
  NOTIFY channel;
  CREATE FUNCTION made() RETURNS int LANGUAGE sql BEGIN ATOMIC SELECT CASE WHEN true THEN 1 END; SELECT 2; END;
  CREATE RULE ru AS ON INSERT TO users DO ALSO (DELETE FROM items; INSERT INTO orders DEFAULT VALUES);
END $$;

CREATE FUNCTION performs() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1;
  PERFORM pg_sleep(0), now();
  PERFORM id FROM users WHERE id = 1 FOR UPDATE;
  PERFORM DISTINCT name FROM users ORDER BY name LIMIT 3;
  PERFORM id FROM orders UNION SELECT id FROM items;
  PERFORM nextval('numbers');
  PERFORM set_config('search_path', 'public', true);
  IF NOT FOUND THEN RETURN; END IF;
END $$;

CREATE FUNCTION returns_rows() RETURNS SETOF users LANGUAGE plpgsql AS $$
DECLARE r users;
BEGIN
  RETURN QUERY SELECT * FROM users;
  RETURN QUERY DELETE FROM users RETURNING *;
  RETURN QUERY WITH x AS (SELECT * FROM users) SELECT * FROM x;
  RETURN QUERY EXECUTE 'SELECT * FROM users';
  RETURN QUERY EXECUTE 'SELECT * FROM users WHERE id = $1' USING 1;
  RETURN QUERY VALUES (1, 'x');
  RETURN NEXT r;
  RETURN;
END $$;

CREATE FUNCTION returns_table() RETURNS TABLE (id int, n bigint) LANGUAGE plpgsql AS $$
#variable_conflict use_variable
BEGIN
  id := 1;
  n := 2;
  RETURN NEXT;
  RETURN QUERY SELECT o.id, count(*) FROM orders o GROUP BY 1;
END $$;

CREATE FUNCTION returns_expression() RETURNS bigint LANGUAGE plpgsql AS $$
BEGIN
  RETURN count(*) FROM users;
END $$;

CREATE FUNCTION returns_row() RETURNS users LANGUAGE plpgsql AS $$
BEGIN
  RETURN (1, 'x')::users;
END $$;

CREATE FUNCTION raises() RETURNS void LANGUAGE plpgsql AS $$
DECLARE n int;
BEGIN
  RAISE NOTICE 'plain';
  RAISE 'no level %', n;
  RAISE DEBUG 'a % b %', n, (SELECT count(*) FROM users);
  RAISE LOG '%%';
  RAISE INFO 'x' USING HINT = 'try';
  RAISE WARNING 'x %', n + 1 USING ERRCODE = 'P0001', DETAIL = 'd' || n, MESSAGE := 'm';
  RAISE EXCEPTION 'x' USING ERRCODE = 'unique_violation', TABLE = 't', COLUMN = 'c', CONSTRAINT = 'k', DATATYPE = 'd', SCHEMA = 's';
  RAISE EXCEPTION USING MESSAGE = 'only options';
  RAISE division_by_zero;
  RAISE EXCEPTION division_by_zero USING HINT = 'do not';
  RAISE SQLSTATE '22012';
  RAISE WARNING SQLSTATE '22012' USING MESSAGE = format('%s', n);
  RAISE USING MESSAGE = 'x';
EXCEPTION
  WHEN OTHERS THEN
    RAISE;
END $$;

CREATE FUNCTION catches() RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  state text; message text; detail text; rows bigint; stack text;
BEGIN
  BEGIN
    INSERT INTO users (id) VALUES (1);
    GET DIAGNOSTICS rows = ROW_COUNT;
    GET CURRENT DIAGNOSTICS stack := PG_CONTEXT, rows = ROW_COUNT;
  EXCEPTION
    WHEN unique_violation OR SQLSTATE '23503' THEN
      GET STACKED DIAGNOSTICS state = RETURNED_SQLSTATE, message = MESSAGE_TEXT, detail := PG_EXCEPTION_DETAIL;
      UPDATE users SET name = message;
    WHEN division_by_zero THEN
      NULL;
    WHEN OTHERS THEN
      RAISE NOTICE '% %', SQLSTATE, SQLERRM;
      DELETE FROM orders;
  END;
  ASSERT rows > 0;
  ASSERT (SELECT count(*) FROM items) > 0, 'message ' || rows;
END $$;

CREATE FUNCTION executes(tab text, n int) RETURNS void LANGUAGE plpgsql AS $$
DECLARE r record; m int;
BEGIN
  EXECUTE 'DROP TABLE users';
  EXECUTE $q$UPDATE orders SET total = 1 WHERE id = 'x'::regclass::oid::int$q$;
  EXECUTE 'INSERT INTO items ' || '(id) ' || 'VALUES (1)';
  EXECUTE 'SELECT * FROM users' INTO r;
  EXECUTE 'SELECT id FROM orders WHERE id = $1' INTO STRICT m USING n;
  EXECUTE 'SELECT id FROM orders WHERE id = $1' USING n INTO m;
  EXECUTE 'DELETE FROM users WHERE id = $1 OR id = $2' USING n, n + 1;
  EXECUTE format('TRUNCATE %I', 'Mixed Case');
  EXECUTE format('DELETE FROM %I.%I WHERE name = %L', 'public', 'users', 'it''s');
  EXECUTE ('DROP TABLE ' || quote_ident('orders'))::text;
  EXECUTE 'DROP TABLE ' || tab;
  EXECUTE format('DROP TABLE %I', tab);
  EXECUTE tab;
  EXECUTE concat('DROP ', 'TABLE ', 'items');
  EXECUTE 'CREATE TABLE one (id int); CREATE TABLE two (id int)';
  EXECUTE 'DO ''BEGIN EXECUTE ''''DELETE FROM items''''; END''';
  EXECUTE E'UPDATE users\nSET name = \'x\'';
END $$;

CREATE FUNCTION watches() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  old_row users%ROWTYPE;
BEGIN
  IF TG_OP = 'DELETE' THEN
    INSERT INTO orders (id) SELECT OLD.id;
    RETURN OLD;
  ELSIF TG_OP IN ('INSERT', 'UPDATE') AND TG_WHEN = 'BEFORE' THEN
    NEW.name := upper(NEW.name);
    NEW.name = TG_ARGV[0] || TG_TABLE_NAME;
    IF NEW IS DISTINCT FROM OLD THEN
      INSERT INTO orders SELECT NEW.*;
    END IF;
    RETURN NEW;
  END IF;
  EXECUTE format('DELETE FROM %I', TG_TABLE_NAME);
  RETURN NULL;
END $$;

CREATE FUNCTION watches_events() RETURNS event_trigger LANGUAGE plpgsql AS $$
DECLARE r record;
BEGIN
  FOR r IN SELECT * FROM pg_event_trigger_ddl_commands() LOOP
    RAISE NOTICE '% %', tg_tag, r.object_identity;
  END LOOP;
END $$;

CREATE PROCEDURE commits(INOUT n int) LANGUAGE plpgsql AS $$
BEGIN
  FOR i IN 1..10 LOOP
    DELETE FROM orders WHERE id = i;
    COMMIT;
  END LOOP;
  ROLLBACK;
  COMMIT AND CHAIN;
  ROLLBACK AND NO CHAIN;
  CALL commits(n);
END $$;

DO $$
BEGIN
  UPDATE users SET name = 'x';
  COMMIT;
END $$;

DO $$
DECLARE
  r record;
BEGIN
  FOR r IN SELECT table_name FROM information_schema.tables WHERE false LOOP
    EXECUTE 'ALTER TABLE ' || quote_ident(r.table_name) || ' OWNER TO web';
  END LOOP;
END
$$;

DO $body$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM pg_type WHERE typname = 'mood') THEN
    CREATE TYPE mood AS ENUM ('sad', 'happy');
  END IF;
  IF to_regclass('public.users') IS NULL THEN
    EXECUTE $sql$
      CREATE TABLE public.users (id int)
    $sql$;
  END IF;
END
$body$;

DO $$
DECLARE
  -- comments; with "quotes' and $dollars$ and ; semicolons
  n int; /* and /* nested */ ones */
  "Quoted Name" text := 'x;y';
  open int; close int; raise int; next int; query int;
BEGIN
  "Quoted Name" := 'END; $' || "Quoted Name";
  open := 1;
  close = 2;
  raise := 3;
  next := open;
  query := next + 1;
END $$;

DO $$
DECLARE x jsonb;
BEGIN
  x := '{}';
  x['a'] := '1';
  x := x || jsonb_build_object('k', (SELECT jsonb_agg(u) FROM users u));
  x := CASE WHEN x ? 'a' THEN x #- '{a}' ELSE x -> 'b' END;
END $$;

DO $$
BEGIN
  PERFORM set_config('role', 'none', true);
  INSERT INTO public.users
  SELECT i, 'name ' || i FROM generate_series(1, 1000) AS i
  ON CONFLICT DO NOTHING;
  PERFORM setval('numbers', (SELECT max(id) FROM users));
END $$;

CREATE FUNCTION conditional_commits() RETURNS void LANGUAGE plpgsql AS $f$
declare
  i int := 0;
begin
  while true loop
    begin
      with batch as (
        select id from users where name is null order by id limit 100 for update skip locked
      )
      update users u set name = '' from batch where u.id = batch.id;
      exit when not found;
    exception when lock_not_available or deadlock_detected then
      perform pg_sleep(1);
    end;
    i := i + 1;
  end loop;
end
$f$;

CREATE FUNCTION nested_blocks() RETURNS int LANGUAGE plpgsql AS $$
DECLARE a int;
BEGIN
  DECLARE b int := a;
  BEGIN
    BEGIN
      NULL;
    END;
    <<deep>> BEGIN EXIT deep; END deep;
  EXCEPTION WHEN OTHERS THEN NULL;
  END;
  RETURN a;
END;
$$;

CREATE FUNCTION many_types() RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  a bit varying(3); b national character varying(3); c "char"; d time without time zone; e public.users[];
  f pg_catalog.int4; g decimal; h float(3); i varchar[] NOT NULL := '{}'; j text ARRAY; k text ARRAY[3];
  l int[3][3]; m xml; n regclass := 'users'; o oid := 'orders'::regclass; p information_schema.sql_identifier;
BEGIN
  IF a = b'101' OR c = U&'\0061' THEN NULL; END IF;
END $$;

CREATE FUNCTION odd_spacing() RETURNS int LANGUAGE plpgsql AS 'declare n int:=0;begin n:=n+1;if n>0 then return n;end if;for i in 1..2 loop n:=n-1;end loop;return-n;end';

CREATE FUNCTION reads_transition_table() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO orders SELECT id FROM new_rows;
  RETURN NULL;
END $$;

CREATE FUNCTION upper_case() RETURNS VOID LANGUAGE PLPGSQL AS $$
BEGIN
  FOR I IN 1 .. 3 LOOP INSERT INTO USERS(ID) VALUES(I); END LOOP;
  RETURN;
END; $$;

CREATE FUNCTION stacked_cases(k text) RETURNS int LANGUAGE plpgsql AS $$
BEGIN
  CASE WHEN k LIKE 'a%' THEN
    CASE k WHEN 'ab' THEN RETURN 1; WHEN 'ac' THEN RETURN 2; END CASE;
  WHEN k IN ('x', 'y') THEN RETURN (CASE k WHEN 'x' THEN 1 ELSE 2 END);
  ELSE RAISE EXCEPTION 'bad: %', k;
  END CASE;
  RETURN CASE k WHEN 'z' THEN 1 ELSE 0 END;
END $$;

CREATE FUNCTION polymorphic(a anyelement, VARIADIC b anyarray) RETURNS anyelement LANGUAGE plpgsql AS $$
DECLARE
  c a%TYPE;
  d $0%TYPE;
  e $1%TYPE := a;
BEGIN
  c := $2[1];
  RETURN c;
END $$;

CREATE FUNCTION keeps_into() RETURNS void LANGUAGE plpgsql AS $$
DECLARE n int; label text;
BEGIN
  INSERT INTO orders
  SELECT 1;
  SELECT name
    INTO
      label
    FROM users;
  SELECT count(*) FILTER (WHERE id > 1), max(name) INTO n, label FROM users GROUP BY id HAVING count(*) > 1;
  SELECT (SELECT id FROM items LIMIT 1) INTO n;
  EXECUTE 'SELECT 1' INTO n;
END $$;

CREATE FUNCTION window_and_order() RETURNS void LANGUAGE plpgsql AS $$
DECLARE r record; x int;
BEGIN
  FOR r IN
    SELECT id, row_number() OVER (PARTITION BY name ORDER BY id) AS rn
    FROM users, LATERAL (SELECT * FROM orders WHERE orders.id = users.id) o
    WHERE name IN (SELECT name FROM users WHERE id = ANY (ARRAY[1, 2]))
    ORDER BY 1 FETCH FIRST 3 ROWS ONLY
  LOOP
    x := r.rn * 2;
  END LOOP;
END $$;

CREATE FUNCTION single_quoted() RETURNS text LANGUAGE plpgsql AS '
DECLARE
  t text := ''it''''s'';
BEGIN
  DELETE FROM items WHERE id::text = ''a\b'';
  EXECUTE ''UPDATE users SET name = '' || quote_literal(''x'');
  RETURN t;
END;';

CREATE FUNCTION escaped_body() RETURNS text LANGUAGE plpgsql AS E'BEGIN\n  DELETE FROM items;\n\tRETURN \'x\';\nEND';

DO $$
DECLARE v_sql text := 'DELETE FROM users';
BEGIN
  EXECUTE v_sql;
END $$;

DO $$
BEGIN
  ALTER TABLE users ADD CONSTRAINT name_not_empty CHECK (name <> '') NOT VALID;
EXCEPTION
  WHEN duplicate_object THEN NULL;
  WHEN SQLSTATE '42P01' THEN RAISE NOTICE 'no table';
END $$;

DO $$ <<b>> BEGIN <<l>> FOR i IN 1..2 LOOP CONTINUE l; END LOOP l; END b $$;

DO $$
DECLARE
  total CONSTANT int NOT NULL := 5;
BEGIN
  RAISE NOTICE E'tab\t%', total;
  RAISE NOTICE $m$dollar %$m$, total;
  PERFORM 'a'
    'b';
EXCEPTION WHEN others THEN
END $$;

CREATE FUNCTION row_assign() RETURNS void LANGUAGE plpgsql AS $$
DECLARE u users; a int; b text;
BEGIN
  SELECT * INTO u FROM users LIMIT 1;
  u := ROW(1, 'x');
  u := NULL;
  SELECT u.id, u.name INTO a, b;
  SELECT (u).name INTO b;
  INSERT INTO users VALUES (u.*);
  UPDATE users SET (id, name) = (SELECT id, name FROM users LIMIT 1);
  RETURN;
END $$;

DO $$ -- comment behind the quote
/* and one more */ BEGIN /* here */ NULL /* there */ ; END /* and there */ ; -- and at the end
$$;

CREATE FUNCTION positional(int, text) RETURNS int LANGUAGE plpgsql AS $$
BEGIN
  UPDATE users SET name = $2 WHERE id = $1;
  IF $1 > 3 THEN RETURN $1; END IF;
  RETURN (SELECT id FROM orders WHERE total = $1);
END $$;

CREATE FUNCTION named_arguments() RETURNS void LANGUAGE plpgsql AS $$
DECLARE x text := 'y';
BEGIN
  PERFORM set_config(setting_name => 'a.b', new_value => 'c', is_local => true);
END $$;

CREATE FUNCTION else_if(n int) RETURNS int LANGUAGE plpgsql AS $$
BEGIN
  IF n = 1 THEN RETURN 1;
  ELSE IF n = ANY (ARRAY[2, 3]) THEN RETURN 2;
    ELSE RETURN 3;
    END IF;
  END IF;
END $$;

CREATE FUNCTION array_ranges() RETURNS void LANGUAGE plpgsql AS $$
DECLARE a int[] := ARRAY[1, 2, 3]; b int[]; x int; r record;
BEGIN
  FOR i IN a[1]..a[2] LOOP b := a[1:2]; END LOOP;
  FOR i IN array_lower(a, 1)..array_upper(a, 1) LOOP x := a[i]; END LOOP;
  FOR x IN SELECT generate_series FROM generate_series(1, 3) LOOP NULL; END LOOP;
  FOR r IN (SELECT 1 AS a) LOOP NULL; END LOOP;
  FOREACH x IN ARRAY (SELECT array_agg(id) FROM items) LOOP NULL; END LOOP;
  b := a || 4;
  b[array_length(b, 1) + 1] := (SELECT count(*) FROM users);
END $$;

CREATE FUNCTION spaced_labels() RETURNS void LANGUAGE plpgsql AS $$
<< "The Block" >>
DECLARE n int;
BEGIN
  << again >>
  LOOP
    "The Block".n := 1;
    EXIT again WHEN "The Block".n > 0;
  END LOOP again;
END "The Block"
$$;

CREATE FUNCTION utility_statements() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  SET LOCAL work_mem = '64MB';
  RESET work_mem;
  DISCARD PLANS;
  LISTEN somewhere;
  NOTIFY somewhere, 'payload';
  PREPARE later AS SELECT * FROM users;
  DEALLOCATE later;
  VACUUM users;
  CHECKPOINT;
  REINDEX TABLE orders;
  CLUSTER users;
  SAVEPOINT here;
  IMPORT FOREIGN SCHEMA remote FROM SERVER elsewhere INTO public;
  CREATE VIEW shown AS SELECT * FROM users;
  CREATE MATERIALIZED VIEW kept AS SELECT * FROM orders;
  REFRESH MATERIALIZED VIEW kept;
  ALTER TABLE users RENAME COLUMN name TO title;
  ALTER TABLE orders OWNER TO CURRENT_USER;
  CREATE TRIGGER tr BEFORE INSERT ON users FOR EACH ROW EXECUTE FUNCTION watches();
  CREATE POLICY pol ON users USING (id IN (SELECT id FROM orders));
  REVOKE ALL ON ALL TABLES IN SCHEMA public FROM PUBLIC;
  DROP SCHEMA IF EXISTS old CASCADE;
  COPY (SELECT * FROM items) TO '/dev/null';
  SECURITY LABEL ON TABLE users IS 'x';
END $$;

CREATE FUNCTION executes_prepared() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE later(1);
END $$;

CREATE FUNCTION upserts(k int) RETURNS void LANGUAGE plpgsql AS $$
DECLARE done boolean; r users;
BEGIN
  LOOP
    UPDATE users SET name = name || '!' WHERE id = k RETURNING true INTO done;
    IF done THEN RETURN; END IF;
    BEGIN
      INSERT INTO users VALUES (k, '!') RETURNING * INTO STRICT r;
      RETURN;
    EXCEPTION WHEN unique_violation THEN
      -- try again
    END;
  END LOOP;
END $$;

CREATE FUNCTION moves_rows(low int, high int) RETURNS bigint LANGUAGE plpgsql
SET search_path = public, pg_temp SECURITY DEFINER AS $$
DECLARE n bigint;
BEGIN
  WITH gone AS (
    DELETE FROM items WHERE id BETWEEN low AND high RETURNING *
  ), added AS (
    INSERT INTO orders (id) SELECT DISTINCT order_id FROM gone RETURNING id
  )
  SELECT count(*) INTO n FROM added;
  GET DIAGNOSTICS n = ROW_COUNT;
  RETURN n;
END $$;

CREATE FUNCTION checks_catalog() RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN EXISTS (
    SELECT 1
    FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname = 'public' AND c.relname = 'users' AND c.oid = 'public.users'::regclass
  );
END $$;

CREATE FUNCTION json_loop(doc jsonb) RETURNS void LANGUAGE plpgsql AS $$
DECLARE k text; v jsonb; item jsonb;
BEGIN
  FOR k, v IN SELECT * FROM jsonb_each(doc) LOOP
    CONTINUE WHEN v = 'null'::jsonb OR k IS NULL;
    FOR item IN SELECT jsonb_array_elements(v -> 'items') LOOP
      INSERT INTO items (id, order_id)
      VALUES ((item ->> 'id')::int, (SELECT o.id FROM orders o WHERE o.total = (item #>> '{a,b}')::int));
    END LOOP;
  END LOOP;
END $$;

CREATE FUNCTION returns_query_in_parentheses() RETURNS SETOF int LANGUAGE plpgsql AS $$
BEGIN
  RETURN QUERY (SELECT id FROM users) UNION ALL (SELECT id FROM orders) ORDER BY 1 LIMIT 3;
  RETURN QUERY TABLE items;
  RETURN QUERY UPDATE users SET name = 'x' RETURNING id;
END $$;

CREATE PROCEDURE batches(size int DEFAULT 1000) LANGUAGE plpgsql AS $$
DECLARE
  last int := 0;
  top int := (SELECT max(id) FROM users);
BEGIN
  WHILE last < top LOOP
    UPDATE users SET name = lower(name) WHERE id > last AND id <= last + size;
    last := last + size;
    COMMIT;
  END LOOP;
END $$;

CREATE FUNCTION builds_partitions() RETURNS void LANGUAGE plpgsql AS $$
DECLARE d date;
BEGIN
  FOR d IN SELECT generate_series(date '2024-01-01', date '2024-12-01', interval '1 month')::date LOOP
    EXECUTE format(
      'CREATE TABLE IF NOT EXISTS events_%s PARTITION OF events FOR VALUES FROM (%L) TO (%L)',
      to_char(d, 'YYYY_MM'), d, d + interval '1 month');
  END LOOP;
END $$;

CREATE FUNCTION window_frames() RETURNS void LANGUAGE plpgsql AS $$
DECLARE s numeric;
BEGIN
  SELECT sum(total) OVER (ORDER BY id ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)
    INTO s
    FROM orders
    WHERE id NOT IN (SELECT order_id FROM items WHERE order_id IS NOT NULL)
    LIMIT 1;
  s := extract(epoch FROM now()) + position('a' IN 'abc') + substring('x' FROM 1 FOR 2)::int;
  s := (SELECT coalesce(max(id), 0) FROM users WHERE name ~* '^a' AND name NOT LIKE '%\_%');
END $$;

CREATE FUNCTION scalar_records() RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  pair record;
  o orders%ROWTYPE;
  ids int[];
BEGIN
  SELECT 1 AS a, 2 AS b INTO pair;
  o.total := pair.a + pair.b;
  SELECT array_agg(id ORDER BY id) INTO ids FROM users;
  SELECT o.*, 1 AS extra INTO pair;
  INSERT INTO orders SELECT (o).*;
  UPDATE orders SET total = o.total WHERE orders.id = o.id;
  PERFORM * FROM unnest(ids) AS u (id) JOIN items USING (id);
END $$;

CREATE FUNCTION trigger_with_tables() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_LEVEL = 'ROW' AND (TG_OP = 'UPDATE' AND NEW.name <> OLD.name OR TG_NARGS > 0) THEN
    PERFORM pg_notify('changes', json_build_object('table', TG_TABLE_NAME, 'row', row_to_json(NEW))::text);
  END IF;
  CASE TG_OP
    WHEN 'INSERT' THEN INSERT INTO orders (id) VALUES (NEW.id);
    WHEN 'UPDATE', 'DELETE' THEN DELETE FROM orders WHERE id = OLD.id;
  END CASE;
  RETURN coalesce(NEW, OLD);
END $$;
