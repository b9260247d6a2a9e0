-- 0A000 until 14: copy header text came with PostgreSQL 15
CREATE TABLE t (a int, b int);
-- migration
COPY t TO PROGRAM 'cat > /dev/null' (HEADER);
