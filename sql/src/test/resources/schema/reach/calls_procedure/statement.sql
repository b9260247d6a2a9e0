call purge();
