package dev.deed.sql.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.sql.SourceFile;
import dev.deed.sql.effect.Access;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.parse.ScriptReader;
import dev.deed.sql.schema.Schema;
import dev.deed.sql.schema.SchemaObject;
import dev.deed.sql.script.Script;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What a kind of object needs: statements that are read, an object in the replayed schema, an
/// access that ownership can judge. A new kind does not compile here before it has a sample.
class EveryObjectKindTest {

  private static final String SETUP =
      """
      create schema app;
      create table t (id int primary key, n int);
      create table u (id int);
      create domain d as int;
      create function f() returns trigger language plpgsql as $$ begin return new; end $$;
      create function e() returns event_trigger language plpgsql as $$ begin end $$;
      create function plus(int, int) returns int language sql as $$ select 1 $$;
      create foreign data wrapper w;
      create server s foreign data wrapper w;
      """;

  /// @param create null where no statement makes one by its own name
  /// @param name as `COMMENT ON` and `DROP` name it
  /// @param comments whether `COMMENT ON` takes the kind
  /// @param kept as which kind the replayed schema has it, null where it is not part of a schema
  private record Sample(
      @Nullable String create,
      String name,
      @Nullable String drop,
      boolean comments,
      @Nullable ObjectKind kept) {

    static Sample of(ObjectKind kind, String create, String name) {
      return new Sample(create, name, "drop " + kind.words() + " " + name, true, kind);
    }

    /// Not part of any one schema: of the server, or of the database as a whole.
    Sample global() {
      return new Sample(create, name, drop, comments, null);
    }

    Sample droppedBy(String statement) {
      return new Sample(create, name, statement, comments, kept);
    }

    Sample withoutComment() {
      return new Sample(create, name, drop, false, kept);
    }

    /// What only the text calls so, or what no statement makes.
    static Sample onlyNamed(String name, boolean comments) {
      return new Sample(null, name, null, comments, null);
    }
  }

  private static Sample sample(ObjectKind kind) {
    return switch (kind) {
      case TABLE -> Sample.of(kind, "create table x (a int)", "x");
      case FOREIGN_TABLE -> Sample.of(kind, "create foreign table x (a int) server s", "x");
      case VIEW -> Sample.of(kind, "create view x as select 1 as one", "x");
      case MATERIALIZED_VIEW ->
          Sample.of(kind, "create materialized view x as select 1 as one", "x");
      case SEQUENCE -> Sample.of(kind, "create sequence x", "x");
      case INDEX -> Sample.of(kind, "create index x on t (n)", "x");
      case PROPERTY_GRAPH -> Sample.of(kind, "create property graph x vertex tables (t)", "x");
      case COLUMN ->
          Sample.of(kind, "alter table t add column x int", "t.x")
              .droppedBy("alter table t drop column x");
      case CONSTRAINT ->
          Sample.of(kind, "alter table t add constraint x check (n > 0)", "x on t")
              .droppedBy("alter table t drop constraint x");
      case DOMAIN_CONSTRAINT ->
          new Sample(
              "alter domain d add constraint x check (value > 0)",
              "x on domain d",
              "alter domain d drop constraint x",
              true,
              null);
      case TRIGGER ->
          Sample.of(
              kind,
              "create trigger x after insert on t for each row execute function f()",
              "x on t");
      case RULE -> Sample.of(kind, "create rule x as on insert to t do also nothing", "x on t");
      case POLICY -> Sample.of(kind, "create policy x on t", "x on t");
      case TYPE -> Sample.of(kind, "create type x as enum ('a')", "x");
      case DOMAIN -> Sample.of(kind, "create domain x as int", "x");
      case FUNCTION ->
          Sample.of(
              kind, "create function x(int) returns int language sql as $$ select 1 $$", "x(int)");
      case PROCEDURE ->
          Sample.of(kind, "create procedure x(int) language sql as $$ select 1 $$", "x(int)");
      case AGGREGATE ->
          Sample.of(kind, "create aggregate x(int) (sfunc = plus, stype = int)", "x(int)");
      case OPERATOR ->
          Sample.of(
              kind,
              "create operator <+> (leftarg = int, rightarg = int, function = plus)",
              "<+> (int, int)");
      case OPERATOR_CLASS ->
          Sample.of(
              kind,
              "create operator class x for type int using btree as operator 1 <",
              "x using btree");
      case OPERATOR_FAMILY ->
          Sample.of(kind, "create operator family x using btree", "x using btree");
      case CAST -> Sample.of(kind, "create cast (text as d) without function", "(text as d)");
      case COLLATION -> Sample.of(kind, "create collation x (locale = 'C')", "x");
      case CONVERSION -> Sample.of(kind, "create conversion x for 'UTF8' to 'LATIN1' from g", "x");
      case STATISTICS -> Sample.of(kind, "create statistics x on id, n from t", "x");
      case TEXT_SEARCH_CONFIGURATION ->
          Sample.of(kind, "create text search configuration x (parser = default)", "x");
      case TEXT_SEARCH_DICTIONARY ->
          Sample.of(kind, "create text search dictionary x (template = simple)", "x");
      case TEXT_SEARCH_PARSER ->
          Sample.of(
              kind,
              "create text search parser x (start = a, gettoken = b, end = c, lextypes = d)",
              "x");
      case TEXT_SEARCH_TEMPLATE ->
          Sample.of(kind, "create text search template x (lexize = a)", "x");
      case TRANSFORM ->
          Sample.of(
              kind,
              "create transform for d language plperl (from sql with function a(internal))",
              "for d language plperl");
      case SCHEMA -> Sample.of(kind, "create schema x", "x");
      case EXTENSION -> Sample.of(kind, "create extension x", "x");
      case LANGUAGE -> Sample.of(kind, "create language x", "x");
      case ACCESS_METHOD -> Sample.of(kind, "create access method x type table handler h", "x");
      case EVENT_TRIGGER ->
          Sample.of(kind, "create event trigger x on ddl_command_end execute function e()", "x");
      case PUBLICATION -> Sample.of(kind, "create publication x for table t", "x");
      case SUBSCRIPTION ->
          Sample.of(kind, "create subscription x connection 'host=a' publication p", "x");
      case FOREIGN_DATA_WRAPPER -> Sample.of(kind, "create foreign data wrapper x", "x");
      case SERVER -> Sample.of(kind, "create server x foreign data wrapper w", "x");
      case USER_MAPPING ->
          Sample.of(kind, "create user mapping for app server s", "for app server s")
              .withoutComment();
      case ROLE -> Sample.of(kind, "create role x", "x").global();
      case DATABASE -> Sample.of(kind, "create database x", "x").global();
      case TABLESPACE -> Sample.of(kind, "create tablespace x location '/x'", "x").global();
      case RELATION, PARAMETER, DEFAULT_PRIVILEGES -> Sample.onlyNamed("", false);
      case ROUTINE -> Sample.onlyNamed("x(int)", true);
      case LARGE_OBJECT -> Sample.onlyNamed("42", true);
      case OBJECT -> Sample.onlyNamed("x", false);
    };
  }

  @ParameterizedTest
  @EnumSource(ObjectKind.class)
  void is_created_with_an_access_that_ownership_judges(ObjectKind kind) {
    var create = sample(kind).create();
    if (create == null) {
      return;
    }
    var reader = replayed();
    var resolved = reader.read(script(create)).getFirst();
    var judged = kind == ObjectKind.COLUMN || tied(kind) ? judgedKind(kind) : kind;
    assertThat(resolved.touches())
        .anyMatch(t -> t.access() == Access.DEFINES && t.object().kind() == judged);
  }

  @ParameterizedTest
  @EnumSource(ObjectKind.class)
  void is_in_the_replayed_schema_until_it_is_dropped(ObjectKind kind) {
    var sample = sample(kind);
    if (sample.create() == null || sample.drop() == null) {
      return;
    }
    var reader = replayed();
    var before = ofKind(reader.schema(), kind);
    reader.read(script(sample.create()));
    var made = ofKind(reader.schema(), kind);
    if (sample.kept() == null) {
      assertThat(made).isEqualTo(before);
    } else {
      assertThat(made).hasSize(before.size() + 1);
    }
    assertThat(reader.read(script(sample.drop()))).isNotEmpty();
    assertThat(ofKind(reader.schema(), kind)).isEqualTo(before);
  }

  @ParameterizedTest
  @EnumSource(ObjectKind.class)
  void is_commented_on_under_its_words(ObjectKind kind) {
    var sample = sample(kind);
    if (!sample.comments()) {
      return;
    }
    var words = kind == ObjectKind.DOMAIN_CONSTRAINT ? "constraint" : kind.words();
    var comment = script("comment on %s %s is 'why'".formatted(words, sample.name()));
    assertThat(comment.statements().getFirst().effects().getFirst().touches())
        .extracting(t -> t.object().kind())
        .contains(kind);
    if (sample.kept() != null) {
      var reader = replayed();
      reader.read(script(String.valueOf(sample.create())));
      reader.read(comment);
      assertThat(ofKind(reader.schema(), kind).stream().map(o -> o.attributes().comment()))
          .contains("why");
    }
  }

  private static boolean tied(ObjectKind kind) {
    return kind.isPartOfRelation() || kind == ObjectKind.DOMAIN_CONSTRAINT;
  }

  /// What is tied to a relation or domain is judged as a change of that.
  private static ObjectKind judgedKind(ObjectKind kind) {
    return kind == ObjectKind.DOMAIN_CONSTRAINT ? ObjectKind.DOMAIN : ObjectKind.TABLE;
  }

  private static List<SchemaObject> ofKind(Schema schema, ObjectKind kind) {
    return schema.objects().stream().filter(o -> o.name().kind() == kind).toList();
  }

  private static SchemaReader replayed() {
    var reader = new SchemaReader(List.of("public"));
    reader.read(script(SETUP));
    return reader;
  }

  private static Script script(String sql) {
    var script = ScriptReader.read(new SourceFile("x.sql"), sql);
    assertThat(script.problems()).as(sql).isEmpty();
    return script;
  }
}
