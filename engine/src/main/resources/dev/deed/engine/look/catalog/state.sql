-- Everything that a statement can change in users' schemas, one row per object. This locks no
-- relation: expressions are compared by their stored trees, not by their text.
with names as (
  select c.oid, c.relkind, format('%I.%I', n.nspname, c.relname) as name, c.relowner, c.relacl,
         c.relpersistence, c.reloptions, c.relrowsecurity, c.relforcerowsecurity, c.relfilenode,
         c.relispartition, c.relpartbound, c.reltablespace, c.relreplident
  from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
  where n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'deed')
    and c.relkind in ('r', 'p', 'f', 'v', 'm', 'S', 'i', 'I')
)
select 'class ' || t.oid as key,
       coalesce('class ' || i.indrelid, '') as parent,
       case t.relkind when 'v' then 'view' when 'm' then 'materialized view' when 'S' then 'sequence'
         when 'i' then 'index' when 'I' then 'index' when 'f' then 'foreign table' else 'table' end
         || ' ' || t.name as object,
       case when i.indexrelid is not null then pg_catalog.pg_get_indexdef(t.oid)
              || case when i.indisvalid then '' else ' (invalid)' end
            else 'owner ' || quote_ident(pg_catalog.pg_get_userbyid(t.relowner)) end as shown,
       md5(concat_ws('|', t.relacl::text, t.relpersistence, t.reloptions::text, t.relrowsecurity,
         t.relforcerowsecurity, t.relispartition, t.relpartbound::text, t.reltablespace, t.relreplident,
         (select string_agg(md5(r.ev_action::text || r.ev_enabled::text || r.rulename), ',' order by r.oid)
          from pg_catalog.pg_rewrite r where r.ev_class = t.oid),
         (select string_agg(h.inhparent::text, ',' order by h.inhseqno)
          from pg_catalog.pg_inherits h where h.inhrelid = t.oid),
         (select concat_ws(',', s.seqtypid, s.seqstart, s.seqincrement, s.seqmax, s.seqmin, s.seqcache, s.seqcycle)
          from pg_catalog.pg_sequence s where s.seqrelid = t.oid),
         (select md5(d.description) from pg_catalog.pg_description d
          where d.classoid = 'pg_catalog.pg_class'::regclass and d.objoid = t.oid and d.objsubid = 0))) as facts,
       case when t.relkind in ('r', 'm') then t.relfilenode::text else '' end as storage
from names t left join pg_catalog.pg_index i on i.indexrelid = t.oid
union all
select 'column ' || a.attrelid || ' ' || a.attnum, 'class ' || a.attrelid,
       'column ' || t.name || '.' || quote_ident(a.attname),
       pg_catalog.format_type(a.atttypid, a.atttypmod)
         || case when a.attnotnull then ' not null' else '' end
         || case when a.attgenerated <> '' then ' generated' when a.attidentity <> '' then ' identity'
                 when a.atthasdef then ' with a default' else '' end,
       md5(concat_ws('|', a.attidentity, a.attgenerated, a.attstorage, a.attstattarget, a.attacl::text,
         (select array_agg(o) from unnest(a.attoptions) o where split_part(o, '=', 1) <> 'pg_attver')::text, a.attcollation, d.adbin::text,
         (select md5(c.description) from pg_catalog.pg_description c
          where c.classoid = 'pg_catalog.pg_class'::regclass and c.objoid = a.attrelid
            and c.objsubid = a.attnum))), ''
from pg_catalog.pg_attribute a
     join names t on t.oid = a.attrelid
     left join pg_catalog.pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
where a.attnum > 0 and not a.attisdropped and t.relkind in ('r', 'p', 'f')
union all
select 'constraint ' || c.oid, 'class ' || c.conrelid,
       'constraint ' || quote_ident(c.conname) || ' on ' || t.name,
       coalesce(pg_catalog.pg_get_constraintdef(c.oid), ''), '', ''
from pg_catalog.pg_constraint c join names t on t.oid = c.conrelid
union all
select 'trigger ' || g.oid, 'class ' || g.tgrelid,
       'trigger ' || quote_ident(g.tgname) || ' on ' || t.name,
       '', md5(concat_ws('|', g.tgfoid, g.tgtype, g.tgenabled, g.tgattr::text, g.tgqual::text, g.tgargs::text)), ''
from pg_catalog.pg_trigger g join names t on t.oid = g.tgrelid
where not g.tgisinternal
union all
select 'policy ' || p.oid, 'class ' || p.polrelid,
       'policy ' || quote_ident(p.polname) || ' on ' || t.name,
       '', md5(concat_ws('|', p.polcmd, p.polpermissive, p.polroles::text, p.polqual::text, p.polwithcheck::text)), ''
from pg_catalog.pg_policy p join names t on t.oid = p.polrelid
union all
select 'routine ' || p.oid, '',
       case p.prokind when 'p' then 'procedure' when 'a' then 'aggregate' else 'function' end
         || format(' %I.%I(%s)', n.nspname, p.proname, pg_catalog.pg_get_function_identity_arguments(p.oid)),
       '', md5(concat_ws('|', p.prosrc, p.proowner, p.prolang, p.provolatile, p.prosecdef, p.proisstrict,
         p.prorettype, p.proargdefaults::text, p.proconfig::text, p.proacl::text, p.proparallel)), ''
from pg_catalog.pg_proc p join pg_catalog.pg_namespace n on n.oid = p.pronamespace
where n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'deed')
  and not exists (select from pg_catalog.pg_depend d where d.classid = 'pg_catalog.pg_proc'::regclass
                    and d.objid = p.oid and d.deptype = 'e')
union all
select 'type ' || y.oid, '',
       case y.typtype when 'd' then 'domain' else 'type' end || format(' %I.%I', n.nspname, y.typname),
       coalesce((select string_agg(quote_literal(e.enumlabel), ', ' order by e.enumsortorder)
                 from pg_catalog.pg_enum e where e.enumtypid = y.oid), ''),
       md5(concat_ws('|', y.typowner, y.typacl::text, y.typnotnull, y.typdefaultbin::text, y.typbasetype, y.typtypmod,
         (select string_agg(a.attname || a.atttypid || a.atttypmod, ',' order by a.attnum)
          from pg_catalog.pg_attribute a where a.attrelid = y.typrelid and a.attnum > 0 and not a.attisdropped),
         (select string_agg(k.conname || k.conbin::text || k.convalidated, ',' order by k.oid)
          from pg_catalog.pg_constraint k where k.contypid = y.oid))), ''
from pg_catalog.pg_type y join pg_catalog.pg_namespace n on n.oid = y.typnamespace
     left join pg_catalog.pg_class c on c.oid = y.typrelid
where n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'deed')
  and (y.typtype in ('e', 'd', 'r') or c.relkind = 'c')
union all
select 'schema ' || n.oid, '', 'schema ' || quote_ident(n.nspname),
       'owner ' || quote_ident(pg_catalog.pg_get_userbyid(n.nspowner)), md5(coalesce(n.nspacl::text, '')), ''
from pg_catalog.pg_namespace n
where n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'deed')
union all
select 'extension ' || e.oid, '', 'extension ' || quote_ident(e.extname), 'version ' || e.extversion, '', ''
from pg_catalog.pg_extension e
union all
select 'statistics ' || s.oid, 'class ' || s.stxrelid, 'statistics ' || format('%I.%I', n.nspname, s.stxname),
       '', md5(concat_ws('|', s.stxkeys::text, s.stxkind::text, s.stxowner)), ''
from pg_catalog.pg_statistic_ext s join pg_catalog.pg_namespace n on n.oid = s.stxnamespace
union all
select 'publication ' || p.oid, '', 'publication ' || quote_ident(p.pubname), '',
       md5(concat_ws('|', p.puballtables, p.pubinsert, p.pubupdate, p.pubdelete, p.pubtruncate,
         (select string_agg(r.prrelid::text, ',' order by r.prrelid)
          from pg_catalog.pg_publication_rel r where r.prpubid = p.oid))), ''
from pg_catalog.pg_publication p
union all
select 'event trigger ' || e.oid, '', 'event trigger ' || quote_ident(e.evtname), '',
       md5(concat_ws('|', e.evtevent, e.evtfoid, e.evtenabled, e.evttags::text)), ''
from pg_catalog.pg_event_trigger e
union all
select 'default privileges ' || d.oid, '',
       'default privileges of ' || quote_ident(pg_catalog.pg_get_userbyid(d.defaclrole)), '', md5(d.defaclacl::text), ''
from pg_catalog.pg_default_acl d
