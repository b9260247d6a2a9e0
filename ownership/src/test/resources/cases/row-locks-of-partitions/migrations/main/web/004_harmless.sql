SELECT id FROM ONLY web_root FOR UPDATE;
SELECT id FROM web_part FOR UPDATE;
SELECT id FROM web_root;
SELECT r.id FROM web_root r, web_part p FOR UPDATE OF p;
