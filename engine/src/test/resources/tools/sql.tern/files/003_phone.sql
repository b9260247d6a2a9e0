ALTER TABLE account ADD COLUMN phone text;

---- create above / drop below ----

SELECT 1;
