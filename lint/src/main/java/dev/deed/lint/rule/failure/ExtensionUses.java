package dev.deed.lint.rule.failure;

import dev.deed.sql.Identifier;
import dev.deed.sql.effect.Effect;
import dev.deed.sql.effect.ObjectEffect.CreatesExtension;
import dev.deed.sql.effect.ObjectEffect.Drops;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Extensions that need other ones.
final class ExtensionUses implements Refusals {

  /// Of those that come with PostgreSQL, and of PostGIS.
  private static final Map<String, List<String>> NEEDS =
      Map.of(
          "earthdistance", List.of("cube"),
          "postgis_raster", List.of("postgis"),
          "postgis_topology", List.of("postgis"),
          "postgis_sfcgal", List.of("postgis"),
          "postgis_tiger_geocoder", List.of("postgis", "fuzzystrmatch"),
          "hstore_plperl", List.of("hstore"),
          "ltree_plpython3u", List.of("ltree"),
          "hstore_plpython3u", List.of("hstore"));

  @Override
  public List<Class<? extends Effect>> kinds() {
    return List.of(CreatesExtension.class, Drops.class);
  }

  @Override
  public Optional<Refusal> of(Effect effect, Known known) {
    return switch (effect) {
      case CreatesExtension e when !e.cascade() -> needed(e, known);
      case Drops e when e.object().kind() == ObjectKind.EXTENSION && !e.cascade() ->
          needing(e, known);
      default -> Optional.empty();
    };
  }

  private static Optional<Refusal> needed(CreatesExtension effect, Known known) {
    var own = effect.object().name().name();
    return NEEDS.getOrDefault(own, List.of()).stream()
        .filter(known.catalog()::isMissingExtension)
        .findFirst()
        .flatMap(e ->
            Refusal.of(
                effect.span(),
                "the extension %s needs %s, which no earlier migration creates".formatted(own, e),
                "add CASCADE, or CREATE EXTENSION %s first; %s"
                    .formatted(Identifier.quoted(e), Known.FROM_OUTSIDE)));
  }

  private static Optional<Refusal> needing(Drops effect, Known known) {
    var own = effect.object().name().name();
    return NEEDS.entrySet().stream()
        .filter(e -> e.getValue().contains(own))
        .map(e -> ObjectName.of(ObjectKind.EXTENSION, e.getKey()))
        .filter(known.catalog()::isCertain)
        .filter(
            e -> known.subcommands(Drops.class).noneMatch(d -> d.object().name().equals(e.name())))
        .findFirst()
        .flatMap(e ->
            Refusal.of(
                effect.span(),
                "%s is needed by %s%s"
                    .formatted(effect.object().words(), e.words(), known.created(e)),
                "drop the other extension first",
                effect.object(),
                e));
  }
}
