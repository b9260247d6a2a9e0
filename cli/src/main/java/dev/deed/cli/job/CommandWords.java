package dev.deed.cli.job;

import dev.deed.engine.HistoryRow;
import dev.deed.engine.connect.Address;
import org.jspecify.annotations.Nullable;

/// Commands to type for one database.
///
/// @param environment null where only a URL is known
/// @param isOnly whether the environment has no other database
record CommandWords(Address address, @Nullable String environment, boolean isOnly) {

  String emergency(String options) {
    return "deed emergency %s %s"
        .formatted(environment == null ? "--url URL" : selection(), options);
  }

  String emergencyAt(String url) {
    return "deed emergency --url " + url;
  }

  String on(String command, String options) {
    return "deed %s %s%s".formatted(command, selection(), options.isEmpty() ? "" : " " + options);
  }

  String fix(HistoryRow row) {
    return "deed new \"WHAT IT CORRECTS\" --fixes %s --service %s --database %s"
        .formatted(row.version(), row.name().service(), row.name().database());
  }

  /// Without a password: psql asks for it, or finds it where deed does.
  String psql(String sql) {
    return "psql -h %s -p %d -d %s -c \"%s\""
        .formatted(
            word(address.url().hosts().getFirst().name()),
            address.url().hosts().getFirst().port(),
            word(address.url().database()),
            sql.replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .replace("$", "\\$")
                .replace("`", "\\`"));
  }

  private static String word(String text) {
    return text.matches("[A-Za-z0-9._/:@-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
  }

  private String selection() {
    return "--env %s%s"
        .formatted(
            environment == null ? "ENVIRONMENT" : environment,
            isOnly ? "" : " --database " + address.target().database());
  }
}
