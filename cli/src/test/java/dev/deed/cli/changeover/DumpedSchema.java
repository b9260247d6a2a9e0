package dev.deed.cli.changeover;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.engine.postgres.TestDatabase;
import dev.deed.sql.SourceFile;
import dev.deed.sql.parse.ScriptReader;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/// A schema as `pg_dump` writes it, statement by statement. Their order does not count: it follows
/// from when an object was made.
final class DumpedSchema {

  /// A new column is the last one of its table, wherever the old one was: the lines are sorted.
  private static final Pattern COLUMNS =
      Pattern.compile("(?s)(CREATE TABLE [^\\n]* \\(\\n)(.*?)(\\n\\).*)");

  /// A word that later releases make up for each dump.
  private static final Pattern RESTRICTION = Pattern.compile("(?m)^\\\\(un)?restrict .*$");

  private DumpedSchema() {}

  /// Whether a `pg_dump` is installed that reads this server.
  static boolean canBeRead(TestDatabase database) {
    var version = Pattern.compile("\\) (\\d+)").matcher(output("pg_dump", "--version"));
    return version.find() && Integer.parseInt(version.group(1)) >= database.majorVersion();
  }

  static List<String> of(TestDatabase database) {
    var dump = output("pg_dump", "--schema-only", "--dbname=" + database.url());
    var text = RESTRICTION.matcher(dump).replaceAll("");
    var script = ScriptReader.read(new SourceFile("dump.sql"), text);
    assertThat(script.statements()).as(dump).hasSizeGreaterThan(9);
    return script.statements().stream()
        .map(script::textOf)
        .map(DumpedSchema::withSortedColumns)
        .sorted()
        .toList();
  }

  /// Empty if the program cannot be started or fails.
  private static String output(String... command) {
    try {
      var process = new ProcessBuilder(command).redirectError(Redirect.DISCARD).start();
      var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return process.waitFor() == 0 ? output : "";
    } catch (IOException missing) {
      return "";
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String withSortedColumns(String statement) {
    var table = COLUMNS.matcher(statement);
    if (!table.matches()) {
      return statement;
    }
    var columns = table.group(2).lines().map(line -> line.replaceFirst(",$", "")).sorted();
    return table.group(1) + String.join("\n", columns.toList()) + table.group(3);
  }
}
