package dev.deed.ownership.check;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.ServiceName;
import dev.deed.sql.effect.Effect;
import dev.deed.sql.effect.IndexEffect.CreatesIndex;
import dev.deed.sql.effect.ObjectEffect.Drops;
import dev.deed.sql.effect.ObjectEffect.MovesToSchema;
import dev.deed.sql.effect.ObjectEffect.Renames;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.SequenceEffect.AltersSequence;
import dev.deed.sql.effect.SequenceEffect.CreatesSequence;
import dev.deed.sql.effect.TableEffect.AttachesPartition;
import dev.deed.sql.effect.TableEffect.CreatesTable;
import dev.deed.sql.replay.ResolvedStatement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Records which service's migration created each object and to which table it is tied, according
/// to the scripts so far. One instance per database.
final class Origins {

  /// @param kind as it was created
  /// @param table the table of an index or sequence, or the partitioned table of a partition
  record Origin(ObjectKind kind, ServiceName creator, @Nullable QualifiedName table) {}

  private static final Pattern SCHEMA = Pattern.compile("(\"[^\"]*\"|[\\w$]+)\\.");

  private final Map<ObjectName, Origin> known = new HashMap<>();

  /// Routines by name alone, without arguments.
  private final Map<String, Set<ObjectName>> routines = new HashMap<>();

  /// Objects by the table that they are tied to.
  private final Map<QualifiedName, Set<ObjectName>> tied = new HashMap<>();

  Optional<Origin> of(ObjectName object) {
    var exact = known.get(key(object));
    return exact == null && object.kind().isRoutine()
        ? sameRoutine(object)
        : Optional.ofNullable(exact);
  }

  /// Statements write the types of arguments with or without their schemas.
  private Optional<Origin> sameRoutine(ObjectName routine) {
    var types = withoutSchemas(routine.part());
    return routines.getOrDefault(routine.name().name(), Set.of()).stream()
        .filter(r -> r.name().equals(routine.name()) && withoutSchemas(r.part()).equals(types))
        .map(known::get)
        .findFirst();
  }

  private static String withoutSchemas(String types) {
    return SCHEMA.matcher(types).replaceAll("");
  }

  boolean knowsRoutine(QualifiedName name) {
    return !routines.getOrDefault(name.name(), Set.of()).isEmpty();
  }

  /// One key for objects that share a namespace in PostgreSQL: all relations, all types, all
  /// routines. A part of a relation has the key of the relation.
  static ObjectName key(ObjectName object) {
    var kind = object.kind();
    if (kind.isRelation() || kind.isPartOfRelation()) {
      return ObjectName.of(ObjectKind.RELATION, object.name());
    }
    if (kind.isRoutine()) {
      return object.as(ObjectKind.ROUTINE);
    }
    return switch (kind) {
      case TYPE, DOMAIN, DOMAIN_CONSTRAINT -> ObjectName.of(ObjectKind.TYPE, object.name());
      default -> object;
    };
  }

  /// Called before a statement is judged: objects that it creates and that do not exist yet belong
  /// to its service.
  void create(ServiceName service, ResolvedStatement resolved) {
    for (var effect : Changes.of(resolved)) {
      var created = Changes.created(effect);
      if (created.isPresent()) {
        var origin = new Origin(created.get().kind(), service, tableOf(effect, resolved));
        Changes.resolve(created.get(), resolved)
            .filter(o -> !known.containsKey(o))
            .ifPresent(o -> put(o, origin));
      }
    }
  }

  /// Called after the statement is judged: applies its drops, renames, moves and ties.
  void change(ResolvedStatement resolved) {
    Changes.of(resolved).forEach(e -> change(e, resolved));
  }

  private static @Nullable QualifiedName tableOf(Effect effect, ResolvedStatement resolved) {
    var written =
        switch (effect) {
          case CreatesIndex e -> e.table();
          case CreatesSequence e -> e.options().ownedBy();
          case AltersSequence e -> e.options().ownedBy();
          case CreatesTable e ->
              e.definition().partitionOf() == null ? null : e.definition().partitionOf().parent();
          case AttachesPartition e -> e.table();
          default -> null;
        };
    return written == null ? null : relation(written, resolved);
  }

  private static QualifiedName relation(QualifiedName written, ResolvedStatement resolved) {
    return Changes.resolve(ObjectName.table(written), resolved)
        .map(ObjectName::name)
        .orElse(written);
  }

  private void change(Effect effect, ResolvedStatement resolved) {
    switch (effect) {
      case Drops e when !e.object().kind().isPartOfRelation() ->
          Changes.resolve(e.object(), resolved).ifPresent(this::remove);
      case Renames e when !e.object().kind().isPartOfRelation() ->
          Changes.resolve(e.object(), resolved)
              .ifPresent(o -> move(o, o.name().renamed(e.newName())));
      case MovesToSchema e ->
          Changes.resolve(e.object(), resolved).ifPresent(o -> move(o, o.name().in(e.newSchema())));
      case AttachesPartition e -> tie(relation(e.partition(), resolved), effect, resolved);
      case AltersSequence e when e.options().ownedBy() != null ->
          tie(relation(e.sequence(), resolved), effect, resolved);
      default -> {}
    }
  }

  private void tie(QualifiedName relation, Effect effect, ResolvedStatement resolved) {
    var name = ObjectName.of(ObjectKind.RELATION, relation);
    var origin = known.get(name);
    if (origin != null) {
      put(name, new Origin(origin.kind(), origin.creator(), tableOf(effect, resolved)));
    }
  }

  /// Objects tied to a table move with it.
  private void move(ObjectName from, QualifiedName to) {
    var origin = remove(from);
    if (origin != null) {
      put(from.named(to), origin);
    }
    if (from.kind() == ObjectKind.RELATION) {
      for (var object : List.copyOf(tied.getOrDefault(from.name(), Set.of()))) {
        var of = remove(object);
        if (of != null) {
          retie(object, of, from.name(), to);
        }
      }
    }
  }

  private void retie(ObjectName object, Origin origin, QualifiedName from, QualifiedName to) {
    var isTable = origin.kind() == ObjectKind.TABLE || origin.kind() == ObjectKind.FOREIGN_TABLE;
    var schema = to.schema();
    var stays = isTable || schema == null || schema.equals(from.schema());
    var name = stays ? object.name() : QualifiedName.of(schema, object.name().name());
    put(object.named(name), new Origin(origin.kind(), origin.creator(), to));
  }

  private void put(ObjectName object, Origin origin) {
    remove(object);
    known.put(object, origin);
    if (object.kind() == ObjectKind.ROUTINE) {
      routines.computeIfAbsent(object.name().name(), _ -> new LinkedHashSet<>()).add(object);
    }
    if (origin.table() != null) {
      tied.computeIfAbsent(origin.table(), _ -> new LinkedHashSet<>()).add(object);
    }
  }

  private @Nullable Origin remove(ObjectName object) {
    var origin = known.remove(object);
    if (origin != null && object.kind() == ObjectKind.ROUTINE) {
      routines.getOrDefault(object.name().name(), new HashSet<>()).remove(object);
    }
    if (origin != null && origin.table() != null) {
      tied.getOrDefault(origin.table(), new HashSet<>()).remove(object);
    }
    return origin;
  }
}
