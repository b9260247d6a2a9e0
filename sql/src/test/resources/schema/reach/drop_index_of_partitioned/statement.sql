drop index pti;
