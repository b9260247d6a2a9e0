CREATE TABLE t (id int, qty int, name text, at timestamptz, b boolean);
CREATE TABLE u (id int PRIMARY KEY, t_id int, label text, n numeric, d date, v varchar(9));
CREATE TABLE lg (a int, w text DEFAULT 'x', at timestamptz DEFAULT now(), n bigint);
CREATE TABLE k (id int, label text);
CREATE VIEW vv AS SELECT id, name FROM t;
CREATE FUNCTION nice(text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT $1';
CREATE RULE r1 AS ON INSERT TO t DO ALSO INSERT INTO lg VALUES (NEW.id);
CREATE RULE r2 AS ON INSERT TO t WHERE NEW.id > 5 DO ALSO INSERT INTO lg (a, n) SELECT NEW.id, 1 WHERE NOT EXISTS (SELECT 1 FROM lg WHERE lg.a = NEW.id);
CREATE RULE r3 AS ON UPDATE TO t DO INSTEAD UPDATE u SET label = 'gone', n = n + 1, d = '2020-01-02', v = NULL WHERE id = OLD.id;
CREATE RULE r4 AS ON DELETE TO t DO INSTEAD (UPDATE u SET label = nice(OLD.name) WHERE t_id = OLD.id; DELETE FROM lg WHERE a = OLD.id; NOTIFY foo, 'x');
CREATE RULE r5 AS ON UPDATE TO vv DO INSTEAD UPDATE t SET name = NEW.name WHERE t.id = OLD.id RETURNING id, name;
CREATE RULE r6 AS ON UPDATE TO t WHERE OLD.name IS DISTINCT FROM NEW.name DO INSERT INTO lg(a, w, at) VALUES (OLD.id, OLD.name || '->' || NEW.name, '2020-01-01');
CREATE RULE r7 AS ON INSERT TO vv DO INSTEAD INSERT INTO t (id, name) VALUES (NEW.id, NEW.name) RETURNING t.id, t.name;
CREATE RULE r8 AS ON DELETE TO vv DO INSTEAD DELETE FROM t x USING u WHERE u.t_id = x.id AND x.id = OLD.id AND u.n > 3;
CREATE RULE r9 AS ON UPDATE TO u DO ALSO UPDATE t AS y SET qty = (SELECT max(n) FROM u WHERE t_id = y.id), b = true FROM lg WHERE lg.a = y.id AND y.id = NEW.t_id;
CREATE FUNCTION f1(a int) RETURNS int LANGUAGE sql BEGIN ATOMIC SELECT a + 1; END;
CREATE FUNCTION f2(a int) RETURNS int LANGUAGE sql RETURN a + 1;
CREATE FUNCTION f3(a int, b text DEFAULT 'x') RETURNS text LANGUAGE sql RETURN CASE WHEN a > 1 THEN nice(b) ELSE 'y' END;
CREATE FUNCTION f4(x int) RETURNS SETOF t LANGUAGE sql BEGIN ATOMIC SELECT * FROM t WHERE id = x ORDER BY at DESC LIMIT 3; END;
CREATE FUNCTION f5(x int) RETURNS void LANGUAGE sql BEGIN ATOMIC INSERT INTO lg (a) VALUES (x); UPDATE k SET label = 'q' WHERE id = x; DELETE FROM lg WHERE a = x; END;
CREATE FUNCTION f6() RETURNS bigint LANGUAGE sql BEGIN ATOMIC SELECT count(*) FROM t JOIN u ON u.t_id = t.id WHERE name LIKE 'a%'; END;
CREATE PROCEDURE p1(a int) LANGUAGE sql BEGIN ATOMIC INSERT INTO lg (a, w) SELECT id, name FROM t WHERE id > a; END;
CREATE FUNCTION f7(id int) RETURNS text LANGUAGE sql STABLE RETURN (SELECT label FROM u WHERE u.id = f7.id);
-- not: VALUES (NEW.id); => VALUES (NEW.qty);
-- not: SELECT NEW.id, 1 WHERE => SELECT NEW.id, 2 WHERE
-- not: label = 'gone' => label = 'left'
-- not: n = n + 1 => n = n + 2
-- not: '2020-01-02' => '2020-01-03'
-- not: WHERE id = OLD.id; => WHERE t_id = OLD.id;
-- not: nice(OLD.name) => OLD.name
-- not: NOTIFY foo, 'x' => NOTIFY foo, 'y'
-- not: RETURNING id, name => RETURNING id, 'a'
-- not: '->' => '-->'
-- not: '2020-01-01' => '2020-01-05'
-- not: u.n > 3 => u.n > 4
-- not: max(n) => min(n)
-- not: b = true => b = false
-- not: lg.a = y.id AND => lg.a < y.id AND
-- not: SELECT a + 1; => SELECT a + 2;
-- not: RETURN a + 1 => RETURN a - 1
-- not: ELSE 'y' => ELSE 'z'
-- not: WHERE id = x ORDER => WHERE id > x ORDER
-- not: DELETE FROM lg WHERE a = x => DELETE FROM lg WHERE a > x
-- not: LIKE 'a%' => LIKE 'b%'
-- not: WHERE id > a => WHERE id < a
-- not: u.id = f7.id => u.id > f7.id
