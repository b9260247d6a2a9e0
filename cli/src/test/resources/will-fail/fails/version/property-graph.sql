-- 42601 until 18: property graph came with PostgreSQL 19
CREATE PROPERTY GRAPH g VERTEX TABLES (t KEY (a));
