import dev.deed.sql.SourceFile;
import dev.deed.sql.parse.ScriptReader;
import dev.deed.sql.script.Script;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Reads generated migrations: `write FOLDER`, `start`, `cold FOLDER`, `warm FOLDER`.
final class ParseBench {

  private static final int FILES = 2_000;
  private static final int STATEMENTS = 5;

  private ParseBench() {}

  public static void main(String[] arguments) throws IOException {
    switch (arguments[0]) {
      case "write" -> write(Path.of(arguments[1]));
      case "start" -> {}
      case "cold" -> cold(Path.of(arguments[1]));
      case "warm" -> warm(Path.of(arguments[1]));
      default -> throw new IllegalArgumentException(arguments[0]);
    }
  }

  // Writing: the same files on every machine

  private static void write(Path folder) throws IOException {
    var random = new Random(42);
    Files.createDirectories(folder);
    var bytes = 0L;
    for (var file = 0; file < FILES; file++) {
      var text = new StringBuilder("-- Migration: change number " + file + "\n\n");
      for (var i = 0; i < STATEMENTS; i++) {
        text.append(statement(random)).append(";\n\n");
      }
      Files.writeString(folder.resolve("%05d_change.sql".formatted(file)), text);
      bytes += text.length();
    }
    System.out.printf("%d files, %d statements, %d bytes%n", FILES, FILES * STATEMENTS, bytes);
  }

  private static String statement(Random random) {
    var table = "app.table_" + random.nextInt(500);
    var column = "column_" + random.nextInt(50);
    return switch (random.nextInt(12)) {
      case 0, 1 ->
          """
          CREATE TABLE %s (
            id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            %s varchar(255) NOT NULL DEFAULT 'none',
            owner_id bigint REFERENCES app.users (id) ON DELETE CASCADE,
            amount numeric(12, 2) CHECK (amount >= 0 AND amount < 1000000),
            created_at timestamptz NOT NULL DEFAULT now()
          )"""
              .formatted(table, column);
      case 2 -> "ALTER TABLE %s ADD COLUMN %s jsonb NOT NULL DEFAULT '{}'".formatted(table, column);
      case 3 -> "ALTER TABLE %s ALTER COLUMN %s TYPE bigint USING %s::bigint".formatted(table, column, column);
      case 4 -> "CREATE INDEX CONCURRENTLY IF NOT EXISTS i_%s ON %s USING btree (lower(%s), id DESC) WHERE id > 10".formatted(column, table, column);
      case 5 -> "UPDATE %s SET %s = coalesce(%s, 'x') || '-' || id WHERE id IN (SELECT id FROM app.users WHERE active)".formatted(table, column, column);
      case 6 -> "INSERT INTO %s (id, %s) VALUES (1, 'one'), (2, 'two') ON CONFLICT DO NOTHING".formatted(table, column);
      case 7 -> "ALTER TABLE %s ADD CONSTRAINT c_%s FOREIGN KEY (%s) REFERENCES app.users (id) NOT VALID".formatted(table, column, column);
      case 8 -> "CREATE OR REPLACE VIEW app.v_%s AS SELECT t.id, count(*) AS n FROM %s t LEFT JOIN app.users u ON u.id = t.owner_id GROUP BY 1".formatted(column, table);
      case 9 -> "COMMENT ON COLUMN %s.%s IS 'What it is'".formatted(table, column);
      case 10 -> "GRANT SELECT, INSERT ON %s TO reader, writer".formatted(table);
      default ->
          """
          CREATE OR REPLACE FUNCTION app.f_%s() RETURNS trigger LANGUAGE plpgsql AS $$
          BEGIN
            IF NEW.id IS NULL THEN
              SELECT max(id) + 1 INTO NEW.id FROM %s;
            END IF;
            RETURN NEW;
          END
          $$"""
              .formatted(column, table);
    };
  }

  // Reading

  private static void cold(Path folder) throws IOException {
    var scripts = new ArrayList<Script>();
    for (var text : texts(folder)) {
      scripts.add(ScriptReader.read(new SourceFile("bench.sql"), text));
    }
    System.out.printf(
        "%d files, %d statements, %d problems%n",
        scripts.size(),
        scripts.stream().mapToInt(s -> s.statements().size()).sum(),
        scripts.stream().mapToInt(s -> s.problems().size()).sum());
    System.gc();
    var heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    System.out.printf("heap held after reading: %.1f MB%n", heap / 1e6);
    if (scripts.isEmpty()) {
      throw new IllegalStateException("nothing was read");
    }
  }

  private static void warm(Path folder) throws IOException {
    var texts = texts(folder);
    var best = 0.0;
    for (var round = 0; round < 20; round++) {
      var start = System.nanoTime();
      for (var text : texts) {
        ScriptReader.read(new SourceFile("bench.sql"), text);
      }
      best = Math.max(best, texts.size() / ((System.nanoTime() - start) / 1e9));
    }
    System.out.printf("warm: %.0f files a second%n", best);
  }

  private static List<String> texts(Path folder) throws IOException {
    var texts = new ArrayList<String>();
    try (var files = Files.newDirectoryStream(folder)) {
      for (var file : files) {
        texts.add(Files.readString(file));
      }
    }
    return texts;
  }
}
