-- 42601 until 15: INDENT came with PostgreSQL 16
SELECT XMLSERIALIZE(DOCUMENT '<a/>'::xml AS text INDENT);
