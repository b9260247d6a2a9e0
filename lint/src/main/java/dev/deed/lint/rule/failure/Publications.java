package dev.deed.lint.rule.failure;

import dev.deed.sql.Identifier;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.Span;
import dev.deed.sql.effect.Effect;
import dev.deed.sql.effect.ObjectEffect.Published;
import dev.deed.sql.effect.ObjectEffect.Publishes;
import dev.deed.sql.effect.ObjectEffect.Publishing;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.TableDefinition.Persistence;
import dev.deed.sql.effect.TableEffect.AltersColumnType;
import dev.deed.sql.effect.TableEffect.DropsColumn;
import dev.deed.sql.lex.Cursor;
import dev.deed.sql.lex.Sign;
import dev.deed.sql.lex.Tokens;
import dev.deed.sql.schema.SchemaObject.Publication;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Tables that a publication has already, or does not have.
final class Publications implements Refusals {

  /// Publications of columns and of rows.
  private static final int COLUMNS = 15;

  private static final String VIA_ROOT = "publish_via_partition_root";

  @Override
  public List<Class<? extends Effect>> kinds() {
    return List.of(DropsColumn.class, AltersColumnType.class, Publishes.class);
  }

  @Override
  public Optional<Refusal> of(Effect effect, Known known) {
    if (known.postgres() >= COLUMNS && known.catalog().hasAny(ObjectKind.PUBLICATION)) {
      var used =
          switch (effect) {
            case DropsColumn e when !e.cascade() -> used(e.table(), e.column(), e.span(), known);
            case AltersColumnType e -> used(e.table(), e.column(), e.span(), known);
            default -> Optional.<Refusal>empty();
          };
      if (used.isPresent()) {
        return used;
      }
    }
    if (!(effect instanceof Publishes publishes)) {
      return Optional.empty();
    }
    var unpublished = unpublished(publishes, known);
    if (unpublished.isPresent() || publishes.change() == Publishing.CREATE) {
      return unpublished;
    }
    var found = known.certain(publishes.object(), Publication.class);
    return found.isPresent() ? contents(publishes, found.get(), known) : missing(publishes, known);
  }

  /// A column that a publication lists, or that its condition names.
  private static Optional<Refusal> used(
      QualifiedName table, String column, Span span, Known known) {
    var name = known.name(table);
    for (var object : known.catalog().objects(ObjectKind.PUBLICATION)) {
      var found = known.certain(object, Publication.class);
      var published = found.map(p -> p.tables().get(name)).orElse("");
      if (found.isPresent()
          && known.column(table, column).isPresent()
          && namesIn(published).contains(column)) {
        return Refusal.of(
            span,
            "%s uses %s.%s".formatted(object.words(), name.dotted(), Identifier.quoted(column)),
            "change the publication first",
            object);
      }
    }
    return Optional.empty();
  }

  private static Set<String> namesIn(String text) {
    var cursor = new Cursor(Tokens.of(text));
    var names = new HashSet<String>();
    while (!cursor.atEnd()) {
      if (cursor.at(Sign.WORD) || cursor.at(Sign.QUOTED)) {
        names.add(cursor.takeName());
      } else {
        cursor.advance();
      }
    }
    return names;
  }

  private static Optional<Refusal> missing(Publishes effect, Known known) {
    return known.catalog().isMissingObject(effect.object())
        ? Refusal.of(
            effect.span(),
            "%s does not exist: %s"
                .formatted(
                    effect.object().words(),
                    known.gone(effect.object(), "no earlier migration creates it")),
            "create it first; " + Known.FROM_OUTSIDE)
        : Optional.empty();
  }

  /// Rows of these tables are not in the log.
  private static Optional<Refusal> unpublished(Publishes effect, Known known) {
    if (effect.change() == Publishing.DROP) {
      return Optional.empty();
    }
    for (var table : effect.published().tables()) {
      var found = known.table(table.name());
      if (known.postgres() >= COLUMNS
          && effect.change() == Publishing.CREATE
          && !effect.published().options().containsKey(VIA_ROOT)
          && (!table.columns().isEmpty() || table.where() != null)
          && found.filter(t -> t.partitionBy() != null).isPresent()) {
        return Refusal.of(
            table.span(),
            "%s is partitioned, and its partitions are published as tables of their own"
                .formatted(found.get().qualifiedName().dotted()),
            "leave out the columns and the condition, or write WITH (%s)".formatted(VIA_ROOT),
            found.get().name());
      }
      if (found.filter(t -> t.persistence() != Persistence.PERMANENT).isPresent()) {
        return Refusal.of(
            table.span(),
            "%s is %s, and only permanent tables can be published"
                .formatted(
                    found.get().qualifiedName().dotted(),
                    found.get().persistence() == Persistence.UNLOGGED ? "unlogged" : "temporary"),
            "leave it out of the publication",
            found.get().name());
      }
    }
    return Optional.empty();
  }

  private static Optional<Refusal> contents(
      Publishes effect, Publication publication, Known known) {
    var published = effect.published();
    var names = !published.tables().isEmpty() || !published.schemas().isEmpty();
    if (publication.allTables() && names) {
      return refusal(
          effect.span(),
          publication,
          "is FOR ALL TABLES, and has no list of tables to change",
          "drop and recreate it with a list of tables");
    }
    return switch (effect.change()) {
      case ADD -> twice(published, effect.span(), publication, known);
      case DROP -> notThere(published, effect.span(), publication, known);
      case CREATE, SET -> Optional.empty();
    };
  }

  private static Optional<Refusal> twice(
      Published published, Span span, Publication publication, Known known) {
    for (var table : published.tables()) {
      if (publication.tables().containsKey(known.name(table.name()))) {
        return refusal(
            table.span(),
            publication,
            "has %s already".formatted(known.name(table.name()).dotted()),
            "remove the statement, or write SET TABLE with the whole list");
      }
    }
    for (var schema : published.schemas()) {
      if (publication.schemas().contains(schema)) {
        return refusal(
            span, publication, "has the schema %s already".formatted(schema), "remove it here");
      }
    }
    return Optional.empty();
  }

  private static Optional<Refusal> notThere(
      Published published, Span span, Publication publication, Known known) {
    for (var table : published.tables()) {
      if (!publication.tables().containsKey(known.name(table.name()))) {
        return refusal(
            table.span(),
            publication,
            "lacks " + known.name(table.name()).dotted(),
            "remove it here");
      }
    }
    for (var schema : published.schemas()) {
      if (!schema.equals("current_schema") && !publication.schemas().contains(schema)) {
        return refusal(span, publication, "lacks the schema " + schema, "remove it here");
      }
    }
    return Optional.empty();
  }

  private static Optional<Refusal> refusal(
      Span span, Publication publication, String what, String advice) {
    return Refusal.of(
        span, "%s %s".formatted(publication.name().words(), what), advice, publication.name());
  }
}
