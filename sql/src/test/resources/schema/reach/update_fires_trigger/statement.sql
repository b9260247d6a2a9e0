update t set b = 'y';
