-- The names of what is there before a transaction: what it drops or renames cannot be asked for
-- afterwards. The first row has the oldest transaction that is later than this, the session's
-- counters of what was written to the catalogs, the oldest transaction in progress, and how many
-- mappings PostgreSQL's own text search configurations and how many new large objects there are.
-- Where an earlier answer is known, only what was written since is asked for, by that oldest
-- transaction; names in a schema follow the schema's. What is gone since stays in the answer that
-- is known: nothing can happen to it.
with since as materialized (
  select %s as age
), renamed as materialized (
  select exists (select from pg_catalog.pg_namespace n
                 where pg_catalog.age(n.xmin) <= (select s.age from since s))
      as schemas,
    exists (select from pg_catalog.pg_type t
            where t.typrelid = 0 and t.typelem = 0 and pg_catalog.age(t.xmin) <= (select s.age from since s)) as types
)
select 'since' as deed_before, pg_catalog.pg_snapshot_xmax(pg_catalog.pg_current_snapshot())::text,
       (select pg_catalog.jsonb_object_agg(c.relname, pg_catalog.pg_stat_get_xact_tuples_inserted(c.oid)
          + pg_catalog.pg_stat_get_xact_tuples_updated(c.oid) + pg_catalog.pg_stat_get_xact_tuples_deleted(c.oid))
        from pg_catalog.pg_class c
        where c.relnamespace = 'pg_catalog'::pg_catalog.regnamespace
          and c.relkind = 'r')::text,
       '', pg_catalog.pg_snapshot_xmin(pg_catalog.pg_current_snapshot())::text,
       (select pg_catalog.count(*) from pg_catalog.pg_ts_config_map m where m.mapcfg::pg_catalog.int8 < 16384)::text,
       (select pg_catalog.pg_stat_get_xact_tuples_inserted(c.oid) - pg_catalog.pg_stat_get_xact_tuples_deleted(c.oid)
        from pg_catalog.pg_class c where c.oid = 'pg_catalog.pg_largeobject_metadata'::pg_catalog.regclass)::text,
       (select pg_catalog.jsonb_object_agg(u.umid, pg_catalog.hashtext(u.umoptions::text)) from pg_catalog.pg_user_mappings u)::text,
       '', ''
union all
select c.relkind::text, c.oid::text, n.nspname::text, c.relname::text,
       pg_catalog.hashtext(pg_catalog.concat_ws('|', c.relname, c.relnamespace, c.relowner, c.relacl,
         c.reltablespace, c.reloptions, c.relpersistence, c.relrowsecurity, c.relforcerowsecurity,
         c.relreplident, c.relam, c.relnatts, c.relispartition, c.relchecks, c.relkind))::text,
       c.relfilenode::text, coalesce(d.refobjid::text, ''), coalesce(h.inhparent::text, ''),
       pg_catalog.concat_ws(',', pg_catalog.pg_stat_get_xact_tuples_inserted(c.oid),
         pg_catalog.pg_stat_get_xact_tuples_updated(c.oid), pg_catalog.pg_stat_get_xact_tuples_deleted(c.oid)),
       ''
from pg_catalog.pg_class c
     join pg_catalog.pg_namespace n on n.oid = c.relnamespace
     left join pg_catalog.pg_depend d on c.relkind = 'S' and d.objid = c.oid and d.deptype in ('a', 'i')
       and d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
       and d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass
     left join pg_catalog.pg_inherits h on c.relispartition and h.inhrelid = c.oid
where c.relkind in ('r', 'p', 'f', 'v', 'm', 'S') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
  and ((select r.schemas from renamed r) or pg_catalog.age(c.xmin) <= (select s.age from since s)
    -- A sequence may have been given to a table, or taken from it.
    or (c.relkind = 'S' and c.oid not in (
      select o.objid from pg_catalog.pg_depend o
      where o.deptype in ('a', 'i') and o.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
        and o.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass and pg_catalog.age(o.xmin) > (select s.age from since s)))
    or (c.relkind in ('r', 'p', 'm', 'f') and pg_catalog.pg_stat_get_xact_tuples_inserted(c.oid)
      + pg_catalog.pg_stat_get_xact_tuples_updated(c.oid) + pg_catalog.pg_stat_get_xact_tuples_deleted(c.oid) > 0))
union all
select 'part', p.part, '', '', '', '', p.relation::text, '', '', ''
from (select i.indexrelid::text as part, i.indrelid as relation, i.xmin as change from pg_catalog.pg_index i
      union all
      select 'pg_catalog.pg_trigger'::pg_catalog.regclass::pg_catalog.oid || ':' || t.oid, t.tgrelid, t.xmin
      from pg_catalog.pg_trigger t where not t.tgisinternal
      union all
      select 'pg_catalog.pg_policy'::pg_catalog.regclass::pg_catalog.oid || ':' || p.oid, p.polrelid, p.xmin
      from pg_catalog.pg_policy p
      union all
      select 'pg_catalog.pg_rewrite'::pg_catalog.regclass::pg_catalog.oid || ':' || r.oid, r.ev_class, r.xmin
      from pg_catalog.pg_rewrite r
      union all
      select 'pg_catalog.pg_statistic_ext'::pg_catalog.regclass::pg_catalog.oid || ':' || s.oid, s.stxrelid, s.xmin
      from pg_catalog.pg_statistic_ext s
      union all
      select 'pg_catalog.pg_constraint'::pg_catalog.regclass::pg_catalog.oid || ':' || c.oid, c.conrelid, c.xmin
      from pg_catalog.pg_constraint c where c.contype = 'f'
     ) as p
where p.relation::pg_catalog.int8 >= 16384 and pg_catalog.age(p.change) <= (select s.age from since s)
union all
select case p.prokind when 'p' then 'procedure' when 'a' then 'aggregate' else 'function' end,
       'pg_catalog.pg_proc'::pg_catalog.regclass::pg_catalog.oid || ':' || p.oid, n.nspname::text, p.proname::text,
       '(' || pg_catalog.oidvectortypes(p.proargtypes) || ')', '', '', '', '', ''
from pg_catalog.pg_proc p join pg_catalog.pg_namespace n on n.oid = p.pronamespace
where ((select r.schemas from renamed r) or (select r.types from renamed r) or pg_catalog.age(p.xmin) <= (select s.age from since s)) and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
union all
select case when t.typtype = 'd' then 'domain' else 'type' end,
       'pg_catalog.pg_type'::pg_catalog.regclass::pg_catalog.oid || ':' || t.oid, n.nspname::text, t.typname::text,
       '', '', '', '', '', ''
from pg_catalog.pg_type t
     join pg_catalog.pg_namespace n on n.oid = t.typnamespace
     left join pg_catalog.pg_class c on c.oid = t.typrelid
where ((select r.schemas from renamed r) or pg_catalog.age(t.xmin) <= (select s.age from since s)) and n.nspname !~ '^pg_' and n.nspname <> 'information_schema' and coalesce(c.relkind, 'c') = 'c'
  and not exists (select from pg_catalog.pg_type e where e.typarray = t.oid)
union all
select 'schema', 'pg_catalog.pg_namespace'::pg_catalog.regclass::pg_catalog.oid || ':' || n.oid, '', n.nspname::text,
       '', '', '', '', '', ''
from pg_catalog.pg_namespace n
where pg_catalog.age(n.xmin) <= (select s.age from since s) and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
union all
select i.type, o.catalog || ':' || o.oid, coalesce(i.schema, ''), coalesce(i.name, i.identity), '', '', '', '', '', ''
from (select 'pg_catalog.pg_collation'::pg_catalog.regclass::pg_catalog.oid as catalog, c.oid, c.xmin as change from pg_catalog.pg_collation c
      union all select 'pg_catalog.pg_operator'::pg_catalog.regclass::pg_catalog.oid, c.oid, c.xmin from pg_catalog.pg_operator c
      union all select 'pg_catalog.pg_ts_config'::pg_catalog.regclass::pg_catalog.oid, c.oid, c.xmin from pg_catalog.pg_ts_config c
      union all select 'pg_catalog.pg_ts_dict'::pg_catalog.regclass::pg_catalog.oid, c.oid, c.xmin from pg_catalog.pg_ts_dict c
      union all select 'pg_catalog.pg_publication'::pg_catalog.regclass::pg_catalog.oid, c.oid, c.xmin from pg_catalog.pg_publication c
      union all select 'pg_catalog.pg_event_trigger'::pg_catalog.regclass::pg_catalog.oid, c.oid, c.xmin from pg_catalog.pg_event_trigger c
      union all select 'pg_catalog.pg_extension'::pg_catalog.regclass::pg_catalog.oid, c.oid, c.xmin from pg_catalog.pg_extension c
      union all select 'pg_catalog.pg_foreign_server'::pg_catalog.regclass::pg_catalog.oid, c.oid, c.xmin from pg_catalog.pg_foreign_server c
      union all select 'pg_catalog.pg_foreign_data_wrapper'::pg_catalog.regclass::pg_catalog.oid, c.oid, c.xmin from pg_catalog.pg_foreign_data_wrapper c
      -- The catalog is not for everyone, and the view does not tell when a mapping was made.
      union all select 'pg_catalog.pg_user_mapping'::pg_catalog.regclass::pg_catalog.oid, u.umid, '3'::pg_catalog.xid from pg_catalog.pg_user_mappings u
      union all select 'pg_catalog.pg_language'::pg_catalog.regclass::pg_catalog.oid, c.oid, c.xmin from pg_catalog.pg_language c
      union all select 'pg_catalog.pg_transform'::pg_catalog.regclass::pg_catalog.oid, c.oid, c.xmin from pg_catalog.pg_transform c
      union all select 'pg_catalog.pg_opclass'::pg_catalog.regclass::pg_catalog.oid, c.oid, c.xmin from pg_catalog.pg_opclass c
      union all select 'pg_catalog.pg_opfamily'::pg_catalog.regclass::pg_catalog.oid, c.oid, c.xmin from pg_catalog.pg_opfamily c
      union all select 'pg_catalog.pg_ts_parser'::pg_catalog.regclass::pg_catalog.oid, c.oid, c.xmin from pg_catalog.pg_ts_parser c
      union all select 'pg_catalog.pg_ts_template'::pg_catalog.regclass::pg_catalog.oid, c.oid, c.xmin from pg_catalog.pg_ts_template c
     ) as o,
     pg_catalog.pg_identify_object(o.catalog, o.oid, 0) as i
where o.oid::pg_catalog.int8 >= 16384 and ((select r.schemas from renamed r) or o.catalog = 'pg_catalog.pg_user_mapping'::pg_catalog.regclass or pg_catalog.age(o.change) <= (select s.age from since s))
