package dev.deed.engine.tool;

import dev.deed.engine.Section;
import dev.deed.sql.SourceFile;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// The SQL that a tool has printed for migrations that are not SQL, in one file: each part after a
/// line `-- migration: <version> <checksum of the file that it was printed for>`.
///
/// @param parts by version
public record OfflineText(Map<String, Part> parts) {

  /// @param madeFrom the checksum of the file
  /// @param sql with everything else blank
  record Part(String madeFrom, Section sql) {}

  private static final Pattern HEAD = Pattern.compile("-- migration: (\\S.*?) ([0-9a-f]{64})");

  private static final Pattern ALEMBIC =
      Pattern.compile("-- Running upgrade (?:.* )?-> ([^\\s,]+).*");
  private static final Pattern LIQUIBASE = Pattern.compile("-- Changeset (.+)::(.+)::(.+)");

  /// What tools print of their own history, and of transactions: deed has its own.
  private static final Pattern OF_TOOLS =
      Pattern.compile(
          "(?ims)^\\s*(?:BEGIN|COMMIT|START TRANSACTION);\\s*$"
              + "|^\\s*(?:CREATE TABLE|INSERT INTO|UPDATE|DELETE FROM|ALTER TABLE)\\s+(?:IF NOT EXISTS\\s+)?(?:\\w+\\.)?\"?(?:alembic_version|databasechangelog|databasechangeloglock)\\b[^;]*;");

  static OfflineText of(SourceFile file, String text) {
    var lines = TextLines.of(text);
    var parts = new LinkedHashMap<String, Part>();
    for (var start = lines.find(HEAD, 0); start >= 0; ) {
      var next = lines.find(HEAD, start + 1);
      var head = HEAD.matcher(lines.line(start));
      if (head.matches()) {
        var sql = new Section(file, lines.only(start + 1, next < 0 ? lines.size() : next));
        parts.put(head.group(1), new Part(head.group(2), sql));
      }
      start = next;
    }
    return new OfflineText(parts);
  }

  Optional<Part> part(String version) {
    return Optional.ofNullable(parts.get(version));
  }

  /// Of a file's text, whatever its ends of line.
  public static String checksum(String text) {
    try {
      var bytes = text.replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }

  /// One part of the file.
  public static String part(String version, String madeFrom, String sql) {
    return "-- migration: " + version + " " + madeFrom + "\n" + own(sql).strip() + "\n\n";
  }

  private static String own(String sql) {
    return OF_TOOLS.matcher(sql).replaceAll("");
  }

  /// Divides what a tool has printed for all of its migrations, by their versions.
  public static Map<String, String> divided(String printed) {
    var lines = TextLines.of(printed.replace("\r\n", "\n"));
    var parts = new LinkedHashMap<String, String>();
    var version = "";
    var begun = 0;
    for (var i = 0; i <= lines.size(); i++) {
      var next = i < lines.size() ? versionAt(lines.line(i)) : Optional.of("");
      if (next.isPresent()) {
        if (!version.isEmpty()) {
          parts.merge(version, String.join("", lines.lines().subList(begun, i)), String::concat);
        }
        version = next.get();
        begun = i + 1;
      }
    }
    return parts;
  }

  private static Optional<String> versionAt(String line) {
    for (var tool : List.of(ALEMBIC, HEAD)) {
      var match = tool.matcher(line);
      if (match.matches()) {
        return Optional.of(match.group(1));
      }
    }
    var changeset = LIQUIBASE.matcher(line);
    return changeset.matches()
        ? Optional.of((changeset.group(3) + ":" + changeset.group(2)).replace('/', ':'))
        : Optional.empty();
  }
}
