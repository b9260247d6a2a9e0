package dev.deed.lint.rule.failure;

import dev.deed.sql.Nearest;
import dev.deed.sql.effect.Effect;
import dev.deed.sql.effect.SessionEffect.SetsParameter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Server parameters that do not exist, that a session cannot set, or that do not take a value.
final class Settings implements Refusals {

  private static final int FIRST_KNOWN = 14;
  private static final int LAST_KNOWN = 18;

  /// @param since the first of the versions from 14 to 18 that has it
  /// @param until the last of them
  /// @param when `session`, `start`, `server` or `never`
  /// @param kind `bool`, `number`, `enum` or `text`
  private record Setting(String name, int since, int until, String when, String kind) {}

  private static final Map<String, Setting> KNOWN = new HashMap<>();

  static {
    for (var line : ResourceText.lines("settings.txt")) {
      var p = line.split(" ");
      KNOWN.put(
          p[0], new Setting(p[0], Integer.parseInt(p[1]), Integer.parseInt(p[2]), p[3], p[4]));
    }
  }

  private static final Pattern BOOLEAN =
      Pattern.compile("(?i)t|tr|tru|true|f|fa|fal|fals|false|y|ye|yes|n|no|on|of|off|0|1");
  private static final Pattern NUMBER =
      Pattern.compile(
          "\\s*[-+]?(0[xX][0-9a-fA-F]+|0[0-7]*|(\\d+(\\.\\d*)?|\\.\\d+)([eE][-+]?\\d+)?)\\s*(us|ms|s|min|h|d|B|kB|MB|GB|TB)?\\s*");

  /// These count in something else than numbers with units, or take words as well.
  private static final Set<String> LENIENT = Set.of("transaction_isolation", "role", "seed");

  @Override
  public List<Class<? extends Effect>> kinds() {
    return List.of(SetsParameter.class);
  }

  @Override
  public Optional<Refusal> of(Effect effect, Known known) {
    if (!(effect instanceof SetsParameter sets)
        || known.postgres() < FIRST_KNOWN
        || known.postgres() > LAST_KNOWN
        || sets.parameter().contains(".")
        || sets.parameter().contains(" ")
        || LENIENT.contains(sets.parameter())) {
      return Optional.empty();
    }
    var setting = KNOWN.get(sets.parameter().toLowerCase(Locale.ROOT));
    return setting == null ? unknown(sets) : known(setting, sets, known);
  }

  /// Servers that others have built have parameters of their own: only a name that is nearly one of
  /// PostgreSQL's is a misspelt one.
  private static Optional<Refusal> unknown(SetsParameter sets) {
    var name = sets.parameter();
    return Nearest.of(name, KNOWN.keySet())
        .filter(n -> isSlip(name, n))
        .flatMap(n ->
            Refusal.of(
                sets.span(),
                "PostgreSQL has no parameter " + name,
                "did you mean %s?".formatted(n)));
  }

  /// Words of their own make another parameter.
  private static boolean isSlip(String name, String near) {
    return name.split("_").length == near.split("_").length
        && Math.abs(name.length() - near.length()) <= 2;
  }

  private static Optional<Refusal> known(Setting setting, SetsParameter sets, Known known) {
    var isBefore = known.runsBefore(setting.since());
    if (isBefore || known.postgres() > setting.until()) {
      return Refusal.of(
          sets.span(),
          isBefore
              ? "PostgreSQL has %s only from version %d on"
                  .formatted(setting.name(), setting.since())
              : "PostgreSQL has %s only up to version %d"
                  .formatted(setting.name(), setting.until()),
          "leave it out, or give the database's version in the ownership file");
    }
    if (!setting.when().equals("session")) {
      return Refusal.of(
          sets.span(),
          "%s cannot be set in a session".formatted(setting.name()),
          switch (setting.when()) {
            case "server" -> "set it in the server's configuration";
            case "start" -> "set it with ALTER ROLE or ALTER DATABASE, for new sessions";
            default -> "remove the statement";
          });
    }
    return value(setting, sets);
  }

  private static Optional<Refusal> value(Setting setting, SetsParameter sets) {
    var values = sets.values();
    if (values == null || values.size() != 1) {
      return Optional.empty();
    }
    var value = values.getFirst();
    var takes =
        switch (setting.kind()) {
          case "bool" -> BOOLEAN.matcher(value).matches() ? "" : "on and off";
          case "number" ->
              NUMBER.matcher(value).matches() ? "" : "a number, with a unit or without";
          default -> "";
        };
    return takes.isEmpty()
        ? Optional.empty()
        : Refusal.of(
            sets.span(),
            "%s takes %s, and not %s".formatted(setting.name(), takes, value),
            setting.kind().equals("bool")
                ? "write SET %s = on, or off".formatted(setting.name())
                : "write a number: '5s', '64MB'");
  }
}
