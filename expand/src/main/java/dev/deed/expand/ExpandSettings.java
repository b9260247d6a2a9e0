package dev.deed.expand;

import dev.deed.sql.Identifier;
import dev.deed.sql.ServiceName;
import dev.deed.sql.effect.ObjectName;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a story depends on besides the schema and the request.
///
/// @param postgres the lowest major version that it must run on
/// @param searchPath where names without a schema are looked for
/// @param owner of an object, empty where none is known
/// @param service the service that writes the story
/// @param open names of changeovers that the project has already
/// @param directives what goes into the directives of the files
public record ExpandSettings(
    int postgres,
    List<String> searchPath,
    Function<ObjectName, Optional<ServiceName>> owner,
    ServiceName service,
    Set<String> open,
    Directives directives) {

  public ExpandSettings {
    searchPath = List.copyOf(searchPath);
    open = Set.copyOf(open);
  }

  /// @param delay before the contract: `48h`
  /// @param keep how long values of dropped columns are kept: `30d`; null to keep none
  /// @param batch rows of a backfill's batch
  /// @param pause after each batch: `0`
  public record Directives(String delay, @Nullable String keep, int batch, String pause) {}

  /// For a function that runs with its owner's rights and writes where the team's own triggers run:
  /// these look for their tables in the usual path. What is built in comes first, so that nothing
  /// can take its place.
  String triggerPath() {
    return triggerPath(Stream.of());
  }

  /// @param schemas that come after the usual ones
  String triggerPath(Stream<String> schemas) {
    return Stream.of(Stream.of("pg_catalog"), searchPath.stream(), schemas, Stream.of("pg_temp"))
        .flatMap(s -> s)
        .distinct()
        .map(Identifier::quoted)
        .collect(Collectors.joining(", "));
  }

  String delay() {
    return directives.delay();
  }

  @Nullable String keep() {
    return directives.keep();
  }

  int batch() {
    return directives.batch();
  }

  String pause() {
    return directives.pause();
  }
}
