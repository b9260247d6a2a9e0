ALTER TABLE account ADD COLUMN name text;

---- create above / drop below ----

SELECT 1;
