select count_seen();
