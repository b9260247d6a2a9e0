do $$ begin delete from seen; perform count_seen(); end $$;
