package dev.deed.engine.script;

import dev.deed.engine.protocol.PsqlText;
import java.util.HashMap;
import java.util.Map;

/// Blocks that a script for `psql` says more than once: the first time in full, into a variable of
/// psql, then by its name.
final class ScriptBlocks {

  private final Map<String, String> names = new HashMap<>();

  /// @param command of deed's own, without its end
  String text(String command) {
    if (!command.startsWith("DO ")) {
      return command + ";\n";
    }
    var known = names.get(command);
    if (known != null) {
      return ":" + known + ";\n";
    }
    var name = "deed_block_" + (names.size() + 1);
    names.put(command, name);
    return "SELECT %s AS %s \\gset\n:%2$s;\n".formatted(PsqlText.quoted("$deed", command), name);
  }
}
