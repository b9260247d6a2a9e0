package dev.deed.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.engine.file.Layout;
import dev.deed.engine.file.MigrationFolder;
import dev.deed.sql.DatabaseName;
import dev.deed.sql.Finding;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.ServiceName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The directives of a changeover's files.
class ChangeoverDirectivesTest {

  @TempDir private Path folder;

  @Test
  void reads_names_as_in_sql() throws IOException {
    var migration =
        read("""
        -- deed: changeover c phase=backfill operation=split-column table="My Shop"."Or""der" old="Full Name" new=größe
        -- deed: backfill key=tenant,"Order, Number" batch=500 pause=250ms
        UPDATE "My Shop"."Or""der" SET x = 1 WHERE x IS NULL;
        """)
            .all()
            .getFirst();

    assertThat(migration.changeover())
        .contains(
            new ChangeoverPart(
                "c",
                ChangeoverPart.Phase.BACKFILL,
                "split-column",
                QualifiedName.of("My Shop", "Or\"der"),
                "Full Name",
                "größe"));
    var backfill = MigrationBody.of(migration.up().script(), false).backfills().getFirst();
    assertThat(backfill.pace().key()).containsExactly("tenant", "Order, Number");
    assertThat(backfill.pace().batch()).isEqualTo(500);
    assertThat(backfill.pace().pause()).isEqualTo(Duration.ofMillis(250));
    assertThat(backfill.position()).isZero();
  }

  @Test
  void reads_which_migration_a_contract_waits_for() throws IOException {
    assertThat(contract("of=20260129103000 wait=7d").contract())
        .contains(new ContractOrder(new Version("20260129103000"), Duration.ofDays(7)));
    assertThat(contract("of=12").contract())
        .contains(new ContractOrder(new Version("12"), Duration.ofHours(48)));
  }

  private Migration contract(String arguments) throws IOException {
    return read("-- deed: contract " + arguments + "\nDROP TABLE t;").all().getFirst();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "changeover c phase=middle operation=o table=public.t",
        "changeover c phase=expand operation=o table=t",
        "changeover c phase=expand table=public.t",
        "changeover phase=expand operation=o table=public.t",
        "changeover c d phase=expand operation=o table=public.t",
        "changeover c phase=expand operation=o table=public.t colour=red",
        "changeover c phase=expand operation=o table=public.t old=a,b",
        "contract",
        "contract of=soon",
        "contract of=12 wait=48",
        "contract of=12 of=13",
        "backfill batch=0",
        "backfill batch=many",
        "backfill key=",
        "backfill key=a,",
        "backfill pause=1",
        "backfill speed=high",
        "backfill max-wal=7",
        "backfill max-dead=200%",
        "backfill pause-when=true",
        "backfill pause-when=\"DELETE FROM t\"",
        "backfill key=a",
        "backfill id"
      })
  void refuses_what_it_cannot_read(String directive) throws IOException {
    assertThat(MigrationRules.check(read("-- deed: " + directive + "\nUPDATE t SET a = 1;")))
        .extracting(finding -> finding.rule().text())
        .contains("unreadable-directive");
  }

  @Test
  void refuses_a_backfill_of_what_has_no_rows_to_go_through() throws IOException {
    assertThat(messages("-- deed: backfill key=id\nCREATE TABLE t ();"))
        .contains("`backfill` is followed by CREATE TABLE, which cannot be run in batches");
    assertThat(messages("UPDATE t SET a = 1;\n-- deed: backfill key=id\n"))
        .contains("`backfill` is not followed by an UPDATE or a DELETE");
  }

  @Test
  void refuses_two_of_one_kind() throws IOException {
    assertThat(messages("-- deed: contract of=1\n-- deed: contract of=2\nDROP TABLE t;"))
        .contains("`contract` is written twice");
  }

  /// They are looked for without reading the statements, where that gives the same answer.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "#",
        "\t--deed:\tcontract   of=7\twait=2h\r\nDROP TABLE t;",
        "\n-- a word\n-- deed: changeover c phase=contract operation=o table=public.t\n#",
        "/* first */ #",
        "SELECT 1; #",
        "SELECT '\n#';",
        "DO $$\n#$$;",
        "/*\n#*/ DROP TABLE t;",
        "-- deed: contracts of=7\n-- deed: contract-of=7\n",
        "-- deed: contract of=soon\n#",
        "-- deed: contract of=soon\nDROP TABLE t; #",
        "-- deed: contract of=8\n#",
        "-- deed: contract of=8\nDROP TABLE t;\n#",
        "-- not deed: contract of=8",
        "-- deed: why \"deed: contract of=8\"\n#"
      })
  void finds_a_directive_where_a_whole_reading_finds_it(String text) throws IOException {
    var migration = read(text.replace("#", "-- deed: contract of=7 wait=1h\n")).all().getFirst();
    var whole =
        migration.up().script().directives().stream()
            .filter(directive -> directive.name().equals("contract"))
            .flatMap(directive -> ContractOrder.of(directive).stream())
            .findFirst();

    assertThat(migration.contract()).isEqualTo(whole);
  }

  private List<String> messages(String text) throws IOException {
    return MigrationRules.check(read(text)).stream().map(Finding::message).toList();
  }

  private Migrations read(String text) throws IOException {
    var service = folder.resolve("main/web");
    Files.createDirectories(service);
    Files.writeString(service.resolve("001_a.sql"), text);
    var folders = Map.of(new DatabaseName("main"), folder.resolve("main"));
    return MigrationFolder.read(new Layout(folder, folders, Set.of(new ServiceName("web"))));
  }
}
