do $$ begin drop table t cascade; end $$;
