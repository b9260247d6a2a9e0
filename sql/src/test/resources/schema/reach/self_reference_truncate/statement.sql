truncate node;
