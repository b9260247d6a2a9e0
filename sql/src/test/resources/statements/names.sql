-- Types, collations and operators that expressions and queries name. Built-in types and operators
-- are left out.

-- expect: defines view v, access exclusive
-- expect: names type mood
CREATE VIEW v AS SELECT 'sad'::mood AS m;

-- expect: names type shop.pair
-- expect: reads relation t, access share
SELECT CAST(x AS shop.pair[]), x::text, y::int4 FROM t;

-- expect: names collation nocase
-- expect: names collation "C"
-- expect: reads relation t, access share
-- expect: names collation shop.nocase
SELECT a COLLATE nocase, a COLLATE "C" FROM t ORDER BY b COLLATE shop.nocase;

-- expect: names operator ===
-- expect: names operator shop.===
-- expect: names operator ===
-- expect: reads relation t, access share
-- expect: names operator ===
SELECT a === b, a = b, a OPERATOR(shop.===) b, === a FROM t WHERE a === ANY (b);

-- expect: calls json_to_recordset
-- expect: names type mood
-- expect: names collation nocase
SELECT * FROM json_to_recordset('[]') AS x (a mood, b int, c text COLLATE nocase);

-- expect: names type mood
SELECT * FROM xmltable('/a' PASSING x COLUMNS b mood PATH 'c', n FOR ORDINALITY);

-- expect: defines table t, access exclusive
-- expect: names type mood
ALTER TABLE t ALTER a SET DEFAULT 'sad'::mood;

-- expect: defines table t, access exclusive
ALTER TABLE t ALTER a TYPE mood;

-- expect: reads relation t, access share
-- expect: names column t.a
SELECT t.a%b FROM t;
