package dev.deed.engine.run;

import dev.deed.engine.Move;
import dev.deed.sql.ServiceName;
import java.util.Set;
import java.util.regex.Pattern;

/// How the transaction of a script begins.
///
/// @param modes as they stand behind `BEGIN`
/// @param deallocates the script may name prepared statements, so those of other scripts go first
record Beginning(ServiceName service, String modes, boolean deallocates) {

  private static final Pattern PREPARED =
      Pattern.compile("prepare|execute|deallocate", Pattern.CASE_INSENSITIVE);

  /// What they do is not in the text.
  private static final Set<String> OPAQUE = Set.of("CALL", "DO", "SELECT");

  static Beginning of(ServiceName service) {
    return new Beginning(service, "", true);
  }

  static Beginning of(Move move) {
    var body = move.body();
    var deallocates =
        body.statements().stream().anyMatch(statement -> OPAQUE.contains(statement.command()))
            || PREPARED.matcher(body.script().text()).find();
    return new Beginning(move.name().service(), body.modes(), deallocates);
  }
}
