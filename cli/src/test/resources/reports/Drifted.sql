-- auth: this SQL runs on staging and makes it equal to production
-- not proved: deed drift --prove runs it on a scratch server and compares
-- 4 of 5 statements are commented out, see there; --allow-destructive writes them as SQL
-- not closed: table public."red�[31m 😀
-- �""x"

SET lock_timeout = '5s';
SET check_function_bodies = off;

-- owner: no service

-- red�[31m 😀
-- �"x
-- commented out: it has characters that are not printed, see --format json
-- red�[31m 😀
-- �"x;

-- owner: web, red�[31m 😀
-- �"x, #web @acme/web red�[31m 😀
-- �"x

-- red�[31m 😀
-- �"x
-- commented out: it has characters that are not printed, see --format json
-- red�[31m 😀
-- �"x;

-- owner: no service

-- red�[31m 😀
-- �"x
-- commented out: it has characters that are not printed, see --format json
-- red�[31m 😀
-- �"x;

-- red�[31m 😀
-- �"x
-- commented out: it has characters that are not printed, see --format json
-- red�[31m 😀
-- �"x;

-- red�[31m 😀
-- �"x
-- commented out: it has characters that are not printed, see --format json
-- red�[31m 😀
-- �"x;

-- auth: this SQL runs on staging and makes it equal to production
-- not proved: deed drift --prove runs it on a scratch server and compares
-- 4 of 5 statements are commented out, see there; --allow-destructive writes them as SQL
-- not closed: table public."red�[31m 😀
-- �""x"

SET lock_timeout = '5s';
SET check_function_bodies = off;

-- owner: no service

-- red�[31m 😀
-- �"x
-- commented out: it has characters that are not printed, see --format json
-- red�[31m 😀
-- �"x;

-- owner: web, red�[31m 😀
-- �"x, #web @acme/web red�[31m 😀
-- �"x

-- red�[31m 😀
-- �"x
-- commented out: it has characters that are not printed, see --format json
-- red�[31m 😀
-- �"x;

-- owner: no service

-- red�[31m 😀
-- �"x
-- commented out: it has characters that are not printed, see --format json
-- red�[31m 😀
-- �"x;

-- red�[31m 😀
-- �"x
-- commented out: it has characters that are not printed, see --format json
-- red�[31m 😀
-- �"x;

-- red�[31m 😀
-- �"x
-- commented out: it has characters that are not printed, see --format json
-- red�[31m 😀
-- �"x;

-- auth: this SQL runs on staging and makes it equal to production
-- not proved: deed drift --prove runs it on a scratch server and compares
-- 4 of 5 statements are commented out, see there; --allow-destructive writes them as SQL
-- not closed: table public."red�[31m 😀
-- �""x"

SET lock_timeout = '5s';
SET check_function_bodies = off;

-- owner: no service

-- red�[31m 😀
-- �"x
-- commented out: it has characters that are not printed, see --format json
-- red�[31m 😀
-- �"x;

-- owner: web, red�[31m 😀
-- �"x, #web @acme/web red�[31m 😀
-- �"x

-- red�[31m 😀
-- �"x
-- commented out: it has characters that are not printed, see --format json
-- red�[31m 😀
-- �"x;

-- owner: no service

-- red�[31m 😀
-- �"x
-- commented out: it has characters that are not printed, see --format json
-- red�[31m 😀
-- �"x;

-- red�[31m 😀
-- �"x
-- commented out: it has characters that are not printed, see --format json
-- red�[31m 😀
-- �"x;

-- red�[31m 😀
-- �"x
-- commented out: it has characters that are not printed, see --format json
-- red�[31m 😀
-- �"x;

-- auth: this SQL runs on staging and makes it equal to production
-- not proved: deed drift --prove runs it on a scratch server and compares
-- 4 of 5 statements are commented out, see there; --allow-destructive writes them as SQL
-- not closed: table public."red�[31m 😀
-- �""x"

SET lock_timeout = '5s';
SET check_function_bodies = off;

-- owner: no service

-- red�[31m 😀
-- �"x
-- commented out: it has characters that are not printed, see --format json
-- red�[31m 😀
-- �"x;

-- owner: web, red�[31m 😀
-- �"x, #web @acme/web red�[31m 😀
-- �"x

-- red�[31m 😀
-- �"x
-- commented out: it has characters that are not printed, see --format json
-- red�[31m 😀
-- �"x;

-- owner: no service

-- red�[31m 😀
-- �"x
-- commented out: it has characters that are not printed, see --format json
-- red�[31m 😀
-- �"x;

-- red�[31m 😀
-- �"x
-- commented out: it has characters that are not printed, see --format json
-- red�[31m 😀
-- �"x;

-- red�[31m 😀
-- �"x
-- commented out: it has characters that are not printed, see --format json
-- red�[31m 😀
-- �"x;

-- auth: this SQL runs on staging and makes it equal to production
-- not proved: deed drift --prove runs it on a scratch server and compares
-- 4 of 5 statements are commented out, see there; --allow-destructive writes them as SQL
-- not closed: table public."red�[31m 😀
-- �""x"

SET lock_timeout = '5s';
SET check_function_bodies = off;

-- owner: no service

-- red�[31m 😀
-- �"x
-- commented out: it has characters that are not printed, see --format json
-- red�[31m 😀
-- �"x;

-- owner: web, red�[31m 😀
-- �"x, #web @acme/web red�[31m 😀
-- �"x

-- red�[31m 😀
-- �"x
-- commented out: it has characters that are not printed, see --format json
-- red�[31m 😀
-- �"x;

-- owner: no service

-- red�[31m 😀
-- �"x
-- commented out: it has characters that are not printed, see --format json
-- red�[31m 😀
-- �"x;

-- red�[31m 😀
-- �"x
-- commented out: it has characters that are not printed, see --format json
-- red�[31m 😀
-- �"x;

-- red�[31m 😀
-- �"x
-- commented out: it has characters that are not printed, see --format json
-- red�[31m 😀
-- �"x;

-- auth: this SQL runs on staging and makes it equal to production
-- proved: a server ran all of it, and no other difference was left
-- 1 of 5 statements are commented out, see there; --allow-destructive writes them as SQL

SET lock_timeout = '5s';
SET check_function_bodies = off;

-- owner: no service

-- red�[31m 😀
-- �"x
-- commented out: it has characters that are not printed, see --format json
-- red�[31m 😀
-- �"x;

-- owner: web, red�[31m 😀
-- �"x, #web @acme/web red�[31m 😀
-- �"x

-- red�[31m 😀
-- �"x
-- commented out: it has characters that are not printed, see --format json
-- red�[31m 😀
-- �"x;

-- owner: no service

-- red�[31m 😀
-- �"x
-- commented out: it has characters that are not printed, see --format json
-- red�[31m 😀
-- �"x;

-- red�[31m 😀
-- �"x
-- commented out: it has characters that are not printed, see --format json
-- red�[31m 😀
-- �"x;

-- red�[31m 😀
-- �"x
-- commented out: it has characters that are not printed, see --format json
-- red�[31m 😀
-- �"x;
