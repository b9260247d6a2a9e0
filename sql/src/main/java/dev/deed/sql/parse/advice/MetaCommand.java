package dev.deed.sql.parse.advice;

import org.jspecify.annotations.Nullable;

/// Advice for a psql meta-command, which only psql understands.
public final class MetaCommand {

  private MetaCommand() {}

  /// Null for commands that pg_dump writes and that change nothing.
  public static @Nullable String advice(String command) {
    return switch (word(command)) {
      case "\\restrict", "\\unrestrict" -> null;
      case "\\i", "\\ir", "\\include", "\\include_relative" ->
          "write the file's statements here, or make it a migration of its own";
      case "\\c", "\\connect" ->
          "remove it: deed connects by itself, and every database has a folder of its own";
      case "\\set", "\\unset", "\\gset", "\\prompt", "\\getenv" ->
          "write the value itself where the variable is used";
      case "\\copy" -> "write the rows as INSERT, or as COPY ... FROM stdin with its data";
      case "\\if", "\\elif", "\\else", "\\endif" -> "decide in SQL: a DO block supports IF";
      case "\\g", "\\gx", "\\gexec", "\\gdesc", "\\crosstabview", "\\watch", "\\bind" ->
          "end the statement with a semicolon; for \\gexec write a DO block with EXECUTE";
      case "\\." -> "remove it: there is no COPY ... FROM stdin before it";
      default -> "remove the line: deed sends statements to the server without psql";
    };
  }

  private static String word(String command) {
    var end = 1;
    while (end < command.length() && command.charAt(end) > ' ') {
      end++;
    }
    return command.substring(0, end);
  }
}
