package dev.deed.sql.parse;

import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.script.CommandTag;

/// The command of a parsed statement.
///
/// @param runsAlone PostgreSQL refuses it inside a transaction block
record Parsed(CommandTag command, boolean runsAlone) {

  static Parsed of(CommandTag command) {
    return new Parsed(command, false);
  }

  static Parsed alone(CommandTag command) {
    return new Parsed(command, true);
  }

  /// Of a verb and a kind that have a tag of their own, as all have that the parser takes.
  static Parsed of(CommandTag.Verb verb, ObjectKind kind) {
    return of(CommandTag.of(verb, kind).orElseThrow());
  }

  Parsed alone() {
    return alone(command);
  }
}
