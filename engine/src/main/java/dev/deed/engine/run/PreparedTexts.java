package dev.deed.engine.run;

import dev.deed.engine.protocol.Command;
import dev.deed.engine.protocol.RecordedText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What one session says for every migration: that one is done, and that the settings are as
/// assumed. The first time in full, then with prepared statements, since most long runs send hardly
/// anything else.
final class PreparedTexts {

  private final Map<String, String> names = new HashMap<>();
  private final Set<String> prepared = new HashSet<>();
  private boolean isGivenUp;
  private @Nullable String prefix;

  /// One command that records.
  String text(RecordedText text, Command.Record record) {
    return prepared.contains(RecordedText.prepared())
        ? text.execution(name(RecordedText.prepared()), record)
        : text.of(record);
  }

  /// One command about the settings.
  ///
  /// @param mayBePrepared nothing before it in the message deallocates
  String text(Command.Assumed assumed, boolean mayBePrepared) {
    if (isGivenUp) {
      return assumed.sql();
    }
    return mayBePrepared && prepared.contains(assumed.brief())
        ? "EXECUTE " + name(assumed.brief())
        : assumed.brief();
  }

  /// Prepares what is not prepared yet, after a migration's transaction, with any search path;
  /// empty if there is no need.
  String preparation(List<Command> commands) {
    var text = new StringBuilder();
    for (var missing : missing(commands)) {
      text.append(text.isEmpty() ? "; SET search_path = pg_catalog" : "")
          .append("; PREPARE %s AS %s".formatted(name(missing), missing));
    }
    return text.toString();
  }

  /// The preparation has arrived.
  void prepared(List<Command> commands) {
    prepared.addAll(missing(commands));
  }

  /// All prepared statements of the session are gone: they may be prepared again.
  void deallocated() {
    prepared.clear();
  }

  /// From now on everything is said in full.
  void giveUp() {
    isGivenUp = true;
    prepared.clear();
  }

  boolean hasPrepared() {
    return !prepared.isEmpty();
  }

  boolean isGivenUp() {
    return isGivenUp;
  }

  private List<String> missing(List<Command> commands) {
    var missing = new ArrayList<String>();
    if (!isGivenUp) {
      for (var command : commands) {
        switch (command) {
          case Command.Record _ -> missing.add(RecordedText.prepared());
          case Command.Assumed assumed -> missing.add(assumed.brief());
          default -> {}
        }
      }
      missing.removeAll(prepared);
    }
    return missing.stream().distinct().toList();
  }

  private String name(String text) {
    return names.computeIfAbsent(text, unknown -> prefix() + "_" + names.size());
  }

  /// Created on first use: generating the first random number in a program is slow.
  private String prefix() {
    var made = prefix == null ? "deed_" + UUID.randomUUID().toString().replace('-', '_') : prefix;
    prefix = made;
    return made;
  }
}
