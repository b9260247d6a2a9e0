-- 23505: duplicate key value violates unique constraint pg_ts_config_cfgname_index
CREATE TEXT SEARCH CONFIGURATION c (COPY = english);
CREATE TEXT SEARCH CONFIGURATION c (COPY = english);
