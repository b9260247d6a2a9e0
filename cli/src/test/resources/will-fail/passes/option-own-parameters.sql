-- passes
SET my.setting = 'x'; SET LOCAL lock_timeout = ' 5 s '; SET work_mem = '64MB'; SET work_mem = 4096; SET statement_timeout = 60000.5; SET jit = 'off'; SET TimeZone = 'UTC';
SET TIME ZONE 'Europe/Berlin'; SET NAMES 'UTF8'; SET random_page_cost = 1.1; SET client_min_messages = warning; SET synchronous_commit = off; SET DateStyle = ISO, DMY; SET enable_seqscan = tru;
