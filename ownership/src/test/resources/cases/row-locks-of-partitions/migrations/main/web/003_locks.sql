SELECT id FROM web_root FOR UPDATE;
SELECT id FROM web_root r FOR KEY SHARE OF r;
SELECT id FROM web_parent FOR SHARE;
WITH locked AS (SELECT id FROM web_root WHERE k = 1 FOR NO KEY UPDATE) SELECT id FROM locked;
