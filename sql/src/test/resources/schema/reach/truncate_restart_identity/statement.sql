truncate t restart identity;
