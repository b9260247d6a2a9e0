package dev.deed.sql.parse;

/// The command of a parsed statement.
///
/// @param command PostgreSQL's command tag
/// @param runsAlone PostgreSQL refuses it inside a transaction block
record Parsed(String command, boolean runsAlone) {

  static Parsed of(String command) {
    return new Parsed(command, false);
  }

  static Parsed alone(String command) {
    return new Parsed(command, true);
  }
}
