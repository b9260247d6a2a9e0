package dev.deed.engine.run;

import dev.deed.engine.PlannedMigration;
import dev.deed.sql.ServiceName;
import dev.deed.sql.script.CommandTag;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// How the transaction of a script begins.
///
/// @param modes the text after `BEGIN`
/// @param deallocates the script may name prepared statements, so those of other scripts are
///   deallocated first
record BeginMessage(ServiceName service, String modes, boolean deallocates) {

  private static final List<String> WORDS = List.of("prepare", "execute", "deallocate");

  /// Their effects are not visible in the text.
  private static final Set<CommandTag> OPAQUE =
      EnumSet.of(CommandTag.CALL, CommandTag.DO, CommandTag.SELECT);

  static BeginMessage of(ServiceName service) {
    return new BeginMessage(service, "", true);
  }

  static BeginMessage of(PlannedMigration move) {
    var body = move.body();
    var text = body.script().text().toLowerCase(Locale.ROOT);
    var deallocates =
        WORDS.stream().anyMatch(text::contains)
            || body.statements().stream().anyMatch(s -> OPAQUE.contains(s.command()));
    return new BeginMessage(move.name().service(), body.modes(), deallocates);
  }
}
