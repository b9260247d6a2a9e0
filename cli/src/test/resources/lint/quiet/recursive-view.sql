-- baseline
CREATE TABLE parts (id bigint PRIMARY KEY, parent_id bigint);
-- migration
CREATE RECURSIVE VIEW part_tree (id, root) AS
SELECT id, id FROM parts WHERE parent_id IS NULL
UNION ALL
SELECT p.id, t.root FROM parts AS p JOIN part_tree AS t ON p.parent_id = t.id;
