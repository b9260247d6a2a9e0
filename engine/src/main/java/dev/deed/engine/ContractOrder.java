package dev.deed.engine;

import dev.deed.sql.script.Directive;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// `-- deed: contract of=<version> wait=<duration>`: the migration waits until the gates of its
/// changeover are open.
///
/// @param of the version from which on the delay counts
/// @param delay the least time after it
public record ContractOrder(Version of, Duration delay) {

  static final String NAME = "contract";
  static final String FORM = "-- deed: contract of=<version> [wait=<duration>]";

  private static final Pattern VERSION = Pattern.compile("[0-9]{1,40}");
  private static final Duration USUAL_WAIT = Duration.ofHours(48);

  /// Empty if the directive cannot be read.
  static Optional<ContractOrder> of(Directive directive) {
    return DirectiveArguments.of(directive.arguments(), Set.of("of", "wait"))
        .filter(arguments -> arguments.words().isEmpty())
        .flatMap(ContractOrder::of);
  }

  private static Optional<ContractOrder> of(DirectiveArguments arguments) {
    var wait = arguments.duration("wait");
    return arguments
        .value("of")
        .filter(text -> VERSION.matcher(text).matches())
        .filter(_ -> wait.isPresent() == arguments.value("wait").isPresent())
        .map(text -> new ContractOrder(new Version(text), wait.orElse(USUAL_WAIT)));
  }
}
