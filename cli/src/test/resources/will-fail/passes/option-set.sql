-- passes
SET lock_timeout = '5s'; SET LOCAL statement_timeout = 0; SET work_mem = '64MB'; SET lock_timeout TO DEFAULT; SET my.setting = 'x'; SET enable_seqscan = off;
