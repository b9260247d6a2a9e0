ALTER TYPE mood ADD VALUE 'ok';
VACUUM users;
