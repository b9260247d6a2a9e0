package dev.deed.cli.demo;

import dev.deed.cli.host.Surroundings;
import dev.deed.cli.report.Report.Narrator;
import dev.deed.cli.report.Report.Story;
import dev.deed.cli.report.Verdict;
import dev.deed.drift.PgDump;
import dev.deed.project.server.EmbeddedServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A story of three teams that share two databases, told with the real commands on a real server.
/// The demo fails if a command does not end as the story says.
public final class Demo {

  private static final List<String> DATABASES = List.of("auth", "main");
  private static final String MIGRATION = "20260301090000_add_dataset_color.sql";

  private final Surroundings surroundings;
  private final DeedProgram program;
  private boolean asTold = true;

  public Demo(Surroundings surroundings, DeedProgram program) {
    this.surroundings = surroundings;
    this.program = program;
  }

  public Verdict verdict() {
    return asTold ? Verdict.YES : Verdict.NO;
  }

  public Story tell() {
    return narrator -> {
      var comparing = PgDump.isInstalled(surroundings.environment());
      if (!comparing) {
        narrator.say(
            "pg_dump is not installed here (Debian, Ubuntu: apt-get install postgresql-client), so");
        narrator.say("the chapter \"A change by hand\" is left out.");
        narrator.say("");
      }
      try (var folder = DemoFolder.create()) {
        folder.fill();
        narrator.say("Three teams, web, api and billing, share two databases, auth and main.");
        narrator.say(
            "schema-ownership.yaml says which service owns which tables. PostgreSQL is starting ...");
        tell(narrator, folder, comparing);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    };
  }

  private void tell(Narrator narrator, DemoFolder folder, boolean comparing) throws IOException {
    try {
      tell(narrator, folder.start(), folder.project(), comparing);
    } catch (RuntimeException failure) {
      if (folder.isEnding()) {
        DemoFolder.waitForTheEnd();
      }
      throw failure;
    }
  }

  private void tell(Narrator narrator, EmbeddedServer server, Path project, boolean comparing)
      throws IOException {
    var stage =
        new DemoStage(narrator, project, environment(server, project), surroundings, program);
    refuse(stage);
    agree(stage);
    apply(stage);
    takeBack(stage);
    if (comparing) {
      changeByHand(stage, server);
    }
    new ColumnInUse(stage, server).tell();
    asTold = stage.asTold();
    narrator.say("");
    narrator.say(
        asTold
            ? "That is deed. To try it on your own tables, see deed --help"
            : "A step did not go as expected: please report the output above.");
  }

  private static Map<String, String> environment(EmbeddedServer server, Path project) {
    var variables = new HashMap<String, String>();
    variables.put("XDG_CACHE_HOME", project.resolveSibling("cache").toString());
    for (var database : DATABASES) {
      var infix = database.equals("auth") ? "AUTH_" : "";
      for (var environment : List.of("STAGING", "PROD")) {
        var name = environment.toLowerCase(Locale.ROOT) + "_" + database;
        server.createDatabase(name);
        variables.put(environment + "_" + infix + "DATABASE_URL", server.urlOf(name));
      }
    }
    return variables;
  }

  private static void refuse(DemoStage stage) throws IOException {
    stage.chapter("A pull request", "web adds a column to datasets, a table that api owns.");
    stage.write(
        "migrations/main/web/" + MIGRATION,
        """
        -- Migration: add dataset color
        -- Created: 2026-03-01T09:00:00Z
        -- Version: 20260301090000

        -- UP Migration
        ALTER TABLE datasets ADD COLUMN color text;

        -- DOWN Migration (Rollback)
        -- ALTER TABLE datasets DROP COLUMN color;
        """);
    stage
        .run("check")
        .ends(DemoStage.NO)
        .says("add_dataset_color.sql:6:13: error", "not-owner", "#data-api")
        .shown("add_dataset_color", 5);
    stage.say("");
    stage.say("deed rejects it before it locks anything, and names the owner to ask.");
  }

  private static void agree(DemoStage stage) throws IOException {
    stage.chapter("The owner agrees", "api moves the file into its own migrations.");
    Files.move(
        stage.file("migrations/main/web/" + MIGRATION),
        stage.file("migrations/main/api/" + MIGRATION));
    stage.run("check").ends(DemoStage.YES).says("21 migrations checked").shownLast(1);
  }

  private static void apply(DemoStage stage) {
    stage.chapter("Apply", "Staging first: production accepts only what staging has.");
    stage
        .run("apply", "--env", "production", "--yes")
        .ends(DemoStage.NO)
        .says("was not applied in staging")
        .shownLast(2);
    stage
        .run("apply", "--env", "staging")
        .ends(DemoStage.YES)
        .says("auth (staging): 10 migrations applied", "main (staging): 11 migrations applied")
        .shown("(staging): ", 1);
    stage
        .run("apply", "--env", "production", "--yes")
        .ends(DemoStage.YES)
        .says(
            "auth (production): 10 migrations applied", "main (production): 11 migrations applied")
        .shown("(production): ", 1);
    stage
        .run("status", "--env", "production")
        .ends(DemoStage.YES)
        .says("auth (production): 10 applied, 0 pending")
        .shown("(production): ", 1);
  }

  private static void takeBack(DemoStage stage) throws IOException {
    stage.chapter("Roll back", "The file is gone; its down script is still in the database.");
    var file = stage.file("migrations/main/api/" + MIGRATION);
    var text = Files.readString(file);
    Files.delete(file);
    stage
        .run("rollback", "--env", "staging", "--database", "main", "--to", "-1")
        .ends(DemoStage.YES)
        .says("1 migration rolled back")
        .shown("main (staging)", 2);
    Files.writeString(file, text);
    stage
        .run("apply", "--env", "staging")
        .ends(DemoStage.YES)
        .says("main (staging): 1 migration applied", "auth (staging): nothing to do")
        .shown("(staging): ", 1);
  }

  private static void changeByHand(DemoStage stage, EmbeddedServer server) {
    stage.chapter("A change by hand", "At night a developer fixes production with psql:");
    var sql = "ALTER TABLE documents ALTER COLUMN language SET DEFAULT 'en'";
    server.execute("prod_main", sql);
    stage.say("");
    stage.say("  production=# " + sql + ";");
    stage
        .run("drift", "--from", "staging", "--to", "production")
        .ends(DemoStage.NO)
        .says("auth, from staging to production: no drift", "column public.documents.language")
        .says("owner: api", "1 difference")
        .shown("", 5);
    stage.say("");
    stage.say(
        "deed finds the drift and names the table's owner. A scheduler can run this every night.");
  }
}
