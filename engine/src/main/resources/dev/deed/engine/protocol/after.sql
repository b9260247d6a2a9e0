-- What this session's transaction has locked, written and changed so far. A row of a catalog that
-- is visible and whose transaction is in progress was written by this one.
with since as materialized (
  select pg_catalog.age('%1$s'::pg_catalog.xid8::pg_catalog.xid) as age, '%1$s'::pg_catalog.numeric as number
), moved as materialized (
  -- The catalogs that this transaction has written, by its own counters: no other is read.
  select c.relname as catalog, n.written and not %2$s as is_counted
  from pg_catalog.pg_class c, lateral (
    select pg_catalog.pg_stat_get_xact_tuples_inserted(c.oid) + pg_catalog.pg_stat_get_xact_tuples_updated(c.oid)
      + pg_catalog.pg_stat_get_xact_tuples_deleted(c.oid)
      <> coalesce(('%3$s'::pg_catalog.jsonb ->> c.relname::text)::pg_catalog.int8, 0) as written) as n
  where c.relnamespace = 'pg_catalog'::pg_catalog.regnamespace
    and c.relkind = 'r'
    and (%2$s or %6$s or pg_catalog.current_setting('track_counts') = 'off'
      -- A function that switches the counters off, and on again, leaves no trace of that.
      or exists (select from pg_catalog.pg_proc p where p.oid >= 16384
                 and (pg_catalog.strpos(p.prosrc, 'track_counts') > 0
                      or pg_catalog.strpos(pg_catalog.array_to_string(p.proconfig, ','), 'track_counts') > 0))
      or n.written)
), changed as materialized (
  select e.catalog, e.oid, e.what
  from since, lateral (
    select 'pg_catalog.pg_class'::pg_catalog.regclass::pg_catalog.oid as catalog, c.oid, 'class' as what, c.xmin as change
    from pg_catalog.pg_class c where exists (select from moved m where m.catalog = 'pg_class')
      and pg_catalog.age(c.xmin) <= since.age
    union all
    select 'pg_catalog.pg_class'::pg_catalog.regclass, a.attrelid, 'part', a.xmin
    from pg_catalog.pg_attribute a where exists (select from moved m where m.catalog = 'pg_attribute')
      and pg_catalog.age(a.xmin) <= since.age
    union all
    select 'pg_catalog.pg_class'::pg_catalog.regclass, t.tgrelid, 'part', t.xmin
    from pg_catalog.pg_trigger t where exists (select from moved m where m.catalog = 'pg_trigger')
      and pg_catalog.age(t.xmin) <= since.age
      -- Those of a foreign key are made on both sides of it.
      and (not t.tgisinternal or t.tgenabled <> 'O')
    union all
    select 'pg_catalog.pg_class'::pg_catalog.regclass, c.conrelid, 'part', c.xmin
    from pg_catalog.pg_constraint c where exists (select from moved m where m.catalog = 'pg_constraint')
      and pg_catalog.age(c.xmin) <= since.age and c.conrelid <> 0
    union all
    select 'pg_catalog.pg_class'::pg_catalog.regclass, c.confrelid, 'referenced', c.xmin
    from pg_catalog.pg_constraint c where exists (select from moved m where m.catalog = 'pg_constraint')
      and pg_catalog.age(c.xmin) <= since.age and c.confrelid <> 0
    union all
    select 'pg_catalog.pg_type'::pg_catalog.regclass, c.contypid, 'part', c.xmin
    from pg_catalog.pg_constraint c where exists (select from moved m where m.catalog = 'pg_constraint')
      and pg_catalog.age(c.xmin) <= since.age and c.contypid <> 0
    union all
    select 'pg_catalog.pg_class'::pg_catalog.regclass, i.indrelid, 'part', i.xmin
    from pg_catalog.pg_index i where exists (select from moved m where m.catalog = 'pg_index')
      and pg_catalog.age(i.xmin) <= since.age
    union all
    select 'pg_catalog.pg_class'::pg_catalog.regclass, p.polrelid, 'part', p.xmin
    from pg_catalog.pg_policy p where exists (select from moved m where m.catalog = 'pg_policy')
      and pg_catalog.age(p.xmin) <= since.age
    union all
    select 'pg_catalog.pg_class'::pg_catalog.regclass, r.ev_class, 'part', r.xmin
    from pg_catalog.pg_rewrite r where exists (select from moved m where m.catalog = 'pg_rewrite')
      and pg_catalog.age(r.xmin) <= since.age
    union all
    select 'pg_catalog.pg_class'::pg_catalog.regclass, d.adrelid, 'part', d.xmin
    from pg_catalog.pg_attrdef d where exists (select from moved m where m.catalog = 'pg_attrdef')
      and pg_catalog.age(d.xmin) <= since.age
    union all
    select 'pg_catalog.pg_class'::pg_catalog.regclass, s.stxrelid, 'part', s.xmin
    from pg_catalog.pg_statistic_ext s where exists (select from moved m where m.catalog = 'pg_statistic_ext')
      and pg_catalog.age(s.xmin) <= since.age
    union all
    select 'pg_catalog.pg_class'::pg_catalog.regclass, h.inhrelid, 'part', h.xmin
    from pg_catalog.pg_inherits h where exists (select from moved m where m.catalog = 'pg_inherits')
      and pg_catalog.age(h.xmin) <= since.age
    union all
    select 'pg_catalog.pg_class'::pg_catalog.regclass, s.seqrelid, 'part', s.xmin
    from pg_catalog.pg_sequence s where exists (select from moved m where m.catalog = 'pg_sequence')
      and pg_catalog.age(s.xmin) <= since.age
    union all
    select 'pg_catalog.pg_class'::pg_catalog.regclass, p.prrelid, 'part', p.xmin
    from pg_catalog.pg_publication_rel p where exists (select from moved m where m.catalog = 'pg_publication_rel')
      and pg_catalog.age(p.xmin) <= since.age
    union all
    select case when t.oid is null and p.oid is null and s.oid is null and r.oid is null then
             case when coalesce(k.contypid, 0) <> 0 then 'pg_catalog.pg_type'::pg_catalog.regclass else d.classoid end
           else 'pg_catalog.pg_class'::pg_catalog.regclass end,
           coalesce(t.tgrelid, p.polrelid, s.stxrelid, r.ev_class, nullif(k.contypid, 0), d.objoid), 'part', d.xmin
    from pg_catalog.pg_description d
         left join pg_catalog.pg_trigger t on d.classoid = 'pg_catalog.pg_trigger'::pg_catalog.regclass and t.oid = d.objoid
         left join pg_catalog.pg_policy p on d.classoid = 'pg_catalog.pg_policy'::pg_catalog.regclass and p.oid = d.objoid
         left join pg_catalog.pg_statistic_ext s on d.classoid = 'pg_catalog.pg_statistic_ext'::pg_catalog.regclass and s.oid = d.objoid
         left join pg_catalog.pg_rewrite r on d.classoid = 'pg_catalog.pg_rewrite'::pg_catalog.regclass and r.oid = d.objoid
         left join pg_catalog.pg_constraint k on d.classoid = 'pg_catalog.pg_constraint'::pg_catalog.regclass and k.oid = d.objoid
    where exists (select from moved m where m.catalog = 'pg_description')
      and pg_catalog.age(d.xmin) <= since.age
    union all
    select l.classoid, l.objoid, 'part', l.xmin
    from pg_catalog.pg_seclabel l where exists (select from moved m where m.catalog = 'pg_seclabel')
      and pg_catalog.age(l.xmin) <= since.age
    union all
    select 'pg_catalog.pg_class'::pg_catalog.regclass, coalesce(t.typrelid, d.refobjid), 'referenced', d.xmin
    from pg_catalog.pg_depend d
         left join pg_catalog.pg_type t on t.oid = d.refobjid
           and d.refclassid = 'pg_catalog.pg_type'::pg_catalog.regclass
    where exists (select from moved m where m.catalog = 'pg_depend')
      and pg_catalog.age(d.xmin) <= since.age and d.deptype = 'n'
      and (d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass or t.typrelid <> 0)
    union all
    select 'pg_catalog.pg_proc'::pg_catalog.regclass, p.oid, 'part', p.xmin
    from pg_catalog.pg_proc p where exists (select from moved m where m.catalog = 'pg_proc')
      and pg_catalog.age(p.xmin) <= since.age
    union all
    select 'pg_catalog.pg_type'::pg_catalog.regclass, t.oid, 'part', t.xmin
    from pg_catalog.pg_type t where exists (select from moved m where m.catalog = 'pg_type')
      and pg_catalog.age(t.xmin) <= since.age
    union all
    select 'pg_catalog.pg_type'::pg_catalog.regclass, e.enumtypid, 'part', e.xmin
    from pg_catalog.pg_enum e where exists (select from moved m where m.catalog = 'pg_enum')
      and pg_catalog.age(e.xmin) <= since.age
    union all
    select 'pg_catalog.pg_namespace'::pg_catalog.regclass, n.oid, 'part', n.xmin
    from pg_catalog.pg_namespace n where exists (select from moved m where m.catalog = 'pg_namespace')
      and pg_catalog.age(n.xmin) <= since.age
    union all
    select 'pg_catalog.pg_collation'::pg_catalog.regclass, c.oid, 'part', c.xmin
    from pg_catalog.pg_collation c where exists (select from moved m where m.catalog = 'pg_collation')
      and pg_catalog.age(c.xmin) <= since.age
    union all
    select 'pg_catalog.pg_operator'::pg_catalog.regclass, o.oid, 'part', o.xmin
    from pg_catalog.pg_operator o where exists (select from moved m where m.catalog = 'pg_operator')
      and pg_catalog.age(o.xmin) <= since.age
    union all
    select 'pg_catalog.pg_ts_config'::pg_catalog.regclass, c.oid, 'part', c.xmin
    from pg_catalog.pg_ts_config c where exists (select from moved m where m.catalog = 'pg_ts_config')
      and pg_catalog.age(c.xmin) <= since.age
    union all
    select 'pg_catalog.pg_ts_config'::pg_catalog.regclass, c.mapcfg, 'part', c.xmin
    from pg_catalog.pg_ts_config_map c where exists (select from moved m where m.catalog = 'pg_ts_config_map')
      and pg_catalog.age(c.xmin) <= since.age
    union all
    select 'pg_catalog.pg_ts_dict'::pg_catalog.regclass, d.oid, 'part', d.xmin
    from pg_catalog.pg_ts_dict d where exists (select from moved m where m.catalog = 'pg_ts_dict')
      and pg_catalog.age(d.xmin) <= since.age
    union all
    select 'pg_catalog.pg_publication'::pg_catalog.regclass, p.oid, 'part', p.xmin
    from pg_catalog.pg_publication p where exists (select from moved m where m.catalog = 'pg_publication')
      and pg_catalog.age(p.xmin) <= since.age
    union all
    select 'pg_catalog.pg_event_trigger'::pg_catalog.regclass, t.oid, 'part', t.xmin
    from pg_catalog.pg_event_trigger t where exists (select from moved m where m.catalog = 'pg_event_trigger')
      and pg_catalog.age(t.xmin) <= since.age
    union all
    select 'pg_catalog.pg_extension'::pg_catalog.regclass, x.oid, 'part', x.xmin
    from pg_catalog.pg_extension x where exists (select from moved m where m.catalog = 'pg_extension')
      and pg_catalog.age(x.xmin) <= since.age
    union all
    select 'pg_catalog.pg_foreign_server'::pg_catalog.regclass, s.oid, 'part', s.xmin
    from pg_catalog.pg_foreign_server s where exists (select from moved m where m.catalog = 'pg_foreign_server')
      and pg_catalog.age(s.xmin) <= since.age
    union all
    select 'pg_catalog.pg_class'::pg_catalog.regclass, f.ftrelid, 'part', f.xmin
    from pg_catalog.pg_foreign_table f where exists (select from moved m where m.catalog = 'pg_foreign_table')
      and pg_catalog.age(f.xmin) <= since.age
    union all
    select 'pg_catalog.pg_proc'::pg_catalog.regclass, g.aggfnoid, 'part', g.xmin
    from pg_catalog.pg_aggregate g where exists (select from moved m where m.catalog = 'pg_aggregate')
      and pg_catalog.age(g.xmin) <= since.age
    union all
    select 'pg_catalog.pg_type'::pg_catalog.regclass, r.rngtypid, 'part', r.xmin
    from pg_catalog.pg_range r where exists (select from moved m where m.catalog = 'pg_range')
      and pg_catalog.age(r.xmin) <= since.age
    union all
    select 'pg_catalog.pg_foreign_data_wrapper'::pg_catalog.regclass, w.oid, 'part', w.xmin
    from pg_catalog.pg_foreign_data_wrapper w where exists (select from moved m where m.catalog = 'pg_foreign_data_wrapper')
      and pg_catalog.age(w.xmin) <= since.age
    union all
    select 'pg_catalog.pg_language'::pg_catalog.regclass, w.oid, 'part', w.xmin
    from pg_catalog.pg_language w where exists (select from moved m where m.catalog = 'pg_language')
      and pg_catalog.age(w.xmin) <= since.age
    union all
    select 'pg_catalog.pg_transform'::pg_catalog.regclass, w.oid, 'part', w.xmin
    from pg_catalog.pg_transform w where exists (select from moved m where m.catalog = 'pg_transform')
      and pg_catalog.age(w.xmin) <= since.age
    union all
    select 'pg_catalog.pg_opclass'::pg_catalog.regclass, w.oid, 'part', w.xmin
    from pg_catalog.pg_opclass w where exists (select from moved m where m.catalog = 'pg_opclass')
      and pg_catalog.age(w.xmin) <= since.age
    union all
    select 'pg_catalog.pg_opfamily'::pg_catalog.regclass, w.oid, 'part', w.xmin
    from pg_catalog.pg_opfamily w where exists (select from moved m where m.catalog = 'pg_opfamily')
      and pg_catalog.age(w.xmin) <= since.age
    union all
    select 'pg_catalog.pg_ts_parser'::pg_catalog.regclass, w.oid, 'part', w.xmin
    from pg_catalog.pg_ts_parser w where exists (select from moved m where m.catalog = 'pg_ts_parser')
      and pg_catalog.age(w.xmin) <= since.age
    union all
    select 'pg_catalog.pg_ts_template'::pg_catalog.regclass, w.oid, 'part', w.xmin
    from pg_catalog.pg_ts_template w where exists (select from moved m where m.catalog = 'pg_ts_template')
      and pg_catalog.age(w.xmin) <= since.age
    union all
    -- A cast changes what the statements of the owner of its type mean; one between types of
    -- PostgreSQL, those of all.
    select 'pg_catalog.pg_type'::pg_catalog.regclass, case when k.castsource::pg_catalog.int8 >= 16384 then k.castsource else k.casttarget end, 'part', k.xmin
    from pg_catalog.pg_cast k where exists (select from moved m where m.catalog = 'pg_cast')
      and pg_catalog.age(k.xmin) <= since.age and (k.castsource::pg_catalog.int8 < 16384 or k.casttarget::pg_catalog.int8 < 16384)
      and (k.castsource::pg_catalog.int8 >= 16384 or k.casttarget::pg_catalog.int8 >= 16384)
    union all
    select w.catalog, w.oid, 'whole', w.xmin
    from (select 'pg_catalog.pg_cast'::pg_catalog.regclass::pg_catalog.oid as catalog, k.oid, k.xmin from pg_catalog.pg_cast k
          where k.castsource::pg_catalog.int8 < 16384 and k.casttarget::pg_catalog.int8 < 16384
          union all
          select 'pg_catalog.pg_am'::pg_catalog.regclass, a.oid, a.xmin from pg_catalog.pg_am a
          union all
          select 'pg_catalog.pg_conversion'::pg_catalog.regclass, c.oid, c.xmin from pg_catalog.pg_conversion c where c.condefault
          union all
          select 'pg_catalog.pg_opclass'::pg_catalog.regclass, o.oid, o.xmin from pg_catalog.pg_opclass o
          where o.opcdefault and o.opcintype::pg_catalog.int8 < 16384
          union all
          select 'pg_catalog.pg_amop'::pg_catalog.regclass, o.oid, o.xmin from pg_catalog.pg_amop o
          where o.amopfamily::pg_catalog.int8 < 16384
          union all
          select 'pg_catalog.pg_amproc'::pg_catalog.regclass, o.oid, o.xmin from pg_catalog.pg_amproc o
          where o.amprocfamily::pg_catalog.int8 < 16384
          union all
          select 'pg_catalog.pg_event_trigger'::pg_catalog.regclass, t.oid, t.xmin from pg_catalog.pg_event_trigger t
          union all
          select 'pg_catalog.pg_publication'::pg_catalog.regclass, p.oid, p.xmin from pg_catalog.pg_publication p where p.puballtables
          union all
          select 'pg_catalog.pg_default_acl'::pg_catalog.regclass, a.oid, a.xmin from pg_catalog.pg_default_acl a
          union all
          select 'pg_catalog.pg_transform'::pg_catalog.regclass, t.oid, t.xmin from pg_catalog.pg_transform t
          where t.trftype::pg_catalog.int8 < 16384
         ) as w
    where pg_catalog.age(w.xmin) <= since.age
      and w.catalog in (select c.oid from moved m join pg_catalog.pg_class c on c.relname = m.catalog
                        and c.relnamespace = 'pg_catalog'::pg_catalog.regnamespace)
      and not exists (select from pg_catalog.pg_depend x
                      where x.classid = w.catalog and x.objid = w.oid and x.deptype = 'e')
  ) as e
  where (%2$s or pg_catalog.pg_xact_status(
      (since.number + (since.age - pg_catalog.age(e.change)))::pg_catalog.text::pg_catalog.xid8) = 'in progress')
), held as materialized (
  select l.relation, pg_catalog.string_agg(distinct l.mode, ',') as modes
  from pg_catalog.pg_locks l
  where l.pid = pg_catalog.pg_backend_pid() and l.locktype = 'relation' and l.granted
    and l.database = (select d.oid from pg_catalog.pg_database d where d.datname = pg_catalog.current_database())
  group by l.relation
), held_object as materialized (
  -- What is dropped or changed is locked to the end, and so is what is commented on or labelled.
  select l.classid as catalog, l.objid as oid, l.mode
  from pg_catalog.pg_locks l
  where l.pid = pg_catalog.pg_backend_pid() and l.locktype = 'object' and l.granted
    and l.mode in ('AccessExclusiveLock', 'ShareUpdateExclusiveLock')
    and l.database = (select d.oid from pg_catalog.pg_database d where d.datname = pg_catalog.current_database())
), own_large_object as materialized (
  select l.oid
  from pg_catalog.pg_largeobject_metadata l, since
  where not %2$s and exists (select from moved m where m.catalog = 'pg_largeobject_metadata')
    and pg_catalog.age(l.xmin) <= since.age
    and pg_catalog.pg_xact_status(
      (since.number + (since.age - pg_catalog.age(l.xmin)))::pg_catalog.text::pg_catalog.xid8) = 'in progress'
), relation as (
  select coalesce(i.indrelid, c.oid) as oid, case when i.indrelid is not null and e.what = 'class' then 'index' else e.what end as what, '' as modes
  from changed e
       join pg_catalog.pg_class c on c.oid = e.oid
       left join pg_catalog.pg_index i on i.indexrelid = c.oid
  where e.catalog = 'pg_catalog.pg_class'::pg_catalog.regclass
  union
  select h.relation, 'lock', h.modes from held h
  union
  select c.oid, 'written', ''
  from pg_catalog.pg_class c
  where %2$s and c.relkind in ('r', 'p') and pg_catalog.pg_stat_get_xact_tuples_inserted(c.oid)
    + pg_catalog.pg_stat_get_xact_tuples_updated(c.oid) + pg_catalog.pg_stat_get_xact_tuples_deleted(c.oid) > 0
)
select r.what as deed_after, r.oid::text, coalesce(n.nspname::text, ''), coalesce(c.relname::text, ''),
       pg_catalog.hashtext(pg_catalog.concat_ws('|', c.relname, c.relnamespace, c.relowner, c.relacl,
         c.reltablespace, c.reloptions, c.relpersistence, c.relrowsecurity, c.relforcerowsecurity,
         c.relreplident, c.relam, c.relnatts, c.relispartition, c.relchecks, c.relkind))::text,
       coalesce(c.relfilenode::text, ''), coalesce(d.refobjid::text, ''), coalesce(h.inhparent::text, ''),
       pg_catalog.concat_ws(',', pg_catalog.pg_stat_get_xact_tuples_inserted(r.oid),
         pg_catalog.pg_stat_get_xact_tuples_updated(r.oid), pg_catalog.pg_stat_get_xact_tuples_deleted(r.oid)),
       r.modes, coalesce(c.relkind::text, ''),
       case when exists (select from held w join pg_catalog.pg_constraint k
             on k.conrelid = w.relation and k.contype = 'f' and k.confrelid = r.oid
             where w.modes ~ 'RowExclusive|ShareRowExclusive|AccessExclusive')
           or exists (select from pg_catalog.pg_constraint k join held w on w.relation = k.confrelid
             where k.conrelid = r.oid and k.contype = 'f'
               and w.modes ~ 'RowExclusive|ShareRowExclusive|AccessExclusive')
         then 'key' else '' end
from relation r
     left join pg_catalog.pg_class c on c.oid = r.oid
     left join pg_catalog.pg_namespace n on n.oid = c.relnamespace
     left join pg_catalog.pg_depend d on c.relkind = 'S' and d.objid = c.oid and d.deptype in ('a', 'i')
       and d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
       and d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass
     left join pg_catalog.pg_inherits h on c.relispartition and h.inhrelid = c.oid
where c.oid is null
  or (c.relkind in ('r', 'p', 'f', 'v', 'm', 'S') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
      and not exists (select from pg_catalog.pg_depend x where x.objid = c.oid and x.deptype = 'e'
        and x.classid = 'pg_catalog.pg_class'::pg_catalog.regclass and r.what <> 'lock' and r.what <> 'written'))
union all
select distinct 'object', o.catalog || ':' || o.oid, coalesce(i.schema, ''),
       coalesce((select p.proname::text from pg_catalog.pg_proc p
                 where o.catalog = 'pg_catalog.pg_proc'::pg_catalog.regclass and p.oid = o.oid), i.name, i.identity, ''),
       coalesce((select '(' || pg_catalog.oidvectortypes(p.proargtypes) || ')' from pg_catalog.pg_proc p
                 where o.catalog = 'pg_catalog.pg_proc'::pg_catalog.regclass and p.oid = o.oid), ''),
       '', '', '', '', '', coalesce(i.type, ''), ''
from (select coalesce(x.refclassid, e.catalog) as catalog, coalesce(x.refobjid, e.oid) as oid
      from changed e
           -- A member of an extension that was there before is the extension's.
           left join pg_catalog.pg_depend x on x.classid = e.catalog and x.objid = e.oid and x.deptype = 'e'
      where e.catalog <> 'pg_catalog.pg_class'::pg_catalog.regclass and e.what <> 'whole'
        and not exists (select from changed n where n.catalog = x.refclassid and n.oid = x.refobjid)
      union
      -- The catalog is not for everyone, and the view shows other passwords than one's own to nobody.
      select 'pg_catalog.pg_foreign_server'::pg_catalog.regclass, u.srvid
      from pg_catalog.pg_user_mappings u,
           (select coalesce(nullif('%7$s', ''), '{}')::pg_catalog.jsonb as before) as m
      where not m.before ? u.umid::text
        or (m.before ->> u.umid::text)::pg_catalog.int4 <> pg_catalog.hashtext(u.umoptions::text)
      union
      select h.catalog, h.oid from held_object h
      -- ALTER DOMAIN locks the types that are made of the domain, too, and changes none of them.
      where h.mode = 'ShareUpdateExclusiveLock'
        or not exists (select from pg_catalog.pg_type t
                       where h.catalog = 'pg_catalog.pg_type'::pg_catalog.regclass and t.oid = h.oid)) as o,
     pg_catalog.pg_identify_object(o.catalog, o.oid, 0) as i
where o.oid::pg_catalog.int8 >= 16384 and o.catalog <> 'pg_catalog.pg_largeobject'::pg_catalog.regclass
  and not exists (select from pg_catalog.pg_depend x
                  where x.classid = o.catalog and x.objid = o.oid and x.deptype = 'e')
  and coalesce(i.schema, '') !~ '^pg_'
  and not exists (select from pg_catalog.pg_type t left join pg_catalog.pg_class c on c.oid = t.typrelid
                  where o.catalog = 'pg_catalog.pg_type'::pg_catalog.regclass and t.oid = o.oid
                    and (coalesce(c.relkind, 'c') <> 'c'
                      or exists (select from pg_catalog.pg_type e where e.typarray = t.oid)))
union all
-- What belongs to no service: what is kept for the whole database or server, and what PostgreSQL
-- itself has made.
select distinct 'catalog', w.catalog, w.schema, w.catalog, '', '', '', '', '', '', '', ''
from (select 'pg_catalog' as schema, m.catalog::text as catalog from moved m
      where m.catalog in ('pg_db_role_setting', 'pg_default_acl', 'pg_authid', 'pg_auth_members', 'pg_database', 'pg_tablespace', 'pg_parameter_acl', 'pg_shdescription', 'pg_shseclabel',
        'pg_subscription', 'pg_replication_origin', 'pg_publication_namespace')
        and m.is_counted
      union all
      -- A new large object is its maker's; one that was there may be anybody's. Of those that this
      -- transaction has written, more are left than it has made, less those that it has removed.
      select 'pg_catalog', m.catalog::text
      from moved m, lateral (
        select pg_catalog.pg_stat_get_xact_tuples_inserted(c.oid) as made,
          pg_catalog.pg_stat_get_xact_tuples_inserted(c.oid) - pg_catalog.pg_stat_get_xact_tuples_deleted(c.oid)
            - coalesce(nullif('%5$s', '')::pg_catalog.int8, 0) as left_over
        from pg_catalog.pg_class c where c.oid = 'pg_catalog.pg_largeobject_metadata'::pg_catalog.regclass) as o
      where not %2$s and pg_catalog.current_setting('track_counts') = 'on'
        and (m.catalog = 'pg_largeobject_metadata' and (select pg_catalog.count(*) from own_large_object) > o.left_over
          or m.catalog = 'pg_largeobject' and m.is_counted and o.made = 0)
      union all
      select 'pg_catalog', 'pg_largeobject'
      from held_object h
      where h.catalog = 'pg_catalog.pg_largeobject'::pg_catalog.regclass and h.mode = 'ShareUpdateExclusiveLock'
        and not exists (select from own_large_object l where l.oid = h.oid)
      union all
      select 'pg_catalog', c.relname::text from changed e join pg_catalog.pg_class c on c.oid = e.catalog where e.what = 'whole'
      union all
      select 'pg_catalog', c.relname::text
      from (select e.catalog, e.oid from changed e where e.what <> 'referenced'
            union all
            select h.catalog, h.oid from held_object h) as e
           join pg_catalog.pg_class c on c.oid = e.catalog
      where e.oid::pg_catalog.int8 between 1 and 16383 and c.relname <> 'pg_largeobject'
      union all
      -- Deleted rows are seen by their number only.
      select 'pg_catalog', 'pg_ts_config'
      where '%4$s' <> '' and exists (select from moved m where m.catalog = 'pg_ts_config_map')
        and (select pg_catalog.count(*) from pg_catalog.pg_ts_config_map m where m.mapcfg::pg_catalog.int8 < 16384)::text <> '%4$s'
      union all
      -- Statements that define something release their locks on the catalogs. Those that are held to
      -- the end are of UPDATE, DELETE and the like; and of statements on what PostgreSQL has made.
      select coalesce(n.nspname::text, 'pg_catalog'), coalesce(c.relname::text, 'pg_class')
      from pg_catalog.pg_locks l
           left join pg_catalog.pg_class c on c.oid = l.relation
           left join pg_catalog.pg_namespace n on n.oid = c.relnamespace
      where l.pid = pg_catalog.pg_backend_pid() and l.locktype = 'relation' and l.granted
        and (l.database = 0
          or l.database = (select d.oid from pg_catalog.pg_database d where d.datname = pg_catalog.current_database()))
        and l.relation::pg_catalog.int8 < 16384 and coalesce(c.relkind, 'r') not in ('i', 't')
        and l.mode not in ('AccessShareLock', 'RowShareLock')
        -- The functions of large objects, COMMENT, ALTER FUNCTION and ALTER DOMAIN hold these, too.
        and not (l.mode = 'RowExclusiveLock'
          and coalesce(c.relname, '') in ('pg_largeobject', 'pg_description', 'pg_seclabel', 'pg_proc', 'pg_type'))
      union all
      -- What was deleted by hand is still depended on.
      select 'pg_catalog', c.relname::text
      from held h join pg_catalog.pg_class c on c.oid = h.relation
      where c.relname in ('pg_proc', 'pg_type') and h.modes ~ 'RowExclusiveLock'
        and c.relnamespace = 'pg_catalog'::pg_catalog.regnamespace
        and exists (select from pg_catalog.pg_depend d
                    where d.classid = c.oid and case c.relname
                      when 'pg_proc' then not exists (select from pg_catalog.pg_proc p where p.oid = d.objid)
                      else not exists (select from pg_catalog.pg_type t where t.oid = d.objid) end)
     ) as w
