package dev.deed.sql.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.SourceFile;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.parse.ScriptReader;
import dev.deed.sql.schema.Facet;
import dev.deed.sql.schema.FacetName;
import dev.deed.sql.schema.Relation;
import dev.deed.sql.schema.RelationPart;
import dev.deed.sql.schema.SchemaObject;
import dev.deed.sql.script.Script;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SchemaReaderTest {

  private final SchemaReader reader = new SchemaReader(List.of("public"));

  @Test
  void looks_names_up_in_the_search_path_that_the_script_sets() {
    read("create table a.t (id int); create table b.t (id int)");
    assertThat(touched("set search_path to b, a; select * from t")).containsExactly("table b.t");
    assertThat(touched("select set_config('search_path', 'a', false); select * from t"))
        .containsExactly("table a.t");
  }

  @Test
  void forgets_settings_at_the_end_of_a_script_and_local_ones_at_the_end_of_their_transaction() {
    read("set search_path to a; create table t (id int)");
    read("create table u (id int)");
    read("begin; set local search_path to a; create table v (id int); commit; create table w ()");
    assertThat(relations()).contains("a.t", "public.u", "a.v", "public.w");
  }

  @Test
  void creates_in_the_first_schema_of_the_path_whatever_the_others_have() {
    read("create table b.t (id int)");
    assertThat(touched("set search_path to a, b; create table t (id int)"))
        .containsExactly("table a.t");
  }

  @Test
  void takes_catalog_names_for_postgresqls_own() {
    assertThat(touched("select * from pg_class, information_schema.columns"))
        .containsExactly("relation pg_catalog.pg_class", "relation information_schema.columns");
  }

  @Test
  void gives_relations_the_kind_that_they_have() {
    read("create view v as select 1 as a; create materialized view m as select 1 as a");
    assertThat(touched("alter table v owner to x; comment on column m.a is 'x'"))
        .contains("view public.v", "materialized view public.m");
  }

  @Test
  void reads_on_where_a_table_and_a_view_have_one_name() {
    read("create table k (a int); create view k as select 1 as b; create table k (c int)");
    read("create materialized view k as select 1 as d; drop materialized view k");
    read("create table k (e int)");
    assertThat(touched("alter table k drop column e")).contains("table public.k");
  }

  @Test
  void drops_temporary_tables_with_their_script_and_prefers_them_in_it() {
    read("create table t (id int)");
    assertThat(touched("create temp table t (id int); insert into t values (1)"))
        .containsExactly("table pg_temp.t", "table pg_temp.t");
    assertThat(touched("insert into t values (1)")).containsExactly("table public.t");
  }

  @Test
  void keeps_a_column_of_statistics_that_is_named_like_its_table() {
    read("create table n (id int, n int, m int); create statistics s on id, n from n");
    var statistics = ObjectName.of(ObjectKind.STATISTICS, QualifiedName.of("public", "s"));
    assertThat(definition(statistics)).isEqualTo("on id, n from public.n");
    read("alter table n rename to o; alter table o rename id to i");
    assertThat(definition(statistics)).isEqualTo("on i, n from public.o");
    read("create statistics q on i, m from o; alter table o rename n to o");
    read("alter table o drop column o");
    assertThat(reader.schema().find(statistics)).isEmpty();
    assertThat(definition(ObjectName.of(ObjectKind.STATISTICS, QualifiedName.of("public", "q"))))
        .isEqualTo("on i, m from public.o");
  }

  private String definition(ObjectName name) {
    return ((SchemaObject.Other) reader.schema().find(name).orElseThrow()).definition();
  }

  @Test
  void drops_a_rule_with_a_column_that_it_uses() {
    read("create table t (id int, a int, b int, c int)");
    read("create rule x as on delete to t where old.a is null do instead nothing");
    read("create rule y as on insert to t do also select new.b");
    read("alter table t drop column c cascade");
    var rules = List.of(rule("x"), rule("y"));
    assertThat(rules).allMatch(r -> reader.schema().find(r).isPresent());
    read("alter table t rename a to d; alter table t drop column d cascade");
    read("alter table t drop column b cascade");
    assertThat(rules).allMatch(r -> reader.schema().find(r).isEmpty());
  }

  private static ObjectName rule(String name) {
    return ObjectName.part(ObjectKind.RULE, QualifiedName.of("public", "t"), name);
  }

  @Test
  void knows_what_the_same_script_and_what_the_set_created() {
    reader.readBaseline(script("create table old (id int)"));
    var resolved =
        reader.read(
            script(
                """
                create table young (id int);
                alter table young add column a int;
                alter table old add column b int;
                alter table old rename to older;
                alter table older add column c int\
                """));
    var young = ObjectName.table(QualifiedName.of("public", "young"));
    var older = ObjectName.table(QualifiedName.of("public", "older"));
    assertThat(resolved.get(0).fresh()).isEmpty();
    assertThat(resolved.get(1).fresh()).containsExactly(young);
    assertThat(resolved.get(2).fresh()).isEmpty();
    assertThat(resolved.get(4).fresh()).isEmpty();
    assertThat(reader.isNew(young)).isTrue();
    assertThat(reader.isNew(older)).isFalse();
    assertThat(reader.read(script("drop table young")).getFirst().fresh()).isEmpty();
  }

  @Test
  void renames_the_columns_that_a_foreign_key_sets() {
    read(
        """
        create table p (x int, y int, primary key (x, y));
        create table c (a int, b int, constraint fk foreign key (a, b) references p
          on update restrict on delete set null (b));
        alter table c rename column b to "B"\
        """);
    assertThat(facet(constraint("c", "fk"), "definition"))
        .isEqualTo(
            "FOREIGN KEY (a, \"B\") REFERENCES public.p(x, y) ON UPDATE RESTRICT ON DELETE SET NULL (\"B\")");
  }

  @Test
  void renames_the_columns_that_a_publication_lists() {
    read(
        """
        create table t (id int primary key, n int, "a n" text);
        create publication p for table t (id, n, "a n") where (n > 0 and "a n" <> 'a n "a n" b');
        alter table t rename column n to "z, N";
        alter table t rename column "a n" to m\
        """);
    assertThat(facet(ObjectName.of(ObjectKind.PUBLICATION, "p"), "table public.t"))
        .isEqualTo("(id, m, \"z, N\") WHERE ((\"z, N\" > 0) AND (m <> 'a n \"a n\" b'))");
  }

  @Test
  void changes_of_a_constraint_only_what_the_statement_mentions() {
    read(
        """
        create table p (id int primary key);
        create table c (a int constraint fk references p deferrable initially deferred);
        alter table c alter constraint fk not enforced\
        """);
    assertThat(facet(constraint("c", "fk"), "definition"))
        .endsWith(" DEFERRABLE INITIALLY DEFERRED NOT ENFORCED");
    read("alter table c alter constraint fk initially immediate enforced");
    assertThat(facet(constraint("c", "fk"), "definition")).endsWith("p(id)");
  }

  @Test
  void gives_children_a_constraint_that_is_inherited_from_now_on() {
    var newer = new SchemaReader(List.of("public"), 18);
    newer.read(
        script(
            """
            create table p (a int constraint nn not null no inherit);
            create table c () inherits (p);
            alter table p alter constraint nn inherit\
            """));
    var inherited = newer.schema().find(constraint("c", "nn")).orElseThrow().facets();
    assertThat(inherited).containsKey(FacetName.of(Facet.INHERITED));
    newer.read(script("alter table p alter constraint nn no inherit"));
    var own = newer.schema().find(constraint("c", "nn")).orElseThrow().facets();
    assertThat(own).isNotEmpty().doesNotContainKey(FacetName.of(Facet.INHERITED));
    assertThat(newer.schema().find(constraint("p", "nn")).orElseThrow().facets())
        .containsEntry(FacetName.of(Facet.DEFINITION), "NOT NULL a NO INHERIT");
  }

  @Test
  void names_what_has_no_name_as_postgresql_does() {
    read(
        """
        create table t (id serial primary key, a int unique references t, b int check (b > 0),
          check (a > b), unique (a, b), exclude using gist (b with =));
        create index on t (a);
        create index on t (a);
        create index on t (lower(b::text), (a + b), (b + a));
        create table a_table_with_a_name_that_is_far_too_long_to_keep
          (a int primary key, unique (a), and_a_column_with_a_very_long_name_as_well int unique)\
        """);
    assertThat(names(ObjectKind.INDEX))
        .containsExactlyInAnyOrder(
            "t_pkey",
            "t_a_key",
            "t_a_b_key",
            "t_b_excl",
            "t_a_idx",
            "t_a_idx1",
            "t_lower_expr_expr1_idx",
            "a_table_with_a_name_that_is_far_too_long_to_keep_pkey",
            "a_table_with_a_name_that_is_f_and_a_column_with_a_very_long_key");
    assertThat(parts("t"))
        .containsExactlyInAnyOrder(
            "t_pkey", "t_a_key", "t_a_fkey", "t_b_check", "t_check", "t_a_b_key", "t_b_excl");
    assertThat(names(ObjectKind.SEQUENCE)).containsExactly("t_id_seq");
  }

  @Test
  void keeps_generated_names_when_a_table_is_renamed() {
    read("create table t (id serial primary key); alter table t rename to u");
    assertThat(names(ObjectKind.INDEX)).containsExactly("t_pkey");
    assertThat(facet(column("u", "id"), "default"))
        .isEqualTo("nextval('public.t_id_seq'::regclass)");
    assertThat(facet(sequence("t_id_seq"), "owned by")).isEqualTo("public.u.id");
  }

  @Test
  void carries_a_rename_into_everything_that_names_the_object() {
    read(
        """
        create type mood as enum ('a');
        create function f(int) returns int language sql as 'select 1';
        create table p (id int primary key);
        create table t (m mood default 'a', n int default f(1), k int references p, check (n > 0));
        create index on t (n) where n > 1;
        alter type mood rename to feeling;
        alter function f(int) rename to g;
        alter table p rename to parent;
        alter table parent rename column id to key;
        alter table t rename column n to number\
        """);
    assertThat(facet(column("t", "m"), "type")).isEqualTo("public.feeling");
    assertThat(facet(column("t", "number"), "default")).isEqualTo("public.g(1)");
    assertThat(facet(constraint("t", "t_k_fkey"), "definition"))
        .isEqualTo("FOREIGN KEY (k) REFERENCES public.parent(key)");
    assertThat(facet(constraint("t", "t_n_check"), "definition")).isEqualTo("CHECK (number > 0)");
    assertThat(facet(index("t_n_idx"), "where")).isEqualTo("number > 1");
  }

  @Test
  void drops_what_depends_on_a_dropped_object() {
    read(
        """
        create type mood as enum ('a');
        create sequence s;
        create function f() returns trigger language plpgsql as 'begin end';
        create table p (id int primary key);
        create table t (m mood, n int default nextval('s'), k int references p, o int);
        create index on t (o);
        create trigger g before insert on t for each row execute function f();
        create view v as select o from t;
        drop type mood cascade;
        drop sequence s cascade;
        drop function f cascade;
        drop table p cascade;
        alter table t drop column o cascade\
        """);
    assertThat(reader.schema().objects().stream().map(o -> o.name().words()))
        .containsExactlyInAnyOrder("table public.t", "column public.t.n", "column public.t.k");
    assertThat(facet(column("t", "n"), "default")).isEqualTo("absent");
  }

  @Test
  void does_nothing_where_if_exists_or_if_not_exists_finds_it_so() {
    read(
        """
        create table t (id int);
        create table if not exists t (other text);
        alter table t add column if not exists id text;
        alter table if exists missing add column a int;
        drop table if exists missing;
        create index if not exists i on t (id);
        create index if not exists i on t (other)\
        """);
    assertThat(facet(column("t", "id"), "type")).isEqualTo("integer");
    assertThat(facet(index("i"), "keys")).isEqualTo("id");
  }

  @Test
  void writes_definitions_that_make_the_same_objects_again() {
    read(
        """
        create function f(int) returns int language sql immutable as 'select 1';
        create function g() returns trigger language plpgsql as 'begin end';
        create table p (id int primary key, code text unique);
        create table t (a int references p on delete cascade deferrable, b varchar(9), c date,
          check (f(a) > 0 and b in ('x', 'y''z')), check (extract(year from c) > 2000),
          exclude using gist (a with =) where (a > 0));
        create unique index i on t using btree (lower(b) desc nulls last, a) include (c)
          with (fillfactor = 50) where b like 'a%' and trim(b) <> '';
        create trigger h before update of a on t for each row when (old.a is distinct from new.a)
          execute function g('x')\
        """);
    var before = reader.schema();
    for (var object : before.objects()) {
      switch (object) {
        case Relation.Index index when index.constraint() == null ->
            read("drop index " + index.name().text() + "; " + index.definition());
        case RelationPart.TableConstraint c when c.relation().name().equals("t") ->
            read(
                "alter table public.t drop constraint %s, add constraint %s %s"
                    .formatted(c.part(), c.part(), c.definition()));
        case RelationPart.Trigger t ->
            read("drop trigger h on t; create trigger h " + t.definition());
        default -> {}
      }
    }
    assertThat(reader.schema().objects())
        .extracting(SchemaObject::facets)
        .isEqualTo(before.objects().stream().map(SchemaObject::facets).toList());
  }

  @Test
  void bears_as_deep_a_nesting_as_the_parser() {
    var calls = "f(".repeat(4_500) + "x" + ")".repeat(4_500);
    read("create table t (x int check (" + calls + " > 0))");
    read("alter table t rename column x to z");
    assertThat(facet(constraint("t", "t_x_check"), "definition")).contains("f(z)");
  }

  @Test
  void takes_back_what_a_transaction_did_that_is_rolled_back() {
    read("create table t (a int, b int); create schema s");
    read(
        """
        begin;
        set search_path to s;
        alter table public.t drop column b;
        create table u (id int);
        savepoint one;
        drop table public.t;
        rollback to one;
        insert into public.t values (1);
        rollback;
        create table v (id int)\
        """);
    assertThat(relations()).containsExactly("public.t", "public.v");
    assertThat(facet(table("t"), "columns")).isEqualTo("a, b");
  }

  @Test
  void knows_the_columns_of_a_query_over_one_table() {
    read("create table t (id int, name varchar(9))");
    read("create table copy as select * from t; create table part as select t.name as n from t");
    assertThat(facet(column("copy", "name"), "type")).isEqualTo("character varying(9)");
    assertThat(facet(column("part", "n"), "type")).isEqualTo("character varying(9)");
  }

  @Test
  void names_every_not_null_from_postgresql_18_on() {
    var newer = new SchemaReader(List.of("public"), 18);
    newer.read(script("create table t (a int not null, b int constraint c not null)"));
    assertThat(newer.schema().objects().stream().map(o -> o.name().words()))
        .contains("constraint t_a_not_null on public.t", "constraint c on public.t");
    newer.read(
        script(
            """
            alter table t alter a drop not null, alter b drop not null;
            alter table t add d int not null, add e int;
            alter table t alter e set not null;
            alter table t add f int constraint own not null, add primary key (f);
            create table child () inherits (t);
            alter table t add g int not null\
            """));
    assertThat(newer.schema().objects().stream().map(o -> o.name().words()))
        .contains(
            "constraint t_d_not_null on public.t",
            "constraint t_e_not_null on public.t",
            "constraint own on public.t",
            "constraint t_g_not_null on public.t",
            "constraint t_g_not_null on public.child")
        .doesNotContain(
            "constraint t_a_not_null on public.t",
            "constraint c on public.t",
            "constraint t_f_not_null on public.t");
  }

  @Test
  void tells_privileges_as_far_as_they_differ_from_postgresqls_own() {
    read(
        """
        create table t (a int);
        create function f() returns int language sql as 'select 1';
        grant select, insert on t to app;
        grant select on t to app with grant option;
        revoke insert on t from app;
        grant update (a) on t to app;
        revoke all on function f() from public;
        alter default privileges grant usage on sequences to app;
        create sequence s\
        """);
    assertThat(facet(table("t"), "privileges of app")).isEqualTo("select with grant option");
    assertThat(facet(column("t", "a"), "privileges of app")).isEqualTo("update");
    assertThat(facet(sequence("s"), "privileges of app")).isEqualTo("usage");
    var function = ObjectName.routine(ObjectKind.FUNCTION, QualifiedName.of("public", "f"), "()");
    assertThat(facet(function, "privileges of public")).isEqualTo("none");
  }

  private void read(String sql) {
    reader.read(script(sql));
  }

  private List<String> touched(String sql) {
    return reader.read(script(sql)).stream()
        .flatMap(r -> r.touches().stream())
        .map(t -> t.object().words())
        .toList();
  }

  private static Script script(String sql) {
    var script = ScriptReader.read(new SourceFile("x.sql"), sql);
    assertThat(script.problems()).isEmpty();
    return script;
  }

  private List<String> relations() {
    return objects(ObjectKind.TABLE).map(n -> n.name().dotted()).toList();
  }

  private List<String> names(ObjectKind kind) {
    return objects(kind).map(n -> n.name().name()).toList();
  }

  private List<String> parts(String table) {
    return objects(ObjectKind.CONSTRAINT)
        .filter(n -> n.name().name().equals(table))
        .map(ObjectName::own)
        .toList();
  }

  private Stream<ObjectName> objects(ObjectKind kind) {
    return reader.schema().objects().stream().map(SchemaObject::name).filter(n -> n.kind() == kind);
  }

  private String facet(ObjectName object, String facet) {
    var found = reader.schema().find(object);
    assertThat(found).as(object.words()).isPresent();
    return found.orElseThrow().facets().entrySet().stream()
        .filter(f -> f.getKey().words().equals(facet))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("absent");
  }

  private static QualifiedName in(String name) {
    return QualifiedName.of("public", name);
  }

  private static ObjectName table(String name) {
    return ObjectName.table(in(name));
  }

  private static ObjectName column(String table, String column) {
    return ObjectName.column(in(table), column);
  }

  private static ObjectName constraint(String table, String constraint) {
    return ObjectName.constraint(in(table), constraint);
  }

  private static ObjectName index(String name) {
    return ObjectName.of(ObjectKind.INDEX, in(name));
  }

  private static ObjectName sequence(String name) {
    return ObjectName.of(ObjectKind.SEQUENCE, in(name));
  }
}
