-- passes since 15: copy header text
CREATE TABLE t (a int, b int);
-- migration
COPY t TO PROGRAM 'cat > /dev/null' (HEADER);
