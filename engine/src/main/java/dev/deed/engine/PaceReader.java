package dev.deed.engine;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads the arguments of `backfill`: `key=id batch=5000 pause=100ms`.
final class PaceReader {

  static final String FORM =
      "-- deed: backfill [key=<column>,...] [batch=<rows>] [pause=<duration>] [target=<duration>]"
          + " [max-lag=<duration>] [max-wal=<size>] [max-dead=<percent>] [pause-when=\"<query>\"]";

  private static final Set<String> NAMES =
      Set.of("key", "batch", "pause", "target", "max-lag", "max-wal", "max-dead", "pause-when");
  private static final Pattern SIZE = Pattern.compile("(\\d{1,6})(kB|MB|GB)");
  private static final Pattern PERCENT = Pattern.compile("(\\d{1,2})%");

  private final DirectiveArguments arguments;
  private boolean isWhole = true;

  private PaceReader(DirectiveArguments arguments) {
    this.arguments = arguments;
  }

  /// Empty if the arguments cannot be read.
  static Optional<Pace> read(String text) {
    return DirectiveArguments.of(text, NAMES)
        .filter(arguments -> arguments.words().isEmpty())
        .flatMap(arguments -> new PaceReader(arguments).pace());
  }

  private Optional<Pace> pace() {
    var usual = Pace.DEFAULT;
    var pace =
        new Pace(
            value("key", arguments::columns, usual.key()),
            value("batch", arguments::count, usual.batch()),
            value("pause", arguments::duration, usual.pause()),
            unlessOff("target", arguments::duration, usual.target(), Duration.ZERO),
            unlessOff("max-lag", arguments::duration, usual.lag(), Duration.ZERO),
            unlessOff("max-wal", name -> number(SIZE, name), usual.wal(), 0L),
            unlessOff("max-dead", name -> number(PERCENT, name), (long) usual.dead(), 0L)
                .intValue(),
            pauseWhen());
    return isWhole ? Optional.of(pace) : Optional.empty();
  }

  private <T> T value(String name, Function<String, Optional<T>> reading, T usual) {
    if (arguments.value(name).isEmpty()) {
      return usual;
    }
    var read = reading.apply(name);
    isWhole &= read.isPresent();
    return read.orElse(usual);
  }

  private <T> T unlessOff(String name, Function<String, Optional<T>> reading, T usual, T off) {
    return arguments.value(name).filter("off"::equals).isPresent()
        ? off
        : value(name, reading, usual);
  }

  private Optional<Long> number(Pattern form, String name) {
    return arguments
        .value(name)
        .map(form::matcher)
        .filter(m -> m.matches())
        .map(PaceReader::number);
  }

  private static long number(MatchResult match) {
    var amount = Long.parseLong(match.group(1));
    return switch (match.groupCount() == 1 ? "" : match.group(2)) {
      case "GB" -> amount << 30;
      case "MB" -> amount << 20;
      case "kB" -> amount << 10;
      default -> amount;
    };
  }

  private @Nullable String pauseWhen() {
    var query = arguments.value("pause-when").orElse(null);
    if (query == null) {
      return null;
    }
    var isQuoted = query.length() > 2 && query.startsWith("\"") && query.endsWith("\"");
    isWhole &= isQuoted;
    return isQuoted ? query.substring(1, query.length() - 1).replace("\"\"", "\"") : null;
  }
}
