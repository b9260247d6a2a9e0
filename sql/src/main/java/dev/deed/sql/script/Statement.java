package dev.deed.sql.script;

import dev.deed.sql.Span;
import dev.deed.sql.effect.Effect;
import java.util.List;
import java.util.Optional;

/// One SQL statement of a script, without its semicolon.
///
/// @param effects in the order of the text
/// @param runsAlone PostgreSQL refuses it inside a transaction block
/// @param newerSyntax what not every version of PostgreSQL takes
public record Statement(
    CommandTag command,
    Span span,
    List<Effect> effects,
    boolean runsAlone,
    List<NewerSyntax> newerSyntax) {

  public Statement {
    effects = List.copyOf(effects);
    newerSyntax = List.copyOf(newerSyntax);
  }

  /// The statement of an effect among those of a body: its other effects are in its text.
  public Statement part(Effect effect, List<Effect> body) {
    var place = effect.span();
    var inside =
        body.stream()
            .filter(e -> e.span().start() >= place.start() && e.span().end() <= place.end())
            .toList();
    return new Statement(command, place, inside, runsAlone, List.of());
  }

  /// The first of its effects of that kind. A loop rather than a stream: this runs for every
  /// statement.
  public <E extends Effect> Optional<E> first(Class<E> kind) {
    for (var effect : effects) {
      if (kind.isInstance(effect)) {
        return Optional.of(kind.cast(effect));
      }
    }
    return Optional.empty();
  }
}
