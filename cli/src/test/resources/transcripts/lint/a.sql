CREATE INDEX orders_user_id_idx ON orders (user_id);
SELECT 1 +;
CREATE TABLE fresh (id bigint PRIMARY KEY, note text);
CREATE INDEX fresh_note_idx ON fresh (note);
-- deed: ignore no-lock-timeout reason="the table is small"
ALTER TABLE orders ADD COLUMN total int;
