package dev.deed.ownership.check;

import dev.deed.ownership.OwnershipRules;
import dev.deed.sql.Finding;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.ServiceName;
import dev.deed.sql.Severity;
import dev.deed.sql.Span;
import dev.deed.sql.effect.Effect;
import dev.deed.sql.effect.ObjectEffect.Creates;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.RoutineEffect.Argument;
import dev.deed.sql.expression.TypeName;
import dev.deed.sql.replay.Catalog;
import dev.deed.sql.schema.BuiltIns;
import dev.deed.sql.schema.SchemaObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Finds functions, aggregates and operators with the name of one of PostgreSQL's own, or of an
/// extension's, in a schema of the search path, that match some calls better, and PostgreSQL's own
/// languages with other handlers: the statements of other services then mean them.
final class CaptureCheck {

  /// PostgreSQL has these for every enum, array, range and composite type.
  private static final Set<String> OF_ANY_TYPE =
      Set.of(
          "=", "<>", "<", "<=", ">", ">=", "||", "@>", "<@", "&&", "<<", ">>", "&<", "&>", "-|-",
          "+", "-", "*", "*=", "*<>");

  private static final Set<String> LANGUAGES = Set.of("plpgsql", "sql", "c", "internal");

  /// A `VARIADIC` argument is looked at for so many values.
  private static final int MOST_VALUES = 4;

  private CaptureCheck() {}

  /// @param added the object that gets the name
  /// @param certain false if only calls with values of a third type may mean it
  /// @param owner of the only type whose values are meant, null for all services
  /// @param what of it, and what follows
  /// @param advice how not to
  record Capture(
      ObjectName added,
      boolean certain,
      @Nullable ServiceName owner,
      String what,
      String advice,
      Span span) {}

  static List<Finding> of(OwnershipMessages asking, boolean shared, OwnedStatement statement) {
    return shared
        ? statement.captures().stream()
            .filter(c -> !asking.service().equals(c.owner()))
            .map(c -> finding(asking, c))
            .toList()
        : List.of();
  }

  private static Finding finding(OwnershipMessages asking, Capture capture) {
    return asking.finding(
        OwnershipRules.OPAQUE_STATEMENT,
        capture.certain() ? Severity.ERROR : Severity.WARNING,
        capture.span(),
        "this reaches %s: %s %s"
            .formatted(
                capture.owner() == null
                    ? "all services of the database"
                    : "service " + capture.owner(),
                capture.added().words(),
                capture.what()),
        capture.advice(),
        asking.subject(capture.added(), asking.service()));
  }

  static Optional<Capture> of(
      Effect effect, ObjectName subject, Catalog catalog, OwnerRules rules) {
    if (effect instanceof Creates creates && subject.kind() == ObjectKind.LANGUAGE) {
      return language(creates, subject);
    }
    var name = OverloadCheck.newName(effect, subject);
    if (name == null || !rules.searchPath().contains(String.valueOf(name.schema()))) {
      return Optional.empty();
    }
    if (subject.kind() == ObjectKind.OPERATOR) {
      return operator(effect, subject, name, catalog, rules);
    }
    return subject.kind().isRoutine()
        ? routine(effect, subject, name, catalog).or(() -> member(effect, subject, name, rules))
        : Optional.empty();
  }

  /// Which arguments a function of an extension takes is not known: only its name is.
  private static Optional<Capture> member(
      Effect effect, ObjectName subject, QualifiedName name, OwnerRules rules) {
    var extension = BuiltIns.extensionOfFunction(name.name());
    return extension == null
        ? Optional.empty()
        : rules
            .of(extension)
            .service()
            .map(owner ->
                new Capture(
                    subject.named(name),
                    false,
                    owner,
                    "has the name of a function of %s, which %s has created, and may take calls from it"
                        .formatted(extension.words(), owner),
                    "choose another name, or a schema that is not on the search path",
                    effect.span()));
  }

  /// Without `HANDLER` it is `CREATE EXTENSION IF NOT EXISTS`.
  private static Optional<Capture> language(Creates creates, ObjectName language) {
    return creates.orReplace()
            && LANGUAGES.contains(language.name().name())
            && creates.definition().contains("handler")
        ? Optional.of(
            new Capture(
                language,
                true,
                null,
                "is PostgreSQL's own, and functions and DO blocks run with these handlers from then on",
                "create a language with another name",
                creates.span()))
        : Optional.empty();
  }

  private static Optional<Capture> operator(
      Effect effect, ObjectName subject, QualifiedName name, Catalog catalog, OwnerRules rules) {
    if (!OF_ANY_TYPE.contains(name.name())) {
      return Optional.empty();
    }
    return OverloadCheck.signature(effect, subject, catalog).given().stream()
        .map(a -> a.type().name())
        .flatMap(type ->
            Stream.concat(
                catalog.type(type).map(SchemaObject::name).stream(),
                catalog.relationNamed(type).stream()))
        .flatMap(type -> rules.of(type).service().stream())
        .findFirst()
        .map(owner ->
            new Capture(
                subject.named(name),
                true,
                owner,
                "has the name of one of PostgreSQL's own operators, and statements with values of its types mean it from then on",
                "choose another name, or a schema that is not on the search path; otherwise have service %s allow it: allows in the ownership file"
                    .formatted(owner),
                effect.span()));
  }

  private static Optional<Capture> routine(
      Effect effect, ObjectName subject, QualifiedName name, Catalog catalog) {
    var given = OverloadCheck.signature(effect, subject, catalog).given();
    if (!given.stream().allMatch(a -> isBuiltIn(a.type()))) {
      return Optional.empty();
    }
    var added = subject.named(name);
    for (var preferring : new boolean[] {false, true}) {
      if (calls(given).anyMatch(c -> BuiltIns.isCapturedBy(name.name(), c, preferring))) {
        return Optional.of(
            new Capture(
                added,
                !preferring,
                null,
                "has the name of one of PostgreSQL's own functions, and %s"
                    .formatted(
                        preferring
                            ? "some calls whose arguments are converted may mean it from then on"
                            : "calls with arguments of exactly these types mean it from then on"),
                "choose another name, or a schema that is not on the search path; otherwise have the other services allow it: allows in the ownership file",
                effect.span()));
      }
    }
    return Optional.empty();
  }

  private static boolean isBuiltIn(TypeName type) {
    return type.name().schema() == null
        && type.columnOf() == null
        && BuiltIns.isType(type.name().name());
  }

  /// The types of the arguments of each call that it takes.
  private static Stream<List<String>> calls(List<Argument> given) {
    var types = new ArrayList<String>();
    var least = 0;
    for (var argument : given) {
      var type = argument.type();
      if (argument.mode().equals("variadic")) {
        types.addAll(Collections.nCopies(MOST_VALUES, type.name().name()));
      } else {
        least += argument.defaultValue() == null ? 1 : 0;
        types.add(type.name().name() + (type.arrayDimensions() > 0 ? "[]" : ""));
      }
    }
    return IntStream.rangeClosed(least, types.size())
        .mapToObj(n -> List.copyOf(types.subList(0, n)));
  }
}
