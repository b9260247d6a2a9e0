package dev.deed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.engine.postgres.PostgresExtension;
import dev.deed.engine.postgres.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// What a database sets for its sessions does not change what deed reads there.
@ExtendWith(PostgresExtension.class)
class ReadingSettingsTest {

  private static final String MIGRATION =
      """
      CREATE TABLE users (
          id bigint PRIMARY KEY,
          "Raw" bytea DEFAULT '\\xdeadbeef',
          path text DEFAULT 'c:\\tmp',
          span interval DEFAULT '1 day 02:03:04',
          seen timestamptz DEFAULT '2020-02-03 04:05:06+00');
      CREATE TABLE parts (at timestamptz NOT NULL) PARTITION BY RANGE (at);
      CREATE TABLE parts_1 PARTITION OF parts
          FOR VALUES FROM ('2024-01-01 00:00:00+00') TO ('2024-02-01 00:00:00+00');
      -- DOWN Migration
      -- DROP TABLE parts; DROP TABLE users;
      """;

  @TempDir private Path folder;

  @Test
  void tells_of_a_setting_that_a_run_refuses(TestDatabase main) throws IOException {
    var console = console(main);
    assertThat(console.run("doctor", "--env", "local").out()).contains("ok       settings: ");
    main.execute("ALTER DATABASE %s SET session_replication_role = replica".formatted(main.name()));

    var applied = console.run("apply", "--env", "local");
    var doctor = console.run("doctor", "--env", "local");

    assertThat(applied.exit()).as(applied.screen()).isEqualTo(4);
    assertThat(doctor.exit()).as(doctor.screen()).isEqualTo(1);
    assertThat(doctor.out())
        .contains(
            "session_replication_role = replica, set for the database",
            "help: ALTER DATABASE %s RESET session_replication_role".formatted(main.name()));
  }

  @Test
  void reads_the_same_of_a_database_with_settings_of_its_own(TestDatabase main) throws IOException {
    var console = console(main);
    var applied = console.run("apply", "--env", "local");
    assertThat(applied.exit()).as(applied.screen()).isZero();
    for (var setting :
        new String[] {
          "standard_conforming_strings = off",
          "quote_all_identifiers = on",
          "bytea_output = escape",
          "IntervalStyle = iso_8601",
          "DateStyle = 'German, DMY'",
          "TimeZone = 'Asia/Kolkata'"
        }) {
      main.execute("ALTER DATABASE %s SET %s".formatted(main.name(), setting));
    }

    var verified = console.run("verify", "--env", "local");
    var drift = console.run("drift", "--env", "local", "--catalog");
    var doctor = console.run("doctor", "--env", "local");

    assertThat(verified.exit()).as(verified.screen()).isZero();
    assertThat(drift.exit()).as(drift.screen()).isZero();
    assertThat(doctor.out()).contains("ok       history tables: as deed made them");
  }

  private Console console(TestDatabase main) throws IOException {
    Files.writeString(
        folder.resolve("schema-ownership.yaml"),
        """
        version: 1
        databases: {main: {}}
        services: {web: {owns: {main: ["*"]}}}
        environments: {local: {disposable: true, urls: {main: "%s"}}}
        """
            .formatted(main.url()));
    var file = folder.resolve("migrations/main/web/1_start.sql");
    Files.createDirectories(file.getParent());
    Files.writeString(file, MIGRATION);
    return Console.in(folder);
  }
}
