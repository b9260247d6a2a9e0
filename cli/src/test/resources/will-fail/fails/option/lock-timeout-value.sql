-- 22023: invalid value for parameter lock_timeout: soon
SET lock_timeout = 'soon';
