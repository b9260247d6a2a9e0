package dev.deed.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.engine.Adoption;
import dev.deed.engine.Goal;
import dev.deed.engine.History;
import dev.deed.engine.HistoryRemarks;
import dev.deed.engine.Migration;
import dev.deed.engine.MigrationName;
import dev.deed.engine.MigrationStatus;
import dev.deed.engine.MigrationStatus.State;
import dev.deed.engine.Migrations;
import dev.deed.engine.Planner;
import dev.deed.engine.Section;
import dev.deed.engine.ToolFolders;
import dev.deed.engine.Version;
import dev.deed.engine.Wish;
import dev.deed.engine.history.ToolTables;
import dev.deed.engine.postgres.PostgresExtension;
import dev.deed.engine.postgres.TestDatabase;
import dev.deed.engine.tool.OfflineText;
import dev.deed.sql.DatabaseName;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.ServiceName;
import dev.deed.sql.SourceFile;
import dev.deed.sql.Tool;
import dev.deed.sql.UserException;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.golden.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Databases as other tools have left them, with the files of those tools.
@ExtendWith(PostgresExtension.class)
class AdoptionTest {

  private static final DatabaseName SHOP = ToolFolders.SHOP;

  @TempDir private Path folder;

  /// One database for all: they are small, and a new one takes longer than they do.
  @Test
  void carries_what_each_tool_has_applied_and_applies_the_rest_once(TestDatabase database) {
    for (var tool : tools()) {
      database.execute(
          "DROP SCHEMA public CASCADE; CREATE SCHEMA public; DROP SCHEMA IF EXISTS app, deed, drizzle, sqitch, graphile_migrate, pgpm_migrate, supabase_migrations, hdb_catalog CASCADE");
      database.execute(
          Golden.read(tool.resolve("database.sql"))
              .replaceAll("(?m)^(SELECT pg_catalog.set_config|SET ).*$", ""));
      Golden.check(tool.resolve("adoption.txt"), story(tool, database));
    }
  }

  private static List<Path> tools() {
    return Golden.cases("tools").stream()
        .filter(path -> path.resolve("database.sql").toFile().exists())
        .toList();
  }

  private String story(Path tool, TestDatabase database) {
    var migrations = ToolFolders.migrations(tool);
    var project = new Project(folder).on(SHOP, database);
    var planner = new Planner(migrations);
    var lines = new ArrayList<String>();
    add(lines, "before", planner, project.history(SHOP));
    lines.add("apply: " + apply(project, planner));
    var adopted = adopt(project, migrations);
    adopted.adoption().objections().forEach(o -> lines.add("objection: " + o.message()));
    adopted.adoption().notices().forEach(notice -> lines.add("notice: " + notice));
    adopted
        .adoption()
        .carried()
        .forEach(c ->
            lines.add("carried: " + c.detail().replaceAll("applied at .*", "applied at TIME")));
    assertThat(adopted.after()).isEqualTo(adopted.before());
    add(lines, "adopted", planner, project.history(SHOP));
    lines.add("apply: " + apply(project, planner));
    add(lines, "applied", planner, project.history(SHOP));
    var again = adopt(project, migrations).adoption();
    assertThat(again.carried()).isEmpty();
    var isRead = migrations.all().stream().allMatch(m -> m.origin().unread() == null);
    if (isRead && again.objections().isEmpty()) {
      assertThat(again.isDone()).isTrue();
      assertThat(planner.status(SHOP, project.history(SHOP))).allMatch(s -> s.state().isDone());
    }
    return String.join("\n", lines) + "\n";
  }

  private static Adopter.Adopted adopt(Project project, Migrations migrations) {
    return new Adopter(project.policy(), _ -> {})
        .adopt(
            project.addresses().getFirst(),
            (history, isEmpty) -> Adoption.of(SHOP, migrations, history, isEmpty));
  }

  private static String apply(Project project, Planner planner) {
    var run = run(project, planner);
    var failure = run.failure();
    return failure == null
        ? run.done().size() + " migrations"
        : String.valueOf(failure.getMessage()).replaceAll("(?s)\n.*", "");
  }

  private static DatabaseRun run(Project project, Planner planner) {
    return project
        .runner()
        .run(project.addresses(), (name, history) -> planner.apply(name, history, Wish.ALL))
        .getFirst();
  }

  private static UserException failure(Project project, Planner planner) {
    return Objects.requireNonNull(run(project, planner).failure());
  }

  private static void add(List<String> lines, String when, Planner planner, History history) {
    for (var standing : planner.status(SHOP, history)) {
      lines.add("%s: %s %s".formatted(when, standing.name().words(), words(standing)));
    }
  }

  private static String words(MigrationStatus standing) {
    return standing.state().name();
  }

  @Test
  void refuses_to_go_on_after_the_tool_has_gone_on(TestDatabase database) {
    var tool =
        Golden.cases("tools").stream()
            .filter(path -> path.endsWith("dbmate"))
            .findFirst()
            .orElseThrow();
    database.execute(
        Golden.read(tool.resolve("database.sql"))
            .replaceAll("(?m)^(SELECT pg_catalog.set_config|SET ).*$", ""));
    var migrations = ToolFolders.migrations(tool);
    var project = new Project(folder).on(SHOP, database);
    adopt(project, migrations);
    database.execute("DELETE FROM deed.migration WHERE version = '20260101000002'");
    assertThat(failure(project, new Planner(migrations)).advice()).endsWith(" again");

    assertThat(apply(project, new Planner(migrations)))
        .startsWith("dbmate has applied shop/20260101000002");
    assertThat(adopt(project, migrations).adoption().carried()).hasSize(1);
    assertThat(apply(project, new Planner(migrations))).isEqualTo("1 migrations");
  }

  /// All that the tool has is applied, and the migration that follows is the first one of deed.
  @Test
  void asks_for_the_first_adoption_before_a_migration_of_its_own(TestDatabase database) {
    database.execute(
        "CREATE TABLE alembic_version (version_num text); INSERT INTO alembic_version VALUES ('c0ffee000001')");
    var alembic =
        Golden.cases("tools").stream()
            .filter(path -> path.endsWith("alembic"))
            .findFirst()
            .orElseThrow();
    var all = new ArrayList<>(ToolFolders.migrations(alembic).all());
    var file = new SourceFile("1_a.sql");
    all.add(
        new Migration(
            new MigrationName(SHOP, new ServiceName("web"), new Version("20300101000000"), "first"),
            file,
            new Section(file, "CREATE TABLE first (id int);"),
            null,
            false,
            false));
    var planner = new Planner(new Migrations(all, List.of()));

    assertThat(failure(new Project(folder).on(SHOP, database), planner).advice())
        .endsWith("deed adopt --env ENVIRONMENT");
  }

  @Test
  void asks_what_is_applied_where_no_tool_has_written_it_down(TestDatabase database) {
    var tool =
        Golden.cases("tools").stream()
            .filter(path -> path.endsWith("sql"))
            .findFirst()
            .orElseThrow();
    database.execute(Golden.read(tool.resolve("database.sql")));
    var migrations = ToolFolders.migrations(tool);
    var project = new Project(folder).on(SHOP, database);
    var planner = new Planner(migrations);
    assertThat(adopt(project, migrations).adoption().objections()).hasSize(1);

    var wish = new Wish(Goal.parse("2").orElseThrow(), null, true);
    project
        .runner()
        .run(project.addresses(), (name, history) -> planner.stamp(name, history, wish));

    assertThat(adopt(project, migrations).adoption().objections()).isEmpty();
    assertThat(apply(project, planner)).isEqualTo("1 migrations");
  }

  /// They are known once the tool prints them, which is not an edit.
  @Test
  void carries_a_migration_without_its_statements_and_takes_them_for_no_edit_later(
      TestDatabase database, @TempDir Path repository) throws IOException {
    database.execute(
        "CREATE TABLE alembic_version (version_num text); INSERT INTO alembic_version VALUES ('b2')");
    var versions = Files.createDirectories(repository.resolve("alembic/versions"));
    var offline = new StringBuilder();
    for (var revision : List.of("a1", "b2")) {
      var program =
          "revision = '%s'\ndown_revision = %s\n"
              .formatted(revision, revision.equals("a1") ? "None" : "'a1'");
      Files.writeString(versions.resolve(revision + ".py"), program);
      offline.append(
          OfflineText.part(
              revision, OfflineText.checksum(program), "CREATE TABLE " + revision + " (id int);"));
    }
    Files.writeString(repository.resolve("source.txt"), "alembic\nalembic\n");
    var project = new Project(folder).on(SHOP, database);
    adopt(project, ToolFolders.migrations(repository));

    Files.writeString(repository.resolve("alembic/offline.sql"), offline.toString());
    var printed = ToolFolders.migrations(repository);

    assertThat(printed.all()).allMatch(migration -> migration.origin().unread() == null);
    assertThat(new Planner(printed).status(SHOP, project.history(SHOP)))
        .extracting(MigrationStatus::state)
        .containsExactly(State.STAMPED, State.STAMPED);
    assertThat(apply(project, new Planner(printed))).isEqualTo("0 migrations");
  }

  @Test
  void finds_tables_of_two_tools_and_passes_over_those_of_other_programs(TestDatabase database) {
    database.execute(
        "CREATE TABLE alembic_version (version_num varchar(32)); INSERT INTO alembic_version VALUES ('abc');"
            + "CREATE TABLE schema_migrations (version bigint, dirty boolean); INSERT INTO schema_migrations VALUES (3, true);"
            + "CREATE SCHEMA other; CREATE TABLE other.schema_migrations (version bigint, inserted_at timestamp);"
            + "CREATE TABLE pgmigrations (unlike int)");
    var history = new Project(folder).on(SHOP, database).history(SHOP);
    assertThat(history.tools())
        .extracting(t -> t.tool())
        .containsExactly(Tool.ALEMBIC, Tool.GOLANG_MIGRATE);
    assertThat(history.tools().getLast().rows()).hasSize(2);
    assertThat(Stream.of(State.values()).filter(State::isDone)).contains(State.BY_TOOL);
  }

  /// The way back is that program's, too.
  @Test
  void names_the_program_that_has_run_the_files(TestDatabase database) {
    var pop =
        Golden.cases("tools").stream()
            .filter(path -> path.endsWith("golang-migrate.pop"))
            .findFirst()
            .orElseThrow();
    database.execute(Golden.read(pop.resolve("database.sql")));
    var project = new Project(folder).on(SHOP, database);

    var adoption = adopt(project, ToolFolders.migrations(pop)).adoption();

    assertThat(adoption.tools()).containsExactly(new Adoption.From(Tool.GOLANG_MIGRATE, "Pop"));
    assertThat(adoption.waysBack()).containsExactly("INSERT into the history table of Pop");
    // Its versions have 20 digits, which nobody is to change.
    assertThat(
            HistoryRemarks.of(project.history(SHOP), Set.of(new ServiceName("web")), Set.of(SHOP)))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"databasechangeloglock", "knex_migrations_lock", "play_evolutions_lock"})
  void knows_the_tables_with_which_tools_lock(String name) {
    assertThat(ToolTables.isOfOne(ObjectName.table(QualifiedName.of("public", name)))).isTrue();
  }

  /// Other files of SQL are not those that Play has applied.
  @Test
  void carries_no_plain_file_because_of_an_evolution(TestDatabase database) {
    var tools = Golden.cases("tools");
    var evolutions = tools.stream().filter(p -> p.endsWith("sql.evolutions")).findFirst();
    database.execute(Golden.read(evolutions.orElseThrow().resolve("database.sql")));
    var migrations =
        ToolFolders.migrations(
            tools.stream().filter(p -> p.endsWith("sql")).findFirst().orElseThrow());

    var adoption = adopt(new Project(folder).on(SHOP, database), migrations).adoption();

    assertThat(adoption.carried()).isEmpty();
    assertThat(adoption.objections())
        .extracting(Adoption.Objection::message)
        .containsExactly(
            "shop has tables, but no program that runs plain SQL has a history there: what is applied is not known");
    assertThat(adoption.notices())
        .singleElement()
        .asString()
        .startsWith("Play (public.play_evolutions)");
  }

  @Test
  void carries_nothing_over_an_evolution_that_has_not_ended(TestDatabase database) {
    var tool =
        Golden.cases("tools").stream()
            .filter(path -> path.endsWith("sql.evolutions"))
            .findFirst()
            .orElseThrow();
    database.execute(Golden.read(tool.resolve("database.sql")));
    database.execute(
        "UPDATE play_evolutions SET state = 'applying_up', last_problem = 'ERROR: no' WHERE id = 2");

    var adoption =
        adopt(new Project(folder).on(SHOP, database), ToolFolders.migrations(tool)).adoption();

    assertThat(adoption.objections())
        .extracting(Adoption.Objection::message)
        .containsExactly(
            "conf/evolutions/default/2.sql has not ended well in Play (public.play_evolutions)");
  }

  /// Their configuration can give the table another name.
  @ParameterizedTest
  @CsvSource({
    "flyway, public.flyway_schema_history",
    "liquibase, public.databasechangelog",
    "sqlx, public._sqlx_migrations",
    "goose, public.goose_db_version",
    "knex, public.knex_migrations",
    "node-pg-migrate, public.pgmigrations",
    "golang-migrate, public.schema_migrations",
    "alembic, public.alembic_version",
    "dbmate, public.schema_migrations",
    "drizzle, drizzle.__drizzle_migrations",
    "sql.evolutions, public.play_evolutions"
  })
  void finds_a_table_under_another_name(String name, String table, TestDatabase database) {
    var tool =
        Golden.cases("tools").stream()
            .filter(path -> path.endsWith(name))
            .findFirst()
            .orElseThrow();
    database.execute(
        Golden.read(tool.resolve("database.sql"))
            .replaceAll("(?m)^(SELECT pg_catalog.set_config|SET ).*$", ""));
    var rows = project(database).history(SHOP).tools().getFirst().rows();
    database.execute("ALTER TABLE %s RENAME TO \"Our history\"".formatted(table));
    database.execute(
        """
        CREATE TABLE public.versions (version bigint);
        CREATE TABLE public."A release" (version varchar(20) PRIMARY KEY);
        INSERT INTO public."A release" VALUES ('1.2');
        CREATE TABLE public."A setting" (version varchar(128) PRIMARY KEY);
        CREATE TABLE public."A file" (id serial PRIMARY KEY, hash text NOT NULL, created_at bigint);
        INSERT INTO public."A file" (hash, created_at) VALUES ('5d41402abc4b2a76b9719d911017c592', 1);
        """);

    var tools = project(database).history(SHOP).tools();

    assertThat(tools).hasSize(1);
    assertThat(tools.getFirst().tool().key()).isEqualTo(name.replaceFirst("\\..*", ""));
    assertThat(tools.getFirst().rows()).isNotEmpty().isEqualTo(rows);
  }

  private Project project(TestDatabase database) {
    return new Project(folder).on(SHOP, database);
  }
}
