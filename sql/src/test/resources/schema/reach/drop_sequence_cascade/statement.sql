drop sequence sq cascade;
