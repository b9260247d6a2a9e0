drop procedure purge;
