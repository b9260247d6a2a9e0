SET session_replication_role = replica;
SELECT set_config('datestyle', 'German', false);
